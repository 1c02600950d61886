import GrantLedger
import Testing

@Suite("Codes and texts")
struct TextTests {
    @Test("A code is 1 to 32 of A to Z, 0 to 9, full stop and hyphen, and orders by bytes")
    func codes() {
        for text in ["A", "VRF-01", "0.1", String(repeating: "X", count: 32)] {
            #expect(Code(text)?.description == text)
        }
        let tooLong = String(repeating: "X", count: 33)
        for text in ["", "vrf", "A B", "A/B", "A=B", "É", "A\n", tooLong] {
            #expect(Code(text) == nil, "\(text)")
        }
        #expect(code("A-1") < code("A.1"))
        #expect(code("A.1") < code("A1"))
        #expect(code("Z") < code("ZA"))
    }

    @Test("A text is not empty, holds no control character, and is counted in bytes")
    func prose() {
        #expect(Title("") == nil)
        #expect(Title(String(repeating: "x", count: 200)) != nil)
        #expect(Title(String(repeating: "x", count: 201)) == nil)
        #expect(Title(String(repeating: "é", count: 101)) == nil)
        #expect(Note(String(repeating: "x", count: 2_000)) != nil)
        #expect(Note(String(repeating: "x", count: 2_001)) == nil)
        #expect(Passage(String(repeating: "x", count: 20_000)) != nil)
        #expect(Passage(String(repeating: "x", count: 20_001)) == nil)
        for control in ["\t", "\u{0}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}", "\r\n"] {
            #expect(Passage("a\(control)b") == nil)
        }
    }

    @Test("Only the longest texts have line breaks")
    func lineBreaks() {
        #expect(Passage("one\ntwo") != nil)
        #expect(Note("one\ntwo") == nil)
        #expect(Title("one\ntwo") == nil)
    }

    @Test("A time of day is hours and minutes of two digits")
    func times() {
        #expect(TimeOfDay("17:05")?.description == "17:05")
        #expect(TimeOfDay("00:00")?.minutes == 0)
        for text in ["24:00", "17:60", "7:05", "17.05", ""] { #expect(TimeOfDay(text) == nil) }
    }
}
