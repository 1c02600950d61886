import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// What was decided about bids and awards, and how awards and grants were changed since.
    func decided(to taker: any TableTaker) throws {
        try table(taker, Self.decisions) { add in
            try eachEntry([
                .makeAward, .decideBid, .withdrawBid, .exceptCap, .settleOwnBid, .adjustLate,
            ]) { found, reading in
                if let row = try decision(found.entry, reading) { try add(row) }
            }
        }
        try table(taker, Self.variations) { add in
            try eachEntry(Self.varying.union([.adjustLate])) { found, reading in
                let asked = AskedFacts(found.entry)
                guard Self.varying.contains(asked.kind) else { return }
                try add(try variation(found.entry, asked, reading))
            }
        }
        try table(taker, Self.virements) { add in
            try eachEntry([.vireAward, .adjustLate]) { found, reading in
                let asked = AskedFacts(found.entry)
                guard asked.kind == .vireAward else { return }
                try add(
                    begun(found.entry) + [
                        Cell(asked["award"]), Cell(asked["fund"]), Cell(asked["year"]),
                        Cell(asked["from"]), Cell(asked["to"]), Cell(asked.amount("amount")),
                        Cell(asked["reason"]),
                    ] + (try ended(found.entry, reading)))
            }
        }
    }

    /// The cells every row of an entry begins with.
    func begun(_ entry: Entry) -> [Cell] {
        [
            .number(entry.number), .date(entry.date), .text(entry.year),
            .list(entry.yearsOfCost), .text(AskedFacts(entry).kind.rawValue),
        ]
    }

    /// The cells every row of an entry ends with.
    func ended(_ entry: Entry, _ reading: Reading) throws -> [Cell] {
        [
            .text(entry.user), Cell(entry.approver),
            Cell(try reading.reader.reversal(of: entry.number)),
        ]
    }

    /// Their headings.
    static let beginning = [
        Column("entry", "Entry", .number), Column("date", "Date", .date), Column("year", "Year"),
        Column("yearsOfCost", "Years of cost"), Column("kind", "Kind"),
    ]
    static let ending = [
        Column("user", "By"), Column("approver", "Approved by"),
        Column("reversedBy", "Reversed by", .number),
    ]

    private static let varying: Set<Kind> = [
        .varyAward, .varyGrant, .confirmGrant, .reprofileAward, .moveAward, .carryAward,
        .carryFunding, .lapseAward, .finishAward,
    ]

    private static let decisions = Sheet(
        key: "decisions", title: "Decisions",
        columns: beginning + [
            Column("bid", "Bid"), Column("award", "Award"), Column("decision", "Decision"),
            Column("asked", "Asked", .money), Column("given", "Given", .money),
            Column("notice", "Notice", isFlexible: true),
            Column("reason", "Reason", isFlexible: true),
            Column("authorisedBy", "Authorised by"),
        ] + ending, empty: "Nothing is decided.")

    private func decision(_ entry: Entry, _ reading: Reading) throws -> [Cell]? {
        let asked = AskedFacts(entry)
        var (bid, award, given): (String?, String?, Money?) = (asked["bid"], nil, nil)
        let words: String
        let bids = try bid.flatMap { try reading.reader.row(Bid.self, $0) }
        let wanted = bids?.profile.total
        switch asked.kind {
        case .makeAward:
            award = asked["code"]
            let row = entry.puts.first { $0.register == .award }?.row
            given = try row?.value(Award.self).profile.total
            words =
                given.flatMap { given in wanted.map { given < $0 } } == true
                ? "reduced" : wanted == nil ? "direct" : "full"
        case .decideBid:
            words = Self.outcomes[asked["outcome"] ?? ""] ?? "decided"
        case .withdrawBid: words = "withdrawn"
        case .settleOwnBid: words = asked["grant"] == nil ? "lost" : "won"
        case .exceptCap:
            (award, given) = (asked["project"], asked.amount("amount"))
            words = "cap exception"
            bid = nil
        default: return nil
        }
        return begun(entry) + [
            Cell(bid), Cell(award), .text(words), Cell(wanted), Cell(given),
            Cell(asked["decision"]), Cell(asked.first(of: "reason", "reasons")),
            Cell(asked["authorisedBy"]),
        ] + (try ended(entry, reading))
    }

    private static let outcomes = [
        "decline": "declined", "defer": "deferred", "reserve-list": "reserve list",
    ]

    private static let variations = Sheet(
        key: "variations", title: "Variations",
        columns: beginning + [
            Column("of", "Of"), Column("costYear", "Year of cost"), Column("from", "From"),
            Column("to", "To"), Column("amount", "Amount", .money),
            Column("moved", "Moved", .money), Column("reason", "Reason", isFlexible: true),
        ] + ending, empty: "Nothing is varied.")

    private func variation(
        _ entry: Entry, _ asked: AskedFacts, _ reading: Reading
    ) throws -> [Cell] {
        begun(entry) + [
            Cell(asked.first(of: "award", "grant", "fund")), Cell(asked["year"]),
            Cell(asked["from"]), Cell(asked["to"]),
            Cell(asked.amount("amount") ?? asked.total("profile")), Cell(entry.moved),
            Cell(asked.first(of: "reason", "consent", "agreement")),
        ] + (try ended(entry, reading))
    }

    private static let virements = Sheet(
        key: "virements", title: "Virements",
        columns: beginning + [
            Column("award", "Award"), Column("fund", "Fund"), Column("costYear", "Year of cost"),
            Column("from", "From"), Column("to", "To"), Column("amount", "Amount", .money),
            Column("reason", "Reason", isFlexible: true),
        ] + ending, empty: "Nothing is vired.")
}
