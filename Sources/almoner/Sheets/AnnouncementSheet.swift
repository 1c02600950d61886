import GrantExchange
import GrantLedger

/// Figures made public, as rows.
enum AnnouncementSheet {
    /// A row a figure.
    static func sheet(of code: Code, _ reading: Reading) throws -> Sheet {
        let figures = try reading.facts.all(Announcement.self, prefix: "\(code)#")
        return Sheet(
            key: "announcements", title: "Announced",
            columns: [
                Column("date", "Date", .date), Column("amount", "Amount", .money),
                Column("source", "Source", isFlexible: true),
            ],
            rows: figures.map {
                [.date($0.date), .money($0.amount), .text($0.source.description)]
            })
    }
}
