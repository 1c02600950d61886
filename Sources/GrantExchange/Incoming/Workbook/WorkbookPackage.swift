/// How a workbook hangs together: which part is what, after all that is refused was refused.
struct WorkbookPackage {
    /// Where a part refers to another.
    struct Relation {
        /// The last word of its type: `worksheet`, `sharedStrings`.
        let kind: String
        /// The part's name in the zip.
        let part: String
    }

    /// The zip.
    let archive: ZipArchive
    /// The name of the part that lists the sheets.
    let workbook: String
    /// What that part refers to, by the identifier it uses.
    let relations: [String: Relation]

    /// Opens a workbook and refuses what is none, and what it may not have.
    init(path: String) throws(UnreadableFile) {
        try Self.judgeBeginning(of: path)
        archive = try ZipArchive(path: path)
        try Self.judge(archive)
        let root = try Self.relations(of: "", in: archive)
        guard let main = root.values.first(where: { $0.kind == "officeDocument" }),
            archive.part(main.part) != nil
        else { throw .notWorkbook }
        workbook = main.part
        relations = try Self.relations(of: main.part, in: archive)
    }

    /// The bytes of a part.
    ///
    /// - Throws: ``UnreadableFile`` where there is none of the name.
    func source(of name: String) throws(UnreadableFile) -> ByteSource {
        guard let part = archive.part(name) else {
            throw UnreadableFile(
                "The workbook is damaged: \(name) is missing.",
                remedy: "Ask for the file again, or open it in Excel and save it anew.")
        }
        return try archive.source(of: part)
    }

    /// What a part refers to.
    private static func relations(
        of name: String, in archive: ZipArchive
    ) throws(UnreadableFile) -> [String: Relation] {
        let folders = name.split(separator: "/", omittingEmptySubsequences: true)
        let folder = folders.dropLast().map { $0 + "/" }.joined()
        guard let part = archive.part("\(folder)_rels/\(folders.last ?? "").rels") else {
            return [:]
        }
        let elements = try XmlTree.elements(
            of: part.name, try archive.source(of: part), attributes: ["Id", "Type", "Target"])
        var relations: [String: Relation] = [:]
        for element in elements {
            guard let id = element["Id"], let type = element["Type"], let target = element["Target"]
            else { continue }
            let kind = String(type.split(separator: "/").last ?? "")
            relations[id] = Relation(kind: kind, part: resolved(target, in: folder))
        }
        return relations
    }

    /// The name in the zip of what a part of a folder refers to.
    private static func resolved(_ target: String, in folder: String) -> String {
        let path = target.utf8.first == UInt8(ascii: "/") ? target : folder + target
        var folders: [Substring] = []
        for step in path.split(separator: "/") {
            switch step {
            case ".": continue
            case "..": _ = folders.popLast()
            default: folders.append(step)
            }
        }
        return folders.joined(separator: "/")
    }
}
