/// Payments to recipients, one row a payment, with those that came back.
public struct PaymentReport: Sendable {
    /// One payment, or its coming back.
    public struct Row: Hashable, Sendable {
        /// The entry.
        public let entry: Int
        /// The day of the payment.
        public let date: Day
        /// The award.
        public let award: Code
        /// Which of its instalments.
        public let instalment: Int
        /// The year of the cost.
        public let year: FinancialYear?
        /// How much; below nil where it came back.
        public let amount: Money
        /// The bank's reference.
        public let reference: String?
        /// The entry that reversed it, or in which it came back.
        public let undoneBy: Int?
        /// Whether it was reversed: then it was never paid.
        public let isReversed: Bool
    }

    /// The rows, in the order of their entries.
    public let rows: [Row]

    /// Gathers the rows from payments, payments sent back, and what reversed them.
    public init(entries: [Entry], reversals: [Int: Int]) {
        var back: [Int: Int] = reversals
        for entry in entries where entry.kind == .returnPayment {
            if let act = try? entry.act.value(ReturnPayment.self) { back[act.entry] = entry.number }
        }
        rows = entries.compactMap { entry in
            let moved = entry.transfers.filter { $0.credit.head == .paid || $0.debit.head == .paid }
            guard let first = moved.first else { return nil }
            let released = first.credit.head == .paid ? first.debit : first.credit
            guard let award = released.award, let number = released.instalment else { return nil }
            let sum = moved.map { $0.credit.head == .paid ? $0.amount : -$0.amount }.total
            return Row(
                entry: entry.number, date: entry.date, award: award, instalment: number,
                year: released.year,
                amount: sum, reference: entry.reference, undoneBy: back[entry.number],
                isReversed: reversals[entry.number] != nil)
        }
    }

    private init(rows: [Row]) { self.rows = rows }

    /// The rows of the awards and years of cost that are wanted.
    public func filtered(_ takes: (Code, FinancialYear?) -> Bool) -> PaymentReport {
        PaymentReport(rows: rows.filter { takes($0.award, $0.year) })
    }

    /// What was paid in all, less what came back; what was reversed does not count.
    public var total: Money { rows.filter { !$0.isReversed }.map(\.amount).total }
}
