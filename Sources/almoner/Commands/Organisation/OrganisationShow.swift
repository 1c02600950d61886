import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner organisation show`.
struct OrganisationShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one organisation: what it is, and its part in the book."
    )

    @Argument(help: "The organisation.", completion: .codes(.organisation), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let organisation = try reading.known(Organisation.self, code)
        let awards = try reading.facts.all(Award.self).filter { $0.recipient == code }
        let bids = try reading.facts.all(Bid.self).filter { $0.applicant == code }
        let grants = try reading.facts.all(Grant.self).filter { grant in
            grant.funder == code || grant.partners?.contains { $0.organisation == code } ?? false
        }
        let ownBids = try reading.facts.all(OwnBid.self).filter { $0.funder == code }
        let match = try MatchSheet.lines(reading).filter { $0.from == code }
        return reading.page(
            "organisation.show/1", "\(code): \(organisation.name)",
            facts: [
                Fact("organisation", "Code", .text(code.description)),
                Fact("name", "Name", .text(organisation.name.description)),
                Fact("kind", "Kind", Cell(organisation.kind?.rawValue)),
                Fact("orgId", "Identifier", Cell(organisation.orgId)),
                Fact(
                    "contact", "Work contact",
                    Cell(
                        try organisation.contact.map { try reading.reader.contact($0) ?? "erased" })
                ),
            ],
            sheets: [
                try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards"),
                BidSheet.sheet(bids, key: "bids", title: "Bids"),
                GrantSheet.sheet(grants, key: "grants", title: "Grants it pays or shares")
                    .hiddenWhenEmpty,
                OwnBidSheet.sheet(ownBids, key: "ownBids", title: "Our bids to it").hiddenWhenEmpty,
                MatchSheet.sheet(match, key: "matchGiven", title: "Match it provides")
                    .hiddenWhenEmpty,
            ])
    }
}
