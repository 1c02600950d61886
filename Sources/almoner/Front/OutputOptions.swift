import ArgumentParser

/// What of the book is wanted, in which form, and where.
struct OutputOptions: ParsableArguments, Sendable {
    @OptionGroup
    var written: FormOptions

    @Option(
        help: "As the book was known at a time (2020-04-20T17:00:00Z) or after an entry's number.",
        transform: KnownEntry.typed)
    var knownAt: KnownEntry?

    /// The form and the place they ask for.
    var form: OutputForm { written.form }
}
