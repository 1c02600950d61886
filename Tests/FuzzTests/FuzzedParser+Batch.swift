import GrantExchange
import almoner

extension FuzzedParser {
    /// A file of commands: how it is parted into words.
    static let batch = FuzzedParser(name: "batch") { bytes in
        let text = String(typed: bytes)
        guard let file = try? BatchFile(text: text, name: "fuzz") else { return }
        try promise(
            zip(file.lines, file.lines.dropFirst()).allSatisfy { $0.number < $1.number },
            "lines out of order")
        for line in file.lines { try judge(line) }
    }

    /// The words of one command: whether they are one, and what is said where they are not.
    ///
    /// Nothing is run.
    static let command = FuzzedParser(name: "command") { bytes in
        guard let file = try? BatchFile(text: String(typed: bytes), name: "fuzz"),
            let line = file.lines.first
        else { return }
        try judge(refusal: line.refusal)
    }

    /// The words written as one line are parted into the same words, by both who part them.
    private static func judge(_ line: BatchFile.Line) throws {
        let typed = TypedCommand.text(line.words)
        let read = TypedCommand.words(typed) ?? []
        let batched = try BatchFile(text: typed, name: "fuzz").lines
        try promise(
            read.elementsEqual(line.words) { $0.isSpelt(as: $1) },
            "\(line.words) is typed as \(read)")
        try promise(
            batched.count == 1 && batched[0].words.elementsEqual(line.words) { $0.isSpelt(as: $1) },
            "\(line.words) is batched as \(batched)")
    }

    /// A refusal of words teaches, and steers no terminal with what was typed.
    private static func judge(refusal: String?) throws(BrokenPromise) {
        guard let refusal else { return }
        try promise(refusal.hasPrefix("error[") && refusal.hasSuffix("\n"), "\(refusal)")
        let isClean = refusal.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        try promise(isClean, "\(refusal.debugDescription) steers a terminal")
        try promise(!refusal.contains("unforeseen"), "\(refusal)")
    }
}
