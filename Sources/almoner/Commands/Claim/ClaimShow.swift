import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner claim show`.
struct ClaimShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The claim itself, for its funder: by category, line by line, to be signed.",
        discussion: """
            With --into the funder's own workbook is filled: --map names a CSV file of two columns, fact and \
            cell, such as STAFF.thisClaim,Form!C12. Only those cells change; the copy is written to \
            --output. Facts are claim, claimant, funder, grant, title, agreement, period, year, made, accrued, \
            recoverableVAT; of a category, of general or of total: budget, claimedBefore, thisClaim, cumulative, \
            left, forecast. Categories that go into one cell are added up.
            """)

    @Argument(help: "The claim.", completion: .codes(.claim), transform: Code.typed)
    var code: Code

    @Option(
        help: "The funder's own workbook, to be filled.", completion: .file(extensions: ["xlsx"]))
    var into: String?

    @Option(
        help: "Which cell takes which fact: a CSV file, fact and cell.",
        completion: .file(extensions: ["csv"]))
    var map: String?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    /// A filled workbook goes to the file, what was filled to the terminal.
    var answerForm: OutputForm {
        guard into != nil else { return output.form }
        return OutputForm(
            format: output.written.format, output: nil, pages: !output.written.noPager)
    }

    func validate() throws {
        let isWhole = map != nil && output.written.output != nil
        guard into == nil ? map == nil : isWhole else {
            throw ValidationError(
                "--into THEIRS.xlsx goes with --map MAP.csv and --output FILLED.xlsx.")
        }
    }

    func page(_ reading: Reading) throws -> Page {
        let now = try reading.known(Claim.self, code)
        guard let (statement, entry) = try reading.reader.claimStatement(code),
            let chain = try reading.reader.chainHash(at: entry)
        else { throw BookFault.damaged(what: "claim \(code) has no entry that made it") }
        let found = try reading.facts.find(Organisation.self, statement.grant.funder)
        let funder = found?.name.description ?? "\(statement.grant.funder)"
        if let into, let map, let filled = output.written.output {
            let page = try ClaimFilling(into: into, map: map, output: filled).page(
                statement, funder: funder, reading)
            return try reading.told(page, statement.claim.made)
        }
        let held = try reading.balances(
            Account(.claimed, grant: now.grant, year: now.year).with(\.claim, code))
        let standing = ClaimReport(
            balances: held.map { ($0.account, $0.amount) }, claims: [now]
        ).claims.first
        let page = statement.page(
            reading.envelope, funder: funder, entry: entry, chain: chain, standing: standing)
        return try reading.told(page, statement.claim.made)
    }
}
