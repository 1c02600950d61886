import GrantLedger
import Testing

@Suite("Money")
struct MoneyTests {
    private static let written: [(String, Int64)] = [
        ("35000", 3_500_000), ("35,000.00", 3_500_000), ("£35,000.00", 3_500_000), ("0", 0),
        ("-20000", -2_000_000), ("+5.50", 550), ("-£5.5", -550), ("0.01", 1), ("00.10", 10),
        ("99,999,999,999.99", 9_999_999_999_999), ("1,234,567.8", 123_456_780),
    ]

    @Test("An amount is read as people write it", arguments: written)
    func reads(text: String, pence: Int64) throws {
        #expect(try Money(pounds: text).pence == pence)
    }

    private static let faults: [(String, Money.Fault)] = [
        ("", .notAnAmount), ("£", .notAnAmount), ("-", .notAnAmount), (".50", .notAnAmount),
        ("5.", .notAnAmount), ("5.0.0", .notAnAmount), ("1e3", .notAnAmount),
        ("5 000", .notAnAmount), ("٣", .notAnAmount), ("--5", .notAnAmount),
        ("1,00", .grouping), ("1,0000", .grouping), (",100", .grouping), ("1000,000", .grouping),
        ("1.005", .decimals), ("0.000", .decimals), ("100,000,000,000.00", .tooLarge),
        ("99999999999999999999999999", .tooLarge),
    ]

    @Test("What is no amount is refused with its fault", arguments: faults)
    func refuses(text: String, fault: Money.Fault) {
        #expect(throws: fault) { try Money(pounds: text) }
    }

    @Test("An amount is printed with commas, a sign and two decimals")
    func prints() {
        #expect(Money(pence: 1_666_666).description == "£16,666.66")
        #expect(Money(pence: -500).description == "-£5.00")
        #expect(Money(pence: 7).column == "0.07")
        #expect(Money(pence: -123_456_789).column == "-1,234,567.89")
        #expect(Money(pence: 123_456_789).plain == "1234567.89")
        #expect(Money(pence: -1).plain == "-0.01")
        #expect(Money.greatest.description == "£99,999,999,999.99")
        #expect(Money(pence: .min).plain == "-92233720368547758.08")
    }

    @Test("A sum that leaves 64 bits is nil")
    func sums() {
        #expect(Money(pence: .max).adding(Money(pence: 1)) == nil)
        #expect(Money(pence: .min).adding(Money(pence: -1)) == nil)
        #expect(Money(pence: .max - 1).adding(Money(pence: 1)) == Money(pence: .max))
    }

    @Test("£211,509.34 over 49 is 35 of £4,316.52 and 14 of £4,316.51, the larger first")
    func equalSplit() throws {
        let parts = try Money(pounds: "211509.34").split(into: 49)
        #expect(parts.prefix(35).allSatisfy { $0 == Money(pence: 431_652) })
        #expect(parts.suffix(14).allSatisfy { $0 == Money(pence: 431_651) })
        #expect(parts.count == 49)
        #expect(parts.total == Money(pence: 21_150_934))
    }

    @Test("A split gives the largest remainders the odd pennies, and no part more than its weight")
    func split() {
        func parts(_ pence: Int64, _ weights: [Int64]) -> [Int64] {
            Money(pence: pence).split(over: weights.map { Money(pence: $0) }).map(\.pence)
        }
        #expect(parts(10, [1, 1, 1]) == [4, 3, 3])
        #expect(parts(1, [0, 3, 3]) == [0, 1, 0])
        #expect(parts(7, [3, 2, 2]) == [3, 2, 2])
        #expect(parts(5, [3, 2, 2]) == [2, 2, 1])
        #expect(parts(5, [0, 0]) == [0, 0])
        #expect(parts(0, [5, 5]) == [0, 0])
        #expect(parts(5, []).isEmpty)
        var random = Generator(seed: 1)
        for _ in 0..<2_000 {
            let weights = (0...random.below(6)).map { _ in
                Int64(random.below(1_000)) * Int64(random.below(2))
            }
            let sum = weights.reduce(0, +)
            let amount = Int64(random.below(Int(sum) + 1))
            let shares = parts(amount, weights)
            #expect(shares.reduce(0, +) == amount)
            #expect(zip(shares, weights).allSatisfy { $0 <= $1 && $0 >= 0 })
        }
    }

    @Test("A split of the largest amounts does not overflow")
    func largest() {
        let half = Money(pence: .max / 2)
        #expect(Money(pence: .max - 1).split(over: [half, half]) == [half, half])
    }

    @Test("A percentage is taken in whole pence, half up, and asked in hundredths")
    func percentages() {
        #expect(Money(pence: 10).percent(hundredths: 500) == Money(pence: 1))
        #expect(Money(pence: 9).percent(hundredths: 500) == Money(pence: 0))
        #expect(Money(pence: 100_000).percent(hundredths: 3_000) == Money(pence: 30_000))
        #expect(Money(pence: -10).percent(hundredths: 500) == Money(pence: -1))
        #expect(
            Money.greatest.percent(hundredths: 10_000) == Money.greatest)
        #expect(Money(pence: 1).hundredthsOfPercent(of: Money(pence: 3)) == 3_333)
        #expect(Money(pence: 2).hundredthsOfPercent(of: Money(pence: 3)) == 6_667)
        #expect(Money(pence: 1).hundredthsOfPercent(of: Money(pence: 20_000)) == 1)
        #expect(Money(pence: 1).hundredthsOfPercent(of: Money(pence: 20_001)) == 0)
        #expect(Money(pence: -1).hundredthsOfPercent(of: Money(pence: 2)) == -5_000)
        #expect(Money(pence: 1).hundredthsOfPercent(of: .zero) == nil)
        #expect(
            Money(pence: 922_337_203_685_477).hundredthsOfPercent(of: Money(pence: 20_000))
                == 461_168_601_842_739, "the carry into the upper half counts")
        #expect(Money(pence: 1).hundredthsOfPercent(of: Money(pence: -2)) == nil)
        #expect(Percentage(hundredths: 10_001) == nil)
        #expect(Percentage(hundredths: -1) == nil)
    }

    @Test("Match required is of the grant or of grant and match, rounded to the penny or pound")
    func match() throws {
        let third = try #require(Percentage(hundredths: 3_000))
        let amount = try Money(pounds: "800000")
        #expect(MatchRule(percent: third).required(for: amount).plain == "240000.00")
        #expect(MatchRule(percent: third, base: .total).required(for: amount).plain == "342857.14")
        #expect(
            MatchRule(percent: third, base: .total, rounding: .pound).required(for: amount).plain
                == "342857.00")
        #expect(MatchRule(percent: third).required(for: .zero) == .zero)
    }
}
