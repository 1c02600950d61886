import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner fund show`.
struct FundShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one fund: its years, rounds, grants and awards.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let fund = try reading.known(Fund.self, code)
        let years = try reading.positions()[code] ?? [:]
        let rounds = try reading.facts.all(Round.self).filter { $0.fund == code }
        let awards = try reading.facts.all(Award.self).filter { award in
            award.fund == code || award.profile.contains { $0.fund == code }
        }
        let costs = try reading.facts.all(Cost.self).filter { $0.fund == code }
        let reserve = try reading.sum(Account(.earmarkedReserve, fund: code))
        return reading.page(
            "fund.show/1", "\(code): \(fund.title)",
            facts: [
                Fact("fund", "Code", .text(code.description)),
                Fact("title", "Title", .text(fund.title.description)),
                Fact("source", "Source", .text(fund.source.rawValue)),
                Fact("grants", "Fed by", .list(fund.grants.map(\.description))),
                Fact(
                    "earmarkedReserve", "Set aside for it",
                    reserve > .zero ? .money(reserve) : .absent),
            ],
            sheets: [
                Position.sheet(years, key: "years", title: "By year"),
                RoundSheet.sheet(rounds, key: "rounds", title: "Rounds"),
                try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards"),
                CostSheet.sheet(costs, key: "costs", title: "The office's own costs")
                    .hiddenWhenEmpty,
            ])
    }
}
