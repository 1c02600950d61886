import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// Who acted, from which login, from when to when; and what waited for a second person.
    func people(to taker: any TableTaker) throws {
        let (uses, persons) = try read { reading in
            (try reading.reader.uses(), try reading.reader.rows(Person.self))
        }
        try table(taker, Self.people) { add in
            let byCode = Dictionary(persons.map { ($0.code.description, $0) }) { $1 }
            for use in uses { try add(Self.row(use, byCode[use.user])) }
            let acted = Set(uses.map(\.user))
            for person in persons where !acted.contains(person.code.description) {
                try add(Self.row(nil, person))
            }
        }
        var decisions: [Int: Entry] = [:]
        let end = FinancialYear(starting: 9998)?.lastDay
        let start = FinancialYear(starting: 1)?.firstDay
        try eachEntry([.decidePrepared], from: start, through: end) { found, reading in
            guard try reading.reader.reversal(of: found.entry.number) == nil,
                let prepared = AskedFacts(found.entry)["prepared"].flatMap({ Int($0) })
            else { return }
            decisions[prepared] = found.entry
        }
        try table(taker, Self.approvals) { add in
            try eachRow(Prepared.self) { row, _ in
                guard year?.contains(row.date) ?? true else { return }
                try add(Self.row(row, decisions[row.number]))
            }
        }
    }

    private static let people = Sheet(
        key: "people", title: "People",
        columns: [
            Column("user", "User"), Column("name", "Name", isFlexible: true),
            Column("login", "Login"), Column("enrolledLogin", "Enrolled with login"),
            Column("mayApprove", "May approve"), Column("entries", "Entries", .number),
            Column("approvals", "Approvals", .number), Column("first", "First entry", .number),
            Column("firstAt", "First use"), Column("last", "Last entry", .number),
            Column("lastAt", "Last use"),
        ], empty: "Nobody acted.")

    private static func row(_ use: Reader.Use?, _ person: Person?) -> [Cell] {
        [
            Cell(use?.user ?? person?.code.description), Cell(person?.name), Cell(use?.login),
            Cell(person?.login), Cell(person.map { $0.mayApprove ? "yes" : "no" }),
            .number(use?.entries ?? 0), .number(use?.approvals ?? 0), Cell(use?.first),
            Cell(use?.firstAt), Cell(use?.last), Cell(use?.lastAt),
        ]
    }

    private static let approvals = Sheet(
        key: "approvals", title: "Approvals",
        columns: [
            Column("entry", "Prepared by entry", .number), Column("date", "Date", .date),
            Column("year", "Year"), Column("kind", "Kind"),
            Column("what", "What", isFlexible: true), Column("amount", "Amount", .money),
            Column("user", "By"), Column("login", "Login"), Column("status", "Status"),
            Column("decidedBy", "Decided by entry", .number),
            Column("approver", "Second person"), Column("approverLogin", "Their login"),
            Column("decidedAt", "Decided"), Column("reason", "Reason", isFlexible: true),
        ], empty: "Nothing was prepared for a second person.")

    private static func row(_ row: Prepared, _ decision: Entry?) -> [Cell] {
        [
            .number(row.number), .date(row.date),
            .text(FinancialYear(containing: row.date).description), .text(row.kind.rawValue),
            .text(Narrative.words(row.kind, row.act)), .money(row.size), .text(row.user),
            .text(row.login), .text(row.status.rawValue), Cell(decision?.number),
            Cell(decision?.user), Cell(decision?.login), Cell(decision?.recordedAt),
            Cell(row.reason),
        ]
    }
}
