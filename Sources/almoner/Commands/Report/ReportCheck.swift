import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report check`.
struct ReportCheck: Command {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Is this exported report what the book says, figure by figure?",
        discussion: """
            A JSON, HTML or XLSX file that almoner wrote says what it was asked, how many entries it \
            knew, and their chain hash. The same is asked again of the book as it was known then: it \
            is the same, or the first figure that differs is named. What the book answers today, \
            with all that came since, is told beside it.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: FormOptions

    func run(in place: Surroundings) throws {
        let book = try Book(reading: try self.place.file(in: place))
        try Warnings(book).print(in: place)
        let filed = try Self.read(file)
        let known = try Self.known(filed, book)
        let now = try place.now()
        let told = try Retelling(filed, now: now)
        let difference = filed.difference(from: try told.report(of: known))
        let isSame = try difference == nil && told.isSame(known, book)
        let answer: Page = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            return page(reading, filed, difference, isSame: isSame)
        }
        try output.form.print(answer, in: place)
        if let difference { throw Self.fault(file, difference) }
    }

    private static func read(_ file: String) throws -> FiledReport {
        guard FileManager.default.fileExists(atPath: file) else {
            throw Fault(
                "no-file", "There is no file \(file).", remedy: "See how its name is spelt.",
                details: [.init("file", file)], status: .noInput)
        }
        do { return try FiledReport(path: file) } catch {
            throw Fault(
                "unreadable-file", "\(file): \(error.message)", remedy: error.remedy,
                status: .refused)
        }
    }

    /// The book as the file knew it.
    private static func known(_ filed: FiledReport, _ book: Book) throws -> Book {
        guard filed.entries <= book.entries else {
            throw Fault(
                "report-of-more", "It knew \(filed.entries) entries; the book has \(book.entries).",
                remedy: "Name the book it was made from; or an older copy was put back: almoner "
                    + "verify.",
                details: [.init("entries", filed.entries), .init("book", book.entries)],
                status: .refused)
        }
        let known = try book.asKnown(at: filed.entries)
        guard known.chain == filed.chain else {
            throw Fault(
                "report-of-another-book",
                "After entry \(filed.entries) its chain hash is \(filed.chain.prefix(12))…, and the "
                    + "book's \(known.chain.prefix(12))….",
                remedy: "Name the book it was made from; if it is this one, the book was changed: "
                    + "almoner verify --full.",
                details: [.init("entry", filed.entries), .init("chain", filed.chain)],
                status: .refused)
        }
        return known
    }

    private func page(
        _ reading: Reading, _ filed: FiledReport, _ difference: FiledDifference?, isSame: Bool
    ) -> Page {
        let later = reading.envelope.entries - filed.entries
        let came = later == 1 ? "1 entry came since" : "\(later) entries came since"
        var sentences = [
            difference == nil
                ? "Same: every figure is what the book said after entry \(filed.entries)."
                : "It is not what the book said after entry \(filed.entries)."
        ]
        if later > 0, difference == nil {
            sentences.append(
                isSame
                    ? "\(came); the book still says the same." : "\(came), and the book says more.")
        }
        return reading.page(
            "report.check/1", "Is \(file) what the book says?", sentences: sentences,
            facts: [
                Fact("same", "Same", .text(difference == nil ? "yes" : "no")),
                Fact(
                    "stillSays", "Still says so",
                    difference == nil ? .text(isSame ? "yes" : "no") : .absent),
                Fact(
                    "asked", "Asked", .text((["almoner"] + filed.question).joined(separator: " "))),
                Fact("knew", "Entries it knew", .number(filed.entries)),
                Fact("figures", "Figures compared", .number(filed.figures.count)),
                Fact("where", "First that differs", Cell(difference?.place)),
                Fact("filed", "The file says", Cell(difference?.filed)),
                Fact("told", "The book says", Cell(difference?.told)),
            ])
    }

    private static func fault(_ file: String, _ difference: FiledDifference) -> Fault {
        Fault(
            "report-differs",
            "\(file) is not what the book says. \(difference.place): the file says "
                + "\(difference.filed ?? "nothing"), the book \(difference.told ?? "nothing").",
            remedy: "Ask the book again, and rely on that.",
            details: [
                .init("place", difference.place), .init("file", difference.filed ?? ""),
                .init("book", difference.told ?? ""),
            ], status: .refused)
    }
}
