import ArgumentParser
import GrantLedger
import GrantSeal
import GrantStore

/// `almoner checkpoint sign`.
struct CheckpointSign: Command {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Add the second person's line to a note, once the book was compared with it.",
        discussion: "The note with both lines is printed, or written to a new file.")

    @Argument(help: "The note.", completion: .file())
    var note: String

    @Option(
        help: "The file of your key; else the one in your configuration folder.",
        completion: .file())
    var key: String?

    @Option(help: "Who signs; else ALMONER_USER, else the login.", transform: Note.typed)
    var user: Note?

    @Option(help: "The note to write; nothing of that name may be there.", completion: .file())
    var output: String?

    @OptionGroup
    var verifiers: VerifierOptions

    @OptionGroup
    var place: BookOptions

    func run(in place: Surroundings) throws {
        if let output { try FileAside.checkNew(output) }
        let paper = try NotePaper(reading: note)
        let file = try self.place.file(in: place)
        let book = try Book(reading: file)
        try book.checkMaySign(in: place)
        let ring = try Keyring(user: user, in: place)
        let signer = try Signer(ring, of: book)
        let own = try ring.verifier(key, besides: file)
        let lines = try paper.judged(
            by: try verifiers.keys(ring), least: max(verifiers.signatures, paper.signers))
        try signer.checkSecond(own, below: lines)
        _ = try paper.growth(of: book, in: place)
        let signed = try paper.signed(with: try ring.key(key, besides: file, in: place))
        try NotePaper.put(signed.note, to: output, in: place)
        guard let output else { return }
        try place.err.write(
            "\(output) is written: \(paper.checkpoint.words(of: book.fileName)), signed by "
                + "\(lines.map(\.who).joined(separator: ", ")) and \(ring.who).\n")
    }
}
