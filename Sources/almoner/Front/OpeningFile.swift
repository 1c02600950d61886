import Foundation
import GrantLedger

/// What an office held on the day its book begins, as a CSV file gives it.
struct OpeningFile {
    /// What is recorded for it: the funds it names, opened, and their balances.
    let acts: [any Act]

    /// Reads a file.
    init(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault(
                "no-file", "There is no file \(path) that can be read.",
                remedy: "Name the file of opening balances.", status: .noInput)
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Fault(
                "not-utf8", "\(path) is not text in UTF-8.", remedy: "Save it as CSV in UTF-8.",
                status: .refused)
        }
        try self.init(text: text, name: URL(fileURLWithPath: path).lastPathComponent)
    }

    /// Reads a text; every fault in it is named with its row and column.
    init(text: String, name: String) throws {
        var table = OpeningTable(text)
        let rows = table.rows()
        if rows.isEmpty, table.faults.isEmpty {
            table.fault(1, "head", "there is no row of balances")
        }
        guard table.faults.isEmpty else {
            let count = table.faults.count == 1 ? "1 fault" : "\(table.faults.count) faults"
            throw Fault(
                "opening-refused", "\(name) has \(count): \(table.faults.joined(separator: "; ")).",
                remedy: "Correct the file; almoner help opening says how it is written.",
                status: .refused)
        }
        var acts: [any Act] = rows.compactMap(\.opens)
        acts.append(
            OpenBalances(lines: rows.map { .init(account: $0.account, amount: $0.amount) }))
        self.acts = acts
    }

    /// How such a file is written.
    static let help = """
        almoner init BOOK --office NAME --from DATE --opening FILE begins a book in mid-life. FILE is CSV in
        UTF-8, its first row the names of the columns:

          head,fund,amount,title,source
          bank,,"1,250,000.00",,
          earmarkedReserve,POCA,85000,Proceeds of crime,proceeds-of-crime

          head    bank, or earmarkedReserve: what is kept for a fund
          fund    the fund's code; empty for bank
          amount  pounds above nil; quotes around an amount with commas
          title   of a fund that is opened with it
          source  home-office, own-budget, proceeds-of-crime, partner or other; given with a title

        title and source may be left out where no row names a fund. Each balance stands against the general
        fund, dated the first day of the book. Grants, awards, payments and claims that are still open are
        recorded by their own commands, with their own dates.

        """
}
