import ArgumentParser
import Foundation

/// The program: a double-entry ledger of the grants of one office.
@main
struct Almoner: ParsableCommand {
    /// Every noun with its verbs, in the order of the help screen.
    static var nouns: [any ParsableCommand.Type] {
        [
            Today.self, Init.self, OrganisationGroup.self, AreaGroup.self, ThemeGroup.self,
            CategoryGroup.self, PersonGroup.self, PolicyGroup.self, FundGroup.self,
            GrantGroup.self, ClaimGroup.self, CostGroup.self, RoundGroup.self, BidGroup.self,
            AwardGroup.self, InstalmentGroup.self, PaymentGroup.self, ReturnGroup.self,
            MatchGroup.self, ClawbackGroup.self, PreparedGroup.self, YearGroup.self,
            EntryGroup.self, Batch.self, ImportGroup.self, ReconcileGroup.self, ReportGroup.self,
            ExportGroup.self, Verify.self, CheckpointGroup.self, Backup.self, Restore.self,
            Recover.self, BookGroup.self, Upgrade.self, Doctor.self, Stats.self, Completions.self,
        ]
    }

    static let configuration = CommandConfiguration(
        commandName: "almoner",
        abstract: "Keep the grants of a police and crime commissioner's office.",
        discussion: """
            Alone it prints today: what is free, due, overdue and held. Each command is a noun and \
            a verb; almoner help NOUN VERB shows how it is written. Further help: exit-codes, \
            formats, amounts, opening, refusals.
            """,
        version: "0.1.0", subcommands: nouns, defaultSubcommand: Today.self)

    static func main() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGINT) { _ in _exit(130) }
        Foundation.exit(end(in: .process()).rawValue)
    }
}
