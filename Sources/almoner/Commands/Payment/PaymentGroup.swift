import ArgumentParser

/// `almoner payment`.
struct PaymentGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment", abstract: "Payments to recipients.",
        subcommands: [PaymentMake.self, PaymentRun.self, PaymentReturned.self, PaymentList.self])
}
