extension WorkbookPackage {
    /// Refuses by its first bytes what is no zip.
    static func judgeBeginning(of path: String) throws(UnreadableFile) {
        let source = try ByteSource.file(path)
        let first = try source.first(1 << 20)
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let word = Array("EncryptedPackage".utf8.map { [$0, 0] }.joined())
            guard holds(word, in: first) else {
                throw UnreadableFile(
                    "The workbook is of the old kind, .xls.",
                    remedy: "Open it in Excel and save it as .xlsx.")
            }
            throw UnreadableFile(
                "The workbook has a password.", remedy: "Take its password off and save it again.")
        }
        guard first.starts(with: Array("PK".utf8)) else {
            throw UnreadableFile(
                first.isEmpty ? "The file is empty." : "The file is no workbook.",
                remedy: "Save it in Excel as .xlsx; give a text its own ending, .csv or .tsv.")
        }
    }

    private static func holds(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
    }

    /// Refuses a zip that is no workbook, or one with what a workbook may not bring along.
    static func judge(_ archive: ZipArchive) throws(UnreadableFile) {
        guard let types = archive.part("[Content_Types].xml") else { throw try other(archive) }
        for name in archive.parts.keys { try judge(part: name) }
        let declared = try XmlTree.elements(
            of: types.name, try archive.source(of: types), attributes: ["ContentType"])
        for type in declared.compactMap({ $0["ContentType"]?.lowercased() }) {
            if type.contains("macro") || type.contains("vba") { throw .macros }
            if type.contains("sheet.binary") {
                throw UnreadableFile(
                    "The workbook is of the binary kind, .xlsb.",
                    remedy: "Open it in Excel and save it as .xlsx.")
            }
        }
        for part in archive.parts.values where part.name.lowercased().hasSuffix(".rels") {
            try judge(relationsIn: part, of: archive)
        }
    }

    private static func other(_ archive: ZipArchive) throws(UnreadableFile) -> UnreadableFile {
        guard archive.part("content.xml") != nil, archive.part("mimetype") != nil else {
            return .notWorkbook
        }
        return UnreadableFile(
            "The file is an OpenDocument spreadsheet, not an Excel workbook.",
            remedy: "Save it as .xlsx.")
    }

    private static func judge(part name: String) throws(UnreadableFile) {
        if name.contains("vbaproject") || name.contains("vbadata") || name.contains("/macrosheets/")
        {
            throw .macros
        }
        if name.contains("/externallinks/") || name.hasSuffix("/connections.xml") {
            throw .links
        }
        if name.contains("/embeddings/") || name.contains("/activex/") || name.hasSuffix(".exe") {
            throw .embedded
        }
    }

    private static func judge(
        relationsIn part: ZipArchive.Part, of archive: ZipArchive
    ) throws(UnreadableFile) {
        let elements = try XmlTree.elements(
            of: part.name, try archive.source(of: part), attributes: ["Type", "TargetMode"])
        for element in elements {
            let kind = (element["Type"] ?? "").split(separator: "/").last.map { $0.lowercased() }
            switch kind {
            case "vbaproject", "xlmacrosheet", "xlintlmacrosheet": throw .macros
            case "externallink", "externallinkpath", "connections", "querytable": throw .links
            case "oleobject", "package", "control", "activexcontrolbinary": throw .embedded
            case "hyperlink": continue
            default:
                if element["TargetMode"]?.lowercased() == "external" { throw .links }
            }
        }
    }
}

extension UnreadableFile {
    /// A zip that has no workbook in it.
    static let notWorkbook = UnreadableFile(
        "The file is a zip, but no workbook is in it.", remedy: "Save it in Excel as .xlsx.")

    fileprivate static let macros = UnreadableFile(
        "The workbook is refused: it has macros in it.",
        remedy: "Save it as .xlsx, which leaves the macros out.")

    fileprivate static let links = UnreadableFile(
        "The workbook is refused: it takes values from other files or from a database.",
        remedy: "In Excel break the links (Data, Edit Links; Queries & Connections) and save it.")

    fileprivate static let embedded = UnreadableFile(
        "The workbook is refused: it has other files or controls embedded in it.",
        remedy: "Delete the embedded objects, or copy the cells as values into a new workbook.")
}
