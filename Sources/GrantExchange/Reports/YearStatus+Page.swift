public import GrantLedger

extension YearStatus {
    /// What stands between the office and a closed year, on a page.
    ///
    /// - Parameter envelope: what was asked of which book.
    /// - Returns: the page, a row a thing, in the order in which they are cleared.
    public func page(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "year.status/1", heading: "\(year): what stands before its close",
            subheading: "\(envelope.office). Pounds.", sentences: sentences, envelope: envelope)
        page.facts = [
            Fact("year", "Year", .text(year.description)),
            Fact("status", "Status", .text(isClosed ? "closed" : isReady ? "ready" : "open")),
            Fact("close", "Closed by entry", Cell(close)),
            Fact("adjustments", "Late adjustments", .number(adjustments)),
        ]
        page.sheets = [
            Sheet(
                columns: [
                    Column("what", "What", isFlexible: true), Column("place", "Where"),
                    Column("amount", "Amount", .money), Column("command", "Command", wraps: true),
                    Column("alternatives", "Or", visibility: .dataOnly),
                    Column("blocks", "Blocks", visibility: .dataOnly),
                ],
                rows: items.map { item in
                    [
                        .text(item.what.rawValue), .text(item.place), Cell(item.amount),
                        .text(item.command), .list(item.alternatives),
                        .text(item.blocks ? "yes" : "no"),
                    ]
                }, empty: "Nothing is left to do.")
        ]
        return page
    }

    private var sentences: [String] {
        if isClosed { return ["\(year) is closed, by entry \(close ?? 0)."] }
        let count = items.count(where: \.blocks)
        switch count {
        case 0: return ["Nothing stands in the way: \(year) can be closed."]
        case 1: return ["1 thing stands between the office and a closed \(year)."]
        default:
            return [
                "\(count) things stand between the office and a closed \(year). Clear the first, "
                    + "and ask again."
            ]
        }
    }
}
