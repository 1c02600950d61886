/// The ledger's no: which rule, with what values, and what to do about it.
public struct Refusal: Error, Hashable, Sendable {
    /// Which rule.
    public let reason: Reason
    /// What is wrong, with the values.
    public let message: String
    /// What to do.
    public let remedy: String
    /// The values once more, for programs.
    public let details: [Detail]

    /// Creates a refusal.
    public init(_ reason: Reason, _ message: String, remedy: String, _ details: [Detail] = []) {
        (self.reason, self.message, self.remedy, self.details) = (reason, message, remedy, details)
    }

    /// A named value of a refusal: a name of the glossary and the value as text, amounts as plain
    /// pounds.
    public struct Detail: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String

        /// Creates a detail of any value that has one spelling.
        public init(_ name: String, _ value: some CustomStringConvertible) {
            (self.name, self.value) = (name, value.description)
        }

        /// Creates a detail that is an amount.
        public init(_ name: String, _ amount: Money) { (self.name, value) = (name, amount.plain) }
    }
}

/// Why a rule stopped: the ledger says no, or a fact could not be read.
public enum Stop: Error {
    /// The ledger says no.
    case refused(Refusal)
    /// The book could not be read; neither the user's mistake nor the ledger's.
    case unreadable(any Error)
}

extension Stop {
    /// The ledger's no, in one breath.
    static func no(
        _ reason: Refusal.Reason, _ message: String, remedy: String,
        _ details: [Refusal.Detail] = []
    ) -> Stop {
        .refused(Refusal(reason, message, remedy: remedy, details))
    }
}
