import CXlsxWriter

/// What an entry cell of a form takes.
enum EntryRule: Hashable, Sendable {
    /// Pounds and pence, nil or more.
    case money(cell: String)
    /// A whole number, nil or more.
    case count
    /// A day from 2000 on.
    case date
    /// One of some words.
    case choice([String])
    /// A text of so many signs at most.
    case text(Int)

    /// The rule in the library's words.
    func validation(_ texts: CTexts) -> lxw_data_validation {
        var rule = lxw_data_validation()
        rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
        rule.error_title = texts.pointer("Not accepted")
        rule.error_message = texts.pointer(message)
        switch self {
        case .money(let cell):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            rule.value_formula = texts.pointer(
                "=AND(ISNUMBER(\(cell)),\(cell)>=0,ABS(ROUND(\(cell),2)-\(cell))<0.000001)")
        case .count:
            rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            rule.value_number = 0
        case .date:
            rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            var first = lxw_datetime()
            (first.year, first.month, first.day) = (2000, 1, 1)
            rule.value_datetime = first
        case .choice:
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        case .text(let length):
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            rule.value_number = .init(length)
        }
        return rule
    }

    /// The words of a choice, as a list that ends in nothing.
    func withList(
        _ texts: CTexts,
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> lxw_error
    ) -> lxw_error {
        guard case .choice(let words) = self else { return body(nil) }
        var list = words.map { texts.pointer($0) } + [nil]
        return list.withUnsafeMutableBufferPointer { body($0.baseAddress) }
    }

    private var message: String {
        switch self {
        case .money: "Type pounds and pence: a number from 0, with two decimals at most."
        case .count: "Type a whole number from 0."
        case .date: "Type a date."
        case .choice(let words): "Type one of: \(words.joined(separator: ", "))."
        case .text(let length): "Type at most \(length) signs."
        }
    }
}
