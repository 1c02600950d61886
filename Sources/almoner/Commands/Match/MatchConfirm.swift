import ArgumentParser
import GrantLedger

/// `almoner match confirm`.
struct MatchConfirm: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Record that match is confirmed in writing.")

    @OptionGroup
    var match: MatchOptions

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [try match.staged(.confirmed, facts)]
    }
}
