import GrantLedger

extension Money {
    /// Reads an amount as typed.
    static func typed(_ text: String) throws -> Money {
        do {
            return try Money(pounds: text)
        } catch {
            switch error {
            case .notAnAmount:
                throw NotAccepted("write pounds as 35000, 35,000.00 or £35,000.00.")
            case .grouping:
                throw NotAccepted("commas part groups of three digits: 35,000 or 1,234,567.89.")
            case .decimals:
                throw NotAccepted("more than two decimals; a penny is the smallest amount.")
            case .tooLarge:
                throw NotAccepted("one amount is at most \(Money.greatest).")
            }
        }
    }
}

extension Percentage {
    /// Reads a percentage as typed: `30`, `12.5` or `12.5%`.
    static func typed(_ text: String) throws -> Percentage {
        let number = text.hasSuffix("%") ? String(text.dropLast()) : text
        guard !number.hasPrefix("£"), !number.contains(","),
            let hundredths = try? Money(pounds: number).pence,
            let percentage = Percentage(hundredths: Int(hundredths))
        else {
            throw NotAccepted("write a percentage from 0 to 100, with at most two decimals: 12.5.")
        }
        return percentage
    }
}
