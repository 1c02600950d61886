/// What an office sets of a rule of the exceptions: the form of the value, and what holds until it is
/// set.
public struct ExceptionThreshold: Hashable, Sendable {
    /// The forms a value can have; each can be `off` too.
    public enum Form: Hashable, Sendable {
        /// A number of days: `31 days`.
        case days
        /// An amount above nil: `5000.00`.
        case amount
        /// A share of a limit: `5%`.
        case share
        /// The hours of work: `08:00-18:00`.
        case hours
        /// A number of letters: `4 letters`.
        case letters
        /// Looked for or not: `on`.
        case presence
    }

    /// The form of its value.
    public let form: Form
    /// Its value until it is set.
    public let standard: String

    /// The word by which a rule finds nothing.
    public static let off = "off"

    init(_ form: Form, _ standard: String) { (self.form, self.standard) = (form, standard) }

    /// The values it can have, in words.
    public var takes: String {
        switch form {
        case .days: "a number of days from 0 to 366, or off"
        case .amount: "an amount above nil, or off"
        case .share: "a percentage from 0% to 50%, or off"
        case .hours: "hours of work such as 08:00-18:00, or off"
        case .letters: "a number of letters from 1 to 100, or off"
        case .presence: "on or off"
        }
    }

    /// The one spelling of a value; nil where it can have no such value.
    public func spelled(_ text: String) -> String? {
        let word = String(text.lowercased().filter { $0 != " " })
        if word == Self.off { return word }
        switch form {
        case .days: return Self.days(word).map { "\($0) days" }
        case .amount: return Self.amount(word).map(\.plain)
        case .share: return Self.share(word).map(\.description)
        case .hours: return Self.hours(word).map(Self.text)
        case .letters: return Self.letters(word).map { "\($0) letters" }
        case .presence: return word == "on" ? word : nil
        }
    }
}

extension ExceptionThreshold {
    static func days(_ text: String) -> Int? { number(text, of: "days", "day", in: 0...366) }

    static func letters(_ text: String) -> Int? {
        number(text, of: "letters", "letter", in: 1...100)
    }

    static func amount(_ text: String) -> Money? {
        guard let amount = try? Money(pounds: text), amount > .zero else { return nil }
        return amount
    }

    static func share(_ text: String) -> Percentage? {
        Percentage(shown: text).flatMap { $0.hundredths > 5_000 ? nil : $0 }
    }

    /// From which minute of the day to which; nil where the last is not after the first.
    static func hours(_ text: String) -> Range<Int>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
        guard parts.count == 2, let first = parts[0], let last = parts[1], first < last else {
            return nil
        }
        return first..<last
    }

    /// `08:00-18:00`.
    static func text(_ hours: Range<Int>) -> String {
        "\(clock(hours.lowerBound))-\(clock(hours.upperBound))"
    }

    /// `08:05`.
    static func clock(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), minute < 60,
            Int(hour) * 60 + Int(minute) <= 1_440
        else { return nil }
        return Int(hour) * 60 + Int(minute)
    }

    private static func number(
        _ text: String, of nouns: String..., in range: ClosedRange<Int>
    ) -> Int? {
        var digits = text.filter { $0 != " " }
        if let noun = nouns.first(where: digits.hasSuffix) { digits.removeLast(noun.count) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
            range.contains(number)
        else { return nil }
        return number
    }
}
