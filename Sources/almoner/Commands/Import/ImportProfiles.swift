import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner import profiles`.
struct ImportProfiles: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles", abstract: "List the saved profiles, or show one.")

    @Argument(help: "The profile to show; all where absent.", transform: Code.typed)
    var code: Code?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        if let code { return one(try reading.known(ImportProfile.self, code), reading) }
        let files = try reading.facts.all(ImportedFile.self)
        let sheet = Sheet(
            columns: [
                Column("code", "Code"), Column("kind", "Reads"), Column("unique", "Told apart by"),
                Column("dates", "Dates"), Column("sign", "Sign"),
                Column("files", "Files", .number), Column("rows", "Rows", .number),
            ],
            rows: try reading.facts.all(ImportProfile.self).map { profile in
                let own = files.filter { $0.profile == profile.code }
                return [
                    .text("\(profile.code)"), .text(profile.kind.rawValue), Cell(profile.unique),
                    .text(profile.dates.rawValue), .text(profile.sign.rawValue),
                    .number(own.count), .number(own.map(\.recorded).reduce(0, +)),
                ]
            }, empty: "None; almoner import KIND FILE --save CODE makes one.")
        return reading.page("import.profiles/1", "Import profiles.", sheets: [sheet])
    }

    private func one(_ profile: ImportProfile, _ reading: Reading) -> Page {
        let sheet = Sheet(
            key: "fields", title: "What is read",
            columns: [
                Column("name", "Fact"), Column("heading", "Heading", wraps: true),
                Column("value", "Every row has", wraps: true),
            ],
            rows: profile.fields.map { [.text("\($0.name)"), Cell($0.heading), Cell($0.value)] })
        return reading.page(
            "import.profile/1", "Import profile \(profile.code).",
            facts: [
                Fact("code", "Code", .text("\(profile.code)")),
                Fact("kind", "Reads", .text(profile.kind.rawValue)),
                Fact("unique", "Rows told apart by", Cell(profile.unique)),
                Fact("headingRow", "Headings in row", .number(profile.headingRow)),
                Fact("dates", "Dates", .text(profile.dates.rawValue)),
                Fact("sign", "Sign", .text(profile.sign.rawValue)),
                Fact("delimiter", "Delimiter", Cell(profile.delimiter)),
                Fact("sheet", "Sheet", Cell(profile.sheet)),
            ], sheets: [sheet])
    }
}
