import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Reading for reports")
struct ReadingTests {
    /// What some entries come to, summed one by one.
    private func summed(
        _ book: Book, knownAt: Int?, asAt: Day?
    ) throws -> [String: [Int64]] {
        var sums: [String: [Int64]] = [:]
        try book.forEachEntry(knownAt: knownAt) { chained in
            if let asAt, chained.entry.date > asAt { return }
            for transfer in chained.entry.transfers {
                sums[transfer.debit.description, default: [0, 0]][0] += transfer.amount.pence
                sums[transfer.credit.description, default: [0, 0]][1] += transfer.amount.pence
            }
        }
        return sums
    }

    private let all = Set(Head.allCases)

    @Test("Balances and pools known at any entry, as at any day, are the sum of the entries")
    func anyMoment() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let days = try ["2019-04-01", "2019-04-30", "2019-05-20", "2019-05-31", "2019-07-15"].map {
            Optional(try SampleBook.day($0))
        }
        for asAt in days + [nil] {
            for knownAt in [0, 3, 5, 9, 12, 15, 17, 18, nil] {
                let expected = try summed(book, knownAt: knownAt, asAt: asAt)
                let found = try book.read { (reader: Reader) throws in
                    try reader.balances(all, knownAt: knownAt, asAt: asAt)
                }
                let balances = Dictionary(
                    uniqueKeysWithValues: found.map {
                        (
                            $0.account.description,
                            [$0.balance.debits.pence, $0.balance.credits.pence]
                        )
                    })
                #expect(balances == expected, "\(String(describing: (knownAt, asAt)))")
                try comparePools(book, expected, knownAt: knownAt, asAt: asAt)
            }
        }
    }

    private func comparePools(
        _ book: Book, _ accounts: [String: [Int64]], knownAt: Int?, asAt: Day?
    ) throws {
        var expected: [String: [Int64]] = [:]
        for (name, sums) in accounts {
            let account = try #require(Account(name))
            let key =
                "\(account.head) \(account.fund?.description ?? "-") \(account.round?.description ?? "-") \(account.year?.start ?? 0)"
            expected[key, default: [0, 0]][0] += sums[0]
            expected[key, default: [0, 0]][1] += sums[1]
        }
        var found: [String: [Int64]] = [:]
        for pool in try book.read({ try $0.pools(all, knownAt: knownAt, asAt: asAt) }) {
            let key =
                "\(pool.head) \(pool.fund?.description ?? "-") \(pool.round?.description ?? "-") \(pool.year?.start ?? 0)"
            #expect(found[key] == nil, "each pool once")
            found[key] = [pool.balance.debits.pence, pool.balance.credits.pence]
        }
        #expect(found == expected)
    }

    @Test("An owner's balances are those of its accounts")
    func owner() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let award = try SampleBook.code("VRF-01")
        for asAt in [nil, try SampleBook.day("2019-06-01")] {
            let (one, every) = try book.read { (reader: Reader) throws in
                (
                    try reader.balances(all, owner: award, knownAt: 17, asAt: asAt),
                    try reader.balances(all, knownAt: 17, asAt: asAt)
                )
            }
            #expect(!one.isEmpty)
            #expect(one == every.filter { $0.account.owner == award })
        }
    }

    @Test("Entries are found by kind, thing, date and person")
    func filters() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        func numbers(_ filter: EntryFilter) throws -> [Int] {
            try book.read { try $0.entries(matching: filter).map(\.entry.number) }
        }
        #expect(try numbers(EntryFilter(kinds: [.openFund])) == [4, 16])
        #expect(
            try numbers(EntryFilter(owner: SampleBook.code("VRF-01"))) == [9, 10, 11, 12, 13, 14])
        #expect(try numbers(EntryFilter(to: SampleBook.day("2019-04-02"))) == [1, 2, 3])
        #expect(try numbers(EntryFilter(from: SampleBook.day("2019-07-22"))) == [17, 18])
        #expect(try numbers(EntryFilter(user: "NOBODY")).isEmpty)
    }

    @Test("Rows are read as they stood at an entry, and in all their versions")
    func versions() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        try book.read { (reader: Reader) throws in
            #expect(try reader.row(Award.self, "VRF-01", knownAt: 9)?.status == .awarded)
            #expect(try reader.row(Award.self, "VRF-01")?.status == .signed)
            #expect(try reader.row(Award.self, "VRF-01", knownAt: 8) == nil)
            #expect(try reader.versions(Award.self, "VRF-01").map(\.entry) == [9, 10])
            #expect(try reader.rows(Fund.self).map(\.code.description) == ["POCA", "VRF"])
            #expect(try reader.rows(Fund.self, knownAt: 15).count == 1)
        }
    }

    @Test("What was dated back, or lies ahead, is counted")
    func counts() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        try book.read { (reader: Reader) throws in
            #expect(try reader.countDated(after: SampleBook.day("2019-07-19")) == 4)
            let time = try #require(try reader.entry(14)?.recordedAt)
            #expect(try reader.entryNumber(recordedBy: time) == 14)
            #expect(
                try reader.countDated(to: SampleBook.day("2019-04-30"), recordedAfter: time) == 1)
            #expect(try reader.dates()?.lowerBound == SampleBook.day("2019-04-01"))
        }
    }

    @Test("Accounts of a head read page by page are those read at once")
    func pages() throws {
        let sample = try SampleBook()
        try Book(reading: sample.path).read { (reader: Reader) throws in
            for head in Head.allCases {
                var found: [Reader.AccountBalance] = []
                while let next = try reader.balances(
                    head, after: found.last?.account, limit: 1
                ).first { found.append(next) }
                #expect(found == (try reader.balances([head])), "\(head)")
            }
        }
    }

    @Test("What moved through accounts by year, known at any entry, is the sum of the entries")
    func byYear() throws {
        let sample = try SampleBook.withApproval()
        try Writer(opening: sample.path).record { recording in
            try recording.enter(
                ApproveFunding(
                    fund: SampleBook.code("VRF"), profile: SampleBook.profile([(2019, 700)])),
                on: SampleBook.occasion("2021-04-01"))
        }
        let whole = try Book(reading: sample.path)
        for knownAt in [3, 14, 18, whole.entries] {
            let book = try whole.asKnown(at: knownAt)
            var expected: [String: [String: Int64]] = [:]
            try book.forEachEntry(knownAt: knownAt) { chained in
                let year = FinancialYear(containing: chained.entry.date).description
                for transfer in chained.entry.transfers {
                    let pence = transfer.amount.pence
                    expected["\(transfer.debit)", default: [:]][year, default: 0] += pence
                    expected["\(transfer.credit)", default: [:]][year, default: 0] -= pence
                }
            }
            for limit in [1, 2, 1_000] {
                #expect(try yearly(book, limit) == expected, "\(knownAt), \(limit)")
            }
        }
    }

    private func yearly(_ book: Book, _ limit: Int) throws -> [String: [String: Int64]] {
        var found: [String: [String: Int64]] = [:]
        var after = ""
        while true {
            let slice = try book.read { try $0.yearlyBalances(after: after, limit: limit) }
            guard let last = slice.last else { return found }
            for account in slice where !account.years.isEmpty {
                let years = account.years.map {
                    ($0.year.description, $0.balance.debits.pence - $0.balance.credits.pence)
                }
                found["\(account.account)"] = Dictionary(uniqueKeysWithValues: years)
            }
            after = last.account.description
        }
    }
}
