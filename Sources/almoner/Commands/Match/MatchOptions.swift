import ArgumentParser
import GrantLedger

/// Which match is meant.
struct MatchOptions: ParsableArguments, Sendable {
    @Argument(
        help: "The award it is put to, or else the grant.", completion: .codes(.award),
        transform: Code.typed)
    var code: Code

    @Option(help: "Who provides it.", completion: .codes(.organisation), transform: Code.typed)
    var from: Code

    @Option(help: "In money or in kind.")
    var kind: MatchOffer.Kind

    @Option(help: "For which year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    /// The award of that code, else the grant of it.
    func owner(_ facts: Facts) throws -> (award: Code?, grant: Code?) {
        if try facts.look(Award.self, code.description) != nil { return (code, nil) }
        if try facts.look(Grant.self, code.description) != nil { return (nil, code) }
        let known = try facts.all(Award.self).map(\.key) + facts.all(Grant.self).map(\.key)
        let near = Vocabulary.nearest(code.description, of: known)
        let hint = near.isEmpty ? "" : " The nearest: \(near.joined(separator: ", "))."
        throw Refusal(
            .unknownCode, "There is no award and no grant \(code) in this book.\(hint)",
            remedy: "almoner award list and almoner grant list show what there is.",
            [.init("code", code)])
    }

    /// The act that moves it on to a stage.
    func staged(_ stage: MatchStage, _ facts: Facts) throws -> StageMatch {
        let (award, grant) = try owner(facts)
        return StageMatch(
            award: award, grant: grant, from: from, kind: kind, year: year, amount: amount,
            stage: stage)
    }
}
