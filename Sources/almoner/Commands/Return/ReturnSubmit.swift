import ArgumentParser
import GrantLedger

/// `almoner return submit`.
struct ReturnSubmit: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Take in a recipient's report of spend.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return covers: 2019/20-Q1, 2019/20-H1 or 2019/20.", transform: Period.typed)
    var period: Period

    @Option(
        parsing: .upToNextOption, help: "Spend by category: STAFF=8750; repeat it or give several.",
        transform: SpendEntry.typed)
    var spend: [SpendEntry]

    @Flag(help: "The figures are from the start of the year, not of the period.")
    var toDate = false

    @Option(
        parsing: .upToNextOption, help: "Match found: ORG:cash:5000.", transform: MatchEntry.typed)
    var match: [MatchEntry] = []

    @Option(help: "What the recipient expects to spend in the whole year.", transform: Money.typed)
    var forecast: Money?

    @Option(
        parsing: .upToNextOption, help: "What was delivered: sessions=42.",
        transform: DeliveredEntry.typed)
    var delivered: [DeliveredEntry] = []

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            SubmitReturn(
                award: award, period: period, spend: spend.map(\.amount), toDate: toDate,
                match: try match.map { try $0.offer(in: period.year) }, forecast: forecast,
                delivered: delivered.map(\.delivered))
        ]
    }

    /// The return beside the ledger: what was awarded and paid for the year, and reported so far.
    func notes(_ facts: Facts) throws -> [String] {
        func sum(_ head: Head) throws -> Money {
            try facts.accounts(Account(head, award: award, year: period.year))
                .map { try facts.amount($0) }.total
        }
        let awarded = try [Head.reserved, .committed, .charged].map(sum).total
        let returns = try facts.all(MonitoringReturn.self, prefix: "\(award)#\(period.year)")
            .filter { $0.status != .rejected }
        let reported = returns.map(\.reported).total
        let own = returns.first { $0.period == period }?.reported ?? .zero
        var notes = [
            "in \(period.year): awarded \(awarded), paid \(try sum(.paid)), reported so far \(reported)"
        ]
        if toDate { notes.append("to date \(reported), of which in \(period) itself \(own)") }
        return notes
    }
}
