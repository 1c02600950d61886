import Foundation
import GrantLedger

/// Reads one row by a layout, and names every cell that cannot be read.
struct RecordReading {
    let row: IncomingRow
    let layout: ImportLayout
    var faults: [ImportFault] = []

    /// What the row states; nil where something of it cannot be read.
    mutating func record() -> ImportRecord? {
        var record = ImportRecord(row: row.number, kind: layout.kind)
        record.sign = layout.sign
        for column in layout.columns {
            let cell = row[column.index]
            let text = trimmed(cell.text).composed
            guard !text.isEmpty, !["-", "–"].contains(text) else { continue }
            guard cell.kind != .error else {
                fault(column, text, "is an error of the spreadsheet.", "Correct it there.")
                continue
            }
            take(text, column, into: &record)
        }
        for (name, text) in layout.constants where record.values[name] == nil {
            take(text, .init(name: name, index: -1, heading: name), into: &record)
        }
        checkNeeded(record)
        return faults.isEmpty ? record : nil
    }

    private mutating func take(
        _ text: String, _ column: ImportLayout.Column, into record: inout ImportRecord
    ) {
        let name = column.name
        record.texts[name] = text
        if let key = ProfileKey(name) {
            if let amount = money(text, column), amount != .zero {
                record.years.append(key.line(amount))
            }
        } else if name.hasPrefix(ImportLayout.spend) {
            guard let amount = money(text, column), let code = Code(String(name.dropFirst(6)))
            else { return }
            if amount != .zero {
                record.spend.append(CategoryAmount(category: code, amount: amount))
            }
        } else if let form = layout.kind.fact(name)?.form,
            let value = value(text, form, column)
        {
            record.values[name] = value
        }
    }

    private mutating func value(
        _ text: String, _ form: ImportFact.Form, _ column: ImportLayout.Column
    ) -> ImportRecord.Value? {
        switch form {
        case .money: return money(text, column).map(ImportRecord.Value.money)
        case .day: return day(text, column).map(ImportRecord.Value.day)
        case .profile: return profile(text, column).map(ImportRecord.Value.profile)
        case .text, .organisation:
            if Passage(text) != nil { return .text(text) }
            fault(
                column, text, "is too long, or holds a control character.",
                "Shorten it to plain text.")
            return nil
        case .code:
            if let code = Code(text.uppercased()) { return .code(code) }
            fault(
                column, text, "is not a code: 1 to 32 letters, digits, full stops and hyphens.",
                "Write the code of the thing as the book has it.")
            return nil
        case .year:
            if let year = FinancialYear(written: text) { return .year(year) }
            fault(column, text, "is not a financial year.", "Write it as 2019/20.")
            return nil
        case .period:
            if let period = Period(written: text) { return .period(period) }
            fault(
                column, text, "is not the period of a return.",
                "Write it as 2019/20-Q1, 2019/20-H1 or 2019/20.")
            return nil
        case .number:
            if let number = Int(text), number > 0 { return .number(number) }
            fault(column, text, "is not a number from 1.", "Write it in digits alone.")
            return nil
        case .wait:
            if text.lowercased() == "none" || Period(written: text) != nil { return .text(text) }
            fault(
                column, text, "is neither a period nor “none”.",
                "Write the period whose return is awaited, as 2019/20.")
            return nil
        case .frequency:
            if ReturnFrequency(rawValue: text.lowercased()) != nil {
                return .text(text.lowercased())
            }
            fault(
                column, text, "is not how often a recipient reports.",
                "Write quarterly, half-yearly or yearly.")
            return nil
        }
    }

    private mutating func money(_ text: String, _ column: ImportLayout.Column) -> Money? {
        do { return try WrittenAmount.read(text) } catch {
            fault(
                column, text, WrittenAmount.reason(error), "Write pounds as 35000 or 35,000.00.")
            return nil
        }
    }

    private mutating func day(_ text: String, _ column: ImportLayout.Column) -> Day? {
        if let day = WrittenDay(text)?.day(layout.dates) { return day }
        let order = ["dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year first"]
        fault(
            column, text,
            "is not a date (\(order[layout.dates.rawValue] ?? layout.dates.rawValue)).",
            "Write it as 2019-04-05, or give the order of all dates: --dates dmy, mdy or ymd.")
        return nil
    }

    private mutating func profile(_ text: String, _ column: ImportLayout.Column) -> Profile? {
        var lines: Profile = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "\n" }) {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let key = ProfileKey(sides[0]),
                let amount = try? WrittenAmount.read(sides[1])
            else {
                fault(
                    column, text, "is not a list of amounts by year.",
                    "Write it as 2019/20=35000 2020/21=35000.")
                return nil
            }
            lines.append(key.line(amount))
        }
        return lines
    }

    private mutating func checkNeeded(_ record: ImportRecord) {
        for fact in layout.kind.facts where fact.isNeeded && record.values[fact.name] == nil {
            guard let column = layout.column(fact.name),
                !faults.contains(where: { $0.heading == column.heading })
            else { continue }
            faults.append(
                ImportFault(
                    "missing", row: row.number, cell: row.address(column.index),
                    heading: column.heading, text: "", "There is no \(fact.name).",
                    remedy: "Fill it in, or leave the row out."))
        }
        let isSigned = [.payments, .costs, .bank].contains(layout.kind)
        if isSigned, faults.isEmpty, record.moneyOut == .zero {
            let name = layout.sign == .twoColumns ? "money-out" : "amount"
            let column = layout.column(name) ?? layout.column("money-in")
            faults.append(
                ImportFault(
                    "missing", row: row.number, cell: column.map { row.address($0.index) },
                    heading: column?.heading, text: column.map { trimmed(row[$0.index].text) },
                    "There is no amount above or below nil.",
                    remedy: "Fill it in, or leave the row out."))
        }
    }

    private mutating func fault(
        _ column: ImportLayout.Column, _ text: String, _ why: String, _ remedy: String
    ) {
        let isConstant = column.index < 0
        faults.append(
            ImportFault(
                "unreadable", row: row.number,
                cell: isConstant ? nil : row.address(column.index), heading: column.heading,
                text: text, "“\(text.prefix(80))” \(why)", remedy: remedy))
    }
}
