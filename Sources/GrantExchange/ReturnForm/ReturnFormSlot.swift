import GrantLedger

/// One cell of the form that means something.
struct ReturnFormSlot: Hashable {
    /// What stands in it or is asked for.
    enum Role: Hashable {
        /// What the recipient is told, and may not change.
        case locked(Cell, WorkbookLook)
        /// A figure that follows from others, with its value when it is given out.
        case formula(String, Cell, WorkbookLook)
        /// What is asked for.
        case entry(ReturnFormEntry)
    }

    /// Its row, counted from 0.
    let row: Int
    /// Its column, counted from 0.
    let column: Int
    /// What stands in it or is asked for.
    let role: Role

    /// Where it stands, as a spreadsheet has it: `E14`.
    var place: String { IncomingCell.letters(of: column) + String(row + 1) }
    /// The same with its sheet: `Return!E14`.
    var address: String { "\(ReturnFormRecord.formSheet)!\(place)" }
}

/// What an entry cell of the form is for.
enum ReturnFormEntry: Hashable {
    /// Spend in the period under a heading.
    case spend(fund: Code?, category: Code)
    /// What is expected to be spent in the year.
    case forecast
    /// Match found, from a provider that is known.
    case match(from: Code, kind: MatchOffer.Kind)
    /// Match found, from another: the parts of a line.
    case matchFrom(Int), matchKind(Int), matchAmount(Int)
    /// How many of an output that was counted before.
    case delivered(String)
    /// Another output: the parts of a line.
    case deliveredName(Int), deliveredNumber(Int)
    /// The declaration.
    case name, position, date, truth

    /// What the record of the form calls it.
    var word: String {
        switch self {
        case .spend: "spend"
        case .forecast: "forecast"
        case .match: "match"
        case .matchFrom: "match-from"
        case .matchKind: "match-kind"
        case .matchAmount: "match-amount"
        case .delivered: "delivered"
        case .deliveredName: "delivered-name"
        case .deliveredNumber: "delivered-number"
        case .name: "name"
        case .position: "position"
        case .date: "date"
        case .truth: "truth"
        }
    }

    /// Which of its kind it is.
    var detail: String {
        switch self {
        case .spend(let fund, let category): (fund.map { "\($0)@" } ?? "") + category.description
        case .match(let from, let kind): "\(from):\(kind.rawValue)"
        case .delivered(let name): name
        case .matchFrom(let line), .matchKind(let line), .matchAmount(let line),
            .deliveredName(let line), .deliveredNumber(let line):
            "\(line)"
        case .forecast, .name, .position, .date, .truth: ""
        }
    }

    /// Reads what the record of a form says, else nil.
    init?(word: String, detail: String) {
        let parts = detail.split(separator: "@").map(String.init)
        switch word {
        case "spend":
            guard let category = parts.last.flatMap(Code.init(_:)), parts.count <= 2 else {
                return nil
            }
            let fund = parts.count == 2 ? Code(parts[0]) : nil
            guard parts.count == 1 || fund != nil else { return nil }
            self = .spend(fund: fund, category: category)
        case "match":
            let parts = detail.split(separator: ":").map(String.init)
            guard parts.count == 2, let from = Code(parts[0]),
                let kind = MatchOffer.Kind(rawValue: parts[1])
            else { return nil }
            self = .match(from: from, kind: kind)
        case "delivered": self = .delivered(detail)
        case "forecast": self = .forecast
        case "name": self = .name
        case "position": self = .position
        case "date": self = .date
        case "truth": self = .truth
        default:
            guard let line = Int(detail), let entry = Self.line(word, line) else { return nil }
            self = entry
        }
    }

    private static func line(_ word: String, _ line: Int) -> ReturnFormEntry? {
        switch word {
        case "match-from": .matchFrom(line)
        case "match-kind": .matchKind(line)
        case "match-amount": .matchAmount(line)
        case "delivered-name": .deliveredName(line)
        case "delivered-number": .deliveredNumber(line)
        default: nil
        }
    }

    /// How its cell looks.
    var look: WorkbookLook {
        switch self {
        case .spend, .forecast, .match, .matchAmount: .entryMoney
        case .delivered, .deliveredNumber: .entryNumber
        case .date: .entryDate
        case .matchFrom, .matchKind, .deliveredName, .name, .position, .truth: .entryText
        }
    }

    /// What its cell takes.
    func rule(at place: String) -> EntryRule {
        switch self {
        case .spend, .forecast, .match, .matchAmount: .money(cell: place)
        case .delivered, .deliveredNumber: .count
        case .date: .date
        case .matchKind: .choice(MatchOffer.Kind.allCases.map(\.rawValue))
        case .truth: .choice(["yes", "no"])
        case .matchFrom: .text(32)
        case .deliveredName, .name, .position: .text(200)
        }
    }
}
