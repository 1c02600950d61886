import ArgumentParser

/// The words of commands: finds the command that is meant, and the nearest where there is none.
enum Vocabulary {
    /// The nouns and verbs at the head of what was typed.
    static func path(of arguments: [String]) throws -> [String] {
        var known = Almoner.nouns
        var path: [String] = []
        for word in arguments {
            guard !word.hasPrefix("-"), !known.isEmpty else { break }
            if path.isEmpty, word == "help" { break }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                throw unknown(
                    word, after: path, known: known.compactMap { $0.configuration.commandName })
            }
            path.append(word)
            known = next.configuration.subcommands
        }
        return path
    }

    /// The command at the end of a path.
    static func command(at path: [String]) -> (any ParsableCommand.Type)? {
        var known = Almoner.nouns
        var found: (any ParsableCommand.Type)?
        for word in path {
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                return nil
            }
            found = next
            known = next.configuration.subcommands
        }
        return found
    }

    private static func unknown(_ word: String, after path: [String], known: [String]) -> Fault {
        let noun = (["almoner"] + path).joined(separator: " ")
        let near = nearest(word, of: known)
        let remedy =
            near.isEmpty || known.count < 8
            ? "There are: \(known.joined(separator: ", "))."
            : "The nearest: \(near.joined(separator: ", "))."
        return .usage("There is no command \(noun) \(word).", remedy: remedy)
    }

    /// Up to three words that are a few letters away, nearest first.
    static func nearest(_ word: String, of known: [String]) -> [String] {
        let most = max(2, word.utf8.count / 3)
        let near = known.map { (distance(word, $0), $0) }.filter { $0.0 <= most }
        return near.sorted(by: <).prefix(3).map(\.1)
    }

    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let substituted = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
