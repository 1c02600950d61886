import Foundation
import GrantExchange
import GrantLedger

/// A return's workbook that came back, judged by the book.
struct ReturnFormFile {
    /// Where it is.
    let path: String
    /// The award it must be of, where one was named.
    let award: Code?
    /// The period it must be for, where one was named.
    let period: Period?

    /// A form without a fault.
    struct Judged {
        let award: Code
        let period: Period
        let reading: ReturnFormReading
    }

    /// What it says.
    func reading() throws -> ReturnFormReading {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Fault(
                "no-file", "There is no file \(path).", remedy: "See how its name is spelt.",
                status: .noInput)
        }
        do {
            return try ReturnFormReader.read(path)
        } catch {
            let place = [
                error.row.map { "row \($0)" }, error.column.map { IncomingCell.letters(of: $0) },
            ]
            .compactMap(\.self).joined(separator: ", column ")
            throw Fault(
                "unreadable-file",
                "\(path)\(place.isEmpty ? "" : ", " + place): \(error.message)",
                remedy: error.remedy, status: .refused)
        }
    }

    /// What it says where nothing is wrong; every fault by its cell where something is.
    func judged(_ facts: Facts) throws -> Judged {
        let reading = try reading()
        let faults = try origin(reading, facts) + reading.faults
        guard faults.isEmpty, let award = reading.award, let period = reading.period else {
            throw refusal(faults)
        }
        return Judged(award: award, period: period, reading: reading)
    }

    /// What is wrong with whose it says it is.
    private func origin(
        _ reading: ReturnFormReading, _ facts: Facts
    ) throws -> [ReturnFormReading.Fault] {
        var faults: [ReturnFormReading.Fault] = []
        func add(_ cell: String, _ message: String) { faults.append(.init(cell, message)) }
        let book = try facts.entry(1)?.book ?? ""
        if reading.book != book {
            add(ReturnFormReading.bookCell, "The form was given out by another book.")
        }
        if let award, award != reading.award {
            add(
                ReturnFormReading.awardCell,
                "The form is of \(Cell(reading.award).shown), not of \(award).")
        }
        if let period, period != reading.period {
            add(
                ReturnFormReading.periodCell,
                "The form is for \(Cell(reading.period).shown), not for \(period).")
        }
        for typed in reading.typedProviders
        where try facts.look(Organisation.self, typed.code.description) == nil {
            add(typed.cell, "There is no organisation \(typed.code) in this book.")
        }
        guard let award = reading.award, let period = reading.period else {
            add(ReturnFormReading.awardCell, "The form no longer says which award and period.")
            return faults
        }
        guard try facts.look(Award.self, award.description) != nil else {
            add(ReturnFormReading.awardCell, "There is no award \(award) in this book.")
            return faults
        }
        let key = MonitoringReturn.key(award, period)
        guard let form = try facts.look(ReturnForm.self, key) else {
            add(
                ReturnFormReading.periodCell,
                "No form of \(award) for \(period) was given out by this book.")
            return faults
        }
        if reading.version != form.version {
            add(
                ReturnFormReading.versionCell,
                "It is version \(Cell(reading.version).shown); version \(form.version) was given out "
                    + "on \(form.issued.prose).")
        } else if reading.check != form.check.description {
            add(
                ReturnFormReading.checkCell,
                "The form is not what was given out: check \(form.check) stands in the book.")
        }
        return faults
    }

    private func refusal(_ faults: [ReturnFormReading.Fault]) -> Fault {
        let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
        return Fault(
            "return-form",
            "\(path) has \(count); nothing is recorded."
                + faults.map { "\n  \($0)" }.joined(),
            remedy:
                "Have the cells named put right in the workbook that was given out, and read it again.",
            details: faults.map { .init($0.cell, $0.message) }, status: .refused)
    }
}
