import Foundation

/// Questions to whoever sits at the terminal.
struct ImportPrompt {
    let place: Surroundings

    /// Whether somebody can answer: both what is asked and what is typed go by a terminal.
    var isPossible: Bool { place.err.isTerminal && isatty(0) == 1 && place.batch == nil }

    /// Asks, and gives what was typed; nil at the end of the input.
    func ask(_ question: String) throws -> String? {
        try place.err.write(question + " ")
        return readLine()
    }

    /// Asks for a yes.
    func confirm(_ question: String) throws -> Bool {
        ["y", "yes"].contains(try ask(question + " [y/N]")?.lowercased() ?? "")
    }
}
