import Foundation
import GrantLedger
import GrantSeal

extension WriteOptions {
    /// The options with what a batch has settled where the line says nothing.
    func settled(in place: Surroundings) throws -> WriteOptions {
        guard let batch = place.batch else { return self }
        var options = self
        options.user = user ?? batch.write.user
        options.date = date ?? batch.write.date
        options.historic = historic || batch.write.historic
        options.dryRun = dryRun || batch.write.dryRun
        options.once = try once ?? batch.key
        options.reference = reference ?? batch.write.reference
        options.document = document.isEmpty ? batch.write.document : document
        options.wait = wait ?? batch.write.wait
        options.format = format ?? batch.write.format
        return options
    }

    /// Who asks, when, and on what papers.
    func occasion(
        in place: Surroundings, now: Now, office: Office?, key: String?, day: Day?
    ) throws -> Occasion {
        var flags: [GrantLedger.Flag] = now.isGiven ? [.clockGiven] : []
        let effective = day ?? date ?? now.today
        if let reason = unusual(effective, today: now.today, from: office?.from) {
            guard historic || day != nil else {
                throw Refusal(
                    .unusualDate, "\(effective.prose) is \(reason).",
                    remedy: "If it is meant, say so with --historic; the entry is then flagged.",
                    [.init("date", effective), .init("today", now.today)])
            }
            flags.append(.historic)
        }
        let named = place.environment["ALMONER_USER"] ?? ""
        let user = try user ?? (named.isEmpty ? nil : Self.user(named))
        return Occasion(
            user: user?.description ?? place.login, login: place.login, date: effective, key: key,
            reference: reference?.description, documents: try document.map(Self.paper),
            flags: flags)
    }

    private static func user(_ text: String) throws -> Note {
        do {
            return try Note.typed(text)
        } catch {
            throw Fault.usage("ALMONER_USER is not a name: \(error)", remedy: "Set it to a name.")
        }
    }

    private func unusual(_ date: Day, today: Day, from: Day?) -> String? {
        if date > today { return "after today, \(today.prose)" }
        if let from, date < from { return "before the book's first day, \(from.prose)" }
        let yearAgo =
            Day(year: today.year - 1, month: today.month, day: today.day)
            ?? Day(year: today.year - 1, month: today.month, day: 28)
        if let yearAgo, date < yearAgo { return "more than a year before today, \(today.prose)" }
        return nil
    }

    /// A file with its size and digest, else a reference.
    private static func paper(_ text: String) throws -> Document {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: text, isDirectory: &isFolder)
        guard isThere, !isFolder.boolValue else {
            guard !isThere, !looksLikeFile(text) else {
                throw Fault(
                    "no-document", "There is no file \(text).",
                    remedy: "Name a file that is there, or a reference without a file's suffix.",
                    status: .noInput)
            }
            return Document(name: try Note.typed(text).description)
        }
        guard let data = FileManager.default.contents(atPath: text) else {
            throw Fault(
                "unreadable-document", "The file \(text) cannot be read.",
                remedy: "See who may read it.", status: .permission)
        }
        let name = try Note.typed(URL(fileURLWithPath: text).lastPathComponent)
        return Document(
            name: name.description, size: data.count, sha256: Hex.text(Digest.sha256(of: data)))
    }

    private static func looksLikeFile(_ text: String) -> Bool {
        if ["/", "./", "../"].contains(where: text.hasPrefix) { return true }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let suffix = parts.last else { return false }
        return (2...4).contains(suffix.count) && suffix.allSatisfy { $0.isASCII && $0.isLowercase }
    }
}
