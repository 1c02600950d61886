import ArgumentParser
import GrantLedger

/// `almoner payment make`.
struct PaymentMake: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Pay an instalment; a part payment splits it.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "Which instalment; needed unless exactly one is released and unpaid.")
    var instalment: Int?

    @Option(
        parsing: .unconditional, help: "How much; all of it where absent.", transform: Money.typed)
    var amount: Money?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [PayInstalment(award: award, number: try number(facts), amount: amount)]
    }

    private func number(_ facts: Facts) throws -> Int {
        if let instalment { return instalment }
        let all = try facts.all(Instalment.self, prefix: "\(award)#")
        let released = all.filter { $0.status == .released }.map(\.number)
        if released.count == 1 { return released[0] }
        guard !released.isEmpty || all.isEmpty else {
            throw Refusal(
                .moreThanReleased, "No instalment of \(award) is released and unpaid.",
                remedy: "almoner award show \(award) says what each waits for.",
                [.init("award", award)])
        }
        let numbers = released.map { "\($0)" }.joined(separator: ", ")
        guard !released.isEmpty else { return 1 }
        throw ValidationError(
            "\(award) has instalments \(numbers) to pay: say which, --instalment N.")
    }
}
