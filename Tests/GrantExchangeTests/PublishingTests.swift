import GrantExchange
import GrantLedger
import Testing

@Suite("Publishing")
struct PublishingTests {
    @Test("JSON writes an amount as an exact decimal: £99,999,999,999.99, 1p, and 5p the other way")
    func exactDecimals() {
        let amounts: [(Int64, String)] = [
            (9_999_999_999_999, "99999999999.99"), (1, "0.01"), (-5, "-0.05"), (0, "0.00"),
            (10, "0.10"), (3_500_000, "35000.00"), (-210_001, "-2100.01"),
        ]
        for (pence, text) in amounts {
            #expect(JSON.decimal(Money(pence: pence)).compact == text)
        }
        for pence in stride(
            from: Int64(-9_999_999_999_999), to: 9_999_999_999_999, by: 9_876_543_211)
        {
            let text = JSON.decimal(Money(pence: pence)).compact
            #expect(Int64(text.replacing(".", with: "")) == pence, "\(text)")
        }
    }

    @Test(
        """
        A prefix is 360G- and a name; without one it is made of the office's identifier, else of the \
        book's, and what an identifier cannot have becomes an underscore
        """)
    func prefixes() throws {
        #expect(GrantPrefix(registered: "360G-kentpcc")?.id("VRF-01") == "360G-kentpcc-VRF-01")
        for text in ["kentpcc", "360G-", "360g-kent", "360G-kent pcc", "360G-kent/pcc", ""] {
            #expect(GrantPrefix(registered: text) == nil, "\(text)")
        }
        func office(_ id: String?) throws -> Office {
            let facts = ["name": "An office", "kind": "pcc"].merging(
                id.map { ["orgId": $0] } ?? [:]
            ) { $1 }
            return try Canonical.object(facts.mapValues { .text($0) }).value(Office.self)
        }
        let own = GrantPrefix(office: try office(nil), book: "0123456789abcdef")
        #expect(own.text == "360G-unregistered-01234567")
        #expect(own.origin == .book)
        let made = GrantPrefix(office: try office("GB-LAE-KE NT"), book: "0123456789abcdef")
        #expect(made.text == "360G-GB-LAE-KE_NT")
        #expect(made.origin == .orgId)
        let told = GrantPrefix(office: try office("360G-kentpcc"), book: "0")
        #expect(told.origin == .registered)
    }
}
