import Foundation
import GRDB
public import GrantLedger
import GrantSeal

extension Recording {
    /// Keeps an organisation's work contact outside the record.
    ///
    /// - Returns: the commitment that the record holds instead: the SHA-256 of a random salt and the
    ///   text. Erasing the contact later does not break the chain.
    public func keep(contact text: String, for organisation: Code) throws -> Note {
        if let breach { throw breach }
        guard Note(text) != nil else { throw BookFault.notPlainText(field: "contact") }
        let salt = Random.bytes(32)
        guard let commitment = Note(Contact.commitment(to: text, salt: salt)) else {
            throw BookFault.ledgerGuard(name: "contact-kept-once")
        }
        try unbroken {
            try run(
                "INSERT INTO contact (commitment, organisation, salt, text) VALUES (?, ?, ?, ?)",
                [commitment.description, organisation.description, Data(salt), text])
        }
        return commitment
    }

    /// Erases the contacts of an organisation, and their bytes from the file; the record keeps its
    /// commitments, which tell nothing.
    public func eraseContacts(of organisation: Code) throws {
        if let breach { throw breach }
        try unbroken {
            try run("PRAGMA secure_delete = ON", [])
            try run("DELETE FROM contact WHERE organisation = ?", [organisation.description])
        }
    }
}

/// A work contact and the commitment to it.
enum Contact {
    static func commitment(to text: String, salt: [UInt8]) -> String {
        Hex.text(Digest.sha256(of: salt + Array(text.utf8)))
    }
}

/// Randomness of the system.
enum Random {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension Reader {
    /// The work contact that a commitment stands for; nil where it was erased.
    public func contact(_ commitment: Note) throws -> String? {
        try first("SELECT text FROM contact WHERE commitment = ?", [commitment.description])?.text(
            0)
    }
}
