import GrantLedger
import GrantStore
import Synchronization
import Testing

/// What an auditor reads of random books, against what can be told of them another way.
@Suite("Auditor's reading")
struct AuditorReadingTests {
    private static let seeds = WorkloadSettings(sequences: 20).seeds

    /// Does something with each of the random books.
    private func forEachBook(_ body: (UInt64, Reader) throws -> Void) throws {
        for seed in Self.seeds {
            let writer = try Writer.inMemory(clock: WanderingClock().now)
            try writer.record { recording in
                var workload = Workload(seed: seed, ledger: OneCommit(recording))
                try workload.run(acts: WorkloadSettings().acts)
                try body(seed, recording.reader)
            }
        }
    }

    @Test("The net of 20 random books holds every exception that a search of all entries finds")
    func net() throws {
        var rules: Set<String> = []
        try forEachBook { seed, reader in
            var closes: [FinancialYear: Int] = [:]
            for year in try reader.rows(YearEnd.self) where year.status == .closed {
                closes[year.year] = year.close
            }
            let last = try #require(try reader.dates()).upperBound
            let search = ExceptionSearch(try ExceptionContext(Facts(reader), closes: closes))
            for number in 1..<reader.nextNumber {
                try search.take(try #require(try reader.entry(number)))
            }
            let all = try search.report().rows
            let found = try reader.searchExceptions(asAt: last).report().rows
            #expect(found == all, "seed \(seed)")
            rules.formUnion(found.map(\.rule))
            try Self.checkYears(reader, all, "seed \(seed)")
        }
        #expect(rules.count > 12, "\(rules.sorted())")
    }

    @Test("Many short readings find and tell the same exceptions as one")
    func short() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        let last = try #require(try book.read { try $0.dates() }).upperBound
        let whole = try book.read { try $0.searchExceptions(asAt: last).report().rows }
        let search = try book.searchExceptions(from: nil, asAt: last)
        let finds = try book.read { reader in
            search.renew(Facts(reader))
            return try search.finds()
        }
        let rows = try finds.compactMap { find in
            try book.read { reader in
                search.renew(Facts(reader))
                return try search.row(of: find)
            }
        }
        #expect(rows == whole && rows.count > 1)
    }

    /// Year by year the same rows are found as over all years; a commit dated in two is a row of
    /// each.
    private static func checkYears(
        _ reader: Reader, _ all: [ExceptionReport.Row], _ seed: String
    ) throws {
        let dates = try #require(try reader.dates())
        var year = FinancialYear(containing: dates.lowerBound)
        var yearly: [ExceptionReport.Row] = []
        while year.firstDay <= dates.upperBound {
            yearly += try reader.searchExceptions(from: year.firstDay, asAt: year.lastDay)
                .report().rows
            year = try #require(year.next)
        }
        func keys(_ rows: [ExceptionReport.Row]) -> Set<String> {
            Set(
                rows.flatMap { row in
                    ["weekend", "out-of-hours"].contains(row.rule)
                        ? row.entries.map { "\(row.rule) \($0)" }
                        : ["\(row.rule) \(row.entries) \(row.explanation)"]
                })
        }
        // A payment that came back in a later year is still one paid twice in its own.
        let (apart, together) = (keys(yearly), keys(all))
        #expect(together.isSubset(of: apart), "\(seed): \(together.subtracting(apart))")
        let late = apart.subtracting(together).filter {
            !$0.hasPrefix("duplicate-payment") && !$0.hasPrefix("split-below")
        }
        #expect(late.isEmpty, "\(seed): \(late)")
    }

    @Test("On 20 random books every grant's statement of usage ties to the balances, by year")
    func usage() throws {
        var (statements, carried, surrendered, claimed) = (0, 0, 0, 0)
        try forEachBook { seed, reader in
            let last = try #require(try reader.dates()).upperBound
            let balances = try reader.balances(Set(Head.allCases))
            for grant in try reader.rows(Grant.self) {
                let years = Set(
                    balances.filter { $0.account.grant == grant.code }.compactMap(\.account.year))
                for year in years.sorted() {
                    let statement = try reader.usage(of: grant, in: year, asAt: last)
                    let place = "seed \(seed), \(grant.code), \(year)"
                    try check(statement, balances, place)
                    statements += 1
                    if statement.carriedForward > .zero { carried += 1 }
                    if statement.surrendered > .zero { surrendered += 1 }
                    if statement.claimed > .zero { claimed += 1 }
                }
            }
        }
        #expect(statements > 20 && carried > 0 && claimed > 0)
        #expect(surrendered > 0)
    }

    private func check(
        _ statement: StatementOfGrantUsage, _ balances: [Reader.AccountBalance], _ place: String
    ) throws {
        func sum(_ heads: Head...) -> Money {
            balances.filter {
                heads.contains($0.account.head) && $0.account.grant == statement.grant.code
                    && $0.account.year == statement.year
            }.map(\.amount).total
        }
        let prepared = balances.contains { $0.account.head == .controlPrepared }
        #expect(
            sum(.claimCeiling)
                == statement.available - statement.carriedForward - statement.surrendered,
            "\(place)")
        if !prepared {
            #expect(
                statement.earned == sum(.received, .claimed, .earnedClaimable), "\(place)")
            #expect(statement.unspent == sum(.notYetEarned), "\(place)")
        }
        #expect(statement.receivable == sum(.grantDebtors, .accruedGrantIncome), "\(place)")
        #expect(statement.inAdvance == sum(.receiptsInAdvance), "\(place)")
        #expect(statement.repayable == sum(.repayableToFunder), "\(place)")
        #expect(
            statement.received + statement.receivedCarried - statement.repaid
                + statement.receivable
                == statement.earned + statement.inAdvance + statement.repayable, "\(place)")
        let charged = balances.filter {
            $0.account.head == .charged && $0.account.fund == statement.grant.fund
                && $0.account.year == statement.year
        }
        #expect(statement.charged == charged.map(\.amount).total, "\(place)")
        #expect(
            statement.claimed - statement.disallowed - statement.claims.map(\.received).total
                == sum(.claimed), "\(place)")
    }
}

/// A clock that goes on by some hours whenever it is read: over nights and weekends.
private final class WanderingClock: Sendable {
    private let hours = Mutex(0)

    func now() -> String {
        let passed = hours.withLock { hours in
            hours += 5
            return hours
        }
        func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
        let day = Day(year: 2019, month: 4, day: 1)?.adding(days: passed / 24)
        return "\(day.map(\.description) ?? "2019-04-01")T\(two(passed % 24)):30:00.000Z"
    }
}

/// One commit of a book, driven by the workload.
private final class OneCommit: LedgerUnderTest {
    private let recording: Recording
    private var signed: [Account: Int64] = [:]

    init(_ recording: Recording) { self.recording = recording }

    var givesUpOneCommit: Bool { false }

    func balances() -> [Account: Int64] { signed }

    func propose(_ act: any Act, on occasion: Occasion) throws -> Reply {
        do {
            let before = recording.reader.nextNumber
            try recording.enter(act, on: occasion)
            return .accepted(
                try (before..<recording.reader.nextNumber).map { number in
                    let entry = try #require(try recording.reader.entry(number))
                    for account in Set(entry.transfers.flatMap { [$0.debit, $0.credit] }) {
                        let balance = try recording.reader.balance(account)
                        let pence = balance.debits.pence - balance.credits.pence
                        signed[account] = pence == 0 ? nil : pence
                    }
                    return entry.kind
                })
        } catch let refusal as Refusal { return .refused(refusal) }
    }
}
