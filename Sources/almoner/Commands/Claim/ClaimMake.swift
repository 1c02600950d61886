import ArgumentParser
import GrantLedger

/// `almoner claim make`.
struct ClaimMake: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Claim of a grant what was earned and is not yet claimed, line by line.",
        discussion: """
            A line is the accepted spend of one return under one category, or one cost of the \
            office's own; it is claimed whole or left. --dry-run prints the lines with their \
            numbers; --leave takes such a number, as a dry run without --leave has it, or the \
            line itself: VRF-01#2019/20-Q1#STAFF.
            """)

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        help: "To the end of which quarter, Q1 to Q4; the whole year where absent.",
        transform: QuarterEntry.typed)
    var to: QuarterEntry?

    @Option(
        parsing: .upToNextOption, help: "A line to leave for a later claim, by name or number.",
        transform: LeaveEntry.typed)
    var leave: [LeaveEntry] = []

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        var act = MakeClaim(code: code, grant: grant, year: year, quarter: to?.number)
        let isNumbered = leave.contains { if case .number = $0 { true } else { false } }
        let lines = isNumbered ? try lines(of: act, facts, now) : []
        act.leave = try leave.map { try $0.source(among: lines) }
        return [act]
    }

    /// The lines of the claim that leaves nothing out.
    private func lines(of act: MakeClaim, _ facts: Facts, _ now: Now) throws -> [ClaimLine] {
        let occasion = Occasion(user: "", login: "", date: write.date ?? now.today)
        let posting = try act.posting(given: facts, on: occasion)
        let row = posting.puts.first { $0.register == Claim.register }?.row
        return try row?.value(Claim.self).lines ?? []
    }

    /// What is claimed, line by line.
    func notes(_ facts: Facts) throws -> [String] {
        guard let claim = try facts.look(Claim.self, code.description) else { return [] }
        return claim.lines.map { "line \($0.number)  \($0.source)  \($0.amount)" }
            + ["\(claim.lines.count) \(claim.lines.count == 1 ? "line" : "lines"), \(claim.total)"]
    }
}
