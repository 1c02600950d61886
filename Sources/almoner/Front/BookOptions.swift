import ArgumentParser
import Foundation

/// Which book a command is about.
struct BookOptions: ParsableArguments {
    @Option(
        name: .customLong("book"),
        help: "The book; else ALMONER_BOOK, else the only *.almoner file here.",
        completion: .file(extensions: ["almoner"]))
    var path: String?

    /// The file, by the first of the three that says.
    func file(in place: Surroundings) throws -> String {
        if let path { return path }
        if let batch = place.batch { return batch.book }
        if let named = place.environment["ALMONER_BOOK"], !named.isEmpty { return named }
        let here = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
        let books = here.filter { $0.hasSuffix(".almoner") }.sorted()
        guard books.count <= 1 else {
            throw Fault.usage(
                "There are several books here: \(books.joined(separator: ", ")).",
                remedy: "Say which: --book \(books[0]).")
        }
        guard let book = books.first else {
            throw Fault(
                "no-book", "There is no book here.",
                remedy: "Name one with --book FILE, or begin one: almoner init BOOK --office NAME.",
                status: .noInput)
        }
        return book
    }
}
