import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner award show`.
struct AwardShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one award on one page: years, profile, instalments, returns, caps, entries."
    )

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let award = try reading.known(Award.self, code)
        let instalments = try reading.facts.all(Instalment.self, prefix: "\(code)#")
        let returns = try reading.facts.all(MonitoringReturn.self, prefix: "\(code)#")
        let due = try ReturnsDue.lines([award], by: reading.today, reading)
        var sheets = [
            try AwardSheet.years(award, reading),
            ProfileSheet.sheet(award.profile, title: try planned(reading)),
            AwardSheet.forecasts(try reading.facts.all(Forecast.self, prefix: "\(code)#"))
                .hiddenWhenEmpty,
            try AwardSheet.virement(code, reading).hiddenWhenEmpty,
            try InstalmentSheet.sheet(
                instalments, reading, key: "instalments", title: "Instalments"),
            ReturnSheet.sheet(
                returns.sorted { $0.period < $1.period }, key: "returns", title: "Returns"),
            ReturnsDue.sheet(due, key: "returnsDue", title: "Returns due"),
        ]
        let project = award.bid ?? award.code
        sheets.append(try CapSheet.sheet(round: award.round, project: project, reading))
        sheets += [
            try MatchSheet.required(code, reading),
            try MatchSheet.sheet(of: code, reading),
            try ClawbackSheet.sheet([award], reading, key: "clawback", title: "Clawback"),
            AwardSheet.withheld(award),
        ].map(\.hiddenWhenEmpty)
        sheets.append(try AnnouncementSheet.sheet(of: code, reading))
        sheets.append(try HistorySheet.sheet(of: code, reading))
        return reading.page(
            "award.show/1", "\(code): \(award.title)",
            facts: try facts(award, reading), sheets: sheets)
    }

    /// What the profile is: that of the award, or the newest plan.
    private func planned(_ reading: Reading) throws -> String {
        let plans = try reading.reader.entries(
            matching: EntryFilter(kinds: [.reprofileAward], owner: code)
        ).filter { try reading.facts.reversal(of: $0.entry.number) == nil }
        guard let newest = plans.last?.entry else { return "Profile" }
        return "Profile, as planned anew on \(newest.date.prose) (entry \(newest.number))"
    }

    private func facts(_ award: Award, _ reading: Reading) throws -> [Fact] {
        let recipient = try reading.facts.find(Organisation.self, award.recipient)
        let name = recipient.map { "\(award.recipient), \($0.name)" } ?? award.recipient.description
        return [
            Fact("award", "Code", .text(code.description)),
            Fact("title", "Title", .text(award.title.description)),
            Fact("recipient", "Recipient", .text(name)),
            Fact("fund", "Fund", .text(award.fund.description)),
            Fact("round", "Round", Cell(award.round)),
            Fact("bid", "Bid", Cell(award.bid)),
            Fact("status", "Status", .text(award.status.rawValue)),
            Fact("signed", "Signed", Cell(award.signed)),
            Fact("agreement", "Agreement", Cell(award.agreement)),
            Fact("returns", "Reports", Cell(award.returns?.rawValue)),
            Fact("expense", "An expense on", Cell(award.expense?.rawValue)),
            Fact("decision", "Decision", Cell(award.decision)),
            Fact("starts", "Starts", Cell(award.starts)),
            Fact("ends", "Ends", Cell(award.ends)),
            Fact("place", "Place", Cell(award.place)),
            Fact("area", "Area", Cell(award.area)),
            Fact("theme", "Theme", Cell(award.theme)),
            Fact("purpose", "Purpose", Cell(award.purpose)),
            Fact("reasons", "Reasons", Cell(award.reasons)),
            Fact("conditions", "Conditions", Cell(award.conditions)),
            Fact("description", "Description", Cell(award.description)),
        ]
    }
}
