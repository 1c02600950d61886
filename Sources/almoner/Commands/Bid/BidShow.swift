import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner bid show`.
struct BidShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one bid: what is asked, the match it states, what was decided.")

    @Argument(help: "The bid.", transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
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
}
