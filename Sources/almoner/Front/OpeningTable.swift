import GrantLedger

/// The rows of a file of opening balances, and what is wrong with them.
struct OpeningTable {
    /// One balance, and the fund that is opened for it.
    struct Row {
        let account: Account
        let amount: Money
        let opens: OpenFund?
    }

    /// What is wrong, each with its row, counted from the row of names, and its column.
    private(set) var faults: [String] = []
    private var columns: [String] = []
    private var lines: [(number: Int, fields: [String])] = []

    init(_ text: String) {
        let body =
            text.unicodeScalars.first == "\u{FEFF}"
            ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
        let rows = String(String.UnicodeScalarView(body)).split(omittingEmptySubsequences: false) {
            $0.isNewline
        }
        for (place, row) in rows.enumerated() where !row.allSatisfy(\.isWhitespace) {
            guard let fields = Self.fields(of: row) else {
                fault(place + 1, "head", "a quotation mark is left open")
                continue
            }
            lines.append((place + 1, fields))
        }
        guard !lines.isEmpty else {
            fault(1, "head", "the file is empty")
            return
        }
        columns = lines.removeFirst().fields.map { $0.lowercased() }
        for name in ["head", "fund", "amount"] where !columns.contains(name) {
            fault(1, name, "there is no such column")
        }
        for name in columns where !["head", "fund", "amount", "title", "source"].contains(name) {
            fault(1, name, "it is not a column of this file")
        }
    }

    /// Keeps what is wrong in a row and column.
    mutating func fault(_ row: Int, _ column: String, _ what: String) {
        faults.append("row \(row), \(column): \(what)")
    }

    /// Every balance that can be read.
    mutating func rows() -> [Row] {
        guard faults.isEmpty else { return [] }
        var rows: [Row] = []
        for (number, fields) in lines {
            guard fields.count == columns.count else {
                fault(
                    number, columns.last ?? "",
                    "it has \(fields.count) fields, not \(columns.count)")
                continue
            }
            let values = Dictionary(zip(columns, fields)) { first, _ in first }
            guard let row = row(number, values) else { continue }
            if rows.contains(where: { $0.account == row.account }) {
                fault(number, "head", "\(row.account) is given twice")
            }
            rows.append(row)
        }
        return rows
    }

    private mutating func row(_ number: Int, _ values: [String: String]) -> Row? {
        let before = faults.count
        let head = values["head"].flatMap { text in
            [Head.bank, .earmarkedReserve].first {
                $0.rawValue.lowercased() == text.lowercased().replacing("-", with: "")
            }
        }
        if head == nil {
            fault(
                number, "head",
                "\"\(values["head"] ?? "")\" is neither bank nor earmarkedReserve")
        }
        let fund = read(number, "fund", values) { try Code.typed($0) }
        if head == .earmarkedReserve, values["fund"]?.isEmpty != false {
            fault(number, "fund", "a reserve is kept for a fund")
        }
        if head == .bank, fund != nil { fault(number, "fund", "bank is kept for no fund") }
        let amount = read(number, "amount", values) { try Money.typed($0) }
        if values["amount"]?.isEmpty != false { fault(number, "amount", "it is empty") }
        if let amount, amount <= Money.zero { fault(number, "amount", "it is not above nil") }
        let opens = head == .bank ? nil : fund.flatMap { self.opened($0, number, values) }
        guard faults.count == before, let head, let amount else { return nil }
        return Row(account: Account(head, fund: fund), amount: amount, opens: opens)
    }

    /// The fund that a row opens.
    private mutating func opened(
        _ fund: Code, _ number: Int, _ values: [String: String]
    ) -> OpenFund? {
        let title = read(number, "title", values) { try Title.typed($0) }
        let source = read(number, "source", values) { text in
            guard let source = Fund.Source(rawValue: text.lowercased()) else {
                throw NotAccepted(
                    "there are \(Fund.Source.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return source
        }
        if values["title"]?.isEmpty != false { fault(number, "title", "fund \(fund) needs one") }
        if values["source"]?.isEmpty != false { fault(number, "source", "fund \(fund) needs one") }
        guard let title, let source else { return nil }
        return OpenFund(code: fund, title: title, source: source)
    }

    /// A field that is not empty, read.
    private mutating func read<Value>(
        _ number: Int, _ column: String, _ values: [String: String],
        _ body: (String) throws -> Value
    ) -> Value? {
        guard let text = values[column], !text.isEmpty else { return nil }
        do { return try body(text) } catch {
            var reason = "\(error)"
            if reason.hasSuffix(".") { reason.removeLast() }
            fault(number, column, "\"\(text)\": \(reason)")
            return nil
        }
    }

    /// The fields of a row, without space around them; nil where a quotation mark is left open.
    private static func fields(of row: Substring) -> [String]? {
        var fields = [""]
        var isQuoted = false
        var wasQuote = false
        for scalar in row.unicodeScalars {
            if scalar == "\"" {
                if wasQuote { fields[fields.count - 1] += "\"" }
                wasQuote = !wasQuote && isQuoted
                isQuoted.toggle()
            } else {
                wasQuote = false
                if scalar == ",", !isQuoted {
                    fields.append("")
                } else {
                    fields[fields.count - 1].unicodeScalars.append(scalar)
                }
            }
        }
        guard !isQuoted else { return nil }
        return fields.map { field in
            String(
                field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
    }
}
