/// How sure a grant or an allocation is.
public enum Standing: String, Codable, CaseIterable, Sendable {
    case indicative, provisional, confirmed

    /// What sets its account apart.
    public var mark: Mark {
        switch self {
        case .indicative: .indicative
        case .provisional: .provisional
        case .confirmed: .confirmed
        }
    }
}
