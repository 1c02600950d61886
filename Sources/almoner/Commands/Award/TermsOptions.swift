import ArgumentParser
import GrantLedger

/// What is kept with an award besides money.
struct TermsOptions: ParsableArguments {
    @Option(help: "What it is for.", transform: Passage.typed)
    var purpose: Passage?

    @Option(help: "Why it was awarded.", transform: Passage.typed)
    var reasons: Passage?

    @Option(help: "On what conditions.", transform: Passage.typed)
    var conditions: Passage?

    @Option(help: "What the public is told of it.", transform: Passage.typed)
    var description: Passage?

    @Option(help: "The number of the decision notice.", transform: Note.typed)
    var decision: Note?

    @Option(help: "When the project starts.", transform: Day.typed)
    var starts: Day?

    @Option(help: "When it ends.", transform: Day.typed)
    var ends: Day?

    @Option(
        help: "Where the money is spent, as published.", completion: .codes(.area),
        transform: Code.typed)
    var place: Code?

    @Option(
        help: "Which area it counts to; the bid's where absent.", completion: .codes(.area),
        transform: Code.typed)
    var area: Code?

    @Option(
        help: "Which theme it counts to; the bid's where absent.", completion: .codes(.theme),
        transform: Code.typed)
    var theme: Code?

    /// The terms of the act.
    var terms: MakeAward.Terms {
        var terms = MakeAward.Terms()
        terms.purpose = purpose
        terms.reasons = reasons
        terms.conditions = conditions
        terms.description = description
        terms.decision = decision
        terms.starts = starts
        terms.ends = ends
        terms.place = place
        terms.area = area
        terms.theme = theme
        return terms
    }
}
