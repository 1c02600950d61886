import GrantExchange
import GrantLedger
import GrantStore

/// The one road of everything that is recorded: acts from facts, one write transaction, counterfoils.
struct Road {
    /// The world as the command meets it.
    let place: Surroundings
    /// The options in force.
    let write: WriteOptions

    /// Records what commands ask, all in one transaction, and prints the counterfoils.
    func record(_ commands: [any RecordingCommand]) throws {
        let file = try write.place.file(in: place)
        let writer = try Writer(at: file, wait: write.wait ?? 60)
        let now = try place.now()
        var words: [String] = []
        var office: Office?
        let foils = try writer.record(dryRun: write.dryRun, at: now.recordedAt) { recording in
            office = try recording.facts.find(Office.self, Office.onlyKey)
            for command in commands {
                for act in try command.acts(recording.facts, now) {
                    let occasion = try write.occasion(
                        in: place, now: now, office: office, key: nil,
                        day: try command.day(of: act, recording.facts))
                    _ = try recording.enter(act, on: occasion)
                    words.append(try Narrative.words(act))
                }
            }
        }
        _ = foils
    }
}
