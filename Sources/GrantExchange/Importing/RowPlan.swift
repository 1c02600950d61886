public import GrantLedger

/// What a row comes to: acts in order, each with its day.
public struct RowPlan {
    /// One act.
    public struct Step {
        /// What is asked.
        public let act: any Act
        /// The day it takes effect; nil for the day the file is taken in.
        public let date: Day?

        /// Creates a step.
        public init(act: any Act, date: Day?) { (self.act, self.date) = (act, date) }
    }

    /// The acts.
    public var steps: [Step] = []

    mutating func add(_ act: any Act, on date: Day?) { steps.append(Step(act: act, date: date)) }
}

/// Why a row is not planned: a rule of the ledger, with the fact of the row it is about.
public struct RowRefusal: Error, Hashable, Sendable {
    /// Why.
    public let refusal: Refusal
    /// The fact whose column it is about.
    public let fact: String?

    init(_ refusal: Refusal, fact: String?) { (self.refusal, self.fact) = (refusal, fact) }
}

/// Turns what rows state into acts, by the facts of the book.
public struct RowPlanner {
    let facts: Facts
    let names: OrganisationNames
    let addsOrganisations: Bool

    /// Creates a planner.
    ///
    /// - Parameters:
    ///   - facts: what the book knows, with the rows before.
    ///   - names: the organisations.
    ///   - addsOrganisations: whether one that the book does not have is registered on the way.
    public init(facts: Facts, names: OrganisationNames, addsOrganisations: Bool) {
        self.facts = facts
        self.names = names
        self.addsOrganisations = addsOrganisations
    }

    /// The acts of a row.
    ///
    /// - Throws: ``RowRefusal`` where it names what is not there; what reading the book throws.
    public func plan(_ record: ImportRecord) throws -> RowPlan {
        switch record.kind {
        case .bids: try bid(record)
        case .awards: try award(record)
        case .payments: try payment(record)
        case .returns: try monitoringReturn(record)
        case .costs: try cost(record)
        case .bank: RowPlan()
        }
    }

    /// The organisation that a fact names; one that is new is registered where that is wanted.
    func organisation(
        _ name: String, of record: ImportRecord, in plan: inout RowPlan
    ) throws -> Code? {
        guard let text = record.text(name) else { return nil }
        if let code = names.code(of: text) { return code }
        guard addsOrganisations, let title = Title(text), let code = names.add(text) else {
            let near = names.nearest(text)
            let hint = near.isEmpty ? "" : " Perhaps \(near.joined(separator: ", "))."
            throw RowRefusal(
                Refusal(
                    .unknownCode, "There is no organisation “\(text)” in this book.\(hint)",
                    remedy: "Register it: almoner organisation add CODE --name \"\(text)\"; or let "
                        + "the import do so for all: --add-organisations.",
                    [.init("noun", "organisation"), .init("name", text)]), fact: name)
        }
        plan.add(AddOrganisation(code: code, name: title), on: record.date)
        return code
    }

    /// What a row must state, or the reason it may not be taken in.
    func stated<Value>(_ value: Value?, _ fact: String, _ record: ImportRecord) throws -> Value {
        if let value { return value }
        throw RowRefusal(
            Refusal(
                .noLine, "The row states no \(fact).",
                remedy: "Give its column, --map \(fact)=HEADING, or the same for all rows, "
                    + "--set \(fact)=VALUE.", [.init("fact", fact)]), fact: fact)
    }
}
