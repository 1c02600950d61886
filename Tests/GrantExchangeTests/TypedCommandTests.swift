import GrantExchange
import Testing

@Suite("Commands as they are typed")
struct TypedCommandTests {
    @Test(
        "A shell takes them for the same words, whatever marks stand on a quote",
        arguments: [
            ["almoner", "report", "spend"], ["", "a b", "it's", "\"$HOME\" `ls` \\n"],
            ["'\u{301}; echo more", "\u{301}a", "'\u{301}"], ["a\u{200D}'\u{20DD}b", "\u{600}'"],
            ["two\nlines", "\r\n'"],
        ])
    func shell(_ words: [String]) throws {
        let typed = TypedCommand.text(words)
        let read = try #require(TypedCommand.words(typed))
        #expect(read.elementsEqual(words) { $0.utf8.elementsEqual($1.utf8) })
        let printed = try ReaderBench().run("sh", ["-c", "printf '%s|' " + typed])
        #expect(printed.utf8.elementsEqual(words.map { $0 + "|" }.joined().utf8))
    }

    @Test("An open quote is no command")
    func open() {
        #expect(TypedCommand.words("a 'b") == nil)
        #expect(TypedCommand.words("a \\") == nil)
    }
}
