import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// What was paid, what came in, and what was accrued.
    func money(to taker: any TableTaker) throws {
        try table(taker, Self.payments) { add in
            try eachEntry([.payInstalment, .returnPayment, .adjustLate]) { found, reading in
                guard [.payInstalment, .returnPayment].contains(AskedFacts(found.entry).kind)
                else { return }
                try add(try payment(found.entry, reading))
            }
        }
        try table(taker, Self.receipts) { add in
            try eachEntry([
                .receiveGrant, .receiveClaim, .receiveContribution, .receiveClawback, .adjustLate,
            ]) { found, reading in
                let asked = AskedFacts(found.entry)
                guard Self.receiving.contains(asked.kind) else { return }
                try add(
                    begun(found.entry) + [
                        Cell(asked.first(of: "grant", "claim", "fund", "award", "code")),
                        Cell(asked.first(of: "from", "for")), .money(found.entry.bankMovement),
                        Cell(found.entry.reference),
                    ] + (try ended(found.entry, reading)))
            }
        }
        try table(taker, Self.accruals) { add in
            try eachEntry { found, reading in
                for (line, transfer) in zip(1..., found.entry.transfers)
                where Self.isAccrual(transfer) {
                    try add(
                        begun(found.entry) + [
                            .number(line), .text(transfer.debit.head.traits.set.rawValue),
                            .text(transfer.debit.description),
                            .text(transfer.credit.description),
                            Cell(transfer.debit.year ?? transfer.credit.year),
                            .money(transfer.amount),
                        ] + (try ended(found.entry, reading)))
                }
            }
        }
    }

    private static let receiving: Set<Kind> = [
        .receiveGrant, .receiveClaim, .receiveContribution, .receiveClawback,
    ]

    /// Whether a transfer raises or takes back what is accrued.
    private static func isAccrual(_ transfer: Transfer) -> Bool {
        [transfer.debit, transfer.credit].contains {
            $0.mark == .accrued || $0.head == .accruedExpenditure
        }
    }

    private static let payments = Sheet(
        key: "payments", title: "Payments",
        columns: beginning + [
            Column("award", "Award"), Column("recipient", "Recipient"),
            Column("instalment", "Instalment", .number), Column("funds", "Funds"),
            Column("amount", "Amount", .money), Column("bank", "Bank", .money),
            Column("reference", "Reference", isFlexible: true),
        ] + ending, empty: "Nothing is paid.")

    private func payment(_ entry: Entry, _ reading: Reading) throws -> [Cell] {
        let paid = entry.transfers.filter { $0.credit.head == .paid }
        let back = entry.transfers.filter { $0.debit.head == .paid }
        let accounts = paid.map(\.credit) + back.map(\.debit)
        let award = accounts.lazy.compactMap(\.award).first
        let others = paid.map(\.debit) + back.map(\.credit)
        let recipient = try award.flatMap { try reading.reader.row(Award.self, $0.description) }
        let funds = Set(accounts.compactMap(\.fund).map(\.description))
        return begun(entry) + [
            Cell(award), Cell(recipient?.recipient),
            Cell(others.lazy.compactMap(\.instalment).first), .list(funds.sorted()),
            .money(paid.map(\.amount).total - back.map(\.amount).total),
            .money(entry.bankMovement), Cell(entry.reference),
        ] + (try ended(entry, reading))
    }

    private static let receipts = Sheet(
        key: "receipts", title: "Receipts",
        columns: beginning + [
            Column("of", "Of"), Column("from", "From"), Column("bank", "Bank", .money),
            Column("reference", "Reference", isFlexible: true),
        ] + ending, empty: "Nothing came in.")

    private static let accruals = Sheet(
        key: "accruals", title: "Accruals",
        columns: beginning + [
            Column("line", "Line", .number), Column("set", "Set"), Column("debit", "Debit"),
            Column("credit", "Credit"), Column("costYear", "Year of cost"),
            Column("amount", "Amount", .money),
        ] + ending, empty: "Nothing is accrued.")
}
