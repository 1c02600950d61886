public import GrantLedger

extension RecipientStatement {
    /// The statement as a letter to the recipient.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - recipient: the recipient's name.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, recipient: String) -> Page {
        var page = Page(
            schema: "award.statement/1",
            heading: "Statement of award \(award.code), as at \(asAt.prose)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        page.sentences = ["To \(recipient).", standing, money] + asked
        page.facts = [
            Fact("award", "Award", .text(award.code.description)),
            Fact("title", "Title", .text(award.title.description)),
            Fact("recipient", "Recipient", .text(recipient)),
            Fact("agreement", "Agreement", Cell(award.agreement)),
            Fact("signed", "Signed", Cell(award.signed)),
            Fact("starts", "Starts", Cell(award.starts)),
            Fact("ends", "Ends", Cell(award.ends)),
            Fact("returns", "You report", Cell(award.returns?.rawValue)),
        ]
        page.sheets = [yearSheet, returnSheet]
        return page
    }

    private var standing: String {
        let awarded = total { $0.figures.awarded }
        switch award.status {
        case .awarded: return "We have awarded you \(awarded); the agreement is not yet signed."
        case .signed: return "You are awarded \(awarded) under the agreement."
        case .ended: return "Your award of \(awarded) has ended."
        }
    }

    private var money: String {
        let (onAccount, owed) = (total { $0.figures.onAccount }, total { $0.figures.owed })
        var parts = [
            "We have paid you \(total { $0.figures.paid })",
            "and agreed spend of \(total { $0.figures.accepted })",
        ]
        if onAccount > .zero { parts.append("you hold \(onAccount) that is not yet agreed") }
        if owed > .zero { parts.append("we owe you \(owed)") }
        return parts.prefix(2).joined(separator: " ")
            + parts.dropFirst(2).map { "; \($0)" }.joined() + "."
    }

    private var asked: [String] {
        var sentences: [String] = []
        let clawback = total(\.clawback)
        if clawback > .zero { sentences.append("Please pay back \(clawback).") }
        let late = returns.count { $0.standing(asAt: asAt) == "overdue" }
        if late > 0 {
            sentences.append(
                late == 1 ? "One return is overdue." : "\(late) returns are overdue.")
        }
        return sentences
    }

    private var yearSheet: Sheet {
        let figures: [(Row) -> Money] = [
            { $0.figures.awarded }, { $0.figures.paid }, { $0.figures.accepted },
            { $0.disallowed }, { $0.figures.onAccount }, { $0.figures.owed }, { $0.clawback },
        ]
        return Sheet(
            key: "years", title: "By year",
            columns: [
                Column("year", "Year"), Column("awarded", "Awarded", .money),
                Column("paid", "Paid", .money), Column("accepted", "Accepted", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
                Column("onAccount", "On account", .money, visibility: .whenNotNil),
                Column("owed", "Owed to you", .money, visibility: .whenNotNil),
                Column("clawback", "To pay back", .money, visibility: .whenNotNil),
            ],
            rows: rows.map { row in
                [.text(row.year.description)] + figures.map { .money($0(row)) }
            },
            totals: [.text("Total")] + figures.map { .money(total($0)) },
            empty: "No money is awarded.")
    }

    private var returnSheet: Sheet {
        Sheet(
            key: "returns", title: "Returns to come or not yet agreed",
            columns: [
                Column("period", "Period"), Column("ends", "Period ends", .date),
                Column("status", "Standing"), Column("reported", "You reported", .money),
                Column("reason", "Why", visibility: .whenNotNil, wraps: true),
            ],
            rows: returns.map { row in
                [
                    .text(row.period.description), .date(row.period.lastDay),
                    .text(row.standing(asAt: asAt)), Cell(row.report?.reported),
                    Cell(row.report?.reason),
                ]
            }, empty: "None.")
    }
}
