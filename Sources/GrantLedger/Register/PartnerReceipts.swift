/// What a funder has paid the office for one partner of a grant, passed on or not.
public struct PartnerReceipts: Registered {
    /// The register of what was received for partners.
    public static let register = Register.partnerReceipts
    /// As prose has it.
    public static let noun = "partner's receipts"
    /// `G1#COUNCIL`.
    public var key: String { Self.key(grant, organisation) }

    /// The grant.
    public var grant: Code
    /// Whose money it is.
    public var organisation: Code
    /// How much in all.
    public var received: Money

    /// What a partner's receipts are found by.
    public static func key(_ grant: Code, _ organisation: Code) -> String {
        "\(grant)#\(organisation)"
    }
}
