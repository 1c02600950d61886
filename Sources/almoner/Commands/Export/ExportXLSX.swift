import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export xlsx`.
struct ExportXLSX: Command {
    static let configuration = CommandConfiguration(
        commandName: "xlsx",
        abstract: "The whole book as one workbook: registers, spend, every entry and account.")

    @Option(help: "The workbook to write; nothing of that name may be there.", completion: .file())
    var output: String

    @Option(
        help: "Money and entries of these years: 2019/20 or 2019/20..2021/22; all where absent.",
        transform: YearsEntry.typed)
    var year: YearsEntry = .all

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        let tables = try BookTables(place, year, in: surroundings)
        try FileAside.checkNew(output)
        try FileAside.write(output) { try write(tables, to: $0) }
        try surroundings.err.write("\(output) is written.\n")
    }

    /// Writes tables to a file.
    func write(_ tables: BookTables, to path: String) throws {
        let cover = try tables.cover()
        try OutputForm.translated(output) {
            let workbook = try BookWorkbook(at: path, cover)
            try tables.stream(to: workbook)
            try workbook.finish()
        }
    }
}

extension BookTables {
    /// Opens the book whose tables are wanted.
    init(_ place: BookOptions, _ years: YearsEntry, in surroundings: Surroundings) throws {
        let book = try Book(reading: try place.file(in: surroundings))
        try Warnings(book).print(in: surroundings)
        if case .open = years {
            throw NotAccepted("an export is of all years or of some: 2019/20 or 2019/20..2021/22.")
        }
        self.init(
            book: try book.asKnown(at: book.entries), now: try surroundings.now(),
            question: surroundings.question, years: years, surroundings: surroundings)
    }
}
