import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner grant list`.
struct GrantList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the grants the office is paid.")

    @Option(help: "Only grants so sure.")
    var status: Standing?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let grants = try reading.facts.all(Grant.self).filter { grant in
            (status == nil || grant.status == status) && FilterOptions.fits(filter.fund, grant.fund)
        }
        let sheet = Sheet(
            columns: [
                Column("grant", "Grant"), Column("title", "Title", dropOrder: 2, isFlexible: true),
                Column("funder", "Funder"), Column("fund", "Fund"),
                Column("basis", "Basis", dropOrder: 3), Column("status", "Status"),
                Column("amount", "Amount", .money),
            ],
            rows: grants.map { grant in
                [
                    .text(grant.code.description), .text(grant.title.description),
                    .text(grant.funder.description), .text(grant.fund.description),
                    .text(grant.basis.rawValue), .text(grant.status.rawValue),
                    .money(grant.profile.total),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(grants.map(\.profile.total).total)],
            empty: "No grant is recorded.")
        return reading.page("grant.list/1", "Grants in. Pounds.", sheets: [sheet])
    }
}
