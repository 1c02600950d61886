import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// The awards: their facts, their money by year, their profiles, instalments, returns and match.
    func awards(to taker: any TableTaker) throws {
        try register(taker, Self.awards, Award.self) { row, _ in [Self.row(row)] }
        try register(taker, Self.years, Award.self) { row, reading in
            try AwardSheet.years(row, reading).rows.map { [Cell(row.code)] + $0 }
        }
        try profiles(to: taker)
        try register(taker, Self.instalments, Instalment.self) { row, reading in
            [try Self.row(row, reading)]
        }
        try register(taker, Self.returns, MonitoringReturn.self) { row, _ in Self.rows(row) }
        let match = try read { reading in
            MatchSheet.sheet(try MatchSheet.lines(reading), key: "match", title: "Match")
        }
        try taker.take(match)
    }

    private static let awards = Sheet(
        key: "awards", title: "Awards",
        columns: [
            Column("award", "Award"), Column("bid", "Bid"), Column("round", "Round"),
            Column("fund", "Fund"), Column("recipient", "Recipient"),
            Column("title", "Title", isFlexible: true), Column("amount", "Amount", .money),
            Column("status", "Status"), Column("signed", "Signed", .date),
            Column("agreement", "Agreement", isFlexible: true),
            Column("notice", "Notice", isFlexible: true), Column("starts", "Starts", .date),
            Column("ends", "Ends", .date), Column("area", "Area"), Column("theme", "Theme"),
            Column("returns", "Returns"), Column("expense", "Expensed on"),
            Column("withheld", "Not for publication"),
            Column("purpose", "Purpose", isFlexible: true),
            Column("reasons", "Reasons", isFlexible: true),
            Column("conditions", "Conditions", isFlexible: true),
        ], empty: "No award is made.")

    private static func row(_ row: Award) -> [Cell] {
        [
            Cell(row.code), Cell(row.bid), Cell(row.round), Cell(row.fund), Cell(row.recipient),
            Cell(row.title), .money(row.profile.total), .text(row.status.rawValue),
            Cell(row.signed), Cell(row.agreement), Cell(row.decision), Cell(row.starts),
            Cell(row.ends), Cell(row.area), Cell(row.theme), Cell(row.returns?.rawValue),
            Cell(row.expense?.rawValue), .list((row.withheld ?? []).map(\.field.description)),
            Cell(row.purpose), Cell(row.reasons), Cell(row.conditions),
        ]
    }

    private static let years = Sheet(
        key: "award-years", title: "Awards by year",
        columns: [
            Column("award", "Award"), Column("year", "Year of cost"), Column("fund", "Fund"),
            Column("awarded", "Awarded", .money), Column("charged", "Charged", .money),
            Column("committed", "Committed", .money), Column("paid", "Paid", .money),
            Column("reserved", "Reserved", .money), Column("onAccount", "On account", .money),
            Column("owed", "Owed", .money),
        ], empty: "No award is made.")

    private func profiles(to taker: any TableTaker) throws {
        try table(taker, Self.profiles) { add in
            try eachRow(Grant.self) { row, _ in
                for cells in Self.rows("grant", row.code, row.profile) { try add(cells) }
            }
            try eachRow(Bid.self) { row, _ in
                for cells in Self.rows("bid", row.code, row.profile) { try add(cells) }
            }
            try eachRow(Award.self) { row, _ in
                for cells in Self.rows("award", row.code, row.profile) { try add(cells) }
            }
        }
    }

    private static let profiles = Sheet(
        key: "profiles", title: "Profiles",
        columns: [
            Column("what", "What"), Column("of", "Of"), Column("line", "Line", .number),
            Column("year", "Year of cost"), Column("quarter", "Quarter", .number),
            Column("fund", "Fund"), Column("category", "Category"),
            Column("amount", "Amount", .money),
        ], empty: "Nothing is profiled.")

    private static func rows(_ what: String, _ of: Code, _ profile: Profile) -> [[Cell]] {
        zip(1..., profile).map { number, line in
            [
                .text(what), Cell(of), .number(number), Cell(line.year), Cell(line.quarter),
                Cell(line.fund), Cell(line.category), .money(line.amount),
            ]
        }
    }

    private static let instalments = Sheet(
        key: "instalments", title: "Instalments",
        columns: [
            Column("award", "Award"), Column("instalment", "No", .number),
            Column("year", "Year of cost"), Column("due", "Due", .date),
            Column("amount", "Amount", .money), Column("status", "Status"),
            Column("after", "After the return"), Column("payment", "Paid by entry", .number),
            Column("reason", "Reason", isFlexible: true),
        ], empty: "No instalment is scheduled.")

    private static func row(_ row: Instalment, _ reading: Reading) throws -> [Cell] {
        [
            Cell(row.award), .number(row.number), Cell(row.year), .date(row.due),
            Cell(try InstalmentSheet.amount(of: row, reading)), .text(row.status.rawValue),
            Cell(row.after), Cell(row.payment), Cell(row.reason),
        ]
    }

    private static let returns = Sheet(
        key: "returns", title: "Returns",
        columns: [
            Column("award", "Award"), Column("period", "Period"),
            Column("submitted", "Submitted", .date), Column("status", "Status"),
            Column("fund", "Fund"), Column("category", "Category"),
            Column("reported", "Reported", .money), Column("disallowed", "Disallowed", .money),
            Column("reason", "Reason", isFlexible: true),
        ], empty: "No return came in.")

    /// A row a heading of the return.
    private static func rows(_ row: MonitoringReturn) -> [[Cell]] {
        row.spend.map { line in
            let less = row.disallowed.filter {
                $0.category == line.category && $0.fund == line.fund
            }
            return [
                Cell(row.award), Cell(row.period), .date(row.submitted),
                .text(row.status.rawValue), Cell(line.fund), Cell(line.category),
                .money(line.amount), .money(less.map(\.amount).total), Cell(row.reason),
            ]
        }
    }
}
