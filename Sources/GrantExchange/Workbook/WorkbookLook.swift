import CXlsxWriter

/// How a cell of a workbook is shown and whether it may be typed in.
enum WorkbookLook: Hashable, CaseIterable, Sendable {
    case text, wrapped, money, number, percent, date
    case title, label, heading, headingRight
    case toldMoney, toldNumber, toldPercent, toldDate
    case totalText, totalMoney, totalNumber, totalPercent
    case entryText, entryMoney, entryNumber, entryDate

    /// Sets what the look is made of.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if let pattern { format_set_num_format(format, pattern) }
        switch self {
        case .wrapped:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .label:
            format_set_bold(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .heading, .headingRight:
            format_set_bold(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_text_wrap(format)
            if self == .headingRight {
                format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
            }
        case .toldMoney, .toldNumber, .toldPercent, .toldDate:
            format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .totalText, .totalMoney, .totalNumber, .totalPercent:
            format_set_bold(format)
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .entryText, .entryMoney, .entryNumber, .entryDate:
            format_set_unlocked(format)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bg_color(format, 0xFFF8DC)
        case .text, .money, .number, .percent, .date: break
        }
    }

    /// How a number is shown; a text is kept as typed.
    private var pattern: String? {
        switch self {
        case .money, .totalMoney, .entryMoney, .toldMoney: "#,##0.00"
        case .percent, .totalPercent, .toldPercent: "0.00%"
        case .number, .totalNumber, .entryNumber, .toldNumber: "0"
        case .date, .entryDate, .toldDate: "d mmm yyyy"
        case .text, .wrapped, .entryText: "@"
        case .title, .label, .heading, .headingRight, .totalText: nil
        }
    }

    /// The same kind of cell in the row of totals.
    var total: WorkbookLook {
        switch self {
        case .money: .totalMoney
        case .number: .totalNumber
        case .percent: .totalPercent
        default: .totalText
        }
    }

    /// How a value looks that stands beside its name.
    init(told cell: Cell) {
        switch cell {
        case .money: self = .toldMoney
        case .number: self = .toldNumber
        case .percent: self = .toldPercent
        case .date: self = .toldDate
        case .text, .list, .absent: self = .wrapped
        }
    }

    /// How the cells of a column look.
    init(_ column: Column) {
        switch column.kind {
        case .text: self = column.wraps || column.isFlexible ? .wrapped : .text
        case .money: self = .money
        case .number: self = .number
        case .percent: self = .percent
        case .date: self = .date
        }
    }
}
