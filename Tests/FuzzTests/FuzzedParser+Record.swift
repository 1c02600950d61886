import GrantLedger

extension FuzzedParser {
    /// Canonical bytes, of which there is one spelling.
    static let canonical = FuzzedParser(name: "canonical") { bytes in
        guard let tree = Canonical(bytes: bytes) else { return }
        try promise(tree.bytes == bytes, "\(tree) is spelt otherwise")
    }

    /// A line of the journal: what is taken apart where it lies is what `Codable` reads, and is
    /// written again as the same bytes, unless an account in it is none.
    static let record = FuzzedParser(name: "record") { bytes in
        let entry = try? Canonical(bytes: bytes)?.value(Entry.self)
        try bytes.withUnsafeBytes { bytes in
            guard let record = try? RecordScan(bytes) else {
                return try promise(
                    entry.map { !$0.bytes.elementsEqual(bytes) } ?? true,
                    "\(String(describing: entry)) is not taken apart")
            }
            guard let entry else {
                return try promise(
                    record.moves.contains { !isTransfer($0, of: record) },
                    "\(record) is not read by Codable")
            }
            try promise(entry.bytes.elementsEqual(bytes), "\(entry) is written otherwise")
            try promise(
                record.number == entry.number && record.kind == entry.kind
                    && record.date == entry.date && record.rests == entry.rests
                    && record.moves.map(\.amount) == entry.transfers.map(\.amount)
                    && record.rows.map(\.was) == entry.puts.map(\.was),
                "\(record) is not \(entry)")
        }
        if let entry { try judge(entry) }
    }

    private static func isTransfer(_ move: RecordScan.Move, of record: RecordScan) -> Bool {
        guard let debit = Account(record.string(move.debit)),
            let credit = Account(record.string(move.credit))
        else { return false }
        return debit.head.traits.set == credit.head.traits.set
    }

    /// An act that can be read is written, and read again the same.
    private static func judge(_ entry: Entry) throws {
        guard let act = try? entry.kind.read(entry.act) else { return }
        let written = try Canonical(act)
        let again = try Canonical(try entry.kind.read(written))
        try promise(again == written, "\(written) is read as \(again)")
    }
}
