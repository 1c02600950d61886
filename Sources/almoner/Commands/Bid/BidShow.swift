import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner bid show`.
struct BidShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one bid: what is asked, the match it states, how it came out.")

    @Argument(help: "The bid.", completion: .codes(.bid), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        if let own = try reading.facts.find(OwnBid.self, code) { return try page(own, reading) }
        let bid = try reading.known(Bid.self, code)
        let received = bid.received.prose + (bid.receivedAt.map { ", \($0)" } ?? "")
        return reading.page(
            "bid.show/1", "\(code): \(bid.title)",
            facts: [
                Fact("bid", "Code", .text(code.description)),
                Fact("title", "Title", .text(bid.title.description)),
                Fact("round", "Round", .text(bid.round.description)),
                Fact("applicant", "Applicant", .text(bid.applicant.description)),
                Fact("asked", "Asked", .money(bid.profile.total)),
                Fact("received", "Received", .text(received)),
                Fact("area", "Area", Cell(bid.area)),
                Fact("theme", "Theme", Cell(bid.theme)),
                Fact("status", "Status", .text(bid.status.rawValue)),
                Fact("reason", "Reason", Cell(bid.reason)),
                Fact("decision", "Decision", Cell(bid.decision)),
            ],
            sheets: [
                ProfileSheet.sheet(bid.profile, title: "Asked"),
                BidSheet.match(bid),
                try CapSheet.sheet(round: bid.round, project: code, reading),
                try HistorySheet.sheet(of: code, reading),
            ])
    }

    /// A bid of the office itself.
    private func page(_ bid: OwnBid, _ reading: Reading) throws -> Page {
        reading.page(
            "bid.show/1", "\(code): \(bid.title)",
            facts: [
                Fact("bid", "Code", .text(code.description)),
                Fact("title", "Title", .text(bid.title.description)),
                Fact("funder", "To funder", .text(bid.funder.description)),
                Fact("asked", "Asked", .money(bid.profile.total)),
                Fact("submitted", "Submitted", .date(bid.submitted)),
                Fact("status", "Status", .text(bid.status.rawValue)),
                Fact("grant", "Won grant", Cell(bid.grant)),
                Fact("reason", "Reason", Cell(bid.reason)),
            ],
            sheets: [
                ProfileSheet.sheet(bid.profile, title: "Asked"),
                try HistorySheet.sheet(of: code, reading),
            ])
    }
}
