import Foundation
import Testing

@Suite("What a book stands on, and how big it is")
struct StatsTests {
    /// The facts of a page.
    private func facts(_ desk: Desk, _ words: String...) throws -> [String: Any] {
        try #require(try desk.json(words)["facts"] as? [String: Any])
    }

    @Test("stats tells entries, accounts, awards, bytes and the last commit; transfers on asking")
    func stats() throws {
        let desk = try Desk.withFund()
        #expect(try desk.json("stats")["schema"] as? String == "almoner.stats/1")
        let stats = try facts(desk, "stats")
        #expect(stats["entries"] as? Int == 4)
        #expect(stats["accounts"] as? Int == 2)
        #expect(stats["awards"] as? Int == 0)
        #expect(stats["lastCommit"] as? Int == 1)
        #expect(stats["transfers"] is NSNull || stats["transfers"] == nil)
        let file = desk.folder.appending(path: "kent.almoner")
        let bytes = try Data(contentsOf: file).count
        #expect(stats["bytes"] as? Int == bytes)
        #expect(stats["bytesPerEntry"] as? Int == bytes / 4)
        #expect(try facts(desk, "stats", "--count")["transfers"] as? Int == 1)
    }

    @Test("A reversed award is not counted, and a commit of several entries is told as one")
    func counted() throws {
        let desk = try Desk.withFund()
        for code in ["A-1", "A-2"] {
            try desk.done(
                "award", "make", code, "--fund", "VRF", "--recipient", "PROJECT-01", "--title",
                code,
                "--profile", "2019/20=10")
        }
        #expect(try facts(desk, "stats")["awards"] as? Int == 2)
        try desk.done("entry", "reverse", "6", "--reason", "Typed twice")
        #expect(try facts(desk, "stats")["awards"] as? Int == 1)
        try desk.write("area add A --name A\narea add B --name B\n", to: "two.batch")
        try desk.done("batch", "two.batch", "--all-or-nothing")
        #expect(try facts(desk, "stats")["lastCommit"] as? Int == 2)
    }

    @Test("doctor tells the file system, the lines of the counterfoils and the last of them")
    func doctor() throws {
        let desk = try Desk.withFund()
        let doctor = try facts(desk, "doctor")
        let file = desk.folder.appending(path: "kent.almoner.counterfoils")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(doctor["counterfoilLines"] as? Int == lines.count - 1)
        #expect(doctor["counterfoilLast"] as? String == lines.last.map(String.init))
    }

    @Test("doctor tells the last backup and checkpoint, what came since, and that one is not there")
    func copies() throws {
        let desk = try Desk.withFund()
        var doctor = try facts(desk, "doctor")
        #expect("\(doctor["lastBackup"] ?? "")".hasPrefix("none is known: almoner backup"))
        try desk.done("backup", "b.copy")
        try desk.done("checkpoint", "make", "--output", "b.note")
        try desk.done("area", "add", "A", "--name", "A")
        doctor = try facts(desk, "doctor")
        for key in ["Backup", "Checkpoint"] {
            let told = "\(doctor["last\(key)"] ?? "")"
            #expect(told.hasPrefix("5 April 2019, 4 entries: /") && told.contains("/b."), "\(told)")
            #expect(doctor["since\(key)"] as? Int == 1)
        }
        try FileManager.default.removeItem(at: desk.folder.appending(path: "b.copy"))
        doctor = try facts(desk, "doctor")
        #expect("\(doctor["lastBackup"] ?? "")".hasSuffix(", which is not there now"))
    }

    @Test("doctor tells what is known against the version of SQLite")
    func faults() throws {
        let told = "\(try facts(try Desk.withFund(), "doctor")["sqlite"] ?? "")"
        let version = told.prefix { $0 != ";" }.split(separator: ".").compactMap { Int($0) }
        #expect(version.count == 3)
        let isOld = version.lexicographicallyPrecedes([3, 51, 3])
        #expect(told.contains("until 3.51.3 a reset of its write-ahead log") == isOld)
    }
}
