import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// The registers, whole, as they stand at the newest entry.
    func registers(to taker: any TableTaker) throws {
        try register(taker, Self.organisations, Organisation.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.funds, Fund.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.grants, Grant.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.rounds, Round.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.bids, Bid.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.ownBids, OwnBid.self) { row, _ in [Self.row(row)] }
        try awards(to: taker)
        try claimed(to: taker)
        try settings(to: taker)
    }

    /// Hands over a register, slice by slice.
    ///
    /// - Parameters:
    ///   - taker: what takes it.
    ///   - sheet: its name and columns.
    ///   - type: what it is a register of.
    ///   - rows: the rows that one thing makes.
    /// - Throws: where the book cannot be read.
    func register<Noun: Registered>(
        _ taker: any TableTaker, _ sheet: Sheet, _ type: Noun.Type,
        _ rows: (Noun, Reading) throws -> [[Cell]]
    ) throws {
        try table(taker, sheet) { add in
            try eachRow(type) { row, reading in
                for cells in try rows(row, reading) { try add(cells) }
            }
        }
    }

    private static let organisations = Sheet(
        key: "organisations", title: "Organisations",
        columns: [
            Column("organisation", "Code"), Column("name", "Name", isFlexible: true),
            Column("kind", "Kind"), Column("orgId", "Identifier"),
        ], empty: "No organisation is registered.")

    private static func row(_ row: Organisation) -> [Cell] {
        [Cell(row.code), Cell(row.name), Cell(row.kind?.rawValue), Cell(row.orgId)]
    }

    private static let funds = Sheet(
        key: "funds", title: "Funds",
        columns: [
            Column("fund", "Fund"), Column("title", "Title", isFlexible: true),
            Column("source", "Source"), Column("grants", "Grants"),
        ], empty: "No fund is open.")

    private static func row(_ row: Fund) -> [Cell] {
        [
            Cell(row.code), Cell(row.title), .text(row.source.rawValue),
            .list(row.grants.map(\.description)),
        ]
    }

    private static let grants = Sheet(
        key: "grants", title: "Grants",
        columns: [
            Column("grant", "Grant"), Column("title", "Title", isFlexible: true),
            Column("funder", "Funder"), Column("fund", "Fund"), Column("basis", "Basis"),
            Column("status", "Status"), Column("agreement", "Agreement"),
            Column("underwrittenBy", "Underwritten by"), Column("ends", "Ends", .date),
            Column("amount", "Amount", .money),
        ], empty: "No grant is recorded.")

    private static func row(_ row: Grant) -> [Cell] {
        [
            Cell(row.code), Cell(row.title), Cell(row.funder), Cell(row.fund),
            .text(row.basis.rawValue), .text(row.status.rawValue), Cell(row.agreement),
            Cell(row.underwrittenBy), Cell(row.ends), .money(row.profile.total),
        ]
    }

    private static let rounds = Sheet(
        key: "rounds", title: "Rounds",
        columns: [
            Column("round", "Round"), Column("fund", "Fund"),
            Column("title", "Title", isFlexible: true), Column("opens", "Opens", .date),
            Column("closes", "Closes", .date), Column("capPerYear", "Cap a year", .money),
            Column("capPerAward", "Cap in all", .money), Column("years", "Years"),
            Column("status", "Status"),
        ], empty: "No round is open.")

    private static func row(_ row: Round) -> [Cell] {
        [
            Cell(row.code), Cell(row.fund), Cell(row.title), .date(row.opens), .date(row.closes),
            Cell(row.capPerYear), Cell(row.capPerAward), .list(row.years.map(\.description)),
            .text(row.status.rawValue),
        ]
    }

    private static let bids = Sheet(
        key: "bids", title: "Bids",
        columns: [
            Column("bid", "Bid"), Column("round", "Round"), Column("applicant", "Applicant"),
            Column("title", "Title", isFlexible: true), Column("received", "Received", .date),
            Column("asked", "Asked", .money), Column("match", "Match stated", .money),
            Column("area", "Area"), Column("theme", "Theme"), Column("status", "Status"),
            Column("notice", "Notice", isFlexible: true),
            Column("reason", "Reason", isFlexible: true),
        ], empty: "No bid came in.")

    private static func row(_ row: Bid) -> [Cell] {
        [
            Cell(row.code), Cell(row.round), Cell(row.applicant), Cell(row.title),
            .date(row.received), .money(row.profile.total),
            .money(row.match.map(\.amount).total), Cell(row.area), Cell(row.theme),
            .text(row.status.rawValue), Cell(row.decision), Cell(row.reason),
        ]
    }

    private static let ownBids = Sheet(
        key: "own-bids", title: "Own bids",
        columns: [
            Column("bid", "Bid"), Column("funder", "Funder"),
            Column("title", "Title", isFlexible: true), Column("asked", "Asked", .money),
            Column("status", "Status"),
        ], empty: "The office itself has not bid.")

    private static func row(_ row: OwnBid) -> [Cell] {
        [
            Cell(row.code), Cell(row.funder), Cell(row.title), .money(row.profile.total),
            .text(row.status.rawValue),
        ]
    }
}
