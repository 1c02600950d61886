import GrantExchange
import GrantStore

/// A command that answers from the book with a page.
protocol AnsweringCommand: Command {
    /// Which book.
    var place: BookOptions { get }
    /// In which form, and where.
    var answerForm: OutputForm { get }

    /// The answer, from the book as it is at one moment.
    func page(_ reading: Reading) throws -> Page
}

extension AnsweringCommand {
    func run(in place: Surroundings) throws { try answer(in: place) }

    /// Reads the book and prints the page.
    func answer(in place: Surroundings) throws {
        let book = try Book(reading: try self.place.file(in: place))
        let warnings = Warnings(book)
        try warnings.print(in: place)
        let now = try place.now()
        var answer: Page = try book.read { reader in
            try page(try Reading(book: book, reader: reader, now: now, question: place.question))
        }
        answer.warnings = warnings.lines
        try answerForm.print(answer, in: place)
    }
}
