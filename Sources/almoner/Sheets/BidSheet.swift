import GrantExchange
import GrantLedger

/// Bids as rows.
enum BidSheet {
    /// A row a bid.
    static func sheet(_ bids: [Bid], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("bid", "Bid"), Column("title", "Title", dropOrder: 3, isFlexible: true),
                Column("round", "Round", dropOrder: 2), Column("applicant", "Applicant"),
                Column("received", "Received", .date, dropOrder: 1), Column("status", "Status"),
                Column("asked", "Asked", .money),
            ],
            rows: bids.map { bid in
                [
                    .text(bid.code.description), .text(bid.title.description),
                    .text(bid.round.description), .text(bid.applicant.description),
                    .date(bid.received), .text(bid.status.rawValue), .money(bid.profile.total),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(bids.map(\.profile.total).total)],
            empty: "No bid is logged.")
    }

    /// The match a bid states.
    static func match(_ bid: Bid) -> Sheet {
        Sheet(
            key: "match", title: "Match stated",
            columns: [
                Column("organisation", "From"), Column("kind", "Kind"), Column("year", "Year"),
                Column("amount", "Amount", .money),
            ],
            rows: bid.match.map { offer in
                [
                    .text(offer.from.description), .text(offer.kind.rawValue),
                    .text(offer.year.description), .money(offer.amount),
                ]
            },
            totals: [.text("Total"), .absent, .absent, .money(bid.match.map(\.amount).total)])
    }
}
