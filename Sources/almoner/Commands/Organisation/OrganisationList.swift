import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner organisation list`.
struct OrganisationList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the organisations.")

    @Option(help: "Only this kind of body.")
    var kind: Organisation.Kind?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let rows = try reading.facts.all(Organisation.self).filter {
            kind == nil || $0.kind == kind
        }
        return reading.page(
            "organisation.list/1", "Organisations", sheets: [OrganisationSheet.sheet(rows)])
    }
}
