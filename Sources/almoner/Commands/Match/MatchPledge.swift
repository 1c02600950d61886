import ArgumentParser
import GrantLedger

/// `almoner match pledge`.
struct MatchPledge: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pledge", abstract: "Record that match is promised.")

    @OptionGroup
    var match: MatchOptions

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [try match.staged(.pledged, facts)]
    }
}
