import ArgumentParser
import GrantExchange

/// `almoner export hledger`.
struct ExportHledger: JournalExport {
    static let format = PlainTextFormat.hledger

    static let configuration = CommandConfiguration(
        commandName: "hledger",
        abstract: "Every entry as a journal that hledger reads, with balances it proves.",
        discussion: """
            Tags hold who, when, papers and the chain hash. At each 31 March and at the end every account \
            that has moved is proved. hledger check --strict finds nothing; the entries stand in order of \
            number, so hledger check ordereddates may.
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
