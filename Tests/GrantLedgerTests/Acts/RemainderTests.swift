import GrantLedger
import Testing

/// After its close a year still takes what settles what an accrual left: no more of it than is there.
@Suite("What an accrual left")
struct RemainderTests {
    /// £1,000 awarded and £400 of it paid; all of it accrued, the year closed and the accrual taken
    /// back.
    private static func closed() throws -> Scene {
        let scene = try Scene.awarded("2019/20=1000")
        try scene.schedule("W1", "2019/20", "400")
        try scene.pay("W1", 1)
        let covers = period("2019/20-Q4")
        try scene.post(
            EstimateReturn(
                award: code("W1"), period: covers, spend: amounts(["STAFF=1000"]),
                basis: words("A letter")))
        try scene.post(AccrueReturn(award: code("W1"), period: covers), on: "2020-03-31")
        try scene.post(CloseTests.close, on: "2020-03-31")
        try scene.post(ReverseAccrual(award: code("W1"), period: covers), on: "2020-04-01")
        try scene.post(
            SubmitReturn(award: code("W1"), period: covers, spend: amounts(["STAFF=300"])),
            on: "2020-05-10")
        try scene.accept("W1", "2019/20-Q4", on: "2020-05-10")
        return scene
    }

    @Test("The £100 the recipient still holds is clawed back and received after the close")
    func clawback() throws {
        let scene = try Self.closed()
        try scene.post(scene.raise("100"), on: "2020-05-11")
        try scene.post(scene.receive("100"), on: "2020-05-20")
        #expect(try scene.holds("paymentsOnAccount{award=W1,fund=VRF,year=2019/20}") == "0.00")
        #expect(try scene.holds("clawbackDebtors{award=W1,fund=VRF,year=2019/20}") == "0.00")
    }

    @Test("What is asked beyond it is refused by the limit it passes, not by the close")
    func beyond() throws {
        let scene = try Self.closed()
        #expect(try scene.reason(scene.raise("100.01"), on: "2020-05-11") == .moreThanOnAccount)
        #expect(try scene.reason(scene.lapse("700"), on: "2020-05-11") == .moreThanUnscheduled)
    }
}
