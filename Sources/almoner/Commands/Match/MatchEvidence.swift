import ArgumentParser
import GrantLedger

/// `almoner match evidence`.
struct MatchEvidence: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Record proof that match was given; --document names it."
    )

    @OptionGroup
    var match: MatchOptions

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [try match.staged(.evidenced, facts)]
    }
}
