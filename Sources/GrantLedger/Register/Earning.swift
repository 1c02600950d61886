/// What a line of accepted spend, or an own cost, has earned of a grant in arrears and may be
/// claimed, claimed or not; and what its accrual has earned.
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
    /// What the line's accrual has earned and no claim has drawn; absent for nothing.
    public var accrued: Money?
    /// How much of the amount a claim drew before the return was accepted; absent for nothing.
    public var drawn: Money?

    /// What an earning is found by.
    public static func key(_ grant: Code, _ source: ClaimLine.Source) -> String {
        "\(grant)#\(source)"
    }
}

extension Facts {
    /// What the grants of a fund hold of a line as earned.
    func earned(by source: ClaimLine.Source, of fund: Fund) throws(Stop) -> Money {
        var sum = Money.zero
        for grant in fund.grants {
            sum += try look(Earning.self, Earning.key(grant, source))?.amount ?? .zero
        }
        return sum
    }
}
