import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner policy show`.
struct PolicyShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show how the office does things.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let policies = try reading.facts.policies(on: reading.today)
        let sheet = Sheet(
            columns: [
                Column("policy", "Policy"), Column("value", "Value"),
                Column("meaning", "What it is", wraps: true),
            ],
            rows: Policies.Name.allCases.map {
                [.text($0.rawValue), .text(policies[$0]), .text($0.meaning)]
            }
                + ExceptionRule.settable.map {
                    [.text($0.policy), .text($0.value(by: policies)), .text($0.setting)]
                })
        let settings = try reading.facts.all(Policy.self)
        let history = Sheet(
            key: "settings", title: "As set",
            columns: [
                Column("policy", "Policy"), Column("from", "From"), Column("value", "Value"),
                Column("reason", "Why", wraps: true),
            ],
            rows: settings.map {
                [
                    .text($0.name.description), .date($0.from), .text($0.value.description),
                    .text($0.reason.description),
                ]
            })
        return reading.page(
            "policy.show/1",
            settings.isEmpty ? "Policies, all at their defaults" : "Policies in force today",
            sheets: (settings.isEmpty ? [sheet] : [sheet, history]) + (try ledgerCodes(reading)))
    }

    /// What the finance system calls the heads, and which in use have no code.
    private func ledgerCodes(_ reading: Reading) throws -> [Sheet] {
        let mapped = try reading.facts.all(LedgerCode.self)
        let codes = try reading.reader.ledgerCodes()
        let missing = mapped.isEmpty ? [] : codes.missing(try Self.inUse(reading))
        return [
            Sheet(
                key: "ledgerCodes", title: "Ledger codes of the finance system",
                columns: [
                    Column("head", "Head"), Column("fund", "Fund", visibility: .whenNotNil),
                    Column("code", "Code"),
                ],
                rows: mapped.map {
                    [.text($0.head.rawValue), Cell($0.fund), .text($0.code.description)]
                }
            ).hiddenWhenEmpty,
            Sheet(
                key: "notMapped", title: "In use without a ledger code",
                columns: [
                    Column("head", "Head"), Column("funds", "Of funds", wraps: true),
                ],
                rows: missing.map { head, funds in
                    [.text(head.rawValue), .list(funds.map(\.description))]
                }
            ).hiddenWhenEmpty,
        ]
    }

    /// Accounts of the accounting ledger in use: one a head and fund, and each that has no fund.
    private static func inUse(_ reading: Reading) throws -> [Account] {
        let actual = Set(Head.allCases.filter { $0.traits.set == .actual })
        let pools = try reading.reader.pools(actual)
        let without = Set(pools.filter { $0.fund == nil }.map(\.head))
        return pools.filter { $0.fund != nil }.map { Account($0.head, fund: $0.fund) }
            + (try reading.reader.balances(without).map(\.account))
    }
}
