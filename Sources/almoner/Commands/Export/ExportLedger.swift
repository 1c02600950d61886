import ArgumentParser
import GrantExchange

/// `almoner export ledger`.
struct ExportLedger: JournalExport {
    static let format = PlainTextFormat.ledger

    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Every entry as a journal that ledger reads, with balances it proves.",
        discussion: """
            Metadata hold who, when, papers and the chain hash. The entries stand year after year, since \
            ledger proves a balance where it stands: at each 31 March and at the end. The tag Hash is \
            ledger's own chain, which ledger 3.4 checks with --hashes=sha512; older ones do not know \
            that option.
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
