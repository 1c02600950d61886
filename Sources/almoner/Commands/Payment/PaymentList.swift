import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner payment list`.
struct PaymentList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the payments made.")

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        let paid = try awards.flatMap { award in
            try reading.facts.all(Instalment.self, prefix: "\(award.code)#").filter {
                $0.payment != nil
            }
        }
        let lines = paid.sorted { ($0.payment ?? 0) < ($1.payment ?? 0) }
        return reading.page(
            "payment.list/1", "Payments. Pounds.",
            sheets: [try PaymentSheet.sheet(lines, reading)])
    }
}
