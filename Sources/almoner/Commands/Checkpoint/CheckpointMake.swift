import ArgumentParser
import GrantLedger
import GrantSeal
import GrantStore

/// `almoner checkpoint make`.
struct CheckpointMake: Command {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Sign what the book holds: a note to be kept elsewhere.",
        discussion: """
            The note is one root over every record, so that no record can be changed, taken out or \
            put in before its last entry and the note still agree. A second person adds a line \
            with almoner checkpoint sign.
            """)

    @Option(
        help: "The file of your key; else the one in your configuration folder.",
        completion: .file())
    var key: String?

    @Option(help: "Who signs; else ALMONER_USER, else the login.", transform: Note.typed)
    var user: Note?

    @Option(help: "The note to write; nothing of that name may be there.", completion: .file())
    var output: String?

    @Option(help: "The last entry it covers; the newest where absent.")
    var at: Int?

    @OptionGroup
    var place: BookOptions

    func run(in place: Surroundings) throws {
        if let output { try FileAside.checkNew(output) }
        let file = try self.place.file(in: place)
        let book = try Book(reading: file)
        try book.checkMaySign(in: place)
        if let at, !(1...book.entries).contains(at) {
            throw Refusal(
                .unknownEntry, "There is no entry \(at): the book ends with \(book.entries).",
                remedy: "Name one from 1 to \(book.entries).", [.init("entry", at)])
        }
        let ring = try Signer(try Keyring(user: user, in: place), of: book).ring
        _ = try ring.verifier(key, besides: file)
        let progress = Progress(total: at ?? book.entries, noun: "entries", in: place)
        let checkpoint = try Fault.ofDamage(in: book) {
            try book.checkpoint(at: at ?? book.entries) { progress.advance(to: $0) }
        }
        progress.end()
        var note = try SignedNote(text: checkpoint.text)
        try note.sign(with: try ring.key(key, besides: file, in: place))
        try NotePaper.put(note, to: output, in: place)
        try place.note(
            .checkpoint, at: output, entries: checkpoint.size, of: file, at: try place.now())
        guard let output else { return }
        try place.err.write(
            "\(output) is written: \(checkpoint.words(of: book.fileName)), signed by \(ring.who).\n"
        )
    }
}

extension Checkpoint {
    /// `25 entries of kent.almoner`.
    func words(of book: String) -> String {
        "\(size) \(size == 1 ? "entry" : "entries") of \(book)"
    }
}

extension Book {
    /// Refuses to have a book signed whose damage is in plain sight.
    func checkMaySign(in place: Surroundings) throws {
        switch standing {
        case .well, .diedBetween, .noCounterfoils: break
        default: throw BookFault.parted(standing)
        }
        guard let first = damage.first else {
            try checkEveryCounterfoil()
            return try Warnings(self).print(in: place)
        }
        throw Fault(
            "book-damaged", "\(fileName) is damaged: \(first).",
            remedy: "almoner verify --full names the damage; restore the newest backup.",
            status: .damaged)
    }
}
