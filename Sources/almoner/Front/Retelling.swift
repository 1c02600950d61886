import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// What a filed report was asked, asked again.
struct Retelling {
    private let filed: FiledReport
    private let command: any ParsableCommand
    private let now: Now

    init(_ filed: FiledReport, now: Now) throws {
        self.filed = filed
        self.now = filed.asAt.flatMap { Now(given: $0.description) } ?? now
        do { command = try Almoner.parseAsRoot(filed.question + Self.form(of: filed)) } catch {
            throw Self.notAsked(filed)
        }
    }

    /// What a question leaves out: in which form it was answered.
    private static func form(of filed: FiledReport) -> [String] {
        if filed.file != nil { return [] }
        if filed.question.starts(with: ["export", "xlsx"]) { return ["--output", "told.xlsx"] }
        return ["--format", filed.format.rawValue]
    }

    private static func notAsked(_ filed: FiledReport) -> Fault {
        Fault(
            "not-a-report",
            "It was asked \"\(filed.question.joined(separator: " "))\", which is no report of "
                + "this program.",
            remedy: "Check a report or a list that almoner wrote with --format json, html or xlsx.",
            status: .refused)
    }

    /// The report as a book tells it.
    func report(of book: Book) throws -> FiledReport {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("almoner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("told").path
        try write(book, to: path)
        return try FiledReport(path: path)
    }

    /// Whether two moments of a book answer the same, but for how many entries they know.
    func isSame(_ before: Book, _ after: Book) throws -> Bool {
        guard let command = command as? any AnsweringCommand, filed.file == nil else {
            return before.entries == after.entries
        }
        var pages = try [before, after].map { book in
            try command.page(of: book, now, question: filed.question)
        }
        pages[1].envelope.entries = pages[0].envelope.entries
        pages[1].envelope.chain = pages[0].envelope.chain
        return pages[0] == pages[1]
    }

    private func write(_ book: Book, to path: String) throws {
        if let file = filed.file, command is ReportBook {
            let text: String? = try book.read { reader in
                let reading = try Reading(
                    book: book, reader: reader, now: now, question: filed.question)
                return try Site(reading, warnings: []).text(of: file)
            }
            guard let text else { throw Self.notAsked(filed) }
            return try text.write(toFile: path, atomically: false, encoding: .utf8)
        }
        if let command = command as? ExportXLSX {
            return try command.write(
                BookTables(
                    book: book, now: now, question: filed.question, years: command.year,
                    surroundings: nil), to: path)
        }
        guard let command = command as? any AnsweringCommand else { throw Self.notAsked(filed) }
        let page = try command.page(of: book, now, question: filed.question)
        if filed.format == .xlsx {
            return try OutputForm.translated(path) { try WorkbookWriter().write(page, to: path) }
        }
        try page.text(as: filed.format).write(toFile: path, atomically: false, encoding: .utf8)
    }
}
