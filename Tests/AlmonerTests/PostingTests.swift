import Foundation
import Testing

@Suite("Out to the finance system")
struct PostingTests {
    private func year() throws -> Desk { try Desk.withYear() }

    private static let codes = [
        "bank": "1000", "general-fund": "9000", "grantDebtors": "1200",
        "ACCRUED-GRANT-INCOME": "1210", "receipts-in-advance": "2100", "grant-income": "8000",
        "award-expenditure": "4000", "paymentsOnAccount": "1300", "awardCreditors": "2000",
        "accrued-expenditure": "2010", "clawback-debtors": "1310", "earmarked-reserve": "9100",
        "repayable-to-funder": "2110", "held-as-agent": "2200", "partner-contributions": "8100",
    ]

    private func map(_ desk: Desk) throws {
        for (head, code) in Self.codes.sorted(by: { $0.key < $1.key }) {
            try desk.done("policy", "map", head, code, "--reason", "Chart of accounts 2019")
        }
    }

    private func text(_ desk: Desk, _ name: String) throws -> String {
        try String(contentsOf: desk.folder.appending(path: name), encoding: .utf8)
    }

    /// The rows of a journal as they stand in its file, by column.
    private func lines(_ desk: Desk, _ name: String) throws -> [[String: String]] {
        let rows = try text(desk, name).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let keys = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(keys, $0)) }
    }

    private func pence(_ text: String?) throws -> Int {
        try #require(Int((text ?? "").replacing(".", with: "")))
    }

    @Test(
        """
        Twelve journals of a year come to the trial balance by ledger code, each entry in one of them \
        and each journal in balance; a late entry goes in the next, with its month
        """)
    func yearByMonth() throws {
        let desk = try year()
        try map(desk)
        var nets: [String: Int] = [:]
        var seen: [String: String] = [:]
        for month in (4...12).map({ "2019-\($0 < 10 ? "0" : "")\($0)" })
            + ["2020-01", "2020-02", "2020-03"]
        {
            let outcome = try desk.run(
                "export", "postings", "--month", month, "--output", "\(month).csv")
            guard outcome.status == 0 else {
                #expect(outcome.err.hasPrefix("error[nothing-to-change]"), "\(outcome.err)")
                continue
            }
            try add(desk, "\(month).csv", month, to: &nets, &seen)
        }
        #expect(seen.count > 100)
        let balances = try trialBalance(desk)
        #expect(nets == balances)
        try checkStatus(desk, unposted: "0.00")

        try desk.done("fund", "open", "OWN2", "--title", "Own", "--source", "own-budget")
        try desk.done("fund", "approve", "OWN2", "--profile", "2019/20=500")
        try desk.done(
            "cost", "record", "OWN2", "--year", "2019/20", "--category", "STAFF", "--amount",
            "12.34", "--supplier", "Late", "--on", "2019-05-20", "--reference", "INV-1")
        let status = try Desk.rows(try desk.json("report", "postings"), "codes")
        #expect(status.first { $0["code"] as? String == "4000" }?["unposted"] as? String == "12.34")
        try desk.done("export", "postings", "--month", "March 2020", "--output", "late.csv")
        let late = try lines(desk, "late.csv")
        #expect(late.map { $0["earlierMonth"] } == ["2019-05", "2019-05"])
        #expect(late.map { $0["debit"] } == ["12.34", "0.00"])
        #expect(late.map { $0["code"] } == ["4000", "1000"])
        #expect(late.allSatisfy { $0["reference"] == "INV-1" })
        try add(desk, "late.csv", "late", to: &nets, &seen)
        let now = try trialBalance(desk)
        #expect(nets == now)
        try desk.done("verify", "--rules")
    }

    /// Adds a journal's lines to the sums by code, and to the entries seen, each for the first time.
    private func add(
        _ desk: Desk, _ name: String, _ month: String, to nets: inout [String: Int],
        _ seen: inout [String: String]
    ) throws {
        var balance = 0
        for line in try lines(desk, name) {
            let entry = try #require(line["entry"])
            #expect(seen[entry] == nil || seen[entry] == month, "entry \(entry) twice")
            seen[entry] = month
            let net = try pence(line["debit"]) - pence(line["credit"])
            nets[try #require(line["code"]), default: 0] += net
            balance += net
            let isLate = (line["date"] ?? "").prefix(7) < month
            #expect((line["earlierMonth"] != "") == (isLate || month == "late"))
        }
        #expect(balance == 0, "\(name) is out of balance")
    }

    /// The trial balance of the actual set by ledger code, debits above nil.
    private func trialBalance(_ desk: Desk) throws -> [String: Int] {
        func plain(_ name: String) -> String { name.lowercased().replacing("-", with: "") }
        let codes = Dictionary(uniqueKeysWithValues: Self.codes.map { (plain($0.key), $0.value) })
        var nets: [String: Int] = [:]
        for row in try Desk.rows(try desk.json("report", "trial-balance"), "actual") {
            let head = try #require(row["head"] as? String)
            let code = try #require(codes[plain(head)], "\(head)")
            nets[code] = try Desk.pence(row, "debit") - Desk.pence(row, "credit")
        }
        return nets
    }

    private func checkStatus(_ desk: Desk, unposted: String) throws {
        let page = try desk.json("report", "postings")
        for row in try Desk.rows(page, "codes") {
            #expect(row["difference"] as? String == "0.00", "\(row)")
            #expect(row["unposted"] as? String == unposted, "\(row)")
        }
    }

    @Test(
        "A journal again, after other entries, another code and other journals, is the same bytes")
    func again() throws {
        let desk = try year()
        try map(desk)
        let first = try desk.done(
            "export", "postings", "--month", "2019-07", "--output", "july.csv", "--once", "JULY")
        let number = try #require(
            first.out.split(separator: "\n").dropFirst().first?.split(separator: " ")[1])
        for form in ["json", "md", "txt"] {
            try desk.done(
                "export", "postings", "--again", String(number), "--output", "before.\(form)")
        }
        try desk.done("policy", "map", "bank", "1001")
        try desk.done("export", "postings", "--month", "2019-12", "--output", "december.csv")
        for form in ["csv", "json", "md", "txt"] {
            try desk.done(
                "export", "postings", "--again", String(number), "--output", "after.\(form)")
            let before = form == "csv" ? "july.csv" : "before.\(form)"
            #expect(try text(desk, before) == text(desk, "after.\(form)"))
        }
        let july = try text(desk, "july.csv")
        let repeated = try desk.done(
            "export", "postings", "--month", "2019-07", "--output", "july.csv", "--once", "JULY")
        #expect(repeated.out.contains("recorded before under the same key"))
        #expect(try text(desk, "july.csv") == july)
        let page = try desk.json("report", "postings")
        let rows = try Desk.rows(page, "codes")
        let moved = rows.filter { $0["difference"] as? String != "0.00" }
        #expect(Set(moved.compactMap { $0["code"] as? String }) == ["1000", "1001"])
        #expect(try Desk.totals(page, "codes")["difference"] as? String == "0.00")
    }

    @Test(
        """
        A journal with heads that have no code is refused with all their names and commands; no file \
        and no entry comes of it
        """)
    func notMapped() throws {
        let desk = try year()
        try desk.done("policy", "map", "bank", "1000")
        let before = try desk.json("report", "postings")
        let outcome = try desk.run(
            "export", "postings", "--month", "2020-03", "--output", "x.csv")
        #expect(outcome.status == 65)
        #expect(outcome.err.hasPrefix("error[not-mapped]: "), "\(outcome.err)")
        for head in ["awardExpenditure", "paymentsOnAccount", "grantDebtors", "grantIncome"] {
            #expect(outcome.err.contains("almoner policy map \(head) LEDGER-CODE"))
        }
        #expect(!outcome.err.contains("policy map bank "))
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appending(path: "x.csv").path))
        #expect(
            try desk.json("report", "postings")["journal"] as? [String: AnyHashable]
                == before["journal"] as? [String: AnyHashable])
        let shown = try desk.json("policy", "show")
        #expect(try Desk.rows(shown, "ledgerCodes").map { $0["code"] as? String } == ["1000"])
        let missing = try Desk.rows(shown, "notMapped").compactMap { $0["head"] as? String }
        #expect(missing.contains("awardExpenditure"))
        #expect(!missing.contains("bank"))
    }

    @Test(
        "A file that is there, no file, no folder and an unknown journal are refused, with nothing posted"
    )
    func files() throws {
        let desk = try year()
        try map(desk)
        try desk.write("mine", to: "mine.csv")
        let post = ["export", "postings", "--month", "2019-12"]
        let taken = try desk.run(post + ["--output", "mine.csv"])
        #expect(taken.status == 73)
        #expect(taken.err.hasPrefix("error[output-exists]"))
        #expect(try text(desk, "mine.csv") == "mine")
        #expect(try desk.run(post).status == 64)
        #expect(try desk.run(post + ["--output", "not/there.csv"]).status == 73)
        #expect(try desk.run(post + ["--output", "x.doc"]).status == 64)
        #expect(try desk.run("export", "postings", "--output", "x.csv").status == 64)
        let unknown = try desk.run("export", "postings", "--again", "7", "--output", "x.csv")
        #expect(unknown.status == 65)
        #expect(unknown.err.hasPrefix("error[unknown-entry]"), "\(unknown.err)")
        let dry = try desk.run(post + ["--dry-run", "--format", "table"])
        #expect(dry.status == 0, "\(dry.err)")
        #expect(dry.out.contains("Dry run: nothing is recorded."))
        #expect(dry.out.contains("By ledger code"))
        #expect(try Desk.rows(try desk.json("report", "postings"), "journals").isEmpty)
        try desk.done("export", "postings", "--month", "2019-12", "--output", "december.csv")
        let twice = try desk.run(post + ["--output", "again.csv"])
        #expect(twice.err.hasPrefix("error[nothing-to-change]"), "\(twice.err)")
    }

    @Test(
        "A head's code for one fund goes before its code for all; a grant's accounts are of its fund"
    )
    func byFund() throws {
        let desk = try year()
        try map(desk)
        try desk.done("policy", "map", "grantIncome/HO", "8010")
        try desk.done("export", "postings", "--month", "2020-03", "--output", "all.csv")
        let codes = Set(try lines(desk, "all.csv").compactMap { $0["code"] })
        #expect(codes.contains("8010"))
        #expect(!codes.contains("8000"))
    }

    @Test("A head that there is not, of another set, of no fund or with the code it has is refused")
    func mapping() throws {
        let desk = try Desk.withFund()
        let unknown = try desk.run("policy", "map", "grant-incme", "8000")
        #expect(unknown.status == 64)
        #expect(unknown.err.contains("grantIncome"), "\(unknown.err)")
        let budget = try desk.run("policy", "map", "committed", "8000")
        #expect(budget.err.hasPrefix("error[not-in-accounts]"), "\(budget.err)")
        let fund = try desk.run("policy", "map", "bank/NONE", "8000")
        #expect(fund.err.hasPrefix("error[unknown-code]"), "\(fund.err)")
        try desk.done("policy", "map", "bank", "1000")
        let same = try desk.run("policy", "map", "Bank", "1000")
        #expect(same.err.hasPrefix("error[nothing-to-change]"), "\(same.err)")
    }
}
