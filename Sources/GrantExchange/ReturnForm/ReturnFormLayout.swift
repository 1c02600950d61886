import GrantLedger

/// Where everything of a form stands.
struct ReturnFormLayout {
    /// Its cells, row by row.
    private(set) var slots: [ReturnFormSlot] = []
    private var row = 0

    /// How many lines there are for match and outputs not known before.
    private static let spareMatch = 4
    private static let spareOutputs = 6

    /// Lays a form out.
    init(_ content: ReturnFormContent) {
        tell(0, .text("Monitoring return"), .title)
        row += 1
        tell(0, .text("Fill in the shaded cells; nothing else may be changed."))
        row += 2
        tellFacts(content)
        row += 1
        askSpend(content.lines)
        row += 1
        tell(0, .text("Spend you expect in the whole year"))
        ask(4, .forecast)
        row += 2
        askMatch(content.providers)
        row += 1
        askDelivered(content.outputs)
        row += 1
        askDeclaration()
    }

    private mutating func tellFacts(_ content: ReturnFormContent) {
        let facts: [(String, Cell)] = [
            ("Office", .text(content.office)), ("Award", .text(content.award.description)),
            ("Project", .text(content.title)), ("Recipient", .text(content.recipient)),
            ("Period", .text(content.period.description)), ("From", .date(content.period.firstDay)),
            ("To", .date(content.period.lastDay)), ("Version", .number(content.version)),
        ]
        for (label, cell) in facts {
            tell(0, .text(label), .label)
            tell(1, cell, WorkbookLook(told: cell))
            row += 1
        }
    }

    private mutating func askSpend(_ lines: [ReturnFormContent.Line]) {
        head([
            "Fund", "Heading", "Budget for the year", "Reported so far", "Spent in the period",
            "Year to date", "Left",
        ])
        let first = row + 1
        for line in lines {
            let here = row + 1
            let name = line.name.isEmpty ? "" : " " + line.name
            tell(0, .text(line.fund?.description ?? "-"))
            tell(1, .text(line.category.description + name))
            tell(2, .money(line.budget), .money)
            tell(3, .money(line.reported), .money)
            ask(4, .spend(fund: line.fund, category: line.category))
            follow(5, "=D\(here)+E\(here)", line.reported, .money)
            follow(6, "=C\(here)-F\(here)", line.budget - line.reported, .money)
            row += 1
        }
        let budget = lines.map(\.budget).total
        let reported = lines.map(\.reported).total
        tell(0, .text("Total"), .totalText)
        let sums = [budget, reported, .zero, reported, budget - reported]
        for (offset, sum) in sums.enumerated() {
            let letter = IncomingCell.letters(of: 2 + offset)
            follow(2 + offset, "=SUM(\(letter)\(first):\(letter)\(row))", sum, .totalMoney)
        }
        row += 1
    }

    private mutating func askMatch(_ providers: [ReturnFormContent.Provider]) {
        head(["Match found, from", "Kind", "", "", "Amount"])
        for provider in providers {
            tell(0, .text(provider.from.description))
            tell(1, .text(provider.kind.rawValue))
            ask(4, .match(from: provider.from, kind: provider.kind))
            row += 1
        }
        for line in 1...Self.spareMatch {
            ask(0, .matchFrom(line))
            ask(1, .matchKind(line))
            ask(4, .matchAmount(line))
            row += 1
        }
    }

    private mutating func askDelivered(_ outputs: [String]) {
        head(["What was delivered", "", "", "", "Number"])
        for output in outputs {
            tell(0, .text(output))
            ask(4, .delivered(output))
            row += 1
        }
        for line in 1...Self.spareOutputs {
            ask(0, .deliveredName(line))
            ask(4, .deliveredNumber(line))
            row += 1
        }
    }

    private mutating func askDeclaration() {
        head(["Declaration", ""])
        let asked: [(String, ReturnFormEntry)] = [
            ("Name", .name), ("Position", .position), ("Date", .date),
            ("True, and taken from our records (yes or no)", .truth),
        ]
        for (label, entry) in asked {
            tell(0, .text(label))
            ask(1, entry)
            row += 1
        }
    }

    private mutating func head(_ texts: [String]) {
        for (column, text) in texts.enumerated() where !text.isEmpty {
            tell(column, .text(text), column < 2 ? .heading : .headingRight)
        }
        row += 1
    }

    private mutating func tell(_ column: Int, _ cell: Cell, _ look: WorkbookLook = .text) {
        slots.append(ReturnFormSlot(row: row, column: column, role: .locked(cell, look)))
    }

    private mutating func ask(_ column: Int, _ entry: ReturnFormEntry) {
        slots.append(ReturnFormSlot(row: row, column: column, role: .entry(entry)))
    }

    private mutating func follow(
        _ column: Int, _ formula: String, _ value: Money, _ look: WorkbookLook
    ) {
        slots.append(
            ReturnFormSlot(row: row, column: column, role: .formula(formula, .money(value), look)))
    }
}
