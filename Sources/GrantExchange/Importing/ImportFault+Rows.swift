public import GrantLedger

extension ImportFault {
    /// A refusal of a rule, at the column of the fact that it is about.
    public init(
        _ refusal: Refusal, of record: ImportRecord, fact: String? = nil, in layout: ImportLayout
    ) {
        let column = Self.column(refusal, fact, layout)
        self.init(
            refusal.reason.rawValue, row: record.row,
            cell: column.map { IncomingCell.letters(of: $0.index) + "\(record.row)" },
            heading: column?.heading,
            text: column.flatMap { record.texts[$0.name] }, refusal.message,
            remedy: refusal.remedy)
    }

    /// Two rows of one file bear the same reference.
    public init(twin: Int, of record: ImportRecord, in layout: ImportLayout) {
        let column = layout.unique.flatMap(layout.column)
        let text = column.flatMap { record.texts[$0.name] } ?? ""
        self.init(
            "seen-twice", row: record.row,
            cell: column.map { IncomingCell.letters(of: $0.index) + "\(record.row)" },
            heading: column?.heading, text: text, "“\(text)” stands in row \(twin) too.",
            remedy: "Correct one of them; or, if the column does not tell rows apart, name another "
                + "with --unique FACT, or --unique none.")
    }

    /// The book has another row under the reference of this one.
    public init(differsFrom entry: Int, of record: ImportRecord, in layout: ImportLayout) {
        let column = layout.unique.flatMap(layout.column)
        let text = column.flatMap { record.texts[$0.name] } ?? ""
        self.init(
            "row-differs", row: record.row,
            cell: column.map { IncomingCell.letters(of: $0.index) + "\(record.row)" },
            heading: column?.heading, text: text,
            "“\(text)” was taken in before as entry \(entry), and the row states something else now.",
            remedy: "Compare them: almoner entry show \(entry). If the entry is wrong, reverse it: "
                + "almoner entry reverse \(entry); then import again.")
    }

    private static func column(
        _ refusal: Refusal, _ fact: String?, _ layout: ImportLayout
    ) -> ImportLayout.Column? {
        if let fact { return layout.column(fact) }
        func detail(_ name: String) -> String? {
            refusal.details.first { $0.name == name }?.value
        }
        var names: [String] = []
        switch refusal.reason {
        case .totalDiffers: names = ["total"]
        case .unusualDate: names = ["received", "made", "signed", "paid-on", "date"]
        case .returnAwaited: names = ["after-return", "paid", "instalment", "amount"]
        case .unknownCode:
            names = [detail("noun") ?? ""]
            if names == ["organisation"] { names = ["applicant", "recipient"] }
        case .periodUnknown, .returnStands: names = ["period"]
        default: break
        }
        let year =
            detail("year").flatMap(FinancialYear.init(_:))
            ?? detail("account").flatMap(Account.init(_:))?.year
        let found =
            names.lazy.compactMap(layout.column).first
            ?? layout.columns.first { ProfileKey($0.name)?.year == year && year != nil }
        return found
            ?? ["code", "award", "fund", "amount"].lazy.compactMap(layout.column).first
    }
}
