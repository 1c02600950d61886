import Foundation
import Testing

extension Desk {
    /// A desk with 13 signed awards of two headings in 2019/20, told after the year.
    static func withForms() throws -> Desk {
        let desk = try Desk.withFund()
        var lines = [
            "category add STAFF --name \"Project staff\"", "category add VENUE --name \"Venues\"",
        ]
        for award in awards {
            lines.append(
                "award make \(award) --fund VRF --recipient PROJECT-01 --title \"Illustrative \(award)\""
                    + " --profile 2019/20=7500")
            lines.append(
                "award sign \(award) --returns quarterly"
                    + " --profile 2019/20/STAFF=5000 2019/20/VENUE=2500")
        }
        try desk.write(lines.joined(separator: "\n"), to: "awards.batch")
        try desk.done("batch", "awards.batch")
        desk.environment["ALMONER_CLOCK"] = "2020-04-02T09:00:00Z"
        let forms = desk.folder.appending(path: "forms")
        try FileManager.default.createDirectory(at: forms, withIntermediateDirectories: true)
        return desk
    }

    /// The awards of such a desk.
    static let awards = (1...13).map { "A-\($0 < 10 ? "0" : "")\($0)" }

    /// Types into workbooks as a recipient would.
    func fill(_ plan: [[String: Any]]) throws {
        let file = folder.appending(path: "plan.json")
        let steps = plan.map { step in
            var step = step
            for key in ["file", "to"] {
                step[key] = folder.appending(path: step[key] as? String ?? "").path
            }
            return step
        }
        try JSONSerialization.data(withJSONObject: steps).write(to: file)
        try Judge.run("fill.py", [file.path])
    }

    /// A form of two headings filled in whole.
    static func answers(staff: String, venue: String, sessions: Int) -> [String: String] {
        [
            "Return!E14": "number:\(staff)", "Return!E15": "number:\(venue)",
            "Return!E18": "number:7500", "Return!A21": "text:PROJECT-01",
            "Return!B21": "text:cash", "Return!E21": "number:\(venue)",
            "Return!A27": "text:sessions", "Return!E27": "number:\(sessions)",
            "Return!B35": "text:A Treasurer", "Return!B36": "text:Treasurer",
            "Return!B37": "date:2020-04-01", "Return!B38": "text:yes",
        ]
    }
}
