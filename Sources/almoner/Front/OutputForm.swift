import Foundation
import GrantExchange

/// In which form an answer is wanted, and where.
struct OutputForm: Sendable {
    /// The form; nil where the file's suffix or the terminal says.
    let format: Format?
    /// The file; nil for standard output.
    let output: String?
    /// Whether CSV is for Excel rather than for a program.
    var isForExcel = false
    /// Whether a pager may show what is longer than the screen.
    var pages = true
}

extension OutputForm {
    /// The form asked for, by the option, the file's suffix, or where it goes.
    func form(in place: Surroundings) throws -> Format {
        if isForExcel { return try excelForm() }
        if let format { return format }
        if let output {
            let suffix = URL(fileURLWithPath: output).pathExtension
            if let format = Format(suffix: suffix) { return format }
            let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault.usage(
                "The suffix of \(output) names no form that there is.",
                remedy: "Give --format with one of \(known).")
        }
        return place.out.isTerminal || place.columns != nil ? .table : .tsv
    }

    /// Whether it is a form that holds pictures, so that they are worth the work.
    var isDrawn: Bool {
        let suffix = output.map { URL(fileURLWithPath: $0).pathExtension }
        return (format ?? suffix.flatMap { Format(suffix: $0) }) == .html
    }

    /// Refuses a file that is there already, that no form has, or whose folder is not there.
    func checkNew(_ output: String) throws {
        guard !FileManager.default.fileExists(atPath: output) else {
            throw Fault(
                "output-exists", "\(output) is there already.",
                remedy: "Name a file that is not there; nothing is ever written over.",
                status: .cannotCreate)
        }
        let folder = URL(fileURLWithPath: output).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Fault(
                "cannot-create", "\(output) could not be written.",
                remedy: "See whether the folder is there, and whether it may be written.",
                status: .cannotCreate)
        }
    }

    /// Prints a page, or writes it to the file asked for.
    func print(_ page: Page, in place: Surroundings) throws {
        let form = try form(in: place)
        if form == .xlsx { return try printWorkbook(page, in: place) }
        let text = text(of: page, as: form, in: place)
        guard let output else { return try show(text, in: place) }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw Fault(
                "cannot-create", "\(output) could not be written.",
                remedy: "See whether the folder is there, and whether it may be written.",
                status: .cannotCreate)
        }
        try place.err.write("\(output) is written.\n")
    }
}

extension OutputForm {
    private func text(of page: Page, as form: Format, in place: Surroundings) -> String {
        let width = place.columns ?? place.out.width ?? 80
        if isForExcel { return DelimitedWriter.excel.text(of: page) }
        guard form == .table, output == nil else { return page.text(as: form, width: width) }
        return TableWriter(width: width, ink: place.ink(place.out)).text(of: page)
    }

    /// Writes a text to standard output, through a pager where it is longer than the screen.
    private func show(_ text: String, in place: Surroundings) throws {
        if pages, let pager = Pager(for: text, in: place), pager.show(text) { return }
        try place.out.write(text)
    }
}

extension Surroundings {
    /// The width that `COLUMNS` gives; where it is set, a table is meant.
    var columns: Int? { environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
}
