import GrantLedger

/// One thing a command asks for where it was not typed.
struct Ask: Sendable {
    /// The option it is, as `--round`; nil for the argument.
    let option: String?
    /// What is asked, in words.
    let prompt: String
    /// Whether an empty answer is one.
    var isOptional = false
    /// Whether the answer may be several words, each a value.
    var takesSeveral = false
    /// Whether it is wanted, by the options typed or answered so far.
    var isWanted: @Sendable (TypedWords) -> Bool = { _ in true }
    /// What there is to choose from, shown before the question; a number then chooses too.
    var choices: @Sendable (Reading, TypedWords) throws -> [Choice] = { _, _ in [] }
    /// Reads an answer as the command would; throws what the command would say.
    var check: @Sendable (String, Reading) throws -> Answer

    /// One of several.
    struct Choice: Sendable {
        /// Its code, which is the answer.
        let code: String
        /// What it is.
        let words: String
    }

    /// What came of an answer.
    enum Answer: Sendable {
        /// It is taken, in its one spelling.
        case taken(String)
        /// It was not exact: what comes near.
        case near([Choice])
    }
}

/// A command that asks for what is missing, where a person is there to answer.
protocol AskingCommand: RecordingCommand {
    /// What it asks for, in order.
    static var asks: [Ask] { get }
}

/// The words that were typed after a command's noun and verb.
struct TypedWords: Sendable {
    private(set) var words: [String]

    init(words: [String]) { self.words = words }

    /// Options without a value, and those that take several.
    private static let flags: Set = ["--historic", "--dry-run"]
    private static let lists: Set = ["--profile", "--match", "--document"]

    /// Whether an option is there, or, for nil, the argument.
    func has(_ option: String?) -> Bool {
        guard let option else { return hasArgument }
        return words.contains { $0 == option || $0.hasPrefix(option + "=") }
    }

    /// The value of an option that takes one.
    func value(_ option: String) -> String? {
        for (place, word) in words.enumerated() {
            if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
            if word == option { return words.dropFirst(place + 1).first }
        }
        return nil
    }

    /// Whether some amount names its fund.
    var namesFund: Bool { words.contains { $0.contains("@") && $0.contains("=") } }

    /// Adds an answer.
    mutating func add(_ option: String?, _ values: [String]) {
        guard let option else { return words.insert(contentsOf: values, at: 0) }
        words.append(option)
        words += values
    }

    private var hasArgument: Bool {
        var skips = 0
        for word in words {
            if word.hasPrefix("--") {
                if Self.lists.contains(word) {
                    skips = .max
                } else {
                    skips = word.contains("=") || Self.flags.contains(word) ? 0 : 1
                }
            } else if skips > 0 {
                if skips != .max { skips -= 1 }
            } else {
                return true
            }
        }
        return false
    }
}
