import Foundation
import Testing

@Suite("Publication of what waits")
struct PreparedPublicationTests {
    @Test(
        """
        A lapse of £6,000 that waits for its second person is neither in the package nor a correction; \
        approved, it is both
        """)
    func waitingLapse() throws {
        let desk = try Desk(clock: "2025-10-15T16:00:00Z")
        try desk.done("init", "office.almoner", "--office", "An office", "--from", "2025-04-01")
        try desk.done("batch", Desk.fixtures.appending(path: "recipes/office.batch").path)
        try desk.done("person", "add", "FIN", "--name", "Finance", "--login", "finance")
        desk.environment["ALMONER_USER"] = "FIN"
        try desk.done(
            "person", "add", "CFO", "--name", "Chief", "--login", "chief", "--may", "approve")
        try desk.done(
            "policy", "set", "two-people-above", "100", "--from", "2025-10-15", "--reason",
            "Control"
        )
        try desk.done(
            "award", "lapse", "A1", "--year", "2026/27", "--amount", "6000", "--reason", "Fewer")
        let waiting = try told(desk, "waiting.json")
        #expect(waiting.text.contains("\"amountAwarded\": 60000.00,"))
        #expect(!waiting.changes.contains("lapsed"))
        let prepared = try Desk.rows(desk.json("prepared", "list"))
        let number = try #require(prepared.first?["entry"] as? Int)
        desk.environment["ALMONER_USER"] = "CFO"
        desk.environment["LOGNAME"] = "chief"
        try desk.done("prepared", "approve", "\(number)")
        let approved = try told(desk, "approved.json")
        #expect(approved.text.contains("\"amountAwarded\": 54000.00,"))
        #expect(approved.changes.contains("lapsed"))
    }

    private func told(_ desk: Desk, _ name: String) throws -> (text: String, changes: [String]) {
        try desk.done("export", "360giving", "--output", name)
        let page = try desk.json("export", "specified-information", "--month", "2025-10")
        return (
            try String(contentsOf: desk.folder.appending(path: name), encoding: .utf8),
            try Desk.rows(page, "corrections").compactMap { $0["change"] as? String }
        )
    }
}
