import Foundation
import Testing

@Suite("Counterfoils")
struct CounterfoilTests {
    @Test("A counterfoil in JSON has the members of almoner.counterfoil/1, in order")
    func json() throws {
        let desk = try Desk.withFund()
        let out = try desk.done(
            "fund", "approve", "VRF", "--profile", "2020/21=1", "--format", "json"
        ).out
        let keys = out.split(separator: "\n").compactMap { line in
            line.hasPrefix("  \"") ? String(line.dropFirst(3).prefix { $0 != "\"" }) : nil
        }
        #expect(
            keys == [
                "schema", "office", "book", "entry", "chain", "date", "recordedAt", "kind",
                "dryRun",
                "repeated", "flags", "moved",
            ])
        #expect(out.contains("\"recordedAt\": \"2019-04-05T09:00:00.000Z\""))
        #expect(out.contains("\"account\": \"unallocated{fund=VRF,year=2020/21}\""))
        #expect(out.contains("\"limit\": \"fund-exceeded\""))
    }

    @Test("In words it names the office, the file and each balance, before and after")
    func words() throws {
        let desk = try Desk.withFund()
        let out = try desk.done("fund", "approve", "VRF", "--profile", "2019/20=1").out
        let lines = out.split(separator: "\n")
        #expect(lines[0] == "An office, kent.almoner, 5 entries")
        #expect(lines[1].hasPrefix("entry 5  approve funding VRF  5 April 2019  chain "))
        #expect(lines[3] == "  unallocated       VRF 2019/20            100,000.00 → 100,001.00")
    }

    @Test("A dry run shows the same and records nothing")
    func dryRun() throws {
        let desk = try Desk.withFund()
        let words = ["area", "add", "A", "--name", "A", "--dry-run"]
        let first = try desk.run(words)
        #expect(first.out.contains("nothing is recorded"))
        #expect(first.out.hasPrefix("An office, kent.almoner, 4 entries\n"))
        #expect(try desk.run(words).out == first.out)
    }

    @Test("The same key again answers with the first entry; other content is refused")
    func once() throws {
        let desk = try Desk.withFund()
        let words = ["area", "add", "A", "--name", "A", "--once", "K"]
        #expect(try desk.run(words).status == 0)
        let again = try desk.run(words + ["--format", "json"])
        #expect(again.status == 0)
        #expect(again.out.contains("\"repeated\": true"))
        let other = try desk.run("area", "add", "A", "--name", "Other", "--once", "K")
        #expect(other.status == 65)
        #expect(other.err.hasPrefix("error[key-taken]: "))
    }

    @Test("A contact given again under the same key is the same content")
    func contactOnce() throws {
        let desk = try Desk.withFund()
        let words = [
            "organisation", "add", "A", "--name", "A", "--contact", "Jo Bloggs", "--once", "K",
        ]
        #expect(try desk.run(words).status == 0)
        #expect(try desk.run(words).status == 0)
    }

    @Test("Papers are kept by name, size and digest; a reference by its text")
    func documents() throws {
        let desk = try Desk.withFund()
        try desk.write("abc", to: "letter.pdf")
        try desk.done("area", "add", "A", "--name", "A", "--document", "letter.pdf", "DN 12/2019")
        let out = try desk.done("entry", "show", "5", "--format", "json").out
        #expect(out.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        #expect(out.contains("\"DN 12/2019\""))
        let missing = try desk.run("area", "add", "B", "--name", "B", "--document", "lettre.pdf")
        #expect(missing.status == 66)
    }

    @Test("Text is normalised, so that two spellings of one name are one")
    func normalised() throws {
        let desk = try Desk.withFund()
        try desk.done("organisation", "add", "ZOE", "--name", "Zoe\u{308}")
        let twin = try desk.run("organisation", "add", "ZOE2", "--name", "Zo\u{EB}")
        #expect(twin.err.hasPrefix("error[possible-duplicate]: "))
        let list = try desk.done("organisation", "list", "--format", "csv").out
        #expect(Array(list.utf8).contains(0xAB))
    }
}
