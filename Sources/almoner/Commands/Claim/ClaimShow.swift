import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner claim show`.
struct ClaimShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The claim itself, for its funder: by category, line by line, to be signed.")

    @Argument(help: "The claim.", completion: .codes(.claim), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let now = try reading.known(Claim.self, code)
        guard let (statement, entry) = try reading.reader.claimStatement(code),
            let chain = try reading.reader.chainHash(at: entry)
        else { throw BookFault.damaged(what: "claim \(code) has no entry that made it") }
        let funder = try reading.facts.find(Organisation.self, statement.grant.funder)
        let held = try reading.balances(
            Account(.claimed, grant: now.grant, year: now.year).with(\.claim, code))
        let standing = ClaimReport(
            balances: held.map { ($0.account, $0.amount) }, claims: [now]
        ).claims.first
        let page = statement.page(
            reading.envelope, funder: funder?.name.description ?? "\(statement.grant.funder)",
            entry: entry, chain: chain, standing: standing)
        return try reading.told(page, statement.claim.made)
    }
}
