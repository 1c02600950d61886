import Foundation
import GRDB
public import GrantLedger

extension Reader {
    /// Looks for entries an auditor should see.
    ///
    /// Only those are read that some rule may find, and, of the time before the first day, those by
    /// which money left that later ones may belong with.
    ///
    /// - Parameters:
    ///   - from: what is dated before this day is left out.
    ///   - asAt: what is dated after this day is left out.
    ///   - advanced: what is told how many entries of how many it has looked at.
    /// - Returns: the search, by every rule there is; it tells of entries while the book is read.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func searchExceptions(
        from: Day? = nil, asAt: Day, _ advanced: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExceptionSearch {
        let (search, numbers) = try exceptionSearch(from: from, asAt: asAt)
        try numbers.inSlices(of: Self.exceptionSlice) { slice in
            try take(slice, into: search)
            advanced(slice.endIndex, numbers.count)
        }
        return search
    }

    /// A search that has not begun, and the entries that it is to take.
    fileprivate func exceptionSearch(
        from: Day?, asAt: Day
    ) throws -> (ExceptionSearch, numbers: [Int]) {
        var closes: [FinancialYear: Int] = [:]
        for year in try rows(YearEnd.self) where year.status == .closed {
            closes[year.year] = year.close
        }
        let context = try ExceptionContext(Facts(self), closes: closes) { zone, second in
            let date = Date(timeIntervalSince1970: TimeInterval(second))
            return Int64(TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0)
        }
        let numbers = try exceptionNumbers(from: from, asAt: asAt, context)
        return (ExceptionSearch(context, from: from), numbers)
    }

    fileprivate func take(_ numbers: ArraySlice<Int>, into search: ExceptionSearch) throws {
        let list = "[\(numbers.map(String.init).joined(separator: ","))]"
        try forEachRow(Self.recordSQL, [list]) { row in
            try search.take(try Self.entry(from: row.blob(1), number: row.whole(0)))
        }
    }

    fileprivate static let exceptionSlice = 2_000

    private static let recordSQL = """
        SELECT number, CAST(record AS BLOB) FROM journal
        WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number
        """

    /// The numbers of the entries that some rule may find, or that may belong with those.
    private func exceptionNumbers(
        from: Day?, asAt: Day, _ context: ExceptionContext
    ) throws -> [Int] {
        let first = from?.description ?? "0001-01-01"
        let arguments: StatementArguments = [
            first, asAt.description, Self.json(ExceptionRule.flags.map(\.rawValue)),
            Self.json(ExceptionRule.kinds.map(\.rawValue)), context.leastBackDated,
            context.closes.values.min() ?? Self.greatestNumber, context.leastJustUnder?.pence,
        ]
        var numbers: [Int] = []
        try forEachRow(Self.exceptionSQL, arguments) { row in
            let number = try row.whole(0)
            if try row.wholeIfAny(3) == 1 {
                numbers.append(number)
            } else if let day = Day(try row.text(1)),
                context.isUnusual(recordedAt: try row.text(2), on: day)
            {
                numbers.append(number)
            }
        }
        guard let from, let back = from.adding(days: -context.lookBack) else { return numbers }
        let kinds = Self.json(ExceptionRule.outgoingKinds.map(\.rawValue))
        let earlier = try rows(Self.earlierSQL, [back.description, first, kinds])
        return (numbers + (try earlier.map { try $0.whole(0) })).sorted()
    }

    /// The entries of a span, each with whether a net wide enough for every rule but those of the
    /// clock holds it: flags, kinds, people, dates, amounts, and all that came after a close.
    private static let exceptionSQL = """
        SELECT number, date, recordedAt,
            kind IN (SELECT value FROM json_each(?4))
            OR approver IS NOT NULL OR number > ?6
            OR coalesce(julianday(substr(recordedAt, 1, 10)) - julianday(date) > ?5, 0)
            OR EXISTS (SELECT 1 FROM json_each(record, '$.flags')
                       WHERE value IN (SELECT value FROM json_each(?3)))
            OR (?7 IS NOT NULL AND (SELECT sum(amountPence) FROM transfer
                WHERE transfer.entry = journal.number) > ?7)
        FROM journal WHERE date BETWEEN ?1 AND ?2 ORDER BY +number
        """

    private static let earlierSQL = """
        SELECT number FROM journal
        WHERE date >= ?1 AND date < ?2 AND kind IN (SELECT value FROM json_each(?3))
        """
}

extension Book {
    /// Looks for entries an auditor should see in short readings, so that no commit waits for all of them:
    /// of a book as known at an entry that is exact.
    ///
    /// - Parameters:
    ///   - from: what is dated before this day is left out.
    ///   - asAt: what is dated after this day is left out.
    ///   - advanced: what is told how many entries of how many it has looked at.
    /// - Returns: the search; who tells of what it found renews its facts with each reading.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func searchExceptions(
        from: Day?, asAt: Day, _ advanced: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> ExceptionSearch {
        let (search, numbers) = try read { try $0.exceptionSearch(from: from, asAt: asAt) }
        try numbers.inSlices(of: Reader.exceptionSlice) { slice in
            try read { reader in
                search.renew(Facts(reader))
                try reader.take(slice, into: search)
            }
            advanced(slice.endIndex, numbers.count)
        }
        return search
    }
}

extension Array {
    /// Gives its elements in order, so many at a time.
    package func inSlices(
        of size: Int, _ body: (ArraySlice<Element>) throws -> Void
    ) rethrows {
        var left = self[...]
        while !left.isEmpty {
            try body(left.prefix(size))
            left = left.dropFirst(size)
        }
    }
}
