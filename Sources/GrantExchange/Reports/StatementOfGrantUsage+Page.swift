public import GrantLedger

extension StatementOfGrantUsage {
    /// The statement as one sheet of paper for the chief finance officer.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - funder: the funder's name.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, funder: String) -> Page {
        var page = Page(
            schema: "report.usage/1",
            heading: "Statement of grant usage: \(grant.code), \(year)",
            subheading: "\(envelope.office). Pounds, as at \(asAt.prose).", envelope: envelope)
        page.sentences = [answer]
        page.facts = [
            Fact("grant", "Grant", .text("\(grant.code): \(grant.title)")),
            Fact("funder", "Funder", .text(funder)),
            Fact("agreement", "Agreement", Cell(grant.agreement)),
            Fact("fund", "Fund it feeds", .text(grant.fund.description)),
            Fact("basis", "Paid", .text(words(grant.basis))),
            Fact(
                "made", "Made from",
                .text("entry \(envelope.entries), chain hash \(envelope.chain)")),
        ]
        page.sheets = [
            lines("use", "Approved and used", useLines),
            lines("cash", "Received and owed", cashLines), categorySheet, matchSheet, claimSheet,
        ]
        page.signatures = [
            Signature(
                "Chief finance officer",
                "I certify that these figures are those of the office's book as it stood at the "
                    + "entry named above, and that the grant was used for what it was given.")
        ]
        page.isOneSheet = true
        return page
    }

    private var answer: String {
        let spent = "Of \(available) available for \(year), \(earned) was spent"
        guard underspend > .zero else { return spent + ": all of it." }
        let parts = [
            (carriedForward, "carried forward"), (surrendered, "surrendered"),
            (unspent, "still unspent"),
        ].filter { $0.0 != .zero }.map { "\($0.0) is \($0.1)" }
        return spent + ". Of the \(underspend) that was not, "
            + parts.joined(separator: ", ") + "."
    }

    private func words(_ basis: Grant.Basis) -> String {
        if grant.isUnconditional == true { return "ahead, without condition" }
        return basis == .arrears ? "in arrears, against claims" : "ahead"
    }

    private typealias Line = (key: String, label: String, amount: Money, isShown: Bool)

    private func lines(_ key: String, _ title: String, _ lines: [Line]) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("line", "Line", visibility: .dataOnly),
                Column("what", "What it is", wraps: true), Column("amount", "Amount", .money),
            ],
            rows: lines.filter(\.isShown).map {
                [.text($0.key), .text($0.label), .money($0.amount)]
            })
    }

    private var useLines: [Line] {
        [
            ("approved", "Approved", approved, true),
            (
                "broughtForward", "Brought forward by consent", broughtForward,
                broughtForward != .zero
            ),
            ("available", "Available for the year", available, broughtForward != .zero),
            ("earned", "Spent, and earned from the grant", earned, true),
            ("underspend", "Not spent", underspend, true),
            (
                "carriedForward", "of that, carried forward by consent", carriedForward,
                carriedForward != .zero
            ),
            (
                "surrendered", "of that, surrendered to the funder", surrendered,
                surrendered != .zero
            ),
            ("unspent", "of that, still unspent", unspent, true),
        ]
    }

    private var cashLines: [Line] {
        [
            ("claimed", "Asked in claims", claimed, grant.basis == .arrears),
            ("disallowed", "of that, refused by the funder", disallowed, disallowed != .zero),
            ("received", "Received from the funder", received, true),
            (
                "receivedCarried", "Moved with what was carried", receivedCarried,
                receivedCarried != .zero
            ),
            ("repaid", "Repaid to the funder", repaid, repaid + surrendered != .zero),
            ("debtors", "Claimed, to be received", debtors, debtors != .zero),
            (
                "accruedIncome", "Earned, to be claimed or received", accruedIncome,
                accruedIncome != .zero
            ),
            ("accrued", "of that, by accruals", accrued, accrued != .zero),
            ("inAdvance", "Received and not yet earned", inAdvance, inAdvance != .zero),
            ("repayable", "To be repaid to the funder", repayable, repayable != .zero),
        ]
    }

    private var categorySheet: Sheet {
        let figures: [(Category) -> Money] = [
            { $0.accepted }, { $0.accrued }, { $0.writtenOff }, { $0.charged },
        ]
        let other = [
            Cell.text("Borne by other money"), .absent, .absent, .absent, .money(-borneElsewhere),
        ]
        let rows = categories.map { row in
            [.text(row.category.description)] + figures.map { Cell.money($0(row)) }
        }
        return Sheet(
            key: "categories", title: "Charged to \(grant.fund) in \(year), by category",
            columns: [
                Column("category", "Category"), Column("accepted", "Accepted", .money),
                Column("accrued", "Accrued", .money, visibility: .whenNotNil),
                Column("writtenOff", "Written off", .money, visibility: .whenNotNil),
                Column("charged", "Charged", .money),
            ],
            rows: rows.isEmpty || borneElsewhere == .zero ? rows : rows + [other],
            totals: [.text("Earned from the grant"), .absent, .absent, .absent, .money(earned)],
            empty: "Nothing is charged.")
    }

    private var matchSheet: Sheet {
        let kinds: [MatchOffer.Kind] = [.cash, .inKind]
        let rows: [[Cell]] = kinds.compactMap { kind in
            let sources = match.sources.filter { $0.kind == kind }
            guard !sources.isEmpty else { return nil }
            return [
                .text(kind == .cash ? "Cash" : "In kind"), .money(sources.map(\.offered).total),
                .money(sources.map(\.evidenced).total), .absent, .absent,
            ]
        }
        let (target, met) = (match.rows.map(\.target).total, match.rows.map(\.met).total)
        return Sheet(
            key: "match", title: "Match funding of the grant and its awards",
            columns: [
                Column("kind", "Kind"), Column("offered", "Offered", .money),
                Column("evidenced", "Evidenced", .money),
                Column("target", "Required", .money, visibility: .whenNotNil),
                Column("met", "Met", .money, visibility: .whenNotNil),
            ],
            rows: target == .zero
                ? rows
                : rows + [
                    [.text("Required"), .absent, .absent, .money(target), .money(met)]
                ],
            empty: "None was required or offered."
        ).hiddenWhenEmpty
    }

    private var claimSheet: Sheet {
        let figures: [(ClaimReport.Line) -> Money] = [
            { $0.claim.total }, { $0.received }, { $0.claim.disallowed }, { $0.outstanding },
        ]
        return Sheet(
            key: "claims", title: "Claims",
            columns: [
                Column("claim", "Claim"), Column("made", "Made", .date),
                Column("asked", "Asked", .money), Column("received", "Received", .money),
                Column("disallowed", "Refused", .money, visibility: .whenNotNil),
                Column("claimed", "Awaited", .money),
            ],
            rows: claims.map { line in
                [.text(line.claim.code.description), .date(line.claim.made)]
                    + figures.map { .money($0(line)) }
            },
            totals: [.text("Total"), .absent] + figures.map { .money(claims.map($0).total) }
        ).hiddenWhenEmpty
    }
}
