import GrantLedger
import Testing

@Suite("Match")
struct MatchTests {
    private static let key = "award=W1,year=2019/20"

    /// An award of £1,000 in each of two years from a round that asks for 30%.
    private static func matched() throws -> Scene {
        let percent = try #require(Percentage(hundredths: 3_000))
        return try Scene.capped("2019/20=1000", "2020/21=1000", match: MatchRule(percent: percent))
    }

    /// A grant of £800,000 that asks for £240,000.
    private static func granted() throws -> Scene {
        let scene = try Scene()
        let percent = try #require(Percentage(hundredths: 3_000))
        try scene.post(GrantActTests.grant("2019/20=800000", match: MatchRule(percent: percent)))
        return scene
    }

    private func stage(
        _ amount: String, _ stage: MatchStage, _ kind: MatchOffer.Kind = .cash,
        award: String? = "W1", grant: String? = nil, from: String = "COUNCIL"
    ) -> StageMatch {
        StageMatch(
            award: award.map { code($0) }, grant: grant.map { code($0) }, from: code(from),
            kind: kind, year: year(2019), amount: pounds(amount), stage: stage)
    }

    private func withdraw(_ amount: String) -> WithdrawMatch {
        WithdrawMatch(
            award: code("W1"), from: code("COUNCIL"), kind: .cash, year: year(2019),
            amount: pounds(amount), reason: words("Cut"))
    }

    private func provided(_ stage: String, _ mark: String = "cash") -> String {
        "match\(stage){award=W1,mark=\(mark),organisation=COUNCIL,year=2019/20}"
    }

    @Test("Signed, an award of £1,000 a year must find 30%, £300 a year")
    func required() throws {
        let scene = try Self.matched()
        for key in [Self.key, "award=W1,year=2020/21"] {
            #expect(try scene.holds("matchTarget{\(key)}") == "300.00")
            #expect(try scene.holds("matchRequired{\(key)}") == "300.00")
        }
    }

    @Test("A later stage brings the earlier ones up to it; evidence meets what is required")
    func stages() throws {
        let scene = try Self.matched()
        #expect(
            try scene.post(stage("100", .pledged)) == [
                "Dr \(provided("Offered")) / Cr \(provided("Pledged")) 100.00"
            ])
        #expect(
            try scene.post(stage("120", .confirmed)) == [
                "Dr \(provided("Offered")) / Cr \(provided("Pledged")) 20.00",
                "Dr \(provided("Pledged")) / Cr \(provided("Confirmed")) 120.00",
            ])
        #expect(
            try scene.post(stage("150", .evidenced)) == [
                "Dr \(provided("Confirmed")) / Cr \(provided("Evidenced")) 150.00",
                "Dr \(provided("Offered")) / Cr \(provided("Pledged")) 30.00",
                "Dr \(provided("Pledged")) / Cr \(provided("Confirmed")) 30.00",
                "Dr matchRequired{\(Self.key)} / Cr matchMet{\(Self.key)} 150.00",
            ])
    }

    @Test("£250,000 evidenced, in cash and in kind, meets the £240,000 required and no more")
    func moreThanRequired() throws {
        let scene = try Self.granted()
        try scene.post(stage("200000", .pledged, award: nil, grant: "G1"))
        try scene.post(stage("230000", .evidenced, award: nil, grant: "G1"))
        #expect(
            try scene.post(stage("20000", .evidenced, .inKind, award: nil, grant: "G1"))
                .filter { $0.contains("matchMet") } == [
                    "Dr matchRequired{grant=G1,year=2019/20}"
                        + " / Cr matchMet{grant=G1,year=2019/20} 10,000.00"
                ])
        #expect(try scene.holds("matchRequired{grant=G1,year=2019/20}") == "0.00")
        let evidenced = scene.desk.balances().filter { $0.key.head == .matchEvidenced }
        #expect(evidenced.values.reduce(0, -) == 25_000_000)
    }

    @Test("Match comes from somebody else than the funder of the grant, or of an award's funds")
    func funder() throws {
        let scene = try Self.granted()
        let own = stage("1", .pledged, award: nil, grant: "G1", from: "HOME-OFFICE")
        #expect(try scene.reason(own) == .matchFromFunder)
        try scene.award("W1", ["EIYF@2019/20=100"])
        #expect(try scene.reason(stage("1", .pledged, from: "HOME-OFFICE")) == .matchFromFunder)
        #expect(try scene.reason(stage("1", .pledged, from: "NOBODY")) == .unknownCode)
        #expect(try scene.reason(stage("0", .pledged)) == .amountNotPositive)
        try scene.post(stage("1", .pledged))
    }

    @Test("Match is put to one award or to one grant")
    func unnamed() throws {
        let scene = try Self.granted()
        try scene.award("W1", ["EIYF@2019/20=100"])
        #expect(try scene.reason(stage("1", .pledged, award: nil)) == .matchUnnamed)
        #expect(try scene.reason(stage("1", .pledged, grant: "G1")) == .matchUnnamed)
        #expect(try scene.reason(stage("1", .pledged, award: "W9")) == .unknownCode)
    }

    @Test("A document that was evidence before is flagged, by its digest or by its name")
    func documents() throws {
        let scene = try Self.matched()
        func evidence(_ paper: Document, from: String = "COUNCIL") throws -> [Flag] {
            try scene.desk.record(
                stage("10", .evidenced, from: from), on: day("2019-05-01"), papers: [paper]
            ).flags
        }
        let bill = Document(name: "bill.pdf", size: 9, sha256: String(repeating: "a", count: 64))
        #expect(try evidence(bill).isEmpty)
        #expect(try evidence(Document(name: "Letter 7")).isEmpty)
        let renamed = Document(name: "again.pdf", size: 9, sha256: bill.sha256)
        #expect(try evidence(renamed, from: "PARTNER") == [.documentUsedTwice])
        #expect(try evidence(Document(name: "Letter 7")) == [.documentUsedTwice])
        #expect(try evidence(Document(name: "Letter 8")).isEmpty)
    }

    @Test("Of £100 pledged, £50 confirmed and £250 evidenced, £330 withdrawn leaves £70 evidenced")
    func withdrawn() throws {
        let scene = try Self.matched()
        try scene.post(stage("400", .pledged))
        try scene.post(stage("300", .confirmed))
        try scene.post(stage("250", .evidenced))
        #expect(try scene.reason(withdraw("400.01")) == .matchInUse)
        #expect(
            try scene.post(withdraw("330")) == [
                "Dr \(provided("Confirmed")) / Cr \(provided("Pledged")) 230.00",
                "Dr \(provided("Evidenced")) / Cr \(provided("Confirmed")) 180.00",
                "Dr matchMet{\(Self.key)} / Cr matchRequired{\(Self.key)} 180.00",
                "Dr \(provided("Pledged")) / Cr \(provided("Offered")) 330.00",
            ])
        #expect(try scene.holds(provided("Evidenced")) == "70.00")
        #expect(try scene.holds("matchMet{\(Self.key)}") == "70.00")
    }

    @Test("Of £350 evidenced where £300 is required, £40 withdrawn leaves £300 met")
    func withdrawnBeyondRequired() throws {
        let scene = try Self.matched()
        try scene.post(stage("350", .evidenced))
        #expect(try scene.post(withdraw("40")).filter { $0.contains("Met") }.isEmpty)
        #expect(
            try scene.post(withdraw("15")).filter { $0.contains("Met") } == [
                "Dr matchMet{\(Self.key)} / Cr matchRequired{\(Self.key)} 5.00"
            ])
    }

    @Test("Each stage and a withdrawal are reversed")
    func reversed() throws {
        let scene = try Self.matched()
        for stage in [stage("40", .pledged), stage("50", .confirmed), stage("60", .evidenced)] {
            try scene.expectUndone(stage)
            try scene.post(stage)
        }
        try scene.expectUndone(withdraw("45"))
    }
}
