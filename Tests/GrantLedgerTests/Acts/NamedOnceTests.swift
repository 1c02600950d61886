import GrantLedger
import Testing

@Suite("Codes given once")
struct NamedOnceTests {
    /// An office with one of everything that has a code.
    private static func scene() throws -> Scene {
        let scene = try Scene.capped("2019/20=1000")
        try scene.post(AddArea(code: code("KENT"), name: words("Kent")))
        try scene.post(AddTheme(code: code("YOUTH"), name: words("Youth")))
        try scene.post(GrantActTests.grant("2019/20=1000"))
        try scene.post(
            EnrolPerson(code: code("TESTER"), name: words("A person"), login: words("tester")))
        return scene
    }

    @Test("What is registered under a code is there, and the code is not given again")
    func every() throws {
        let scene = try Self.scene()
        let again: [any Act] = [
            AddArea(code: code("KENT"), name: words("Again")),
            AddTheme(code: code("YOUTH"), name: words("Again")),
            EnrolPerson(code: code("TESTER"), name: words("Again"), login: words("two")),
            OpenRound(
                code: code("R1"), fund: code("VRF"), title: words("Again"),
                opens: day("2019-04-01"), closes: day("2019-05-31"),
                profile: profile(["2019/20=1"])),
            LogBid(
                code: code("B1"), round: code("R1"), applicant: code("CHARITY"),
                title: words("Again"), profile: profile(["2019/20=1"])),
            GrantActTests.grant("2019/20=1"),
        ]
        for act in again { #expect(try scene.reason(act) == .codeTaken, "\(act)") }
    }

    @Test("The heading of money without categories is nobody's to give")
    func general() throws {
        let scene = try Scene()
        let act = AddCategory(code: Code.general, name: words("General"))
        #expect(try scene.reason(act) == .codeTaken)
    }

    @Test("Figures announced of one thing are numbered from 1")
    func figures() throws {
        let scene = try GrantActTests.agreed()
        for amount in ["1200000", "880000", "900000"] {
            try scene.post(
                AnnounceFigure(
                    register: .grant, of: code("G1"), amount: pounds(amount),
                    source: words("A press notice"), date: day("2019-06-20")))
        }
        let kept = try Facts(scene.desk.source).all(Announcement.self, prefix: "G1#")
        #expect(kept.map(\.number) == [1, 2, 3])
        #expect(kept.map(\.amount) == [pounds("1200000"), pounds("880000"), pounds("900000")])
    }

    @Test("A book is one office's: it is opened once, and says whose it is")
    func office() throws {
        let scene = try Scene()
        #expect(try scene.reason(OpenBook(name: words("Another office"))) == .codeTaken)
        let kept = try Facts(scene.desk.source).find(Office.self, Office.onlyKey)
        #expect(kept?.name == words("Office of the Commissioner"))
    }
}
