import GrantLedger
import Testing

extension Scene {
    /// An own fund of £100,000 in each of three years, a round of all of it with a cap of £35,000 a
    /// project and year, and an award W1 of the lines.
    static func capped(_ lines: String..., match: MatchRule? = nil) throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=100000", "2020/21=100000", "2021/22=100000")
        try scene.post(
            OpenRound(
                code: code("R1"), fund: code("VRF"), title: words("A round"),
                opens: day("2019-04-01"), closes: day("2019-05-31"),
                profile: profile(["2019/20=100000", "2020/21=100000", "2021/22=100000"]),
                capPerYear: pounds("35000"), match: match))
        try scene.post(
            LogBid(
                code: code("B1"), round: code("R1"), applicant: code("CHARITY"),
                title: words("A bid"), profile: profile(lines)))
        try scene.post(MakeAward(code: code("W1"), bid: code("B1")))
        try scene.sign("W1")
        return scene
    }

    /// Records a return of one category and accepts it.
    func spend(_ covers: String, _ lines: String..., on date: String = "2019-07-20") throws {
        try post(
            SubmitReturn(award: code("W1"), period: period(covers), spend: amounts(lines)),
            on: date)
        try accept("W1", covers, on: date)
    }

    /// Schedules and pays an amount of W1.
    func pay(_ amount: String, in year: String, number: Int = 1) throws {
        try schedule("W1", year, amount)
        try pay("W1", number)
    }

    /// Checks that an act, reversed, leaves every balance and row as it was.
    func expectUndone(_ act: some Act, on date: String = "2019-04-01") throws {
        let before = desk.balances().filter { $0.value != 0 }
        let entry = try entry(act, on: date)
        try post(ReverseEntry(entry: entry.number, reason: words("An error")), on: date)
        #expect(desk.balances().filter { $0.value != 0 } == before)
    }

    /// What is awarded of W1 in a year: reserved, committed and charged, in pence.
    func awarded(_ year: String) -> Int64 {
        desk.balances().filter {
            [.reserved, .committed, .charged].contains($0.key.head)
                && $0.key.award == code("W1") && $0.key.year == financialYear(year)
        }.values.reduce(0, -)
    }

    /// W1 as it stands.
    func award() throws -> Award {
        try #require(try Facts(desk.source).find(Award.self, code("W1")))
    }

    func raise(_ amount: String, fund: String? = nil) -> RaiseClawback {
        RaiseClawback(
            award: code("W1"), fund: fund.map { code($0) }, year: year(2019),
            amount: pounds(amount), reason: words("Unspent"))
    }

    func receive(_ amount: String) -> ReceiveClawback {
        ReceiveClawback(award: code("W1"), year: year(2019), amount: pounds(amount))
    }

    func writeOff(_ amount: String) -> WriteOffClawback {
        WriteOffClawback(
            award: code("W1"), year: year(2019), amount: pounds(amount), reason: words("Dissolved"))
    }

    func lapse(_ amount: String? = nil, _ start: Int = 2019) -> LapseAward {
        LapseAward(
            award: code("W1"), year: year(start), amount: amount.map(pounds),
            reason: words("Unspent"))
    }

    func carry(_ amount: String, fund: String? = nil, _ from: Int = 2019, _ to: Int = 2020)
        -> CarryAward
    {
        CarryAward(
            award: code("W1"), fund: fund.map { code($0) }, from: year(from), to: year(to),
            amount: pounds(amount), consent: words("Letter of 1 March"))
    }

    func vary(_ amount: String, _ start: Int = 2019) -> VaryAward {
        VaryAward(
            award: code("W1"), year: year(start), amount: pounds(amount), reason: words("Agreed"))
    }

    func finish() -> FinishAward { FinishAward(award: code("W1"), reason: words("Completed")) }
}
