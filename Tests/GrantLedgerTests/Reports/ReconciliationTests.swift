import GrantLedger
import Testing

@Suite("Reconciliations")
struct ReconciliationTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func move(_ entry: Int, _ date: String, _ pence: Int64) throws -> BankMove {
        BankMove(
            entry: entry, date: try day(date), kind: .payInstalment, amount: Money(pence: pence),
            reference: "BACS 12", codes: ["VRF-01"])
    }

    @Test(
        "A line names an entry by its reference or code as a whole word, in any spelling of signs")
    func names() throws {
        let one = try move(1, "2020-03-31", -500)
        #expect(one.isNamed(in: "FASTER PMT vrf 01 CHARITY"))
        #expect(one.isNamed(in: "BACS-12"))
        #expect(!one.isNamed(in: "VRF-012 CHARITY"))
        #expect(!one.isNamed(in: "BACS 123"))
    }
}
