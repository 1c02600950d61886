import ArgumentParser
import GrantExchange

/// `almoner export beancount`.
struct ExportBeancount: JournalExport {
    static let format = PlainTextFormat.beancount

    static let configuration = CommandConfiguration(
        commandName: "beancount",
        abstract: "Every entry as a journal that beancount reads, with balances it proves.",
        discussion: """
            Metadata hold who, when, papers and the chain hash; an entry and its reversal share a link. At \
            each 31 March and at the end every account that has moved is proved. bean-check finds \
            nothing.
            """)

    @Option(help: "The file to write; standard output where absent or -.", completion: .file())
    var output: String?

    @Option(
        help: "Entries of these years, and what stood before: 2019/20 or 2019/20..2021/22.",
        transform: YearsEntry.typed)
    var year: YearsEntry = .all

    @OptionGroup
    var place: BookOptions
}
