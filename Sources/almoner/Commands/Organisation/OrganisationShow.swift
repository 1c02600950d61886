import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner organisation show`.
struct OrganisationShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one organisation: what it is, its awards and its bids."
    )

    @Argument(help: "The organisation.", transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let organisation = try reading.known(Organisation.self, code)
        let awards = try reading.facts.all(Award.self).filter { $0.recipient == code }
        let bids = try reading.facts.all(Bid.self).filter { $0.applicant == code }
        return reading.page(
            "organisation.show/1", "\(code): \(organisation.name)",
            facts: [
                Fact("organisation", "Code", .text(code.description)),
                Fact("name", "Name", .text(organisation.name.description)),
                Fact("kind", "Kind", Cell(organisation.kind?.rawValue)),
                Fact("orgId", "Identifier", Cell(organisation.orgId)),
            ],
            sheets: [
                try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards"),
                BidSheet.sheet(bids, key: "bids", title: "Bids"),
            ])
    }
}
