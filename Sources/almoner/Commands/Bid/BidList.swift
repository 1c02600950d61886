import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner bid list`.
struct BidList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the bids in rounds, and those of the office itself.")

    @Option(help: "Only bids that stand so.")
    var status: Bid.Status?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let bids = try reading.facts.all(Bid.self).filter { bid in
            (status == nil || bid.status == status) && filter.takes(bid)
        }
        let isWhole = status == nil && filter.isEmpty
        let own = isWhole ? try reading.facts.all(OwnBid.self) : []
        let ours = OwnBidSheet.sheet(own, key: "ownBids", title: "Of the office itself")
        return reading.page(
            "bid.list/1", "Bids. Pounds.",
            sheets: [BidSheet.sheet(bids)] + (own.isEmpty ? [] : [ours]))
    }
}
