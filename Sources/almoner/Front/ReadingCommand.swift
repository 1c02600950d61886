/// A command that answers with a page and takes the options of nearly all such commands.
protocol ReadingCommand: AnsweringCommand {
    /// In which form, and where.
    var output: OutputOptions { get }
}

extension ReadingCommand {
    var answerForm: OutputForm { output.form }

    var knownAt: KnownEntry? { output.knownAt }
}
