public import ArgumentParser
public import GrantLedger

extension Office.Kind: ExpressibleByArgument {}
extension Organisation.Kind: ExpressibleByArgument {}
extension Fund.Source: ExpressibleByArgument {}
extension Standing: ExpressibleByArgument {}
extension Grant.Basis: ExpressibleByArgument {}
extension MatchRule.Base: ExpressibleByArgument {}
extension MatchRule.Rounding: ExpressibleByArgument {}
extension ReturnFrequency: ExpressibleByArgument {}
extension Bid.Status: ExpressibleByArgument {}
extension Award.Status: ExpressibleByArgument {}
extension SampleFigure: ExpressibleByArgument {}
extension Instalment.Status: ExpressibleByArgument {}
extension MonitoringReturn.Status: ExpressibleByArgument {}
extension MatchOffer.Kind: ExpressibleByArgument {}
extension ImportProfile.DateOrder: ExpressibleByArgument {}
extension ImportProfile.Sign: ExpressibleByArgument {}
extension Withholding.Ground: ExpressibleByArgument {}

extension Kind {
    /// Reads a kind as people write it: `make-award`, or as a record has it: `makeAward`.
    static func typed(_ text: String) throws -> Kind {
        let word = text.lowercased().replacing("-", with: "")
        if let kind = allCases.first(where: { $0.rawValue.lowercased() == word }) { return kind }
        let near = Vocabulary.nearest(text, of: allCases.map(\.hyphenated))
        throw NotAccepted(
            "there is no such act\(near.isEmpty ? "" : "; the nearest: " + near.joined(separator: ", "))."
        )
    }

    private var hyphenated: String {
        rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}
