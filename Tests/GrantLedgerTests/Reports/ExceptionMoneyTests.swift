import GrantLedger
import Testing

@Suite("Exceptions of money")
struct ExceptionMoneyTests {
    /// An office with an award of £900 that pays instalments of these amounts on these days.
    private func paying(
        _ payments: (String, String)..., references: [String] = []
    ) throws -> (scene: Scene, entries: [Int]) {
        let scene = try Scene.awarded("2019/20=900")
        var entries: [Int] = []
        for (place, payment) in payments.enumerated() {
            try scene.schedule("W1", "2019/20", payment.0)
            var occasion = Occasion(user: "TESTER", login: "tester", date: day(payment.1))
            if references.indices.contains(place) { occasion.reference = references[place] }
            entries.append(scene.next)
            try scene.desk.record(
                PayInstalment(award: code("W1"), number: place + 1), as: occasion)
        }
        return (scene, entries)
    }

    @Test("round-amounts: a payment of £100.00 is one of whole £50s; one of £100.01 is not")
    func round() throws {
        let (scene, entries) = try paying(("100", "2019-05-01"), ("100.01", "2019-05-02"))
        #expect(try scene.found("round-amounts").isEmpty, "£5,000 is the standard")
        try scene.set("exceptions.round-amounts", "50.00")
        try scene.submit("W1", "2019/20-Q1", "STAFF=60", "TRAVEL=40")
        try scene.submit("W1", "2019/20-Q2", "STAFF=60.01")
        let found = try scene.found("round-amounts")
        #expect(found.map(\.entry) == [entries[0], scene.next - 2])
        #expect(found.map(\.threshold) == ["£50.00", "£50.00"])
        #expect(found.map(\.amount) == [pounds("100"), pounds("100")])
    }

    @Test("just-under: £95.01 to £100 is just under £100, above which two approve; £95.00 is not")
    func underApproval() throws {
        let scene = try Scene()
        try scene.set("two-people-above", "100")
        let first = scene.next
        for amount in ["95", "95.01", "100", "40"] { try scene.approve("2019/20=\(amount)") }
        let found = try scene.found("just-under")
        #expect(found.map(\.entry) == [first + 1, first + 2])
        #expect(found.first?.threshold == "5% of £100.00")
        try scene.set("exceptions.just-under", "4.99%")
        #expect(try scene.found("just-under").map(\.entry) == [first + 2])
    }

    @Test("just-under: an award a penny under its cap is one; one at the cap is not")
    func underCap() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        try scene.openRound("2019/20=300", perYear: "100")
        var entries: [Int] = []
        for (bid, amount) in [("B1", "99.99"), ("B2", "100"), ("B3", "95")] {
            try scene.bid(bid, "2019/20=\(amount)")
            entries.append(scene.next)
            try scene.post(MakeAward(code: code("A-\(bid)"), bid: code(bid)))
        }
        let found = try scene.found("just-under")
        #expect(found.map(\.entry) == [entries[0]])
        #expect(
            found.first?.explanation
                == "£99.99 in 2019/20 is just under the cap of £100.00 of R1.")
    }

    @Test("split-below: three of £40 in 30 days are above £100 together; in 31 days they are not")
    func split() throws {
        for (last, isSplit) in [("2019-05-31", true), ("2019-06-01", false)] {
            let (scene, entries) = try paying(
                ("40", "2019-05-01"), ("40", "2019-05-10"), ("40", last))
            #expect(try scene.found("split-below").isEmpty, "one person does it all")
            try scene.set("two-people-above", "100")
            let found = try scene.found("split-below")
            #expect(found.map(\.entries) == (isSplit ? [entries] : []))
            #expect(found.first?.amount == (isSplit ? pounds("120") : nil))
            try scene.set("exceptions.split-below", "31 days")
            #expect(try scene.found("split-below").count == 1)
        }
    }

    @Test("split-below: own costs of one supplier, and awards to one recipient, are held together")
    func splitCosts() throws {
        let scene = try Scene()
        try scene.approve("2019/20=1000")
        let first = scene.next
        for supplier in ["Printers Ltd", "printers  ltd", "Another"] {
            try scene.post(
                RecordCost(
                    fund: code("VRF"), year: financialYear("2019/20"), category: code("STAFF"),
                    amount: pounds("60"), supplier: words(supplier)))
        }
        for award in ["W1", "W2"] { try scene.award(award, ["2019/20=60"]) }
        try scene.set("two-people-above", "100")
        let found = try scene.found("split-below")
        #expect(found.map(\.entries) == [[first, first + 1], [first + 3, first + 4]])
        #expect(found.first?.threshold == "30 days, £100.00")
        for award in ["W1", "W2"] {
            let about = try scene.exceptions(about: [code(award)]).rows
            #expect(about.filter { $0.rule == "split-below" } == [found[1]], "of \(award)")
        }
        #expect(try scene.exceptions(about: [code("W3")]).rows.isEmpty)
    }

    @Test("duplicate-payment: the same amount 14 days later is one; 15 days later is not")
    func duplicate() throws {
        for (date, isOne) in [("2019-05-15", true), ("2019-05-16", false)] {
            let (scene, entries) = try paying(("100", "2019-05-01"), ("100", date))
            #expect(try scene.found("duplicate-payment").map(\.entries) == (isOne ? [entries] : []))
        }
        let (scene, _) = try paying(("100", "2019-05-01"), ("100.01", "2019-05-02"))
        #expect(try scene.found("duplicate-payment").isEmpty)
    }

    @Test("duplicate-payment: the same reference on another day is one; on the same day it is not")
    func reference() throws {
        let (scene, entries) = try paying(
            ("100", "2019-05-01"), ("50", "2019-05-01"), ("30", "2019-08-01"),
            references: ["BACS 1", "BACS 1", "BACS 1"])
        let found = try scene.found("duplicate-payment")
        #expect(found.map(\.entries) == [entries])
        #expect(found.first?.explanation.contains("under the reference BACS 1") == true)
    }

    @Test("duplicate-payment: one that was undone, or came back from the bank, is no duplicate")
    func undone() throws {
        let (scene, entries) = try paying(("100", "2019-05-01"), ("50", "2019-05-02"))
        try scene.post(
            ReturnPayment(entry: entries[0], reason: words("No such account")), on: "2019-05-03")
        try scene.post(
            ReverseEntry(entry: entries[1], reason: words("Entered twice")), on: "2019-05-02")
        for number in [1, 2] {
            try scene.post(PayInstalment(award: code("W1"), number: number), on: "2019-05-04")
        }
        #expect(try scene.found("duplicate-payment").isEmpty)
    }

    @Test("before-signature: paid before the signature was recorded is one; after is not")
    func signature() throws {
        let scene = try Scene()
        try scene.post(
            ApproveFunding(fund: code("VRF"), profile: profile(["2018/19=900"])), on: "2019-03-01")
        try scene.post(
            MakeAward(
                code: code("W1"), fund: code("VRF"), recipient: code("CHARITY"),
                title: words("An award"), profile: profile(["2018/19=900"])), on: "2019-03-01")
        let signing = scene.next
        try scene.post(SignAward(award: code("W1")), on: "2019-03-02")
        for (number, date) in [(1, "2019-03-31"), (2, "2019-04-01")] {
            try scene.post(
                ScheduleInstalments(
                    award: code("W1"), year: financialYear("2018/19"), amount: pounds("10"),
                    due: day(date), wait: .nothing), on: "2019-03-02")
            try scene.post(PayInstalment(award: code("W1"), number: number), on: date)
        }
        let found = try scene.found("before-signature")
        #expect(found.map(\.date) == [day("2019-03-31")])
        #expect(
            found.first?.explanation
                == "Paid on 31 March 2019; the signature of W1, dated 2 March 2019, was recorded on "
                + "1 April 2019 (entry \(signing)).")
    }
}
