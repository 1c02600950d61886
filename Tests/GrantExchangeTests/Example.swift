import GrantExchange
import GrantLedger
import Testing

/// One page with every kind of cell, a text to quote, a formula, and signs of two columns.
enum Example {
    static func page() throws -> Page {
        let day = try #require(Day("2019-04-05"))
        let sheet = Sheet(
            columns: [
                Column("award", "Award"),
                Column("title", "Title", isFlexible: true),
                Column("date", "Date", .date),
                Column("charged", "Charged", .money),
                Column("free", "Free", .money),
                Column("over", "Over", .money, visibility: .whenNotNil),
                Column("percentCharged", "Per cent", .percent),
                Column("paid", "Paid", .money, dropOrder: 1),
                Column("profile", "Profile", dropOrder: 2),
                Column("bids", "Bids", .number, visibility: .dataOnly),
            ],
            rows: [
                [
                    .text("VRF-01"), .text("Boxing, \"every\" day"), .date(day),
                    .money(Money(pence: 3_500_000)), .money(Money(pence: -1)), .money(.zero),
                    .percent(1050), .money(.zero), .text("under"), .number(3),
                ],
                [
                    .text("VRF-02"), .text("=Zoë 日本"), .date(day),
                    .money(Money(pence: 33_333_334)), .money(Money(pence: 100_000_000)),
                    .absent, .absent, .money(Money(pence: 7_000_000)), .absent, .absent,
                ],
            ],
            totals: [
                .text("Total"), .absent, .absent, .money(Money(pence: 36_833_334)),
                .money(Money(pence: 99_999_999)), .money(.zero), .percent(3683),
                .money(Money(pence: 7_000_000)), .absent, .number(3),
            ])
        return Page(
            schema: "award.list/1", heading: "Awards", subheading: "An office. Pounds.",
            sentences: ["Two awards."], facts: [], sheets: [sheet], envelope: envelope)
    }

    static var envelope: Envelope {
        Envelope(
            office: "An office", book: "kent.almoner", question: ["award", "list"], entries: 12,
            chain: String(repeating: "ab", count: 32))
    }
}
