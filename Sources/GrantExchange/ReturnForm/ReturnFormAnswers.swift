import Foundation
import GrantLedger

/// What the recipient typed into the entry cells of a form.
struct ReturnFormAnswers {
    let cells: [String: IncomingCell]
    let entries: [(place: String, entry: ReturnFormEntry)]
    private var faults: [ReturnFormReading.Fault] = []

    init(cells: [String: IncomingCell], entries: [(place: String, entry: ReturnFormEntry)]) {
        (self.cells, self.entries) = (cells, entries)
    }

    /// Reads them all, with what is wrong.
    mutating func read(into reading: inout ReturnFormReading) {
        readSpend(into: &reading)
        readMatch(into: &reading)
        readDelivered(into: &reading)
        readDeclaration(into: &reading)
        reading.faults += faults
    }

    private mutating func readSpend(into reading: inout ReturnFormReading) {
        var firstPlace: String?
        var isSaid = false
        for (place, entry) in entries {
            switch entry {
            case .spend(let fund, let category):
                firstPlace = firstPlace ?? place
                isSaid = isSaid || cell(place).kind != .empty
                let amount = money(place) ?? .zero
                reading.spend.append(
                    CategoryAmount(fund: fund, category: category, amount: amount))
            case .forecast: reading.forecast = money(place)
            default: continue
            }
        }
        if let firstPlace, !isSaid {
            fault(firstPlace, "No spend is entered; where nothing was spent, type 0.")
        }
    }

    private mutating func readMatch(into reading: inout ReturnFormReading) {
        guard let year = reading.period?.year else { return }
        for (place, entry) in entries {
            switch entry {
            case .match(let from, let kind):
                guard let amount = money(place), amount > .zero else { continue }
                reading.match.append(
                    MatchOffer(from: from, kind: kind, year: year, amount: amount))
            case .matchAmount(let line):
                guard let fromPlace = self.place(of: .matchFrom(line)),
                    let kindPlace = self.place(of: .matchKind(line)),
                    let offer = offer(fromPlace, kindPlace, place, year)
                else { continue }
                reading.match.append(offer)
                reading.typedProviders.append(
                    .init(cell: "Return!\(fromPlace)", code: offer.from))
            default: continue
            }
        }
    }

    /// A line of match typed in whole; nil where nothing is typed, or something is wrong.
    private mutating func offer(
        _ from: String, _ kind: String, _ amount: String, _ year: FinancialYear
    ) -> MatchOffer? {
        let places = [from, kind, amount]
        guard places.contains(where: { cell($0).kind != .empty }) else { return nil }
        for place in places where cell(place).kind == .empty {
            fault(place, "The line of match is not whole: who, which kind and how much.")
        }
        let code = words(from).flatMap { text -> Code? in
            let code = Code(text.uppercased())
            if code == nil { fault(from, "“\(text)” is not a code.") }
            return code
        }
        let sort = words(kind).flatMap { text -> MatchOffer.Kind? in
            let sort = MatchOffer.Kind(rawValue: text.lowercased())
            if sort == nil { fault(kind, "“\(text)” is neither cash nor in-kind.") }
            return sort
        }
        let pounds = money(amount)
        guard let code, let sort, let pounds else { return nil }
        return MatchOffer(from: code, kind: sort, year: year, amount: pounds)
    }

    private mutating func readDelivered(into reading: inout ReturnFormReading) {
        for (place, entry) in entries {
            switch entry {
            case .delivered(let name):
                guard let name = Note(name), let number = count(place) else { continue }
                reading.delivered.append(Delivered(name: name, number: number))
            case .deliveredNumber(let line):
                guard let namePlace = self.place(of: .deliveredName(line)) else { continue }
                let isEmpty = [place, namePlace].map { cell($0).kind == .empty }
                if isEmpty == [true, true] { continue }
                if isEmpty[1] { fault(namePlace, "What was delivered is not named.") }
                if isEmpty[0] { fault(place, "How many were delivered is not said.") }
                guard let text = words(namePlace), let number = count(place) else { continue }
                guard let name = Note(text) else {
                    fault(namePlace, "The name is too long or has signs that no text may have.")
                    continue
                }
                reading.delivered.append(Delivered(name: name, number: number))
            default: continue
            }
        }
    }

    private mutating func readDeclaration(into reading: inout ReturnFormReading) {
        for (place, entry) in entries {
            switch entry {
            case .name: reading.name = declared(place, "Who declares it is not said.")
            case .position:
                reading.position = declared(place, "As what they declare it is not said.")
            case .truth:
                let text = declared(place, "The declaration is missing: yes or no.").lowercased()
                if !text.isEmpty, text != "yes" {
                    fault(place, "The figures are not declared true: “\(text)”, not yes.")
                }
            case .date:
                switch cell(place).kind {
                case .empty: fault(place, "The declaration has no date.")
                case .date: reading.date = Day(cell(place).text)
                default: fault(place, "“\(shown(place))” is not a date as a workbook has it.")
                }
            default: continue
            }
        }
    }

    private mutating func declared(_ place: String, _ missing: String) -> String {
        guard cell(place).kind != .empty else {
            fault(place, missing)
            return ""
        }
        return words(place) ?? ""
    }

    /// Words; a number typed as a name is taken as its digits.
    private mutating func words(_ place: String) -> String? {
        switch cell(place).kind {
        case .empty: return nil
        case .text, .number: return cell(place).text.composed
        case .truth: return cell(place).text == "true" ? "yes" : "no"
        case .formula:
            fault(place, "A formula; type the words themselves.")
        case .date, .error:
            fault(place, "“\(shown(place))” is not words.")
        }
        return nil
    }

    /// An amount: a number from nil, with two decimals at most; nil where there is none.
    private mutating func money(_ place: String) -> Money? {
        let found = cell(place)
        guard isNumber(found, place) else { return nil }
        do {
            let amount = try Money(pounds: found.text)
            guard amount >= .zero else {
                fault(place, "\(found.text) is below nil; spend and match are from 0.")
                return nil
            }
            return amount
        } catch .decimals {
            fault(place, "\(found.text) has more than two decimals: a part of a penny.")
        } catch {
            fault(place, "\(found.text) is beyond £99,999,999,999.99.")
        }
        return nil
    }

    /// How many: a whole number from nil.
    private mutating func count(_ place: String) -> Int? {
        let found = cell(place)
        guard isNumber(found, place) else { return nil }
        guard let number = Int(found.text), number >= 0 else {
            fault(place, "\(found.text) is not a whole number from 0.")
            return nil
        }
        return number
    }

    private mutating func isNumber(_ found: IncomingCell, _ place: String) -> Bool {
        switch found.kind {
        case .number: return true
        case .empty: return false
        case .text: fault(place, "“\(shown(place))” is text and not a number.")
        case .formula: fault(place, "A formula, where the number itself is asked for.")
        case .date: fault(place, "A date (\(found.text)), and not a number.")
        case .truth, .error: fault(place, "“\(shown(place))” is not a number.")
        }
        return false
    }

    private func cell(_ place: String) -> IncomingCell { cells[place] ?? .empty }

    private func shown(_ place: String) -> String { String(cell(place).text.prefix(60)) }

    private func place(of entry: ReturnFormEntry) -> String? {
        entries.first { $0.entry == entry }?.place
    }

    private mutating func fault(_ place: String, _ message: String) {
        faults.append(.init("Return!\(place)", message))
    }
}
