import GrantLedger

extension Page {
    /// The page as one object: the envelope, the facts, then the rows by the keys of their columns.
    public var json: JSON {
        var members = envelope.members(schema: "almoner." + schema)
        if !sentences.isEmpty {
            members.append(.init("sentences", .list(sentences.map(JSON.text))))
        }
        if !facts.isEmpty {
            members.append(.init("facts", .object(facts.map { .init($0.key, $0.cell.json) })))
        }
        for sheet in sheets {
            if let key = sheet.key {
                members.append(.init(key, .object(sheet.members)))
            } else {
                members += sheet.members
            }
        }
        return .object(members)
    }

    /// A row a line; a row of a named sheet says first which sheet it is of.
    var jsonLines: String {
        var out = ""
        for sheet in sheets {
            let first = sheet.key.map { [JSON.Member("sheet", .text($0))] } ?? []
            for row in sheet.rows {
                out += JSON.object(first + sheet.members(of: row)).compact + "\n"
            }
        }
        if sheets.isEmpty {
            out += JSON.object(facts.map { .init($0.key, $0.cell.json) }).compact + "\n"
        }
        return out
    }
}

extension Envelope {
    /// The members every page begins with.
    ///
    /// What was known is told by `journal`, whether it was asked for (`--known-at`) or was all there
    /// was, so that a page asked again later is the same to the byte; `knownAt` is nil for both.
    public func members(schema: String) -> [JSON.Member] {
        [
            .init("schema", .text(schema)),
            .init("office", .text(office)),
            .init("book", .text(book)),
            .init("question", .list(question.map(JSON.text))),
            .init("asAt", JSON(asAt?.description)),
            .init("knownAt", .null),
            .init("by", .list((by ?? []).map(JSON.text))),
            .init(
                "journal",
                .object([.init("entries", .number(entries)), .init("chain", .text(chain))])),
            .init("singlePerson", .bool(isSinglePerson)),
        ]
    }
}

extension Sheet {
    fileprivate var members: [JSON.Member] {
        var members = [JSON.Member("rows", .list(rows.map { .object(self.members(of: $0)) }))]
        if let totals {
            let figures = zip(columns, totals).filter { $0.0.kind != .text && $0.0.kind != .date }
            members.append(
                .init("totals", .object(figures.map { .init($0.0.key, $0.1.json) })))
        }
        return members
    }

    /// A row by the keys of its columns.
    func members(of row: [Cell]) -> [JSON.Member] {
        zip(columns, row).map { .init($0.key, $1.json) }
    }
}
