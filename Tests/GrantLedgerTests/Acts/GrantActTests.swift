import GrantLedger
import Testing

@Suite("Grants")
struct GrantActTests {
    static func grant(
        _ lines: String..., total: String? = nil, status: Standing = .confirmed,
        match: MatchRule? = nil
    ) -> AgreeGrant {
        AgreeGrant(
            code: code("G1"), funder: code("HOME-OFFICE"), fund: code("EIYF"),
            title: words("Early Intervention Youth Fund"), basis: .arrears, profile: profile(lines),
            total: total.map(pounds), status: status, match: match)
    }

    /// An office with a confirmed grant of £1,000 for 2019/20.
    static func agreed() throws -> Scene {
        let scene = try Scene()
        try scene.post(grant("2019/20=1000"))
        return scene
    }

    private static func confirm(_ amount: String, _ underwriter: String? = nil) -> ConfirmGrant {
        ConfirmGrant(
            grant: code("G1"), profile: profile(["2019/20=\(amount)"]), agreement: words("HO/1"),
            underwrittenBy: underwriter.map { words($0) })
    }

    @Test("A confirmed grant gives authority, a ceiling for claims and a match to be found")
    func confirmed() throws {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        #expect(
            try scene.post(Self.grant("2019/20=1000", match: MatchRule(percent: percent))) == [
                "Dr claimCeiling{grant=G1,year=2019/20}"
                    + " / Cr notYetEarned{grant=G1,year=2019/20} 1,000.00",
                "Dr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20}"
                    + " / Cr unallocated{fund=EIYF,year=2019/20} 1,000.00",
                "Dr matchTarget{grant=G1,year=2019/20}"
                    + " / Cr matchRequired{grant=G1,year=2019/20} 300.00",
            ])
    }

    @Test("A total that is 5p from its lines is refused, and the 5p named")
    func fivePence() throws {
        let scene = try Scene()
        let act = Self.grant(
            "2022/23=344562.55", "2023/24=1271323.60", "2024/25=932764.00", total: "2548650.10")
        let refusal = try scene.refusal(of: act)
        #expect(refusal.reason == .totalDiffers)
        #expect(refusal.details.contains(.init("difference", pounds("0.05"))))
        #expect(refusal.message.contains("£0.05"))
    }

    @Test("A grant feeds no fund of the office's own money")
    func ownFund() throws {
        let scene = try Scene()
        var act = Self.grant("2019/20=1")
        act.fund = code("VRF")
        #expect(try scene.reason(act) == .fundNotForGrants)
    }

    @Test("An indicative grant gives authority of its own kind, and no ceiling")
    func indicative() throws {
        let scene = try Scene()
        #expect(
            try scene.post(Self.grant("2019/20=1160", status: .indicative)) == [
                "Dr fundingApproved{fund=EIYF,mark=indicative,year=2019/20}"
                    + " / Cr unallocated{fund=EIYF,year=2019/20} 1,160.00"
            ])
    }

    @Test("Confirmed as expected or higher, all of it becomes confirmed")
    func confirmedHigher() throws {
        let scene = try Scene()
        try scene.post(Self.grant("2019/20=1160", status: .indicative))
        let sure = "fundingApproved{fund=EIYF,mark=confirmed,year=2019/20}"
        #expect(
            try scene.post(Self.confirm("1200")) == [
                "Dr claimCeiling{grant=G1,year=2019/20}"
                    + " / Cr notYetEarned{grant=G1,year=2019/20} 1,200.00",
                "Dr \(sure)"
                    + " / Cr fundingApproved{fund=EIYF,mark=indicative,year=2019/20} 1,160.00",
                "Dr \(sure) / Cr unallocated{fund=EIYF,year=2019/20} 40.00",
            ])
        #expect(try scene.reason(Self.confirm("1200")) == .grantConfirmed)
    }

    @Test("Confirmed £50 below what is awarded, it is refused until somebody underwrites it")
    func confirmedLower() throws {
        let scene = try Scene()
        try scene.post(Self.grant("2019/20=1160", status: .indicative))
        try scene.award("W1", ["2019/20=1150"], fund: "EIYF")
        let refusal = try scene.refusal(of: Self.confirm("1100"))
        #expect(refusal.reason == .fundingInUse)
        #expect(refusal.details.contains(.init("short", pounds("50"))))
        let unsure = "fundingApproved{fund=EIYF,mark=indicative,year=2019/20}"
        #expect(
            try scene.post(Self.confirm("1100", "The general reserve")) == [
                "Dr claimCeiling{grant=G1,year=2019/20}"
                    + " / Cr notYetEarned{grant=G1,year=2019/20} 1,100.00",
                "Dr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20} / Cr \(unsure) 1,100.00",
                "Dr overProgrammingAuthorised{fund=EIYF,year=2019/20} / Cr \(unsure) 50.00",
                "Dr unallocated{fund=EIYF,year=2019/20} / Cr \(unsure) 10.00",
            ])
    }

    @Test("A grant varied up posts as agreed, down the opposite from what is unallocated")
    func vary() throws {
        let scene = try Self.agreed()
        func varied(_ amount: String) -> VaryGrant {
            VaryGrant(
                grant: code("G1"), year: year(2019), amount: pounds(amount), reason: words("Agreed")
            )
        }
        let authority =
            "Dr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20}"
            + " / Cr unallocated{fund=EIYF,year=2019/20}"
        #expect(
            try scene.post(varied("200")) == [
                "Dr claimCeiling{grant=G1,year=2019/20}"
                    + " / Cr notYetEarned{grant=G1,year=2019/20} 200.00",
                "\(authority) 200.00",
            ])
        try scene.award("W1", ["2019/20=1100"], fund: "EIYF")
        #expect(try scene.reason(varied("-100.01")) == .fundExceeded)
        #expect(
            try scene.post(varied("-100")) == [
                "Dr notYetEarned{grant=G1,year=2019/20}"
                    + " / Cr claimCeiling{grant=G1,year=2019/20} 100.00",
                "Dr unallocated{fund=EIYF,year=2019/20}"
                    + " / Cr fundingApproved{fund=EIYF,mark=confirmed,year=2019/20} 100.00",
            ])
        #expect(try scene.reason(varied("-1100.01")) == .grantInUse)
    }
}
