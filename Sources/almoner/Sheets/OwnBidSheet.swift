import GrantExchange
import GrantLedger

/// Bids of the office itself as rows.
enum OwnBidSheet {
    /// A row a bid.
    static func sheet(_ bids: [OwnBid], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("bid", "Bid"), Column("title", "Title", dropOrder: 2, isFlexible: true),
                Column("funder", "Funder"),
                Column("submitted", "Submitted", .date, dropOrder: 1), Column("status", "Status"),
                Column("grant", "Grant", visibility: .whenNotNil), Column("asked", "Asked", .money),
            ],
            rows: bids.map { bid in
                [
                    .text(bid.code.description), .text(bid.title.description),
                    .text(bid.funder.description), .date(bid.submitted),
                    .text(bid.status.rawValue), Cell(bid.grant), .money(bid.profile.total),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(bids.map(\.profile.total).total)])
    }
}
