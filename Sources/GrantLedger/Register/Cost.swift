/// A cost of the office itself.
public struct Cost: Registered {
    /// The register of own costs.
    public static let register = Register.cost
    /// As prose has it.
    public static let noun = "cost"
    /// The number of the entry that recorded it.
    public var key: String { "\(number)" }

    /// The number of the entry that recorded it.
    public var number: Int
    /// The fund that bears it.
    public var fund: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// The heading of cost.
    public var category: Code
    /// How much, net of recoverable VAT.
    public var amount: Money
    /// Who was paid.
    public var supplier: Note
    /// The VAT that is recovered elsewhere.
    public var recoverableVAT: Money?
    /// The day it was paid.
    public var date: Day
}
