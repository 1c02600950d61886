import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantSeal
import GrantStore

/// `almoner export audit`.
struct ExportAudit: Command {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The audit bundle: every entry, tables, a signed note, a program that checks it.",
        discussion: """
            A folder, or a zip where the name ends in .zip. It always has every entry; --year \
            makes the tables of entries those dated in it, and the tables of a year end those of \
            its end. The note in it is signed with your key (--key FILE, else the one that \
            checkpoint make uses); where there is none it says everywhere that it is not signed.

            SHA-256 of this version's verify.py:
            \(AuditVerifier.digest)
            """)

    @Option(
        help: "The folder or the .zip to write; nothing of that name may be there.",
        completion: .file())
    var output: String

    @Option(help: "What is dated in this year: 2019/20.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(help: "The file of the key that signs it.", completion: .file())
    var key: String?

    @Option(help: "Who signs; else ALMONER_USER, else the login.", transform: Note.typed)
    var user: Note?

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        let book = try Book(reading: try place.file(in: surroundings))
        try Warnings(book).print(in: surroundings)
        guard book.damage.isEmpty else {
            throw BookFault.damaged(what: "almoner verify --full says all of it")
        }
        try book.checkEveryCounterfoil()
        let ring = try ring(of: book, in: surroundings)
        let signer = try ring?.key(key, besides: book.path, in: surroundings)
        let bundle: BundleFolder
        do { bundle = try BundleFolder(at: output) } catch { throw Self.explained(error, output) }
        do {
            let writing = AuditWriting(
                book: book, bundle: bundle, signer: signer,
                known: try ring?.known() ?? [], year: year,
                question: ["export", "audit"] + (year.map { ["--year", "\($0)"] } ?? []),
                place: surroundings)
            try writing.write()
            try bundle.finish()
        } catch {
            bundle.discard()
            throw Self.explained(error, output)
        }
        if signer != nil {
            try surroundings.note(
                .checkpoint, at: output, entries: book.entries, of: book.path,
                at: try surroundings.now())
        }
        let words = signer == nil ? "; it is NOT SIGNED" : ""
        try surroundings.err.write(
            "\(output) is written: \(bundle.files.count) files, \(book.entries) entries\(words).\n")
    }

    /// The keys of who signs; nil where none is named and they have none yet.
    private func ring(of book: Book, in place: Surroundings) throws -> Keyring? {
        let hasFolder = ["HOME", "XDG_CONFIG_HOME"].contains { place.environment[$0] != nil }
        guard key != nil || hasFolder else { return nil }
        let ring = try Keyring(user: user, in: place)
        let file = try ring.file(key, besides: book.path)
        guard file.isThere else {
            if key == nil { return nil }
            throw KeyFault.missing(path: file.path)
        }
        return try Signer(ring, of: book).ring
    }

    private static func explained(_ error: any Error, _ output: String) -> any Error {
        switch error {
        case BundleFolder.Fault.taken:
            Fault(
                "output-exists", "\(output) is there already.",
                remedy: "Name one that is not there; nothing is ever written over.",
                status: .cannotCreate)
        case BundleFolder.Fault.unwritable, is WorkbookFault, is CocoaError:
            FileAside.unwritable(output)
        default: error
        }
    }
}
