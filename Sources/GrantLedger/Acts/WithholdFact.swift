/// Marks a fact of an award as not for publication, with the reason.
///
/// A second reason for the same fact takes the place of the first. Posts nothing.
public struct WithholdFact: Act {
    /// Its kind.
    public static let kind = Kind.withholdFact
    /// The award.
    public var award: Code
    /// The fact, by its name in the register: recipient, purpose, ….
    public var field: Note
    /// Why; for the office alone.
    public var reason: Note
    /// On what ground, which the public is told.
    public var ground: Withholding.Ground?

    /// Creates the act.
    public init(
        award: Code, field: Note, reason: Note, ground: Withholding.Ground? = nil
    ) {
        self.award = award
        self.field = field
        self.reason = reason
        self.ground = ground
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Award.self, award)
        guard Self.fields.contains(field.description) else {
            let near = nearest(to: field.description, of: Self.fields)
            throw .refused(.unknown("fact of the award named", field.description, nearest: near))
        }
        let withholding = Withholding(field: field, reason: reason, ground: ground)
        var withheld = row.withheld ?? []
        guard !withheld.contains(withholding) else {
            throw .no(
                .nothingToChange, "\(field) of \(award) is withheld already, for that reason.",
                remedy: "Nothing is left to do.", [.init("award", award), .init("field", field)])
        }
        withheld.removeAll { $0.field == field }
        row.withheld = withheld + [withholding]
        return Posting(puts: [try facts.put(row)])
    }

    /// The facts that may be withheld, by name.
    public static let fields = ["recipient"] + ChangeFact.facts(of: .award)
}
