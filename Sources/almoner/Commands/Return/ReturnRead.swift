import ArgumentParser
import Foundation
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner return read`.
struct ReturnRead: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Take back a return's workbook: every fault by its cell, then what it reports.")

    @Argument(help: "The workbook.", completion: .file(extensions: ["xlsx"]))
    var file: String

    @Option(help: "The award it must be of.", transform: Code.typed)
    var award: Code?

    @Option(help: "The period it must be for: 2019/20-Q1.", transform: Period.typed)
    var period: Period?

    @Flag(help: "Record it as a submitted return; without this it is only shown.")
    var submit = false

    @OptionGroup(title: "Recording")
    var options: WriteOptions

    @Option(help: "Where to write what it reports; the suffix picks the form.", completion: .file())
    var output: String?

    /// The options, with the workbook among the papers.
    var write: WriteOptions {
        var write = options
        write.document.append(file)
        return write
    }

    func run(in place: Surroundings) throws {
        guard submit else { return try answer(in: place) }
        guard output == nil else {
            throw Fault.usage(
                "--output is of what is shown; with --submit a counterfoil is printed.",
                remedy: "Leave out one of them.")
        }
        try Road(place: place, command: self).record()
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        guard submit else {
            throw Fault.usage(
                "Without --submit nothing is recorded.",
                remedy: "Give --submit, or run it by itself to see what it reports.")
        }
        let found = try ReturnFormFile(path: file, award: award, period: period).judged(facts)
        return [act(found)]
    }

    private func act(_ found: ReturnFormFile.Judged) -> SubmitReturn {
        SubmitReturn(
            award: found.award, period: found.period, spend: found.reading.spend,
            match: found.reading.match, forecast: found.reading.forecast,
            delivered: found.reading.delivered)
    }

    /// Who declared it, and what it comes to.
    func notes(_ facts: Facts) throws -> [String] {
        let reading = try ReturnFormFile(path: file, award: award, period: period).reading()
        let date = reading.date.map { " on \($0.prose)" } ?? ""
        return [
            "reported \(reading.spend.map(\.amount).total)",
            "declared by \(reading.name), \(reading.position)\(date)",
        ]
    }
}

extension ReturnRead: AnsweringCommand {
    var place: BookOptions { options.place }

    var answerForm: OutputForm { OutputForm(format: options.format, output: output) }

    func page(_ reading: Reading) throws -> Page {
        let found = try ReturnFormFile(path: file, award: award, period: period)
            .judged(reading.facts)
        let occasion = Occasion(
            user: "", login: "", date: options.date ?? reading.today)
        let posting = try act(found).posting(given: reading.facts, on: occasion)
        let row = posting.puts.first { $0.register == MonitoringReturn.register }?.row
        guard let report = try row?.value(MonitoringReturn.self) else {
            throw Fault(
                "unforeseen", "The return could not be shown.", remedy: "Please report it.",
                status: .unforeseen)
        }
        return reading.page(
            "return.read/1", "Return of \(found.award) for \(found.period), as the workbook has it",
            sentences: ["Nothing is recorded: with --submit it would be, as follows."],
            facts: [
                Fact("award", "Award", .text(found.award.description)),
                Fact("period", "Period", .text(found.period.description)),
                Fact("version", "Version", Cell(found.reading.version)),
                Fact("check", "Check", .text(found.reading.check)),
                Fact("reported", "Reported", .money(report.reported)),
                Fact("forecast", "Forecast", Cell(report.forecast)),
                Fact("declaredBy", "Declared by", .text(found.reading.name)),
                Fact("position", "Position", .text(found.reading.position)),
                Fact("declaredOn", "Declared on", Cell(found.reading.date)),
            ],
            sheets: ReturnSheet.parts(report))
    }
}
