import GrantExchange
import GrantLedger
import Testing

@Suite("Journals in plain text")
struct PlainTextTests {
    @Test("An account's name follows its head and key, legal in all three formats")
    func names() throws {
        let named = [
            "bank": "Assets:Bank",
            "earmarkedReserve{fund=VRF}": "Equity:EarmarkedReserve:Fund-VRF:Whole",
            "committed{award=VRF-01,category=GENERAL,fund=V.R-,round=R1,year=2019/20}":
                "Equity:Budget:Committed:Fund-VdotR-:Round-R1:Award-VRF-01:Category-GENERAL"
                + ":Year-2019-20",
            "capSet{bid=B1,round=R1}": "Equity:Control:CapSet:Round-R1:Bid-B1:Whole",
            "capSet{bid=B1,round=R1,year=2019/20}":
                "Equity:Control:CapSet:Round-R1:Bid-B1:Year-2019-20",
            "awardExpenditure{accountingYear=2020/21,award=1,fund=F,year=2019/20}":
                "Expenses:AwardExpenditure:Fund-F:Award-1:Accounted-2020-21:Year-2019-20",
            "matchPledged{grant=G,mark=in-kind,organisation=O,year=2019/20}":
                "Equity:Memorandum:MatchPledged:Grant-G:Organisation-O:Mark-in-kind:Year-2019-20",
            "charged{award=W,fund=F,mark=writtenOff,period=2019/20-Q4,year=2019/20}":
                "Equity:Budget:Charged:Fund-F:Award-W:Mark-writtenOff:Period-2019-20-Q4"
                + ":Year-2019-20",
        ]
        for (canonical, name) in named {
            #expect(try #require(Account(canonical)).plainTextName == name)
            #expect(try #require(Account(plainTextName: name)).description == canonical)
        }
        for name in ["", "Assets", "Assets:Nothing", "Assets:Bank:Year", "Equity:Bank", "Income:"] {
            #expect(Account(plainTextName: name) == nil, "\(name)")
        }
    }

    @Test(
        "Of 20,000 random accounts each is read back from its name, and none is above another (seed 1)"
    )
    func namesAreDistinct() throws {
        var random = SplitMix(seed: 1)
        var names: [String: Account] = [:]
        for _ in 0..<20_000 {
            let account = try Self.account(&random)
            let name = account.plainTextName
            #expect(names[name, default: account] == account, "\(name)")
            names[name] = account
            #expect(Account(plainTextName: name) == account, "\(name)")
            #expect(name.split(separator: ":").allSatisfy(Self.isLegal), "\(name)")
        }
        #expect(names.count > 19_000)
        for name in names.keys {
            var above = name[...]
            while let colon = above.lastIndex(of: ":") {
                above = above[..<colon]
                #expect(names[String(above)] == nil, "\(above) is above \(name)")
            }
        }
    }

    @Test(
        "ledger's calendar begins in 1400: an earlier entry stands on its first day and says its own"
    )
    func earlyDays() throws {
        let entries = [try Self.entry(1, "1066-10-14"), try Self.entry(2, "2020-04-01")]
        let ledger = try Self.journal(.ledger, entries)
        #expect(ledger.contains("\n1400-01-01 * (1) approve\n"))
        #expect(ledger.contains("\n    ; Dated: 1066-10-14\n"))
        for format in [PlainTextFormat.hledger, .beancount] {
            let text = try Self.journal(format, entries)
            #expect(text.contains("\n1066-10-14 * "))
            #expect(!text.contains("1400"))
        }
    }

    @Test(
        "Balances are proved at each 31 March and at the end: in ledger's journal before what follows"
    )
    func proofs() throws {
        let days = ["2020-03-31", "2020-04-01", "2021-05-05"]
        let entries = try days.enumerated().map { try Self.entry($0 + 1, $1) }
        let ledger = try Self.journal(.ledger, entries)
        let order = [
            "2020-03-31 * (1)", "2020-03-31 * balances", "= 1.00 GBP", "2020-04-01 * (2)",
            "2021-03-31 * balances", "= 2.00 GBP", "2021-05-05 * (3)", "2021-05-05 * balances",
            "= 3.00 GBP",
        ]
        let places = try order.map { try #require(ledger.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted())
        let beancount = try Self.journal(.beancount, entries)
        for (day, pounds) in [("2020-04-01", 1), ("2021-04-01", 2), ("2021-05-06", 3)] {
            #expect(beancount.contains("\n\(day) balance Assets:Bank  \(pounds).00 ~ 0.00 GBP\n"))
        }
        #expect(beancount.contains("\n2020-03-31 open Assets:Bank GBP\n"))
    }

    @Test("Every account is declared once above the entries, and proved once a year however many")
    func manyAccounts() throws {
        let entries = try (1...2_500).map { number in
            let fund = try #require(Account("earmarkedReserve{fund=F\(number)}"))
            let date = number <= 1_200 ? "2020-03-31" : "2020-04-01"
            return try Self.entry(number, date, debit: fund)
        }
        for format in PlainTextFormat.allCases {
            let text = try Self.journal(format, entries)
            let declared = format == .beancount ? "2020-03-31 open Equity:" : "\naccount Equity:"
            #expect(text.ranges(of: declared).count == 2_501 + (format == .ledger ? 1 : 0))
            let above = text[..<(try #require(text.firstRange(of: "approve"))).lowerBound]
            #expect(above.contains("Fund-F2500:"), "\(format)")
            // In the first year 1,200 and the general fund, in the second all.
            let proof = format == .beancount ? " ~ 0.00 GBP" : " = "
            #expect(text.ranges(of: proof).count == 1_201 + 2_501, "\(format)")
        }
    }
}

extension PlainTextTests {
    private static func journal(_ format: PlainTextFormat, _ entries: [Entry]) throws -> String {
        var bytes: [UInt8] = []
        let moves = moves(entries)
        let journal = try PlainTextJournal(
            format, Example.envelope, from: try #require(entries.map(\.date).min()),
            accounts: { take in for (account, moves) in moves { try take(account, moves) } },
            sink: { bytes += $0 })
        for entry in entries { try journal.add(entry, chain: "ab", words: "approve") }
        try journal.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What moves through each account, in the order of their names.
    private static func moves(
        _ entries: [Entry]
    ) -> [(Account, [(year: FinancialYear, amount: Money)])] {
        var sums: [Account: [FinancialYear: Money]] = [:]
        for entry in entries {
            let year = FinancialYear(containing: entry.date)
            for transfer in entry.transfers {
                sums[transfer.debit, default: [:]][year, default: .zero] += transfer.amount
                sums[transfer.credit, default: [:]][year, default: .zero] += -transfer.amount
            }
        }
        return sums.sorted { $0.key.description < $1.key.description }.map { account, years in
            (account, years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    private static func entry(
        _ number: Int, _ date: String, debit: Account = Account(.bank)
    ) throws -> Entry {
        let transfer = Transfer(
            debit: debit, credit: Account(.generalFund), Money(pence: 100))
        return Entry(
            number: number, batch: number, book: "book", kind: .approveFunding,
            recordedAt: "2020-04-01T09:00:00.000Z", act: .object([:]),
            occasion: Occasion(user: "a", login: "b", date: try #require(Day(date))),
            posting: Posting([transfer]))
    }

    /// Whether beancount takes a segment: letters, digits and hyphens, a capital first.
    private static func isLegal(_ segment: Substring) -> Bool {
        let bytes = Array(segment.utf8)
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        return bytes.first.map(capitals.contains) == true
            && bytes.allSatisfy { byte in
                capitals.contains(byte) || byte == UInt8(ascii: "-")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }

    /// An account of any head with some of the parts of a key.
    private static func account(_ random: inout SplitMix) throws -> Account {
        let codes = ["A", "A-", "A.", "Adot", "A.B", "-", ".", "1", "1-A", "A-1", "YEAR"]
        func code() -> Code? {
            guard let text = codes.randomElement(using: &random), Bool.random(using: &random)
            else { return nil }
            return Code(text) ?? Code("Z")
        }
        let head = try #require(Head.allCases.randomElement(using: &random))
        var account = Account(head)
        account.fund = Code("F")
        account.round = code()
        account.award = code()
        account.bid = code()
        account.grant = code()
        account.claim = code()
        account.category = code()
        account.organisation = code()
        account.mark =
            Bool.random(using: &random) ? Mark.allCases.randomElement(using: &random) : nil
        account.instalment =
            Bool.random(using: &random) ? Int.random(in: 0...12, using: &random) : nil
        account.prepared =
            Bool.random(using: &random) ? Int.random(in: 1...99, using: &random) : nil
        account.year = FinancialYear(starting: Int.random(in: 0...3, using: &random))
        account.accountingYear = FinancialYear(starting: Int.random(in: 0...3, using: &random))
        account.period = account.year.map { Period(year: $0, part: .quarter(1)) }
        return account
    }
}

/// Numbers that are the same for the same seed.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
