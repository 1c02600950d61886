import ArgumentParser
import GrantLedger

/// `almoner fund approve`.
struct FundApprove: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve money for a fund that no grant feeds.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry] = []

    @Option(help: "One year, with --amount.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(parsing: .unconditional, help: "How much for that year.", transform: Money.typed)
    var amount: Money?

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        var lines = profile.profile
        switch (year, amount) {
        case (let year?, let amount?): lines.append(ProfileLine(year: year, amount: amount))
        case (nil, nil): break
        default: throw ValidationError("--year and --amount are given together.")
        }
        guard !lines.isEmpty else {
            throw ValidationError("Give amounts by year: --profile 2019/20=100000.")
        }
        return [ApproveFunding(fund: fund, profile: lines, total: total)]
    }
}
