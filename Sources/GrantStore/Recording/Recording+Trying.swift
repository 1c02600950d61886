import GRDB
import GrantLedger
import GrantSeal

extension Recording {
    /// Enters what the body enters whole: where it throws, nothing of it is left, and the recording
    /// goes on as it was before.
    ///
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    public func trying<R>(_ body: () throws -> R) throws -> R {
        if let breach { throw breach }
        let before = Before(
            newest: reader.newest, chain: chain, recordedAt: recordedAt,
            counterfoils: counterfoils.count, months: months, hasWritten: hasWritten)
        var result: Result<R, any Error>?
        try db.inSavepoint {
            result = Result(catching: body)
            if case .success = result { return .commit }
            return .rollback
        }
        switch result {
        case .success(let value): return value
        case .failure(let error):
            if reader.newest != before.newest { putBack(before) }
            throw error
        case nil: throw BookFault.unforeseen("a row without a result")
        }
    }

    /// Where a recording stood.
    private struct Before {
        let newest: Int
        let chain: Chain
        let recordedAt: String
        let counterfoils: Int
        let months: [PoolMonth: Balance]
        let hasWritten: Bool
    }

    private func putBack(_ before: Before) {
        reader.newest = before.newest
        chain = before.chain
        recordedAt = before.recordedAt
        counterfoils.removeLast(counterfoils.count - before.counterfoils)
        months = before.months
        hasWritten = before.hasWritten
        pools = [:]
        forgetFacts()
    }
}
