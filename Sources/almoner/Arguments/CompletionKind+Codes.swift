import ArgumentParser
import Foundation
import GrantLedger
import GrantStore

extension CompletionKind {
    /// The codes of a register in the book that the words name, or the one that is here.
    static func codes(_ register: Register) -> CompletionKind {
        .custom { words, _, prefix in
            Codes.known(register, words: words, prefix: prefix.uppercased())
        }
    }
}

/// The codes a shell is told of: quickly, and in silence where there is no book.
private enum Codes {
    static func known(_ register: Register, words: [String], prefix: String) -> [String] {
        let environment = ProcessInfo.processInfo.environment
        let named = value(of: "--book", in: words) ?? environment["ALMONER_BOOK"]
        guard let file = named ?? only, let book = try? Book(reading: file) else { return [] }
        let keys = try? book.read { try $0.keys(register, prefix: prefix) }
        return keys ?? []
    }

    private static func value(of option: String, in words: [String]) -> String? {
        for (place, word) in words.enumerated() {
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
            if word == option { return words.dropFirst(place + 1).first }
        }
        return nil
    }

    private static var only: String? {
        let here = try? FileManager.default.contentsOfDirectory(atPath: ".")
        let books = (here ?? []).filter { $0.hasSuffix(".almoner") }
        return books.count == 1 ? books.first : nil
    }
}
