/// What keeps a text from being a signed note, or a note's text from being a checkpoint.
public struct NoteFault: Error, Hashable, Sendable {
    /// What is wrong, as a sentence.
    public let message: String

    init(_ message: String) { self.message = message }
}
