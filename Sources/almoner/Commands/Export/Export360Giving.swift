import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export 360giving`.
struct Export360Giving: Command {
    static let configuration = CommandConfiguration(
        commandName: "360giving",
        abstract: "Every signed award by the 360Giving standard, as JSON or CSV.",
        discussion: """
            What the office has not filled in, and what is withheld, is listed in FILE.findings.csv \
            beside it; a fact that is withheld is not written. Contacts are never written. The same \
            award has the same identifier each time, so a change is published under it anew.
            """)

    @Option(
        help: "The file: its suffix is json or csv; nothing of that name may be there.",
        completion: .file())
    var output: String

    @Option(help: "Only awards decided in this year.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(help: "The prefix that 360Giving gave the office: 360G-….")
    var prefix: String?

    @Option(help: "The web address where the data is found.")
    var dataSource: String?

    @Option(help: "The web address of the licence it is given under.")
    var licence: String?

    @OptionGroup
    var place: BookOptions

    func validate() throws {
        if let prefix, GrantPrefix(registered: prefix) == nil {
            throw ValidationError("A prefix is 360G- and a name, such as 360G-kentpcc.")
        }
        for address in [dataSource, licence].compactMap({ $0 }) {
            guard Self.isAddress(address) else {
                throw ValidationError("\(address) is not a web address, such as https://….")
            }
        }
    }

    /// Whether a text is the address of a page, with no sign in it that an address cannot have.
    private static func isAddress(_ text: String) -> Bool {
        let barred = Set("<>\"{}|\\^`".utf8)
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !barred.contains($0) }),
            let url = URL(string: text), ["http", "https"].contains(url.scheme)
        else { return false }
        return url.host?.isEmpty == false
    }

    func run(in surroundings: Surroundings) throws {
        let suffix = URL(fileURLWithPath: output).pathExtension.lowercased()
        guard ["json", "csv"].contains(suffix) else {
            throw Fault.usage(
                "The standard has two forms: json and csv.",
                remedy: "Name the file so: --output grants.json or --output grants.csv.")
        }
        let beside = output + ".findings.csv"
        try FileAside.checkNew(output)
        try FileAside.checkNew(beside)
        let package = try package(in: surroundings)
        let text = suffix == "json" ? package.json.pretty + "\n" : package.csv
        try Self.write(text, to: output)
        try surroundings.err.write("\(output) is written.\n")
        let findings = package.findings
        guard !findings.isEmpty else {
            return try surroundings.err.write("Nothing is left to fill in.\n")
        }
        try Self.write(findings.csv, to: beside)
        let lines = findings.summary.map { "  \($0)\n" }.joined()
        try surroundings.err.write("To fill in or withheld, each listed in \(beside):\n\(lines)")
    }

    /// What the book says, at one moment.
    private func package(in surroundings: Surroundings) throws -> ThreeSixtyPackage {
        let book = try Book(reading: try place.file(in: surroundings))
        try Warnings(book).print(in: surroundings)
        let now = try surroundings.now()
        return try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: surroundings.question)
            let grants = try reader.publishedGrants().filter { grant in
                year.map { $0.contains(grant.decided) } ?? true
            }
            guard !grants.isEmpty, let office = try reader.row(Office.self, Office.onlyKey) else {
                throw nothing
            }
            let publisher = ThreeSixtyPublisher(
                office: office,
                prefix: prefix.flatMap(GrantPrefix.init(registered:))
                    ?? GrantPrefix(office: office, book: book.id),
                dataSource: dataSource, licence: licence)
            return ThreeSixtyPackage(
                grants, by: publisher, issued: reading.today, reading.envelope)
        }
    }

    private var nothing: Fault {
        let when = year.map { " that was decided in \($0)" } ?? ""
        return Fault(
            "nothing-to-publish", "There is no signed award\(when).",
            remedy: "A package has at least one grant; almoner award list shows what there is.",
            status: .refused)
    }

    private static func write(_ text: String, to output: String) throws {
        try FileAside.write(output) { path in
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
    }
}
