import Foundation
import GrantExchange
import GrantLedger

/// A claim put into its funder's own workbook, and what is said of it.
struct ClaimFilling {
    /// The funder's workbook, which is not changed.
    let into: String
    /// The map of facts and cells.
    let map: String
    /// The copy to write.
    let output: String

    /// Writes the copy; the page says what went where.
    func page(_ statement: ClaimStatement, funder: String, _ reading: Reading) throws -> Page {
        guard !FileManager.default.fileExists(atPath: output) else {
            throw Fault(
                "output-exists", "\(output) is there already.",
                remedy: "Name a file that is not there; nothing is ever written over.",
                status: .cannotCreate)
        }
        let map = try read()
        do {
            let fillings = try statement.fillings(
                map, office: reading.envelope.office, funder: funder
            ) { try reading.facts.find(Category.self, $0) != nil }
            try filler().fill(fillings, to: output)
            return page(statement, fillings, map, reading.envelope)
        } catch let reason as UnfillableMap {
            throw fault(reason)
        } catch let reason as UnreadableFile {
            throw fault(reason, output, "cannot-fill")
        }
    }

    private func read() throws -> FillMap {
        do {
            return try FillMap(try ByteSource.file(map))
        } catch {
            throw fault(error, map, "bad-map")
        }
    }

    private func filler() throws -> WorkbookFiller {
        do {
            return try WorkbookFiller(path: into)
        } catch {
            throw fault(error, into, "bad-workbook")
        }
    }

    private func fault(_ reason: UnreadableFile, _ file: String, _ code: String) -> Fault {
        var place = [URL(fileURLWithPath: file).lastPathComponent]
        if let row = reason.row { place.append("row \(row)") }
        if let column = reason.column {
            place.append("column \(IncomingCell.letters(of: column))")
        }
        let words = place.joined(separator: ", ")
        return Fault(code, "\(words): \(reason.message)", remedy: reason.remedy, status: .refused)
    }

    private func fault(_ reason: UnfillableMap) -> Fault {
        let name = URL(fileURLWithPath: map).lastPathComponent
        let count = reason.faults.count == 1 ? "1 fault" : "\(reason.faults.count) faults"
        let words = reason.faults.map { "row \($0.row): \($0.message)" }
        return Fault(
            "bad-map", "\(name) has \(count): \(words.joined(separator: "; ")).",
            remedy: "Correct the map; nothing is written.", status: .refused)
    }

    private func page(
        _ statement: ClaimStatement, _ fillings: [Filling], _ map: FillMap, _ envelope: Envelope
    ) -> Page {
        let name = URL(fileURLWithPath: into).lastPathComponent
        var page = Page(
            schema: "claim.fill/1", heading: "Claim \(statement.claim.code) in \(name)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let count = fillings.count == 1 ? "1 cell is" : "\(fillings.count) cells are"
        page.sentences = ["\(count) filled; the copy is \(output)."]
        for row in statement.unplaced(by: map) {
            let category = row.category == .general ? "general" : "\(row.category)"
            page.sentences.append(
                "\(row.now) of \(category) is in this claim, and the map has no cell for "
                    + "\(category).thisClaim.")
        }
        page.sheets = [
            Sheet(
                key: "cells", title: "Cells",
                columns: [
                    Column("cell", "Cell"), Column("fact", "Fact", isFlexible: true),
                    Column("value", "Value"),
                ],
                rows: fillings.map { filling in
                    let value = filling.value == .absent ? "-" : filling.value.plain
                    return [.text(filling.place), .text(filling.fact), .text(value)]
                })
        ]
        return page
    }
}
