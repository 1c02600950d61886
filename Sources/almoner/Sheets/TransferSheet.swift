import GrantExchange
import GrantLedger

/// Transfers as rows.
enum TransferSheet {
    /// A row a transfer, its accounts by name for data and in words for paper.
    static func sheet(_ transfers: [Transfer], key: String, title: String) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("debit", "Debit", visibility: .dataOnly),
                Column("credit", "Credit", visibility: .dataOnly),
                Column("debitWords", "Debit", wraps: true),
                Column("creditWords", "Credit", wraps: true), Column("amount", "Amount", .money),
            ],
            rows: transfers.map {
                [
                    .text($0.debit.description), .text($0.credit.description),
                    .text(AccountWords($0.debit).text), .text(AccountWords($0.credit).text),
                    .money($0.amount),
                ]
            },
            empty: "It moves no money.")
    }
}
