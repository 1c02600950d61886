import GrantLedger
import Testing

@Suite("Exceptions of time")
struct ExceptionTimeTests {
    /// An entry as recorded at a time, under a rule; how many rows it makes.
    private func rows(
        _ rule: String, _ times: [String], _ scene: Scene? = nil
    ) throws -> [Bool] {
        let scene = try scene ?? Scene()
        let entry = try scene.entry(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=10"])))
        return try times.map { !(try scene.found(rule, [entry.recorded($0)])).isEmpty }
    }

    @Test("back-dated: an entry recorded 32 days after its date is one; of 31 days is not")
    func backDated() throws {
        let scene = try Scene()
        let number = scene.next
        for date in ["2019-03-01", "2019-02-28"] {
            try scene.post(
                ApproveFunding(fund: code("VRF"), profile: profile(["2018/19=10"])), on: date)
        }
        let found = try scene.found("back-dated")
        #expect(found.map(\.entry) == [number + 1])
        #expect(found.first?.threshold == "31 days")
        try scene.set("exceptions.back-dated", "30 days", from: "2019-03-01")
        #expect(try scene.found("back-dated").map(\.entry) == [number, number + 1])
        try scene.set("exceptions.back-dated", "off", from: "2018-01-01")
        #expect(try scene.found("back-dated").map(\.entry) == [number])
    }

    @Test("weekend: Saturday 00:30 in London, Friday 23:30 UTC in summer, is one; in winter not")
    func weekend() throws {
        let times = [
            "2019-04-05T22:59", "2019-04-05T23:30", "2019-04-07T22:59", "2019-04-07T23:00",
            "2019-11-08T23:30",
        ]
        #expect(try rows("weekend", times) == [false, true, true, false, false])
    }

    @Test("weekend: where the office is in Karachi, Friday 19:00 UTC is Saturday; off finds none")
    func weekendElsewhere() throws {
        let scene = try Scene()
        try scene.set("time-zone", "Asia/Karachi")
        let entry = try scene.entry(
            ApproveFunding(fund: code("VRF"), profile: profile(["2019/20=10"]))
        )
        .recorded("2019-04-05T19:00")
        let context = try ExceptionContext(Facts(scene.desk.source.with([entry]))) { zone, _ in
            zone == "Asia/Karachi" ? 5 * 3_600 : 0
        }
        let search = ExceptionSearch(context)
        try search.take(entry)
        #expect(try search.report().rows.map(\.rule) == ["weekend"])
        try scene.set("exceptions.weekend", "off")
        #expect(try rows("weekend", ["2019-04-06T12:00"], scene) == [false])
    }

    @Test("A commit of two entries on a Sunday is one row of both, with what they moved together")
    func commit() throws {
        let scene = try Scene()
        let first = scene.next
        for _ in 1...4 { try scene.approve("2019/20=10") }
        let batches = [first, first, first, first + 3]
        let entries = try zip(batches, scene.desk.source.entries.dropFirst(first - 1)).map {
            try $1.recorded("2019-04-07T12:00", batch: $0)
        }
        let found = try scene.found("weekend", entries)
        #expect(found.map(\.numbers) == [["\(first)..\(first + 2)"], ["\(first + 3)"]])
        #expect(found.map(\.amount) == [pounds("30"), pounds("10")])
        #expect(found.first?.explanation == "Recorded on Sunday 7 April 2019 at 13:00.")
    }

    @Test("out-of-hours: recorded at 20:00 on a working day is one; at 19:59 is not")
    func outOfHours() throws {
        let times = [
            "2019-04-05T18:59", "2019-04-05T19:00", "2019-04-05T05:59", "2019-04-06T23:30",
        ]
        #expect(try rows("out-of-hours", times) == [false, true, true, false])
        let scene = try Scene()
        try scene.set("exceptions.out-of-hours", "09:00-17:30")
        #expect(
            try rows("out-of-hours", ["2019-04-05T16:29", "2019-04-05T16:30"], scene)
                == [false, true])
        let found = try scene.found(
            "out-of-hours", [scene.desk.source.entries[0].recorded("2019-04-05T16:30")])
        #expect(found.first?.threshold == "09:00-17:30")
    }

    @Test("without-reason: “x” is no reason; “Typo” is one")
    func withoutReason() throws {
        let scene = try Scene()
        let first = scene.next
        for _ in 1...2 { try scene.approve("2019/20=10") }
        try scene.post(ReverseEntry(entry: first + 1, reason: words("Typo")))
        try scene.post(ReverseEntry(entry: first, reason: words("x.")))
        let found = try scene.found("without-reason")
        #expect(found.map(\.entry) == [first + 3])
        #expect(found.first?.threshold == "4 letters")
        try scene.set("exceptions.without-reason", "5 letters")
        #expect(try scene.found("without-reason").count == 2)
    }
}
