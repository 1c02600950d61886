import GrantLedger
import Testing

@Suite("Clawback")
struct ClawbackTests {
    private static let line = "award=W1,fund=VRF,year=2019/20"
    private static let pool = "fund=VRF,round=R1,year=2019/20"

    /// Kent's: £35,000 paid in two, £31,200 accepted, £3,800 held.
    private static func held() throws -> Scene {
        let scene = try Scene.capped("2019/20=35000")
        try scene.pay("35000", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=31200")
        return scene
    }

    @Test("Of £3,800 held, £3,800 is asked back and no penny more")
    func raise() throws {
        let scene = try Self.held()
        let refusal = try scene.refusal(of: scene.raise("3800.01"))
        #expect(refusal.reason == .moreThanOnAccount)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        #expect(
            try scene.post(scene.raise("3800")) == [
                "Dr clawbackDebtors{\(Self.line)} / Cr paymentsOnAccount{\(Self.line)} 3,800.00"
            ])
        #expect(try scene.reason(scene.raise("1")) == .nothingHeld)
    }

    @Test("Received, it was paid and returned; then the £3,800 lapses to the round")
    func receive() throws {
        let scene = try Self.held()
        try scene.post(scene.raise("3800"))
        #expect(try scene.reason(scene.receive("3800.01")) == .moreThanClawedBack)
        #expect(
            try scene.post(scene.receive("3800")) == [
                "Dr bank / Cr clawbackDebtors{\(Self.line)} 3,800.00",
                "Dr paid{\(Self.line)} / Cr paymentReturned{\(Self.line)} 3,800.00",
            ])
        #expect(
            try scene.post(scene.lapse("3800")) == [
                "Dr capUsed{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capHeadroom{bid=B1,round=R1,year=2019/20} 3,800.00",
                "Dr committed{award=W1,category=GENERAL,\(Self.pool)}"
                    + " / Cr roundAvailable{\(Self.pool)} 3,800.00",
            ])
    }

    @Test("Over several funds it is shared by what is held of each, or taken from one")
    func severalFunds() throws {
        let scene = try Scene()
        try scene.approve("2019/20=100")
        try scene.approve("2019/20=50", fund: "POCA")
        try scene.award("W1", ["VRF@2019/20=100", "POCA@2019/20=50"])
        try scene.sign("W1")
        try scene.pay("150", in: "2019/20")
        let poca = "award=W1,fund=POCA,year=2019/20"
        #expect(
            try scene.post(scene.raise("30")) == [
                "Dr clawbackDebtors{\(poca)} / Cr paymentsOnAccount{\(poca)} 10.00",
                "Dr clawbackDebtors{\(Self.line)} / Cr paymentsOnAccount{\(Self.line)} 20.00",
            ])
        #expect(
            try scene.post(scene.raise("40", fund: "POCA")) == [
                "Dr clawbackDebtors{\(poca)} / Cr paymentsOnAccount{\(poca)} 40.00"
            ])
        #expect(
            try scene.post(scene.receive("7")).filter { $0.contains("bank") } == [
                "Dr bank / Cr clawbackDebtors{\(poca)} 5.00",
                "Dr bank / Cr clawbackDebtors{\(Self.line)} 2.00",
            ])
    }

    @Test("Written off before it lapses, £20 is charged to what is committed")
    func writeOff() throws {
        let scene = try Scene.awarded("2019/20=300")
        try scene.pay("300", in: "2019/20")
        try scene.spend("2019/20-Q1", "STAFF=280")
        try scene.post(scene.raise("20"))
        #expect(try scene.reason(scene.writeOff("20.01")) == .moreThanClawedBack)
        #expect(
            try scene.post(scene.writeOff("20")) == [
                "Dr awardExpenditure{accountingYear=2019/20,\(Self.line)}"
                    + " / Cr clawbackDebtors{\(Self.line)} 20.00",
                "Dr committed{award=W1,category=GENERAL,fund=VRF,year=2019/20}"
                    + " / Cr charged{award=W1,category=GENERAL,fund=VRF,mark=writtenOff,"
                    + "year=2019/20} 20.00",
            ])
        #expect(scene.awarded("2019/20") == 30_000)
    }

    @Test("Written off after £3,000 of £3,800 has lapsed, that part is charged to the round anew")
    func writeOffLapsed() throws {
        let scene = try Self.held()
        try scene.post(scene.raise("3800"))
        try scene.post(scene.lapse("3000"))
        let charged =
            "charged{award=W1,category=GENERAL,fund=VRF,mark=writtenOff,round=R1,year=2019/20}"
        #expect(
            try scene.post(scene.writeOff("3800")) == [
                "Dr awardExpenditure{accountingYear=2019/20,\(Self.line)}"
                    + " / Cr clawbackDebtors{\(Self.line)} 3,800.00",
                "Dr capHeadroom{bid=B1,round=R1,year=2019/20}"
                    + " / Cr capUsed{bid=B1,round=R1,year=2019/20} 3,000.00",
                "Dr committed{award=W1,category=GENERAL,\(Self.pool)} / Cr \(charged) 800.00",
                "Dr roundAvailable{\(Self.pool)} / Cr \(charged) 3,000.00",
            ])
    }

    @Test("Each is reversed, newest first: not asked back while it is received")
    func reversed() throws {
        let scene = try Self.held()
        try scene.expectUndone(scene.raise("3800"))
        let raised = try scene.entry(scene.raise("3800"))
        try scene.expectUndone(scene.writeOff("3800"))
        try scene.expectUndone(scene.receive("3800"))
        try scene.post(scene.receive("3800"))
        let undo = ReverseEntry(entry: raised.number, reason: words("An error"))
        #expect(try scene.reason(undo) == .moreThanClawedBack)
    }
}
