import Foundation
import Testing

@Suite("Sampling")
struct SampleTests {
    private static let methods = [
        ["value", "--n", "3", "--seed", "an auditor's words"],
        ["value", "--n", "9", "--seed", "7"], ["random", "--n", "4", "--seed", "7"],
        ["largest", "--n", "2"], ["over", "--over", "34999.99"], ["over", "--over", "35000"],
        ["random", "--n", "50", "--seed", "é"],
    ]

    @Test("Every draw is made again by hand, in Python, from the population that is printed")
    func again() throws {
        let desk = try Desk.withKent(clock: "2020-03-31T16:00:00Z")
        var files: [String] = []
        for (place, method) in Self.methods.enumerated() {
            let file = "sample-\(place).json"
            let words = ["export", "sample", "--year", "2019/20", "--by"] + method
            let outcome = try desk.run(words + ["--output", file])
            #expect(outcome.status == 0, "\(outcome.err)")
            files.append(desk.folder.appending(path: file).path)
        }
        let said = try Judge.run("sample.py", files)
        let drawn = said.split(separator: "\n").compactMap {
            $0.split(separator: " ").dropFirst().first
        }
        #expect(drawn.map(String.init) == ["3", "9", "4", "2", "9", "0", "9"], "\(said)")
        let one = try String(contentsOfFile: files[2], encoding: .utf8)
        let twice = try desk.run(
            ["export", "sample", "--year", "2019/20", "--by"] + Self.methods[2]
                + ["--output", "again.json"])
        #expect(twice.status == 0)
        let second = try String(
            contentsOf: desk.folder.appending(path: "again.json"), encoding: .utf8)
        #expect(one.replacing("sample-2.json", with: "again.json") == second)
    }

    @Test("A draw that cannot be made is refused, saying what is missing")
    func refused() throws {
        let desk = try Desk.withFund()
        for (words, hint) in [
            (["value", "--n", "2"], "--seed"), (["random", "--seed", "x"], "--n"),
            (["largest", "--n", "0"], "--n"), (["over"], "--over"),
        ] {
            let outcome = try desk.run(["export", "sample", "--year", "2019/20", "--by"] + words)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("error[usage]") && outcome.err.contains(hint))
        }
        let empty = try desk.done(
            "export", "sample", "--year", "2019/20", "--by", "value", "--n", "2", "--seed", "x",
            "--format", "table")
        #expect(empty.out.contains("The population is 0 awards"))
    }

    @Test(
        "The trail of an award has its bid, notice, payment, bank line, papers, claim and reversal")
    func trail() throws {
        let desk = try Desk(clock: "2025-10-20T16:00:00Z")
        try desk.done(
            "init", "o.almoner", "--office", "Illustrative office", "--from", "2025-04-01")
        try desk.done("batch", Desk.fixtures.appending(path: "recipes/office.batch").path)
        try desk.write("A return\n", to: "return.txt")
        for words in [
            "award make B2 --fund OWN --recipient COUNCIL --title Other --profile 2025/26=1000",
            "return submit A1 --period 2025/26-Q2 --spend STAFF=5000 --document return.txt",
            "return accept A1 --period 2025/26-Q2", "payment make A1 --instalment 2 --reference P2",
        ] {
            let outcome = try desk.run(words.split(separator: " ").map(String.init))
            #expect(outcome.status == 0, "\(words): \(outcome.err)")
        }
        try desk.write(
            "Date,Details,Money out,Money in\n15/05/2025,BACS A1,15000.00,\n", to: "bank.csv")
        try desk.done(
            "import", "bank", "bank.csv", "--save", "BANK", "--expect-total", "-15000",
            "--expect-rows",
            "1")
        try desk.done("entry", "reverse", "23", "--reason", "Wrong instalment")
        let page = try desk.json(
            "export", "sample", "--year", "2025/26", "--by", "largest", "--n", "2")
        let trail = try Desk.rows(page, "trail").filter { $0["award"] as? String == "A1" }
        let stages = trail.compactMap { $0["stage"] as? String }
        for stage in ["bid", "award", "agreement", "schedule", "payment", "return", "acceptance"] {
            #expect(stages.contains(stage), "\(stage): \(stages)")
        }
        #expect(trail.allSatisfy { ($0["chain"] as? String)?.count == 64 })
        let undone = try #require(trail.first { $0["entry"] as? Int == 23 })
        let reversal = try #require(trail.first { $0["reverses"] as? Int == 23 })
        #expect(undone["reversal"] as? Int == reversal["entry"] as? Int)
        let banked = try #require(trail.first { $0["entry"] as? Int == 17 })
        #expect((banked["bank"] as? String)?.contains("15 May 2025, -£15,000.00, BACS A1") == true)
        #expect(stages.contains("bank"))
        #expect(undone["reference"] as? String == "P2")
        let papers = try Desk.rows(page, "documents")
        #expect(papers.count == 1 && papers[0]["name"] as? String == "return.txt")
        #expect(papers[0]["size"] as? Int == 9)
        #expect((papers[0]["sha256"] as? String)?.count == 64)
        #expect(try Desk.rows(page, "sample").count == 2)
        #expect(!trail.contains { ($0["what"] as? String)?.contains("B2") == true })
    }

    @Test(
        "The trail of an award whose spend was claimed has the claim, its money and the bank's line"
    )
    func claimed() throws {
        let desk = try Desk(clock: "2020-01-31T16:00:00Z")
        try desk.done(
            "init", "v.almoner", "--office", "Illustrative office", "--from", "2019-04-01")
        try desk.done(
            "batch", Desk.fixtures.appending(path: "violence-reduction-unit/year.batch").path)
        let page = try desk.json(
            "export", "sample", "--year", "2019/20", "--by", "over", "--over", "0", "--of",
            "charged")
        let trail = try Desk.rows(page, "trail")
        let claims = trail.filter { $0["stage"] as? String == "claim" }
        #expect(claims.contains { $0["kind"] as? String == "makeClaim" })
        #expect(claims.contains { $0["kind"] as? String == "receiveClaim" })
    }
}
