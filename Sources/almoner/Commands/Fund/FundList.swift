import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner fund list`.
struct FundList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the funds with what each has left.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        var rows: [[Cell]] = []
        var totals = SpendFigures()
        let positions = try reading.positions()
        for fund in try reading.facts.all(Fund.self) {
            let position = positions[fund.code]?.values.total ?? SpendFigures()
            totals += position
            rows.append(
                [
                    .text(fund.code.description), .text(fund.title.description),
                    .text(fund.source.rawValue),
                ] + position.position)
        }
        let sheet = Sheet(
            columns: [
                Column("fund", "Fund"),
                Column("title", "Title", dropOrder: 3, isFlexible: true),
                Column("source", "Source", dropOrder: 4),
            ] + Position.columns,
            rows: rows, totals: [.text("Total"), .absent, .absent] + totals.position,
            empty: "No fund is open.")
        return reading.page("fund.list/1", "Funds, all years. Pounds.", sheets: [sheet])
    }
}
