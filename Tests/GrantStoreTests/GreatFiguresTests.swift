import GrantLedger
import GrantStore
import Testing

/// Verification keeps an account in few bytes where its figures are small.
@Suite("Verifying accounts with great figures")
struct GreatFiguresTests {
    /// A book with an account that twice takes more pence than 32 bits hold, at last in a far year.
    private func great() throws -> SampleBook {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        for date in ["2019-08-01", "2100-02-28"] {
            try writer.record { recording in
                try recording.enter(
                    ApproveFunding(
                        fund: SampleBook.code("VRF"),
                        profile: SampleBook.profile([(2019, 9_000_000_000)])),
                    on: SampleBook.occasion(date))
            }
        }
        return sample
    }

    @Test("A book with such accounts is sound")
    func sound() throws {
        let sample = try great()
        let verdict = try Book(reading: sample.path).verify(.full)
        #expect(verdict.isSound, "\(verdict.findings)")
    }

    @Test(
        "A changed figure is found, in great accounts and in small ones",
        arguments: [
            "debits = debits + 1", "credits = credits + 1", "debits = debits + 4294967296",
            "credits = credits + 4294967296", "entry = entry - 1", "line = line + 65536",
            "date = '2100-02-27'", "date = '1970-01-01'", "date = '2228-02-28'",
        ], ["debits > 9000000000", "debits < 9000000000 AND floored = 0"])
    func changed(_ change: String, _ which: String) throws {
        let sample = try great()
        try sample.tamper(
            "UPDATE account SET \(change) WHERE id = (SELECT min(id) FROM account WHERE \(which));")
        let verdict = try Book(reading: sample.path).verify(.full)
        #expect(verdict.findings.contains { $0.field.hasPrefix("account.") }, "\(verdict.findings)")
    }
}
