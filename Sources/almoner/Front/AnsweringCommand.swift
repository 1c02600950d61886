import GrantExchange
import GrantStore

/// A command that answers from the book with a page.
protocol AnsweringCommand: Command {
    /// Which book.
    var place: BookOptions { get }
    /// In which form, and where.
    var answerForm: OutputForm { get }
    /// How much of the book is to be known; nil for all there is.
    var knownAt: KnownEntry? { get }

    /// The answer, from the book as it is at one moment.
    func page(_ reading: Reading) throws -> Page
}

extension AnsweringCommand {
    var knownAt: KnownEntry? { nil }

    func run(in place: Surroundings) throws { try answer(in: place) }

    /// Reads the book and prints the page.
    func answer(in place: Surroundings) throws {
        let book = try Book(reading: try self.place.file(in: place))
        let warnings = Warnings(book)
        try warnings.print(in: place)
        var answer = try page(
            of: knownAt.map { try $0.book(book) } ?? book, place.now(), question: place.question,
            in: place)
        answer.warnings = warnings.lines
        try answerForm.print(answer, in: place)
    }

    /// The answer of a book at a moment, with the day it is told as at, where the day was asked for.
    func page(
        of book: Book, _ now: Now, question: [String], in place: Surroundings? = nil
    ) throws -> Page {
        try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: question, in: place)
            var answer = try page(reading)
            if reading.toldToday { answer.envelope.asAt = answer.envelope.asAt ?? reading.today }
            return answer
        }
    }
}
