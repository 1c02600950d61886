public import GrantLedger

extension ClaimStatement {
    /// The claim on a page for its funder.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - funder: the funder's name.
    ///   - entry: the entry that made it.
    ///   - chain: the chain hash of that entry.
    ///   - standing: how the claim stands now.
    /// - Returns: the page.
    public func page(
        _ envelope: Envelope, funder: String, entry: Int, chain: String,
        standing: ClaimReport.Line?
    ) -> Page {
        var page = Page(
            schema: "claim.show/1", heading: "Claim \(claim.code): \(grant.title)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        page.sentences = sentences
        page.facts = facts(funder, entry, chain, standing)
        page.sheets = [categorySheet, lineSheet, signatureSheet]
        return page
    }

    private var sentences: [String] {
        var sentences = [
            "\(claim.total) is claimed from grant \(grant.code) for \(claim.period)."
        ]
        if accrued > .zero {
            sentences.append("\(accrued) is earned by accruals and not in this claim.")
        }
        let drawn = claim.lines.filter { $0.isAccrued == true }.map(\.amount).total
        if drawn > .zero {
            sentences.append(
                "\(drawn) of it was earned by accruals: their returns were not accepted yet.")
        }
        sentences.append(
            recoverableVAT > .zero
                ? "Net of recoverable VAT: \(recoverableVAT) of it on these costs is recovered elsewhere."
                : "Net of recoverable VAT.")
        return sentences
    }

    private func facts(
        _ funder: String, _ entry: Int, _ chain: String, _ standing: ClaimReport.Line?
    ) -> [Fact] {
        [
            Fact("claim", "Claim", .text(claim.code.description)),
            Fact("grant", "Grant", .text(grant.code.description)),
            Fact("title", "Grant title", .text(grant.title.description)),
            Fact("funder", "Funder", .text(funder)),
            Fact("agreement", "Agreement", Cell(grant.agreement)),
            Fact("period", "Period", .text(claim.period)),
            Fact("made", "Made", .date(claim.made)),
            Fact("total", "This claim", .money(claim.total)),
            Fact("accrued", "Accruals, apart", .money(accrued)),
            Fact("recoverableVAT", "Recoverable VAT, apart", .money(recoverableVAT)),
            Fact("state", "Stands now as", Cell(standing?.state.rawValue)),
            Fact("received", "Received since", Cell(standing?.received)),
            Fact("disallowed", "Disallowed since", Cell(standing?.claim.disallowed)),
            Fact("entry", "Entry", .number(entry)),
            Fact("chain", "Chain hash", .text(chain)),
        ]
    }

    private var categorySheet: Sheet {
        func cells(_ row: Row, _ name: String) -> [Cell] {
            [
                .text(name), Cell(row.budget), .money(row.before), .money(row.now),
                .money(row.cumulative), Cell(row.left), .money(row.forecast),
            ]
        }
        return Sheet(
            key: "categories", title: "By category",
            columns: [
                Column("category", "Category"), Column("budget", "Budget", .money),
                Column("claimedBefore", "Before", .money), Column("claimed", "This claim", .money),
                Column("cumulative", "Cumulative", .money), Column("left", "Left", .money),
                Column("forecast", "Forecast", .money),
            ],
            rows: rows.map {
                cells($0, $0.category == .general ? "general" : $0.category.description)
            },
            totals: cells(totals, "Total"), empty: "Nothing is in this claim.")
    }

    private var lineSheet: Sheet {
        Sheet(
            key: "lines", title: "Lines",
            columns: [
                Column("line", "Line", .number), Column("award", "Award"),
                Column("period", "Return"), Column("cost", "Own cost", visibility: .whenNotNil),
                Column("payee", "Paid to", isFlexible: true), Column("category", "Category"),
                Column("amount", "Amount", .money),
                Column("accrual", "Accrual", visibility: .whenNotNil),
                Column(
                    "recoverableVAT", "VAT recovered", .money, visibility: .whenNotNil,
                    dropOrder: 1),
                Column("source", "Source", visibility: .dataOnly),
            ],
            rows: lines.map { line in
                let source = line.line.source
                return [
                    .number(line.line.number), Cell(source.award), Cell(source.period),
                    Cell(source.cost.map { "entry \($0)" }), .text(line.payee),
                    .text(source.category.description), .money(line.line.amount),
                    line.line.isAccrued == true ? .text("accrual") : .absent,
                    Cell(line.recoverableVAT), .text(source.description),
                ]
            },
            totals: [
                .text("Total"), .absent, .absent, .absent, .absent, .absent, .money(claim.total),
                .absent, .money(recoverableVAT), .absent,
            ], empty: "Nothing is in this claim.")
    }

    /// Two blocks to be signed by hand.
    private var signatureSheet: Sheet {
        let line = Cell.text("................")
        return Sheet(
            key: "signatures", title: "Signatures",
            columns: [
                Column("capacity", "For the office"), Column("name", "Name", isFlexible: true),
                Column("signature", "Signature", isFlexible: true),
                Column("date", "Date", isFlexible: true),
            ],
            rows: [
                [.text("Claimant"), line, line, line],
                [.text("Chief finance officer"), line, line, line],
            ])
    }
}

extension Claim {
    /// `2019/20 to the end of Q2`, or the year.
    var period: String {
        quarter.map { "\(year) to the end of Q\($0)" } ?? year.description
    }
}
