import Foundation
import Testing

@Suite("Handing over")
struct HandoverTests {
    @Test(
        "Open awards are handed over whole: the figures are the book's, the records its own bytes")
    func whole() throws {
        let desk = try Desk.withKent()
        let outcome = try desk.done("export", "handover", "--output", "out")
        #expect(outcome.out.isEmpty)
        let folder = desk.folder.appending(path: "out")
        let data = try Data(contentsOf: folder.appending(path: "handover.json"))
        let object = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["schema"] as? String == "almoner.handover/1")
        let awards = try #require(object["awards"] as? [[String: Any]])
        let spend = try Desk.totals(try desk.json("report", "spend"))
        for key in ["awarded", "charged", "paid"] {
            let sum = try awards.map { try Desk.pence($0, key) }.reduce(0, +)
            #expect(try sum == Desk.pence(spend, key), "\(key)")
        }
        #expect(outcome.err == "out is written: \(awards.count) open awards.\n")
        let entries = try awards.flatMap { try #require($0["entries"] as? [[String: Any]]) }
        let first = try #require(entries.first)
        let number = try #require(first["entry"] as? Int)
        let shown = try desk.json("entry", "show", "\(number)")
        let facts = try #require(shown["facts"] as? [String: Any])
        #expect(first["chain"] as? String == facts["chain"] as? String)
        for name in ["lines", "instalments", "returns"] {
            var count = 0
            for award in awards { count += try list(award, name).count }
            #expect(try rows(folder, name) == count, "\(name)")
        }
        #expect(try rows(folder, "awards") == awards.count)
    }

    /// How many rows a table has, without its heading.
    private func rows(_ folder: URL, _ name: String) throws -> Int {
        let file = folder.appending(path: "\(name).csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count - 1
    }

    private func list(_ award: [String: Any], _ key: String) throws -> [[String: Any]] {
        try #require(award[key] as? [[String: Any]], "\(key)")
    }

    @Test("What is there already is never written over, and nothing is left beside it")
    func taken() throws {
        let desk = try Desk.withFund()
        try desk.write("mine", to: "out")
        let outcome = try desk.run("export", "handover", "--output", "out")
        #expect(outcome.status == 73)
        #expect(outcome.err.hasPrefix("error[output-exists]"))
        let mine = try String(contentsOf: desk.folder.appending(path: "out"), encoding: .utf8)
        #expect(mine == "mine")
        let nowhere = try desk.run("export", "handover", "--output", "no/such/out")
        #expect(nowhere.status == 73)
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!names.contains { $0.hasPrefix(".out.") })
    }

    @Test("A book without awards hands over an empty list")
    func empty() throws {
        let desk = try Desk.withFund()
        try desk.done("export", "handover", "--output", "out")
        let data = try Data(contentsOf: desk.folder.appending(path: "out/handover.json"))
        let object = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect((object["awards"] as? [Any])?.isEmpty == true)
    }
}
