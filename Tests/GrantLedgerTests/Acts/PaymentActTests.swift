import GrantLedger
import Testing

@Suite("Payments")
struct PaymentActTests {
    private static let line = "award=W1,fund=VRF"

    private static func scheduled(_ number: Int) -> String {
        "paymentScheduled{\(line),instalment=\(number),year=2019/20}"
    }

    private static func released(_ number: Int) -> String {
        "paymentReleased{\(line),instalment=\(number),year=2019/20}"
    }

    private static let paid = "paid{\(line),year=2019/20}"
    private static let onAccount = "paymentsOnAccount{\(line),year=2019/20}"
    private static let owed = "awardCreditors{\(line),year=2019/20}"

    @Test("A scheduled payment is released at once where it waits for nothing")
    func schedule() throws {
        let scene = try Scene.awarded("2019/20=350")
        #expect(
            try scene.schedule("W1", "2019/20", "100") == [
                "Dr \(Self.scheduled(0)) / Cr \(Self.scheduled(1)) 100.00",
                "Dr \(Self.scheduled(1)) / Cr \(Self.released(1)) 100.00",
            ])
        let more = ScheduleInstalments(
            award: code("W1"), year: year(2019), amount: pounds("250.01"), due: day("2019-06-01"))
        #expect(try scene.reason(more) == .moreThanUnscheduled)
    }

    @Test("Four quarterly payments share the year, odd pennies to the first")
    func quarterly() throws {
        let scene = try Scene.awarded("2019/20=350.02")
        let lines = try scene.post(ScheduleInstalments(award: code("W1"), year: year(2019)))
        let amounts = lines.filter { $0.contains("paymentReleased") }.map { $0.suffix(5) }
        #expect(amounts == ["87.51", "87.51", "87.50", "87.50"])
    }

    @Test("A payment of a later year waits for the last return of the year before")
    func laterYear() throws {
        let scene = try Scene.awarded("2019/20=350", "2020/21=200")
        let lines = try scene.schedule("W1", "2020/21", "200", wait: .policy)
        #expect(lines.count == 1)
        #expect(try scene.reason(PayInstalment(award: code("W1"), number: 1)) == .returnAwaited)
        try scene.submit("W1", "2019/20-Q4", "STAFF=350")
        let accepted = try scene.accept("W1", "2019/20-Q4", on: "2020-05-01")
        #expect(
            accepted.contains(
                "Dr paymentScheduled{\(Self.line),instalment=1,year=2020/21}"
                    + " / Cr paymentReleased{\(Self.line),instalment=1,year=2020/21} 200.00"))
    }

    @Test("A payment that waits for a return is released before it only by an authorised override")
    func override() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule(
            "W1", "2019/20", "100", wait: .acceptance(of: period("2019/20-Q1")))
        var release = ReleaseInstalment(award: code("W1"), number: 1)
        #expect(try scene.reason(release) == .returnAwaited)
        release.authorisedBy = words("The chief finance officer")
        release.reason = words("The charity cannot wait")
        let entry = try scene.entry(release)
        #expect(entry.flags == [.singlePerson, .releasedBeforeReturn])
        #expect(
            entry.transfers.map(\.line) == [
                "Dr \(Self.scheduled(1)) / Cr \(Self.released(1)) 100.00"
            ])
    }

    @Test("A payment waits only for a period the recipient reports for")
    func periodUnknown() throws {
        let scene = try Scene.awarded("2019/20=350")
        let act = ScheduleInstalments(
            award: code("W1"), year: year(2019), amount: pounds("1"), due: day("2019-06-01"),
            wait: .acceptance(of: period("2019/20-H1")))
        #expect(try scene.reason(act) == .periodUnknown)
    }

    @Test("A held payment has nothing released and cannot be paid until it is let go")
    func hold() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        let hold = HoldInstalment(award: code("W1"), number: 1, reason: words("A question"))
        #expect(try scene.post(hold) == ["Dr \(Self.released(1)) / Cr \(Self.scheduled(1)) 100.00"])
        #expect(try scene.reason(hold) == .nothingToChange)
        #expect(try scene.reason(PayInstalment(award: code("W1"), number: 1)) == .instalmentHeld)
        try scene.post(ReleaseInstalment(award: code("W1"), number: 1))
        #expect(try scene.pay("W1", 1).count == 2)
    }

    @Test("A payment withdrawn can be scheduled anew, and not be paid")
    func withdraw() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        let act = WithdrawInstalment(award: code("W1"), number: 1)
        #expect(try scene.post(act) == ["Dr \(Self.released(1)) / Cr \(Self.scheduled(0)) 100.00"])
        #expect(try scene.reason(act) == .instalmentSettled)
        #expect(
            try scene.reason(PayInstalment(award: code("W1"), number: 1)) == .instalmentSettled)
    }

    @Test("Paid ahead of spend it is on account; a part payment splits the instalment")
    func pay() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        let over = PayInstalment(award: code("W1"), number: 1, amount: pounds("100.01"))
        #expect(try scene.reason(over) == .moreThanReleased)
        #expect(
            try scene.pay("W1", 1, "60") == [
                "Dr \(Self.released(1)) / Cr \(Self.paid) 60.00",
                "Dr \(Self.released(1)) / Cr \(Self.released(2)) 40.00",
                "Dr \(Self.onAccount) / Cr bank 60.00",
            ])
        #expect(
            try scene.reason(PayInstalment(award: code("W1"), number: 1)) == .instalmentSettled)
        #expect(try scene.pay("W1", 2).count == 2)
    }

    @Test("A payment clears what is owed first")
    func owedFirst() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.submit("W1", "2019/20-Q1", "STAFF=30")
        try scene.accept("W1", "2019/20-Q1", on: "2019-04-01")
        try scene.schedule("W1", "2019/20", "100")
        #expect(
            try scene.pay("W1", 1) == [
                "Dr \(Self.owed) / Cr bank 30.00",
                "Dr \(Self.released(1)) / Cr \(Self.paid) 100.00",
                "Dr \(Self.onAccount) / Cr bank 70.00",
            ])
    }

    @Test("A payment the bank sent back can be paid again; what was accepted is owed")
    func returned() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        let payment = scene.desk.source.entries.count
        try scene.submit("W1", "2019/20-Q1", "STAFF=30")
        try scene.accept("W1", "2019/20-Q1")
        let act = ReturnPayment(entry: payment, reason: words("Account closed"))
        #expect(
            try scene.post(act, on: "2019-07-21") == [
                "Dr bank / Cr \(Self.owed) 30.00", "Dr bank / Cr \(Self.onAccount) 70.00",
                "Dr \(Self.paid) / Cr \(Self.released(1)) 100.00",
            ])
        #expect(try scene.reason(act, on: "2019-07-21") == .instalmentSettled)
        let other = ReturnPayment(entry: 1, reason: words("Account closed"))
        #expect(try scene.reason(other) == .notAPayment)
        let none = ReturnPayment(entry: 99, reason: words("Account closed"))
        #expect(try scene.reason(none) == .unknownEntry)
    }

    @Test("Nothing of a lapsed award can be scheduled or paid")
    func lapsed() throws {
        let scene = try Scene.awarded("2019/20=350")
        try scene.schedule("W1", "2019/20", "100")
        try scene.post(WithdrawInstalment(award: code("W1"), number: 1))
        try scene.post(
            LapseAward(award: code("W1"), year: year(2019), reason: words("Charity closed")))
        let schedule = ScheduleInstalments(
            award: code("W1"), year: year(2019), amount: pounds("0.01"), due: day("2019-06-01"))
        #expect(try scene.reason(schedule) == .moreThanUnscheduled)
        #expect(
            try scene.reason(PayInstalment(award: code("W1"), number: 1)) == .instalmentSettled)
    }

    @Test("Nothing is scheduled or reported before the award is signed")
    func unsigned() throws {
        let scene = try Scene.awarded("2019/20=350", signed: false)
        let schedule = ScheduleInstalments(award: code("W1"), year: year(2019))
        #expect(try scene.reason(schedule) == .awardNotSigned)
        let submit = SubmitReturn(
            award: code("W1"), period: period("2019/20"), spend: amounts(["STAFF=1"]))
        #expect(try scene.reason(submit) == .awardNotSigned)
    }

    @Test("A payment of a later year waits for the last return also where the year before is paid")
    func waitsThoughPaid() throws {
        let scene = try Scene.awarded("2019/20=100", "2020/21=100")
        try scene.schedule("W1", "2019/20", "100")
        try scene.pay("W1", 1)
        let later = ScheduleInstalments(
            award: code("W1"), year: year(2020), amount: pounds("50"), due: day("2020-05-01"))
        try scene.post(later)
        let instalment = try Facts(scene.desk.source)
            .find(Instalment.self, Instalment.key(code("W1"), 2))
        #expect(instalment?.status == .waiting)
        #expect(instalment?.after == period("2019/20-Q4"))
    }
}
