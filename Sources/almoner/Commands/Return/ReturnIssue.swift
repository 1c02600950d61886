import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner return issue`.
struct ReturnIssue: FinishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Give out a workbook for a return, filled in with what the book knows.")

    @Argument(help: "The award.", transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return covers: 2019/20-Q1, 2019/20-H1 or 2019/20.", transform: Period.typed)
    var period: Period

    @Option(
        help: "The workbook to write, FILE.xlsx; nothing of that name may be there.",
        completion: .file(extensions: ["xlsx"]))
    var output: String

    @OptionGroup
    var write: WriteOptions

    mutating func validate() throws {
        guard output.lowercased().hasSuffix(".xlsx") else {
            throw ValidationError("--output names a workbook: its name ends in .xlsx.")
        }
    }

    /// The act again as it was asked under the same key, else a new version.
    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        let key = MonitoringReturn.key(award, period)
        if let once = write.once, let found = try recording.reader.row(.returnForm, key),
            try recording.reader.entry(found.entry)?.key == once.description,
            let form = try recording.facts.look(ReturnForm.self, key)
        {
            return [
                IssueReturnForm(
                    award: award, period: period, version: form.version, check: form.check)
            ]
        }
        return try acts(recording.facts, now)
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try FileAside.checkNew(output)
        let last = try facts.look(ReturnForm.self, MonitoringReturn.key(award, period))
        let version = (last?.version ?? 0) + 1
        let content = try content(facts, version: version)
        let check = content.flatMap { Note($0.check) } ?? Note("none")
        guard let check else { return [] }
        return [IssueReturnForm(award: award, period: period, version: version, check: check)]
    }

    func notes(_ facts: Facts) throws -> [String] {
        guard let form = try facts.look(ReturnForm.self, MonitoringReturn.key(award, period)) else {
            return []
        }
        return ["version \(form.version), check \(form.check)"]
    }

    /// Writes the workbook once its entry is on disk.
    func finish(_ foils: [Counterfoil], _ reader: Reader, in place: Surroundings) throws {
        guard foils.contains(where: { $0.kind == .issueReturnForm && !$0.dryRun }) else { return }
        let isThere = FileManager.default.fileExists(atPath: output)
        guard !isThere || !foils.allSatisfy(\.repeated) else { return }
        let facts = Facts(reader)
        guard let form = try facts.look(ReturnForm.self, MonitoringReturn.key(award, period)),
            let content = try content(facts, version: form.version)
        else { return }
        guard content.check == form.check.description else {
            throw Fault(
                "form-moved", "What \(output) would say changed while it was being given out.",
                remedy: "Give it out again: the version recorded is then the old one.",
                status: .busy)
        }
        try FileAside.write(output) { path in
            try OutputForm.translated(output) { try ReturnFormWriter().write(content, to: path) }
        }
        try place.err.write("\(output) is written.\n")
    }

    /// What the form says; nil where there is no such award, which the ledger says better.
    private func content(_ facts: Facts, version: Int) throws -> ReturnFormContent? {
        guard let row = try facts.look(Award.self, award.description) else { return nil }
        return try ReturnFormContent(row, period, version: version, facts)
    }
}
