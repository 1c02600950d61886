import GRDB
public import GrantLedger
import GrantSeal

/// One commit in the making: acts are judged, and written as entries, one after another.
///
/// It lives inside ``Writer/record(dryRun:_:)`` and is thrown away with it. A refused act leaves it
/// as it was, so that a caller may go on to find every fault of a batch before giving it up.
public final class Recording {
    /// The book as it stands, with the entries of this commit.
    public let reader: Reader
    /// What rules may know.
    public private(set) var facts: Facts
    /// What was given back so far.
    public internal(set) var counterfoils: [Counterfoil] = []
    /// Whether nothing will be kept.
    public let dryRun: Bool
    /// How many bytes of facts and accounts a commit keeps, about, before it asks for all of them anew.
    ///
    /// It bounds the memory of a long commit and changes nothing else.
    public var mostKnown = 16 << 20

    let db: Database
    let book: String
    let clock: @Sendable () -> String
    var chain: Chain
    var recordedAt: String
    let batch: Int
    let statements: RecordingStatements
    let accounts: MetAccounts
    var pools: [PoolKey: Int64] = [:]
    var months: [PoolMonth: Balance] = [:]
    /// Whether anything was written at all.
    var hasWritten = false
    /// What broke off a write half-way; such a commit may not be.
    var breach: (any Error)?

    /// A pool's row and a month.
    struct PoolMonth: Hashable {
        let pool: Int64
        let month: String
    }

    init(_ reader: Reader, book: String, dryRun: Bool, clock: @escaping @Sendable () -> String)
        throws
    {
        self.reader = reader
        self.book = book
        self.dryRun = dryRun
        self.clock = clock
        db = reader.db
        statements = try RecordingStatements(db)
        accounts = try MetAccounts(db)
        facts = Facts(CommitFacts(reader, accounts))
        batch = reader.newest + 1
        let sql = "SELECT recordedAt FROM journal WHERE number = ?"
        recordedAt = try reader.first(sql, [reader.newest])?.text(0) ?? ""
        chain = try reader.chain(at: reader.newest) ?? .start
    }

    /// Judges an act, and writes the entry it becomes.
    ///
    /// The same key again with the same content gives the first counterfoil. An act that needs a
    /// second person is prepared instead; an approval enters what was approved too. ``counterfoils``
    /// has them all.
    ///
    /// - Parameters:
    ///   - act: what is asked.
    ///   - occasion: who asks, when, and on what papers.
    ///   - dateGiven: whether the caller named the date, which then is part of the content.
    /// - Returns: its counterfoil, to be shown once the commit is on disk.
    /// - Throws: `Refusal` where the ledger says no; ``BookFault`` where the book cannot be used.
    @discardableResult
    public func enter(
        _ act: any Act, on occasion: Occasion, dateGiven: Bool = true
    ) throws -> Counterfoil {
        if let breach { throw breach }
        try occasion.checkText()
        let asked = try Canonical(act)
        let size = asked.bytes.count
        guard size <= 1_048_576 else { throw BookFault.actTooLarge(bytes: size) }
        let kind = type(of: act).kind
        let before = try repeated(kind, asked, on: occasion, dateGiven: dateGiven)
        if let first = before.first {
            counterfoils += before
            return first
        }
        do {
            let counterfoil = try enter(
                kind, asked, try judged(act, on: occasion), on: occasion)
            if let decision = act as? DecidePrepared, decision.approves {
                try enterApproved(decision.prepared, on: occasion)
            }
            return counterfoil
        } catch let refusal as Refusal where refusal.reason == .secondPersonNeeded {
            let prepared = try PrepareEntry(act)
            return try enter(
                PrepareEntry.kind, try Canonical(prepared), try judged(prepared, on: occasion),
                on: occasion)
        }
    }

    /// Writes the entry that an act as judged becomes.
    private func enter(
        _ kind: Kind, _ asked: Canonical, _ judged: Posting, on occasion: Occasion
    ) throws -> Counterfoil {
        var posting = judged
        let now = clock()
        if now < recordedAt { posting.flags.append(.clockBehind) }
        let entry = Entry(
            number: reader.nextNumber, batch: batch, book: book, kind: kind, recordedAt: now,
            act: asked, occasion: occasion, posting: posting)
        try unbroken { try write(entry) }
        let counterfoil = Counterfoil(
            entry, chain: chain.hex, dryRun: dryRun, repeated: false, moved: try moved(by: entry))
        counterfoils.append(counterfoil)
        if facts.size + accounts.size > mostKnown { forgetFacts() }
        return counterfoil
    }

    /// Enters what was prepared, now that its second person has approved it.
    private func enterApproved(_ number: Int, on occasion: Occasion) throws {
        let row: Prepared
        let approved: Occasion
        do {
            row = try facts.waiting(number)
            approved = try facts.occasion(approving: number, on: occasion)
        } catch { throw error.unwrapped }
        try unbroken {
            let act = try row.kind.read(row.act)
            _ = try enter(row.kind, row.act, try judged(act, on: approved), on: approved)
        }
    }

    /// Asks for every fact anew, after an entry was written that these facts did not judge.
    func forgetFacts() {
        accounts.forget()
        facts = Facts(CommitFacts(reader, accounts))
    }

    private func judged(_ act: any Act, on occasion: Occasion) throws -> Posting {
        do { return try act.judged(given: facts, on: occasion) } catch { throw error.unwrapped }
    }

    /// Remembers a write that broke off, so that the commit cannot be.
    func unbroken(_ work: () throws -> Void) throws {
        do { try work() } catch {
            breach = error
            throw error
        }
        hasWritten = true
    }

    /// The accounts with a limit that the newest entry moved.
    private func moved(by entry: Entry) throws -> [Counterfoil.Moved] {
        try entry.transfers.limitedChanges.map { account, limit, change in
            let after = accounts[try accounts.place(of: account)].balance.normal(account.head)
            return .init(account: account, limit: limit, before: after - change, after: after)
        }
    }
}

extension Occasion {
    /// Refuses text that a front door should not have let through.
    func checkText() throws {
        let texts: [(String, String?)] =
            [("user", user), ("login", login), ("key", key), ("reference", reference)]
            + documents.map { ("document's name", $0.name) }
        for (field, text) in texts {
            if let text, Note(text) == nil { throw BookFault.notPlainText(field: field) }
        }
    }
}
