import ArgumentParser
import Foundation
import GrantLedger

/// `almoner policy set`.
struct PolicySet: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Settle how the office does things from a day on; policy show names them all.")

    @Argument(
        help: "Which policy; exceptions.RULE for a threshold of the exceptions.",
        completion: .list(
            Policies.Name.allCases.map(\.rawValue) + ExceptionRule.settable.map(\.policy)),
        transform: Note.typed)
    var name: Note

    @Argument(help: "What it is set to.", transform: Note.typed)
    var value: Note

    @Option(help: "The first day it is in force.", transform: Day.typed)
    var from: Day

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let value = try Note.typed(try spelled())
        return [
            SetPolicy(
                name: try Note.typed(name.description.lowercased()), value: value, from: from,
                reason: reason)
        ]
    }

    /// The one spelling of a value; what cannot be read is left for the ledger to refuse.
    private func spelled() throws -> String {
        let text = value.description
        let name = name.description.lowercased()
        if name.hasPrefix(ExceptionRule.prefix) {
            return try ExceptionRule.spelled(text, asSetting: name)
        }
        switch Policies.Name(rawValue: name) {
        case .twoPeopleAbove:
            let word = text.lowercased()
            return Self.amount(word == "nil" ? "0" : word) ?? word
        case .virementTolerance, .varianceTolerance: return Self.percentage(text) ?? text
        case .timeZone:
            if TimeZone.knownTimeZoneIdentifiers.contains(text) { return text }
            let near = Vocabulary.nearest(text, of: TimeZone.knownTimeZoneIdentifiers)
            let hint = near.isEmpty ? "" : " The nearest: \(near.joined(separator: ", "))."
            throw Refusal(
                .policyValue, "There is no time zone \(text).\(hint)",
                remedy: "Name one as Europe/London.",
                [.init("policy", name), .init("value", value)])
        case nil: return text
        default: return text.lowercased()
        }
    }

    /// An amount in plain pounds: `10000.00` for `£10,000`.
    private static func amount(_ text: String) -> String? { (try? Money.typed(text))?.plain }

    /// A percentage as `12.5%`.
    private static func percentage(_ text: String) -> String? {
        (try? Percentage.typed(text))?.description
    }
}
