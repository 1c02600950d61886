import Testing

/// A try to break a book with plain SQL, and the guard that must stop it.
struct Try: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let stoppedBy: String

    var testDescription: String { name }

    init(_ name: String, _ sql: String, by stoppedBy: String) {
        (self.name, self.sql, self.stoppedBy) = (name, sql, stoppedBy)
    }

    /// A journal row that follows the newest, with what a forger would set.
    static func entry(
        number: String = "(SELECT max(number) + 1 FROM journal)", kind: String = "forged",
        date: String = "2019-08-01", approver: String = "NULL, NULL", reverses: String = "NULL",
        key: String = "NULL", transfers: Int = 0, puts: Int = 0, rests: Int = 0,
        verb: String = "INSERT"
    ) -> String {
        """
        \(verb) INTO journal VALUES (\(number), \(number), '\(kind)', '\(date)', '2019-08-01T10:00:00.000Z',
        'a', 'b', \(approver), \(reverses), \(key), \(transfers), \(puts), \(rests), 1, '{}', zeroblob(32));
        """
    }

    /// A transfer under the newest entry.
    static func transfer(
        _ debit: String, _ credit: String, _ amount: String, line: Int = 1, verb: String = "INSERT"
    ) -> String {
        "\(verb) INTO transfer VALUES ((SELECT max(number) FROM journal), \(line), \(debit), \(credit), \(amount));"
    }

    static func account(_ head: String) -> String {
        "(SELECT min(id) FROM account WHERE head = '\(head)')"
    }
}
