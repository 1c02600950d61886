/// An entry that moved the office's bank and stands.
public struct BankMove: Hashable, Sendable {
    /// Its number.
    public let entry: Int
    /// The day it takes effect.
    public let date: Day
    /// Its act's kind.
    public let kind: Kind
    /// How much came in; negative for what left.
    public let amount: Money
    /// The paper's or the bank's reference.
    public let reference: String?
    /// The codes it is about: an award, a grant, a claim, a fund.
    public let codes: [String]

    /// Creates a move of the bank.
    public init(
        entry: Int, date: Day, kind: Kind, amount: Money, reference: String? = nil,
        codes: [String] = []
    ) {
        self.entry = entry
        self.date = date
        self.kind = kind
        self.amount = amount
        self.reference = reference
        self.codes = codes
    }

    /// Whether a line of the bank names it: its reference or its code stands in the text as a word.
    public func isNamed(in text: String) -> Bool {
        let words = Self.words(text)
        return (codes + [reference].compactMap(\.self)).contains { name in
            let name = Self.words(name)
            return name.utf8.count > 4 && words.contains(name)
        }
    }

    /// Letters and digits in capitals, anything else a space, one at either end.
    private static func words(_ text: String) -> String {
        var words = " "
        for scalar in text.uppercased().unicodeScalars {
            let isPlain = (65...90).contains(scalar.value) || (48...57).contains(scalar.value)
            if isPlain {
                words.unicodeScalars.append(scalar)
            } else if words.last != " " {
                words.append(" ")
            }
        }
        return words.last == " " ? words : words + " "
    }
}
