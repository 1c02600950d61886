import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner entry show`.
struct EntryShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry: what was asked, and what came of it.")

    @Argument(help: "Its number.")
    var number: Int

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        guard let entry = try reading.facts.entry(number) else {
            throw Refusal(
                .unknownEntry, "There is no entry \(number) in this book.",
                remedy: "almoner entry list shows the entries.", [.init("entry", number)])
        }
        return reading.page(
            "entry.show/1", "Entry \(number): \(Narrative.words(entry.kind, entry.act))",
            facts: try facts(entry, reading),
            sheets: [
                try ActWords.sheet(of: try entry.readAct()),
                TransferSheet.sheet(entry.transfers, key: "transfers", title: "Transfers"),
                rows(entry), documents(entry),
            ])
    }

    private func facts(_ entry: Entry, _ reading: Reading) throws -> [Fact] {
        let reversal = try reading.facts.reversal(of: number)
        return [
            Fact("entry", "Number", .number(entry.number)),
            Fact("batch", "First of its commit", .number(entry.batch)),
            Fact("kind", "Kind", .text(entry.kind.rawValue)),
            Fact("date", "Date", .date(entry.date)),
            Fact("recordedAt", "Recorded at", .text(entry.recordedAt)),
            Fact("user", "By", .text(entry.user)),
            Fact("login", "Login", .text(entry.login)),
            Fact("approver", "Approved by", Cell(entry.approver)),
            Fact("approverLogin", "Their login", Cell(entry.approverLogin)),
            Fact("prepared", "Prepared by entry", Cell(entry.prepared)),
            Fact("reference", "Reference", Cell(entry.reference)),
            Fact("key", "Key", Cell(entry.key)),
            Fact("flags", "Flags", .list(entry.flags.map(\.rawValue))),
            Fact("rests", "Rests on entries", .list(entry.rests.map(String.init))),
            Fact("reverses", "Reverses entry", Cell(entry.reverses)),
            Fact("reversedBy", "Reversed by entry", Cell(reversal)),
            Fact("rules", "Version of the rules", .number(entry.rules)),
            Fact("chain", "Chain", Cell(try reading.reader.chainHash(at: number))),
        ]
    }

    private func rows(_ entry: Entry) -> Sheet {
        Sheet(
            key: "puts", title: "Rows written",
            columns: [
                Column("register", "Register"), Column("key", "Key"),
                Column("was", "In place of entry", .number),
                Column("row", "Row", visibility: .dataOnly),
            ],
            rows: entry.puts.map { put in
                let row = put.row.map { String(decoding: $0.bytes, as: UTF8.self) }
                return [.text(put.register.rawValue), .text(put.key), Cell(put.was), Cell(row)]
            })
    }

    private func documents(_ entry: Entry) -> Sheet {
        Sheet(
            key: "documents", title: "Papers",
            columns: [
                Column("name", "Name", isFlexible: true), Column("size", "Bytes", .number),
                Column("sha256", "SHA-256", isFlexible: true),
            ],
            rows: entry.documents.map { [.text($0.name), Cell($0.size), Cell($0.sha256)] })
    }
}
