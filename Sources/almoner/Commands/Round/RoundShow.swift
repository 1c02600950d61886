import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner round show`.
struct RoundShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one round: its years, its caps, its bids and awards.")

    @Argument(help: "The round.", completion: .codes(.round), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let round = try reading.known(Round.self, code)
        let bids = try reading.facts.all(Bid.self).filter { $0.round == code }
        let awards = try reading.facts.all(Award.self).filter { $0.round == code }
        let closes = round.closes.prose + (round.closesAt.map { ", \($0)" } ?? "")
        return reading.page(
            "round.show/1", "\(code): \(round.title)",
            facts: [
                Fact("round", "Code", .text(code.description)),
                Fact("title", "Title", .text(round.title.description)),
                Fact("fund", "Fund", .text(round.fund.description)),
                Fact("status", "Status", .text(round.status.rawValue)),
                Fact("opens", "Opens", .date(round.opens)),
                Fact("closes", "Closes", .text(closes)),
                Fact("capPerYear", "Cap a year", Cell(round.capPerYear)),
                Fact("capPerAward", "Cap an award", Cell(round.capPerAward)),
            ],
            sheets: [
                Position.sheet(try reading.position(round: round), key: "years", title: "By year"),
                BidSheet.sheet(bids, key: "bids", title: "Bids"),
                try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards"),
            ])
    }
}
