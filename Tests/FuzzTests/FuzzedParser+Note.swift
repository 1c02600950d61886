import GrantSeal

extension FuzzedParser {
    /// Signed notes, the checkpoints in them, and the texts of keys.
    static let note = FuzzedParser(name: "note") { bytes in
        let text = String(typed: bytes)
        if let key = VerifierKey(text) {
            try promise(key.description.isSpelt(as: text), "\(text.debugDescription) is \(key)")
        }
        if let key = SigningKey(secret: text) {
            try promise(key.secret.isSpelt(as: text), "\(text.debugDescription) is \(key)")
        }
        if let name = KeyName(text), let (user, login) = name.person {
            try promise(KeyName(user: user, login: login) == name, "\(name) is another's")
        }
        switch Result(catching: { () throws(NoteFault) in try SignedNote(bytes: bytes) }) {
        case .success(let note): try judge(note, of: bytes)
        case .failure(let fault):
            try promise(fault.message.hasSuffix("."), "\(fault) is no sentence")
        }
    }

    private static func judge(_ note: SignedNote, of bytes: [UInt8]) throws {
        try promise(note.bytes == bytes, "\(note) is written otherwise")
        try promise(!note.signatures.isEmpty, "\(note) has no signature")
        for (signature, outcome) in note.judged(by: keys) {
            guard case .verified(let key) = outcome else { continue }
            try promise(
                !key.verifies(signature.bytes, of: note.text + [0x20]), "\(key) signs anything")
        }
        guard let checkpoint = try? Checkpoint(text: note.text) else { return }
        try promise(checkpoint.text == note.text, "\(checkpoint) is written otherwise")
        try promise(checkpoint.size >= 0 && checkpoint.root.count == 32, "\(checkpoint) is none")
    }

    /// The public keys that golang.org/x/mod/sumdb/note is tested with.
    private static let keys = [
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
    ].compactMap(VerifierKey.init)
}
