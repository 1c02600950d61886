import ArgumentParser
import GrantLedger
import GrantStore

/// `almoner year adjust`.
struct YearAdjust: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjust",
        abstract: "Record a command in a closed year: numbered, authorised, listed in exceptions.",
        discussion: """
            almoner year adjust 2019/20 --authorised-by TREASURER --reason "Found at audit" -- \
            return disallow VRF-01 --period 2019/20-Q1 --category STAFF --amount 40 --reason Gift. \
            It is dated 31 March of the year unless --on says another day; all options of the entry \
            stand before the --.
            """)

    @Argument(help: "The closed year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(help: "Who authorised it.", transform: Note.typed)
    var authorisedBy: Note

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    @Argument(parsing: .postTerminator, help: "The command, as typed after almoner.")
    var command: [String] = []

    func validate() throws {
        guard !command.isEmpty else {
            throw ValidationError("Give the command to record after --, as typed after almoner.")
        }
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try inner().acts(facts, now).map(adjusted)
    }

    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        try inner().acts(in: recording, now).map(adjusted)
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        if let act = act as? AdjustLate {
            let asked = try act.asked.read(act.act)
            if let day = try inner().day(of: asked, facts) { return day }
        }
        return write.date == nil ? year.lastDay : nil
    }

    func notes(_ facts: Facts) throws -> [String] {
        let count = try facts.look(YearEnd.self, year.description)?.adjustments ?? 0
        return ["late adjustment \(count) of \(year)"] + (try inner().notes(facts))
    }

    /// The command that is to be recorded.
    private func inner() throws -> any RecordingCommand {
        guard let inner = try Almoner.command(from: command) as? any RecordingCommand else {
            throw ValidationError("After -- stands a command that records something.")
        }
        guard inner.write.isPlain else {
            throw ValidationError("Give --on, --dry-run and the like before the --, not after it.")
        }
        return inner
    }

    private func adjusted(_ act: any Act) throws -> any Act {
        try AdjustLate(act, in: year, authorisedBy: authorisedBy, reason: reason)
    }
}

extension WriteOptions {
    /// Whether none of them was given.
    fileprivate var isPlain: Bool {
        user == nil && date == nil && !historic && !dryRun && once == nil && reference == nil
            && document.isEmpty && wait == nil && format == nil && place.path == nil
    }
}
