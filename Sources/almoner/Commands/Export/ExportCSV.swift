import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export csv`.
struct ExportCSV: Command {
    static let configuration = CommandConfiguration(
        commandName: "csv",
        abstract: "The whole book as a folder of CSV files: registers, spend, entries, accounts.")

    @Option(help: "The folder to write; nothing of that name may be there.", completion: .directory)
    var output: String

    @Option(
        help: "Money and entries of these years: 2019/20 or 2019/20..2021/22; all where absent.",
        transform: YearsEntry.typed)
    var year: YearsEntry = .all

    @Flag(help: "As Excel opens it by itself: marked as UTF-8, lines ended by CR LF.")
    var excel = false

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        let tables = try BookTables(place, year, in: surroundings)
        do {
            let folder = try FolderOfTables(at: output, isForExcel: excel)
            do {
                try tables.stream(to: folder)
            } catch {
                folder.discard()
                throw error
            }
            try folder.finish()
            try surroundings.err.write("\(output) is written: \(folder.files.count) files.\n")
        } catch let fault as FolderOfTables.Fault {
            switch fault {
            case .taken:
                throw Fault(
                    "output-exists", "\(output) is there already.",
                    remedy: "Name a folder that is not there; nothing is ever written over.",
                    status: .cannotCreate)
            case .unwritable: throw FileAside.unwritable(output)
            }
        }
    }
}
