import GrantLedger

/// A command that corrects facts of a thing that are not money.
protocol ChangingCommand: RecordingCommand {
    /// Where it is registered.
    static var register: Register { get }
    /// Which thing.
    var code: Code { get }
    /// Why.
    var reason: Note { get }

    /// The new values by name, nil for what stays; an empty text clears a fact.
    func changes() throws -> [String: String?]
}

extension ChangingCommand {
    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ChangeFact(
                register: Self.register, code: code, changes: try changes().compactMapValues { $0 },
                reason: reason)
        ]
    }
}
