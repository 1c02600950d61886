import GrantExchange
import GrantLedger

/// Instalments as rows.
enum InstalmentSheet {
    /// A row an instalment.
    static func sheet(
        _ lines: [Instalment], _ reading: Reading, key: String? = nil, title: String? = nil,
        empty: String = "No instalment is scheduled."
    ) throws -> Sheet {
        var rows: [[Cell]] = []
        var total = Money.zero
        for line in lines {
            let payment = try line.payment.flatMap { try reading.facts.entry($0) }
            let amount = try amount(of: line, reading)
            total += amount ?? .zero
            rows.append([
                .text(line.award.description), .number(line.number), .text(line.year.description),
                .date(line.due), Cell(amount), .text(line.status.rawValue), Cell(line.after),
                Cell(payment?.date), Cell(line.payment), Cell(line.reason),
            ])
        }
        let isOne = key == "instalments"
        return Sheet(
            key: key, title: title,
            columns: [
                Column("award", "Award", visibility: isOne ? .dataOnly : .always),
                Column("instalment", "No", .number), Column("year", "Year"),
                Column("due", "Due", .date), Column("amount", "Amount", .money),
                Column("status", "Status"),
                Column("after", "After", visibility: .whenNotNil),
                Column("paidOn", "Paid on", .date, visibility: .whenNotNil, dropOrder: 2),
                Column("payment", "Entry", .number, visibility: .whenNotNil, dropOrder: 3),
                Column("reason", "Reason", visibility: .whenNotNil, wraps: true),
            ],
            rows: rows,
            totals: [.text("Total"), .absent, .absent, .absent, .money(total)]
                + Array(repeating: .absent, count: 5),
            empty: empty)
    }

    /// What an instalment comes to: planned or released, or what was paid; nil once withdrawn.
    static func amount(of line: Instalment, _ reading: Reading) throws -> Money? {
        if line.status == .withdrawn { return nil }
        if let number = line.payment, let entry = try reading.facts.entry(number) {
            return entry.transfers.filter { $0.credit.head == .paid }.map(\.amount).total
        }
        return try [Head.paymentScheduled, .paymentReleased].map { head in
            try reading.sum(Account(head, award: line.award, instalment: line.number))
        }.total
    }
}

extension Instalment {
    /// Where it stands in a list: by the day it is due.
    var place: ListPlace { ListPlace(day: due, code: award, number: number) }
}
