import Testing
import almoner

@Suite("Files of commands")
struct BatchFileTests {
    private func words(_ text: String) throws -> [[String]] {
        try BatchFile(text: text, name: "test").lines.map(\.words)
    }

    @Test("A line ends where Windows ends it too, and goes on there after a backslash")
    func windows() throws {
        #expect(
            try words("fund list\r\nround list\r\n") == [["fund", "list"], ["round", "list"]])
        #expect(try words("fund \\\r\n  list\r\n# round\r\n") == [["fund", "list"]])
        #expect(try BatchFile(text: "\r\n\r\na\r\n", name: "test").lines.map(\.number) == [3])
    }

    @Test("Only the backslash goes where a line goes on, whatever letter stands before it")
    func lettersThatJoin() throws {
        // Swift joins this sign to what follows it, as one letter
        let sign = "\u{600}"
        #expect(try words("a\(sign)\\\nb\n") == [["a\(sign)", "b"]])
        #expect(try words("a 'b\(sign)'\n") == [["a", "b\(sign)"]])
    }

    @Test("A comment goes on over no line, and only blanks may stand before it")
    func comments() throws {
        #expect(try words("  # a \\\nfund list\n") == [["fund", "list"]])
        #expect(try words("\\\n # a \\\nfund list\n") == [["fund", "list"]])
        #expect(try words("a# \\\nb\n") == [["a#", "b"]])
        #expect(try words("\\\\\\\nb\n") == [["\\", "b"]])
    }

    @Test(
        "A word of a million letters, and half a million joined lines, take seconds at the most",
        .timeLimit(.minutes(1)))
    func long() throws {
        let word = String(repeating: "a", count: 1_000_000)
        #expect(try words("\(word)\n") == [[word]])
        let joined = String(repeating: "\\\n", count: 500_000)
        #expect(try words(joined + "a\n") == [["a"]])
    }
}
