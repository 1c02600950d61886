import GRDB
public import GrantLedger

extension Book {
    /// Judges the entries of today's rules again, on a book in memory that the records are laid down
    /// in one after another, and compares what they come to.
    func judgeAgain(_ findings: Findings, upTo last: Int) throws -> Int {
        let writer = try Writer.inMemory(id: id)
        var judged = 0
        try writer.record { recording in
            try forEachEntry(knownAt: last) { chained in
                let entry = chained.entry
                let before = findings.count
                let isToday = entry.rules == Rules.version
                if isToday {
                    judged += 1
                    judge(entry, recording, findings)
                }
                try recording.write(entry)
                if !isToday || findings.count > before { recording.forgetFacts() }
            }
        }
        return judged
    }

    private func judge(_ entry: Entry, _ recording: Recording, _ findings: Findings) {
        let number = entry.number
        do {
            let act = try entry.readAct()
            let posting = try act.judged(given: recording.facts, on: entry.occasion)
            findings.check(
                posting.transfers == entry.transfers, number, "transfers",
                "Today's rules post otherwise.")
            findings.check(
                posting.puts.map(\.sortable) == entry.puts.map(\.sortable), number, "puts",
                "Today's rules write other rows.")
            findings.check(
                posting.rests == entry.rests, number, "rests",
                "By today's rules it rests on \(posting.rests).")
            findings.check(
                posting.reverses == entry.reverses, number, "reverses",
                "Today's rules reverse otherwise.")
            let flags = entry.flags.filter { $0 != .clockBehind }
            findings.check(
                flags.suffix(posting.flags.count).elementsEqual(posting.flags), number, "flags",
                "By today's rules they are \(posting.flags.map(\.rawValue)).")
        } catch Stop.refused(let refusal) {
            findings.add(
                number, "act",
                "Today's rules refuse it (\(refusal.reason.rawValue)): \(refusal.message)")
        } catch { findings.add(number, "act", "It cannot be judged again (\(error)).") }
    }
}

extension Entry {
    /// The act as it was asked.
    public func readAct() throws -> any Act {
        try kind.read(act)
    }

    /// Who asked, when and on what papers.
    fileprivate var occasion: Occasion {
        var occasion = Occasion(
            user: user, login: login, date: date, key: key, reference: reference,
            documents: documents)
        (occasion.approver, occasion.approverLogin) = (approver, approverLogin)
        occasion.prepared = prepared
        return occasion
    }
}

extension Put {
    /// What two puts must have the same, by bytes.
    fileprivate var sortable: [String?] {
        [
            register.rawValue, key, row.map { String(decoding: $0.bytes, as: UTF8.self) },
            was.map(String.init),
        ]
    }
}
