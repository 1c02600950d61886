import Foundation
import Testing

/// Pages as a browser, the validator and a printer see them.
@Suite("Pages")
struct PageTests {
    private static let fixtures = Desk.fixtures.path

    @Test(
        "Every page of a book holds at 1280 and 320 px: axe finds no violation, the validator no error"
    )
    func judged() throws {
        let desk = try Desk(clock: "2025-10-20T16:00:00Z")
        for (name, batches) in [
            ("empty", []), ("normal", ["recipes/office", "pages/normal"]),
            ("wrong", ["recipes/office", "pages/normal"]), ("long", ["pages/long-text"]),
        ] {
            try desk.done(
                "init", "\(name).almoner", "--office", Self.office(name), "--from", "2025-04-01")
            for batch in batches {
                try desk.done(
                    "batch", "\(Self.fixtures)/\(batch).batch", "--book", "\(name).almoner")
            }
            if name == "wrong" {
                let foils = desk.folder.appending(path: "\(name).almoner.counterfoils")
                try FileManager.default.removeItem(at: foils)
            }
            try desk.done("report", "book", "--output", name, "--book", "\(name).almoner")
            #expect(try desk.pages(of: name).count >= 4)
        }
        for words in [
            ["report", "spend", "--fund", "OWN"], ["report", "panel", "--fund", "DUTY"],
            ["report", "match"], ["report", "claims"], ["report", "trial-balance"],
            ["report", "variance"], ["report", "usage", "SVD", "--year", "2025/26"],
            ["export", "sample", "--year", "2025/26", "--by", "over", "--over", "0"],
        ] {
            let file = "normal-\(words[1]).html"
            let outcome = try desk.run(words + ["--output", file, "--book", "normal.almoner"])
            #expect(outcome.status == 0, "\(outcome.err)")
        }
        for command in ["specified-information", "transparency"] {
            try desk.done(
                "export", command, "--output", "normal-\(command).html", "--book", "normal.almoner")
        }
        let outcome = try desk.judge("pages.py", ["empty", "normal", "wrong", "long", "."])
        #expect(outcome.status == 0, "\(outcome.said)")
    }

    private static func office(_ state: String) -> String {
        state == "long" ? String(repeating: "Office", count: 33) : "Illustrative office"
    }

    @Test("A book without its counterfoils says so on every page")
    func warned() throws {
        let desk = try Desk.withFund()
        try FileManager.default.removeItem(
            at: desk.folder.appending(path: "kent.almoner.counterfoils"))
        try desk.done("report", "book", "--output", "out")
        for page in try desk.pages(of: "out") {
            #expect(page.text.contains("Something is wrong with this book"), "\(page.name)")
        }
    }

    @Test("A title with markup in it stays a title on every page it stands on")
    func inert() throws {
        let desk = try Desk.withFund()
        let title = "<script>alert('x')</script> & \"lamps\""
        try desk.done(
            "award", "make", "VRF-01", "--fund", "VRF", "--recipient", "PROJECT-01", "--title",
            title, "--profile", "2019/20=35000", "--purpose", title)
        try desk.done("report", "book", "--output", "out")
        let pages = try desk.pages(of: "out")
        #expect(pages.allSatisfy { !$0.text.contains("<script") })
        let award = try #require(pages.first { $0.name == "award-VRF-01.html" })
        #expect(award.text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    }

    @Test("A panel of nine projects and three years is one sheet of A4")
    func panel() throws {
        let desk = try Desk.withKent(clock: "2020-03-31T16:00:00Z")
        try desk.done("report", "panel", "--fund", "VRF", "--output", "panel.html")
        let page = desk.folder.appending(path: "panel.html")
        let paper = desk.folder.appending(path: "panel.pdf").path
        _ = try desk.program(
            "/usr/bin/chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--print-to-pdf=\(paper)", page.absoluteString,
            ])
        let said = try desk.program("/usr/bin/pdfinfo", [paper]).said
        #expect(said.contains(#/Pages: +1\n/#), "\(said)")
        #expect(said.contains("A4"), "\(said)")
    }
}
