import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// A person at a terminal who is asked for what a command lacks.
struct Conversation {
    private let place: Surroundings
    private let asks: [Ask]
    private let path: [String]
    private var typed: TypedWords
    private let input: @Sendable () -> String?

    /// A conversation, where a person is there, the command asks, and something is missing.
    init?(in place: Surroundings) {
        guard let input = place.input, place.batch == nil,
            let path = try? Vocabulary.path(of: place.arguments),
            let command = Vocabulary.command(at: path) as? any AskingCommand.Type
        else { return nil }
        let typed = TypedWords(words: Array(place.arguments.dropFirst(path.count)))
        let isHelp = ["--help", "-h", "--version"].contains(where: typed.words.contains)
        guard !isHelp,
            command.asks.contains(where: {
                !$0.isOptional && $0.isWanted(typed) && !typed.has($0.option)
            })
        else { return nil }
        self.place = place
        asks = command.asks
        self.path = path
        self.typed = typed
        self.input = input
    }

    /// Asks, shows what would be recorded, and gives the command's words once that is confirmed.
    mutating func hold() throws -> [String] {
        let options = try BookOptions.parse(
            typed.value("--book").map { ["--book", $0] } ?? [])
        let book = try Book(reading: try options.file(in: place))
        try Warnings(book).print(in: place)
        try say("Questions follow; Ctrl-D gives up, and nothing is recorded.\n")
        for ask in asks where !typed.has(ask.option) && ask.isWanted(typed) {
            let answer = try answered(ask, book)
            guard !answer.isEmpty else { continue }
            typed.add(
                ask.option,
                ask.takesSeveral ? answer.split(separator: " ").map(String.init) : [answer])
        }
        let words = path + typed.words
        try say("\nalmoner \(words.map(Self.quoted).joined(separator: " "))\n")
        guard !typed.has("--dry-run") else { return words }
        try preview(words)
        let isYes = ["", "y", "yes"].contains(try line("Record it? [Y/n] ").lowercased())
        guard isYes else { throw Self.givenUp }
        return words
    }

    /// Prints what would be recorded, where all else that is not data goes.
    private func preview(_ words: [String]) throws {
        var dry = place
        dry.arguments = words + ["--dry-run"]
        dry.out = place.err
        dry.input = nil
        try Almoner.command(from: dry.arguments).run(in: dry)
    }

    private func answered(_ ask: Ask, _ book: Book) throws -> String {
        let now = try place.now()
        func reading<T>(_ body: (Reading) throws -> T) throws -> T {
            try book.read { reader in
                try body(try Reading(book: book, reader: reader, now: now, question: []))
            }
        }
        var choices = try reading { try ask.choices($0, typed) }
        try show(choices)
        while true {
            let typed = try line("\(ask.prompt)\(ask.isOptional ? " (empty: none)" : ""): ")
            if typed.isEmpty {
                if ask.isOptional { return "" }
                continue
            }
            let number = Int(typed).flatMap { choices.indices.contains($0 - 1) ? $0 - 1 : nil }
            let text = number.map { choices[$0].code } ?? typed
            do {
                switch try reading({ try ask.check(text, $0) }) {
                case .taken(let answer): return answer
                case .near(let near):
                    choices = near
                    try show(near)
                }
            } catch {
                let fault = Fault(error)
                try say(fault.status == .usage ? fault.message + "\n" : fault.text)
            }
        }
    }

    private func show(_ choices: [Ask.Choice]) throws {
        let width = choices.map { $0.code.utf8.count }.max() ?? 0
        let most = place.err.width ?? 80
        for (place, choice) in choices.prefix(20).enumerated() {
            let space = String(repeating: " ", count: width - choice.code.utf8.count + 2)
            let number = place < 9 ? " \(place + 1)" : "\(place + 1)"
            try say(String("\(number)  \(choice.code)\(space)\(choice.words)".prefix(most)) + "\n")
        }
        if choices.count > 20 { try say("    … and \(choices.count - 20) more\n") }
    }

    private func line(_ prompt: String) throws -> String {
        try say(prompt)
        guard let line = input() else {
            try say("\n")
            throw Self.givenUp
        }
        return line.trimmed
    }

    private func say(_ text: String) throws { try place.err.write(text) }

    private static let givenUp = Fault(
        "given-up", "Given up; nothing was recorded.", remedy: "", status: .interrupted)

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String { TypedCommand.text([word]) }
}

extension String {
    fileprivate var trimmed: String {
        let tail = drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }
        return String(tail.reversed())
    }
}
