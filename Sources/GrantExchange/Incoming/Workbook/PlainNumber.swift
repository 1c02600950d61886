/// A number of a workbook as a plain decimal, without going through binary fractions.
enum PlainNumber {
    /// The plain decimal of `1.6666660000000001E4`: `16666.66`; nil where it is no number.
    ///
    /// A number with a fraction is rounded to 15 digits, which is what a spreadsheet shows and vouches for:
    /// what lies beyond is the noise of its binary fractions. Whole numbers keep every digit.
    static func text(of number: String) -> String? {
        guard !isPlain(number) else { return number }
        guard var parts = Parts(number) else { return nil }
        parts.round(to: 15)
        return parts.plain
    }

    /// Whether it needs no change, as most numbers do: few digits, no naughts around them.
    private static func isPlain(_ number: String) -> Bool {
        let digits = number.utf8.drop { $0 == UInt8(ascii: "-") }
        guard number.utf8.count - digits.count < 2, digits.count <= 15,
            let first = digits.first, let last = digits.last, first != UInt8(ascii: "0"),
            isDigit(first), isDigit(last)
        else { return false }
        var points = 0
        for byte in digits where !isDigit(byte) {
            guard byte == UInt8(ascii: ".") else { return false }
            points += 1
        }
        return points == 0 || points == 1 && last != UInt8(ascii: "0")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Digits, and where the point stands among them.
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        /// How many of the digits stand before the point; below nil where naughts follow it first.
        var point = 0

        init?(_ text: String) {
            var rest = text.utf8[...]
            if let sign = rest.first, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(sign) {
                isNegative = sign == UInt8(ascii: "-")
                rest = rest.dropFirst()
            }
            let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
            let halves = mantissa.split(
                separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
            let whole = halves[0]
            let fraction = halves.count > 1 ? halves[1] : halves[0].prefix(0)
            let all = Array(whole) + Array(fraction)
            guard !all.isEmpty, all.count <= 400, all.allSatisfy(isDigit) else { return nil }
            var exponent = 0
            if mantissa.endIndex < rest.endIndex {
                let written = Substring(rest[mantissa.endIndex...].dropFirst())
                guard let read = Int(written), (-400...400).contains(read) else { return nil }
                exponent = read
            }
            let leading = all.prefix { $0 == UInt8(ascii: "0") }.count
            digits = Array(all.dropFirst(leading))
            point = whole.count + exponent - leading
            trim()
        }

        private mutating func trim() {
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        }

        mutating func round(to most: Int) {
            guard digits.count > most, digits.count > point else { return }
            let isUp = digits[most] >= UInt8(ascii: "5")
            digits.removeSubrange(most...)
            if isUp {
                var place = most - 1
                while place >= 0, digits[place] == UInt8(ascii: "9") {
                    digits[place] = UInt8(ascii: "0")
                    place -= 1
                }
                if place >= 0 {
                    digits[place] += 1
                } else {
                    digits.insert(UInt8(ascii: "1"), at: 0)
                    point += 1
                }
            }
            trim()
        }

        var plain: String {
            guard !digits.isEmpty else { return "0" }
            let naught = UInt8(ascii: "0")
            let before =
                Array(digits.prefix(max(point, 0)))
                + Array(repeating: naught, count: max(point - digits.count, 0))
            let after =
                Array(repeating: naught, count: max(-point, 0)) + digits.dropFirst(max(point, 0))
            let whole = before.isEmpty ? [naught] : before
            let all = after.isEmpty ? whole : whole + [UInt8(ascii: ".")] + after
            return (isNegative ? "-" : "") + String(decoding: all, as: UTF8.self)
        }
    }
}
