import GrantExchange
import GrantLedger
import GrantStore

/// Settles how a file is laid out: by a saved profile, or as detected and accepted.
struct ImportLayoutChoice {
    let kind: ImportKind
    let options: ImportOptions
    let isDry: Bool
    let place: Surroundings
    let file: IncomingFile

    /// What was settled.
    struct Settled {
        let layout: ImportLayout
        let profile: ImportProfile
        /// Whether it is to be saved with the import.
        let isNew: Bool
    }

    /// Settles it, from what the book knows.
    func settle(_ facts: Facts) throws -> Settled {
        if let code = options.using { return try saved(code, facts) }
        let delimiter = try options.delimiter ?? file.likelyDelimiter()
        var hints = try options.hints(kind)
        for category in try facts.all(Category.self) {
            hints.categories[category.code] = "\(category.name)"
        }
        var table = try file.table(delimiter: delimiter, sheet: options.sheet)
        var detector = LayoutDetector(kind, hints: hints)
        guard var found = try detector.detect(&table) else { throw ImportWords.empty(file) }
        found.layout.delimiter = delimiter
        found.layout.sheet = options.sheet
        guard found.isWhole else { throw ImportWords.unfinished(found, file) }
        return try accepted(found.layout, facts)
    }

    private func accepted(_ layout: ImportLayout, _ facts: Facts) throws -> Settled {
        var name = options.save
        if options.write.format != .json {
            try place.err.write(ImportWords.shown(layout, of: file))
        }
        let prompt = ImportPrompt(place: place)
        if name == nil, !isDry, prompt.isPossible {
            let typed = try prompt.ask(
                "Is it read rightly so? Type a code to save it under as a profile, or nothing to stop:"
            )
            if let typed, !typed.isEmpty { name = try Code.typed(typed) }
        }
        guard let code = name ?? (isDry ? Code("DETECTED") : nil) else {
            throw ImportWords.profileNeeded(layout, file)
        }
        guard let profile = layout.profile(code) else { throw ImportWords.empty(file) }
        let standing = try facts.look(ImportProfile.self, profile.key)
        guard standing == nil || standing == profile || options.save == nil else {
            throw Fault(
                "profile-differs",
                "Profile \(code) is there and says something else of such a file.",
                remedy:
                    "Read the file by it, --using \(code); or save this one under another code. "
                    + "almoner import profiles \(code) shows it.",
                details: [.init("profile", code)], status: .refused)
        }
        return Settled(layout: layout, profile: profile, isNew: standing == nil)
    }

    private func saved(_ code: Code, _ facts: Facts) throws -> Settled {
        guard let profile = try facts.look(ImportProfile.self, "\(code)") else {
            let all = try facts.all(ImportProfile.self).map(\.key).joined(separator: ", ")
            throw Fault(
                "unknown-code", "There is no import profile \(code) in this book.",
                remedy: all.isEmpty
                    ? "Leave --using out: the file's layout is then shown, and saved with --save \(code)."
                    : "There are: \(all).", details: [.init("profile", code)], status: .refused)
        }
        guard profile.kind == kind else {
            throw Fault(
                "profile-differs",
                "Profile \(code) reads \(profile.kind.rawValue), not \(kind.rawValue).",
                remedy: "almoner import \(profile.kind.rawValue) \(file.path) --using \(code).",
                details: [.init("profile", code)], status: .refused)
        }
        let delimiter = profile.delimiter.flatMap { Delimiter(rawValue: $0.description) }
        var table = try file.table(delimiter: delimiter, sheet: profile.sheet?.description)
        while let row = try table.next() {
            guard row.number >= profile.headingRow else { continue }
            let (layout, lost) = ImportLayout.read(profile, headings: row)
            guard lost.isEmpty else {
                throw Fault(
                    "profile-differs",
                    "\(file.name) lacks headings of profile \(code) in row \(row.number): "
                        + lost.joined(separator: ", ") + ".",
                    remedy:
                        "See that it is the right file; if its source has changed, leave --using "
                        + "out and save the new layout under a code of its own.",
                    details: [.init("profile", code)], status: .refused)
            }
            return Settled(layout: layout, profile: profile, isNew: false)
        }
        throw ImportWords.empty(file)
    }
}
