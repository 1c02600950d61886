import ArgumentParser
import GrantLedger

/// Which lines of a list or report are wanted; each may be repeated.
struct FilterOptions: ParsableArguments, Sendable {
    @Option(
        parsing: .upToNextOption, help: "Only this fund.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this round.", completion: .codes(.round),
        transform: Code.typed)
    var round: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this award.", completion: .codes(.award),
        transform: Code.typed)
    var award: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this recipient.", completion: .codes(.organisation),
        transform: Code.typed)
    var recipient: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this area.", completion: .codes(.area),
        transform: Code.typed)
    var area: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this theme.", completion: .codes(.theme),
        transform: Code.typed)
    var theme: [Code] = []

    /// Whether nothing is asked for.
    var isEmpty: Bool {
        [fund, round, award, recipient, area, theme].allSatisfy(\.isEmpty)
    }

    /// Whether an award is among those wanted.
    func takes(_ award: Award) -> Bool {
        Self.fits(self.award, award.code) && Self.fits(recipient, award.recipient)
            && Self.fits(round, award.round) && Self.fits(area, award.area)
            && Self.fits(theme, award.theme)
            && (fund.isEmpty || fund.contains(award.fund)
                || award.profile.contains { $0.fund.map(fund.contains) ?? false })
    }

    /// Whether a bid is among those wanted.
    func takes(_ bid: Bid) -> Bool {
        Self.fits(round, bid.round) && Self.fits(recipient, bid.applicant)
            && Self.fits(area, bid.area) && Self.fits(theme, bid.theme)
    }

    /// Whether nothing is asked for, or what is asked for is this.
    static func fits(_ wanted: [Code], _ code: Code?) -> Bool {
        wanted.isEmpty || code.map(wanted.contains) ?? false
    }
}
