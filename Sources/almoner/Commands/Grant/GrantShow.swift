import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner grant show`.
struct GrantShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one grant: what it pays, what is earned, claimed and received.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let grant = try reading.known(Grant.self, code)
        let match = grant.match.map { rule in
            "\(Cell.percent(Int64(rule.percent.hundredths)).shown) of \(rule.base.rawValue)"
        }
        let claims = try reading.facts.all(Claim.self).filter { $0.grant == code }
        return reading.page(
            "grant.show/1", "\(code): \(grant.title)",
            facts: [
                Fact("grant", "Code", .text(code.description)),
                Fact("title", "Title", .text(grant.title.description)),
                Fact("funder", "Funder", .text(grant.funder.description)),
                Fact("fund", "Feeds fund", .text(grant.fund.description)),
                Fact("basis", "Basis", .text(grant.basis.rawValue)),
                Fact("status", "Status", .text(grant.status.rawValue)),
                Fact("amount", "Amount", .money(grant.profile.total)),
                Fact("underwrittenBy", "Underwritten by", Cell(grant.underwrittenBy)),
                Fact("agreement", "Agreement", Cell(grant.agreement)),
                Fact("ends", "Ends", Cell(grant.ends)),
                Fact("match", "Match", Cell(match)),
                Fact(
                    "unconditional", "Without condition",
                    grant.isUnconditional == true ? .text("yes") : .absent),
            ],
            sheets: [
                try GrantSheet.years(grant, reading),
                GrantSheet.minimums(grant).hiddenWhenEmpty,
                try ClaimSheet.sheet(claims, reading, key: "claims", title: "Claims")
                    .hiddenWhenEmpty,
                try GrantSheet.partners(grant, reading).hiddenWhenEmpty,
                try MatchSheet.sheet(of: code, reading).hiddenWhenEmpty,
                try AnnouncementSheet.sheet(of: code, reading),
                try HistorySheet.sheet(of: code, reading),
            ])
    }
}
