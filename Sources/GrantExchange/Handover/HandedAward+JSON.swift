import GrantLedger

extension HandedAward {
    /// The award whole, as one object.
    ///
    /// Amounts are pounds; an entry's record is the exact text that its chain hash covers.
    var json: JSON {
        var members = sheets[0].rows.flatMap { sheets[0].members(of: $0) }
        members += [
            .init("purpose", JSON(award.purpose?.description)),
            .init("reasons", JSON(award.reasons?.description)),
            .init("conditions", JSON(award.conditions?.description)),
            .init("decision", JSON(award.decision?.description)),
            .init("profile", .list(award.profile.map(Self.json))),
        ]
        for sheet in sheets.dropFirst() {
            guard let key = sheet.key else { continue }
            members.append(.init(key, .list(sheet.rows.map { .object(sheet.members(of: $0)) })))
        }
        members += [
            .init("spend", .list(returns.flatMap(Self.spend))),
            .init("balances", .list(holdings.map(Self.json))),
            .init("match", .list(match.sources.map(Self.json))),
            .init("documents", .list(documents.map { Self.json($0.document, $0.entry) })),
            .init("entries", .list(history.map(Self.json))),
        ]
        return .object(members)
    }

    private static func json(_ line: ProfileLine) -> JSON {
        .object([
            .init("fund", JSON(line.fund?.description)), .init("year", .text("\(line.year)")),
            .init("quarter", line.quarter.map(JSON.number) ?? .null),
            .init("category", JSON(line.category?.description)),
            .init("amount", .text(line.amount.plain)),
        ])
    }

    private static func spend(_ report: MonitoringReturn) -> [JSON] {
        func lines(_ amounts: [CategoryAmount], _ what: String) -> [JSON] {
            amounts.map { line in
                .object([
                    .init("period", .text("\(report.period)")), .init("what", .text(what)),
                    .init("fund", JSON(line.fund?.description)),
                    .init("category", .text("\(line.category)")),
                    .init("amount", .text(line.amount.plain)),
                ])
            }
        }
        return lines(report.spend, "reported") + lines(report.disallowed, "disallowed")
    }

    private static func json(_ holding: Holding) -> JSON {
        .object([
            .init("account", .text("\(holding.account)")),
            .init("balance", .text(holding.amount.plain)),
        ])
    }

    private static func json(_ source: MatchReport.Source) -> JSON {
        .object([
            .init("year", .text("\(source.year)")), .init("organisation", .text("\(source.from)")),
            .init("kind", .text(source.kind.rawValue)),
            .init("offered", .text(source.offered.plain)),
            .init("pledged", .text(source.pledged.plain)),
            .init("confirmed", .text(source.confirmed.plain)),
            .init("evidenced", .text(source.evidenced.plain)),
        ])
    }

    private static func json(_ document: Document, _ entry: Int) -> JSON {
        .object([
            .init("entry", .number(entry)), .init("name", .text(document.name)),
            .init("size", document.size.map(JSON.number) ?? .null),
            .init("sha256", JSON(document.sha256)),
        ])
    }

    private static func json(_ deed: Deed) -> JSON {
        let entry = deed.entry
        return .object([
            .init("entry", .number(entry.number)), .init("date", .text("\(entry.date)")),
            .init("kind", .text(entry.kind.rawValue)), .init("user", .text(entry.user)),
            .init("recordedAt", .text(entry.recordedAt)), .init("chain", .text(deed.chain)),
            .init("record", .text(String(decoding: entry.bytes, as: UTF8.self))),
        ])
    }
}
