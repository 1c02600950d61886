import GrantLedger

extension FuzzedParser {
    /// Canonical bytes, of which there is one spelling.
    static let canonical = FuzzedParser(name: "canonical") { bytes in
        guard let tree = Canonical(bytes: bytes) else { return }
        try promise(tree.bytes == bytes, "\(tree) is spelt otherwise")
    }

    /// A line of the journal: the fast reader takes what `Codable` takes, and an entry is written as
    /// it was read.
    static let record = FuzzedParser(name: "record") { bytes in
        guard let tree = Canonical(bytes: bytes) else { return }
        var reader = RecordReader()
        let fast = try? reader.entry(tree)
        let slow = try? tree.value(Entry.self)
        guard let entry = fast else { return }
        try promise(slow == entry, "Codable reads \(String(describing: slow)), not \(entry)")
        // Trees are compared as Swift compares text: a record may name a bank with a Kelvin sign,
        // which whoever must be sure of the bytes finds by writing the entry again.
        try promise(Canonical(bytes: entry.bytes) == tree, "\(entry) is written otherwise")
        try promise(
            reader.moves.count == entry.transfers.count
                && zip(reader.moves, entry.transfers).allSatisfy { move, transfer in
                    reader.known[move.debit].account == transfer.debit
                        && reader.known[move.credit].account == transfer.credit
                }, "the accounts met are not those of \(entry)")
        try judge(entry)
    }

    /// An act that can be read is written, and read again the same.
    private static func judge(_ entry: Entry) throws {
        guard let act = try? entry.kind.read(entry.act) else { return }
        let written = try Canonical(act)
        let again = try Canonical(try entry.kind.read(written))
        try promise(again == written, "\(written) is read as \(again)")
    }
}
