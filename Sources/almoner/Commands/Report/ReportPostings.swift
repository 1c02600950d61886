import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report postings`.
struct ReportPostings: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "postings",
        abstract: "What went to the finance system, against the trial balance by ledger code.")

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        try reading.reader.postingStatus().page(reading.envelope) {
            AccountWords.words($0.rawValue)
        }
    }
}
