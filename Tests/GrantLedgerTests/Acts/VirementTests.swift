import GrantLedger
import Testing

@Suite("Virement")
struct VirementTests {
    private static func signed(_ lines: String..., tolerance: Int = 1_000) throws -> Scene {
        let scene = try Scene()
        try scene.approve("2019/20=1000000")
        try scene.approve("2019/20=1000", fund: "POCA")
        try scene.award("W1", lines)
        try scene.post(
            SignAward(
                award: code("W1"), returns: .quarterly,
                virementTolerance: Percentage(hundredths: tolerance)))
        return scene
    }

    private func vire(
        _ amount: String, _ from: String = "TRAVEL", _ to: String = "STAFF"
    ) -> VireAward {
        VireAward(
            award: code("W1"), year: year(2019), from: code(from), to: code(to),
            amount: pounds(amount), reason: words("A post instead of fares"))
    }

    @Test("Of £350 at 10%, £35 moves between headings and no penny more")
    func tolerance() throws {
        let scene = try Self.signed("2019/20/STAFF=200", "2019/20/TRAVEL=150")
        let staff = "committed{award=W1,category=STAFF,fund=VRF,year=2019/20}"
        let travel = "committed{award=W1,category=TRAVEL,fund=VRF,year=2019/20}"
        #expect(
            try scene.post(vire("10")) == [
                "Dr \(travel) / Cr \(staff) 10.00",
                "Dr virementHeadroom{award=W1,year=2019/20}"
                    + " / Cr virementUsed{award=W1,year=2019/20} 10.00",
            ])
        let refusal = try scene.refusal(of: vire("25.01"))
        #expect(refusal.reason == .virementExceeded)
        #expect(refusal.details.contains(.init("short", pounds("0.01"))))
        try scene.post(vire("25"))
        #expect(try scene.holds(staff) == "235.00")
        #expect(try scene.holds(travel) == "115.00")
    }

    @Test("A penny over its heading is accepted once a penny has moved there")
    func pennyOver() throws {
        let scene = try Self.signed("2019/20/STAFF=210000.69", "2019/20/TRAVEL=289999.78")
        try scene.submit("W1", "2019/20-Q1", "STAFF=210000.70")
        let accept = AcceptReturn(award: code("W1"), period: period("2019/20-Q1"))
        #expect(try scene.reason(accept) == .awardExceeded)
        try scene.post(vire("0.01"))
        try scene.accept("W1", "2019/20-Q1")
        #expect(
            try scene.holds("committed{award=W1,category=STAFF,fund=VRF,year=2019/20}") == "0.00")
    }

    @Test("Over several funds a virement is shared by what each has under the heading")
    func severalFunds() throws {
        let scene = try Self.signed(
            "VRF@2019/20/TRAVEL=100", "POCA@2019/20/TRAVEL=50", "VRF@2019/20/STAFF=150")
        #expect(
            try scene.post(vire("30")).filter { $0.contains("committed") } == [
                "Dr committed{award=W1,category=TRAVEL,fund=POCA,year=2019/20}"
                    + " / Cr committed{award=W1,category=STAFF,fund=POCA,year=2019/20} 10.00",
                "Dr committed{award=W1,category=TRAVEL,fund=VRF,year=2019/20}"
                    + " / Cr committed{award=W1,category=STAFF,fund=VRF,year=2019/20} 20.00",
            ])
    }

    @Test("Only budget there is moves: not £150.01 of £150, not to itself, not to no heading")
    func guards() throws {
        let scene = try Self.signed(
            "2019/20/STAFF=200", "2019/20/TRAVEL=150", tolerance: 10_000)
        #expect(try scene.reason(vire("150.01")) == .awardExceeded)
        #expect(try scene.reason(vire("1", "STAFF", "STAFF")) == .nothingToChange)
        #expect(try scene.reason(vire("1", "STAFF", "TRAVELS")) == .unknownCode)
        #expect(try scene.reason(vire("0")) == .amountNotPositive)
    }

    @Test("An award that is unsigned, or has no categories, has nothing to vire")
    func without() throws {
        let unsigned = try Scene.awarded("2019/20/STAFF=350", signed: false)
        #expect(try unsigned.reason(vire("1")) == .awardNotSigned)
        let whole = try Scene.awarded("2019/20=350")
        #expect(try whole.reason(vire("1")) == .categoryNeeded)
    }

    @Test("Reversed, a virement gives its tolerance back")
    func reversed() throws {
        let scene = try Self.signed("2019/20/STAFF=200", "2019/20/TRAVEL=150")
        try scene.expectUndone(vire("35"))
        try scene.post(vire("35"))
    }
}
