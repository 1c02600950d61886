import Foundation
import GrantSeal
import GrantStore

/// A checkpoint's note as a file holds it.
struct NotePaper {
    /// Where it is.
    let path: String
    /// What was signed, and by whom.
    private(set) var note: SignedNote
    /// What it says.
    let checkpoint: Checkpoint

    /// Reads a note.
    init(reading path: String) throws {
        self.path = path
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: SignedNote.longest + 1)
        else {
            guard FileManager.default.fileExists(atPath: path) else {
                throw Fault(
                    "no-note", "There is no note \(path).", remedy: "See how its name is spelt.",
                    status: .noInput)
            }
            throw Self.malformed(path, "It is empty, or cannot be read.")
        }
        do {
            note = try SignedNote(bytes: Array(data))
            checkpoint = try Checkpoint(text: note.text)
        } catch { throw Self.malformed(path, error.message) }
    }

    /// The signatures with what came of them; refused where one is bad, or too few are known.
    ///
    /// - Parameters:
    ///   - keys: the keys that are known.
    ///   - least: how many keys must have signed.
    /// - Returns: each signature and its outcome, in order.
    /// - Throws: ``Fault`` where the note must not be believed.
    func judged(by keys: [VerifierKey], least: Int) throws -> [Line] {
        let lines = note.judged(by: keys).map { Line(signature: $0.signature, outcome: $0.outcome) }
        for line in lines where line.outcome == .bad {
            throw Fault(
                "signature-bad", "\(path): the signature of \(line.who) is not over this text.",
                remedy: "The note was changed, or signed by another: ask for the original.",
                status: .refused)
        }
        let verified = Set(lines.compactMap(\.key))
        guard verified.count >= least else {
            let unknown = lines.filter { $0.key == nil }
                .map { "\($0.who), key \(Hex.text($0.signature.id))" }
            let also = unknown.isEmpty ? "" : "; not known: \(unknown.joined(separator: "; "))"
            throw Fault(
                "signature-unknown",
                "\(path) must be signed by \(least) known \(least == 1 ? "key" : "keys"), and is "
                    + "by \(verified.count)\(also).",
                remedy: "Give the key as its owner printed it: --verifier KEY; or know it from now "
                    + "on: almoner checkpoint key --know KEY.", status: .refused)
        }
        return lines
    }

    /// How many keys have signed, known or not.
    var signers: Int { Set(note.signatures.map { "\($0.name)+\(Hex.text($0.id))" }).count }

    /// The same note with one signature more.
    func signed(with key: SigningKey) throws -> NotePaper {
        var paper = self
        try paper.note.sign(with: key)
        return paper
    }

    /// Writes the note aside and gives it its name, or prints it.
    static func put(_ note: SignedNote, to output: String?, in place: Surroundings) throws {
        guard let output else { return try place.out.write(note.bytes) }
        try FileAside.checkNew(output)
        try FileAside.write(output) { path in
            try Data(note.bytes).write(to: URL(fileURLWithPath: path))
        }
    }

    private static func malformed(_ path: String, _ why: String) -> Fault {
        Fault(
            "note-malformed", "\(path) is not the note of a checkpoint. \(why)",
            remedy: "Ask for the file again, as it was signed.", status: .refused)
    }
}

extension NotePaper {
    /// A signature and what came of it.
    struct Line {
        let signature: SignedNote.Signature
        let outcome: SignedNote.Outcome

        /// The key that made it, where that is known.
        var key: VerifierKey? {
            if case .verified(let key) = outcome { key } else { nil }
        }

        /// Whose it says it is: `finance (login finance)`, or the name of the key.
        var who: String {
            guard let person = signature.name.person else { return signature.name.description }
            return "\(person.user) (login \(person.login))"
        }
    }
}
