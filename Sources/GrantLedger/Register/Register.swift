/// The registers: what the book remembers that is not money.
public enum Register: String, Codable, CaseIterable, Sendable {
    case office, organisation, area, theme, category, fund, grant, round, bid, award, instalment
    case monitoringReturn, announcement, alias
    case ownBid, claim, earning, cost, partnerReceipts, forecast, estimate, evidence
    case year, policy, person, prepared
    case ledgerCode, postedMonth, importProfile, importedFile, setAsideRow, bankLine, bankMatch
    case returnForm
}

/// A thing the book keeps a register of; its coding keys are the names of its facts everywhere.
public protocol Registered: Codable, Hashable, Sendable {
    /// The register it stands in.
    static var register: Register { get }
    /// The noun as prose has it: `award`, `monitoring return`.
    static var noun: String { get }
    /// What it is found by, unique in its register.
    var key: String { get }
}

/// A registered thing that people name by a code of its own.
public protocol Coded: Registered {
    /// Its code.
    var code: Code { get }
}

extension Coded {
    /// The code as text.
    public var key: String { code.description }
}
