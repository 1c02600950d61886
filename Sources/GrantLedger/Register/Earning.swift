/// What a line of accepted spend, or an own cost, has earned of a grant in arrears and may be
/// claimed, claimed or not.
public struct Earning: Registered {
    /// The register of earnings.
    public static let register = Register.earning
    /// As prose has it.
    public static let noun = "earning"
    /// `GRANT#VRF-01#2019/20-Q1#STAFF`.
    public var key: String { Self.key(grant, source) }

    /// The grant.
    public var grant: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// What earned it.
    public var source: ClaimLine.Source
    /// How much it has earned, less what was taken back.
    public var amount: Money
    /// The day it was accepted or recorded.
    public var accepted: Day

    /// What an earning is found by.
    public static func key(_ grant: Code, _ source: ClaimLine.Source) -> String {
        "\(grant)#\(source)"
    }
}
