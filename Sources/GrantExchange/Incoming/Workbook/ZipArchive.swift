import CZip

/// The parts of a zip file, read one at a time.
///
/// A zip is refused before anything in it is unpacked where its own directory promises more than a
/// workbook has, and while it is unpacked where it breaks that promise.
final class ZipArchive {
    /// A part as the zip's directory has it.
    struct Part {
        /// Its path in the zip.
        let name: String
        /// Where it stands in the directory.
        let index: UInt64
        /// How many bytes it has when unpacked.
        let size: Int
    }

    /// The most parts a workbook may have.
    static let mostParts = 5_000
    /// The most bytes of one part, unpacked.
    static let mostPartBytes = 256 << 20
    /// The most bytes of all parts, unpacked.
    static let mostBytes = 512 << 20
    /// The most that a part of more than 4 MB may be packed: so many bytes to one.
    static let mostRatio = 100

    /// The parts by their names in lower case: the names of a workbook's parts go by that.
    private(set) var parts: [String: Part] = [:]
    private let archive: OpaquePointer

    /// Opens a zip.
    ///
    /// - Throws: ``UnreadableFile`` where it is none, or one that no program writes for a workbook.
    init(path: String) throws(UnreadableFile) {
        var code: Int32 = 0
        guard let opened = zip_open(path, ZIP_RDONLY, &code) else { throw .damagedZip }
        archive = opened
        let count = zip_get_num_entries(archive, 0)
        guard count <= Self.mostParts else {
            throw .hostile("It has \(count) parts; a workbook has at most \(Self.mostParts).")
        }
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            let part = try directoryPart(index)
            total += part.size
            guard total <= Self.mostBytes else {
                throw .hostile("Unpacked it would have more than \(Self.mostBytes >> 20) MB.")
            }
            guard parts.updateValue(part, forKey: part.name.lowercased()) == nil else {
                throw .hostile("It has two parts of the name \(part.name).")
            }
        }
    }

    deinit { zip_discard(archive) }

    /// The part of a name, in whatever case it is written.
    func part(_ name: String) -> Part? { parts[name.lowercased()] }

    /// The bytes of a part; the archive stays open as long as the source does.
    func source(of part: Part) throws(UnreadableFile) -> ByteSource {
        guard let file = zip_fopen_index(archive, part.index, 0) else { throw .damagedZip }
        let opened = OpenPart(file, of: self)
        var left = part.size
        return ByteSource { most throws(UnreadableFile) in
            let bytes = try opened.read(most)
            left -= bytes.count
            guard left >= 0 else {
                throw .hostile("\(part.name) has more bytes than the zip's directory says.")
            }
            guard !bytes.isEmpty || left == 0 else { throw .damagedZip }
            return bytes
        }
    }

    private func directoryPart(_ index: UInt64) throws(UnreadableFile) -> Part {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &stat) == 0,
            let raw = stat.name, let name = String(validatingCString: raw)
        else { throw .damagedZip }
        try judge(name: name)
        guard Int32(stat.encryption_method) == ZIP_EM_NONE else {
            throw UnreadableFile(
                "The workbook has a password.", remedy: "Take its password off and save it again.")
        }
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(stat.comp_method)) else {
            throw .hostile("\(name) is packed in a way that workbooks are not.")
        }
        guard stat.size <= Self.mostPartBytes else {
            throw .hostile("Unpacked, \(name) would have more than \(Self.mostPartBytes >> 20) MB.")
        }
        let isPackedTight = stat.size / UInt64(Self.mostRatio) > stat.comp_size
        guard stat.size <= 4 << 20 || !isPackedTight else {
            throw .hostile("\(name) is packed more than \(Self.mostRatio) to one.")
        }
        return Part(name: name, index: index, size: Int(stat.size))
    }

    private func judge(name: String) throws(UnreadableFile) {
        let folders = name.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isOutside =
            name.utf8.contains { [UInt8(ascii: "\\"), UInt8(ascii: ":")].contains($0) }
            || name.utf8.first == UInt8(ascii: "/")
            || folders.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
        let isUnprintable = name.unicodeScalars.contains {
            $0.properties.generalCategory == .control
        }
        guard !isOutside, !isUnprintable, !name.isEmpty else {
            throw .hostile("One of its parts has a name that leads out of the zip.")
        }
    }
}

/// A part that is open for reading.
private final class OpenPart {
    private let file: OpaquePointer
    private let archive: ZipArchive

    init(_ file: OpaquePointer, of archive: ZipArchive) {
        (self.file, self.archive) = (file, archive)
    }

    deinit { zip_fclose(file) }

    func read(_ most: Int) throws(UnreadableFile) -> [UInt8] {
        var count: Int64 = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { space, filled in
            guard let base = space.baseAddress else { return }
            count = zip_fread(file, base, UInt64(most))
            filled = Int(max(count, 0))
        }
        guard count >= 0 else { throw .damagedZip }
        return bytes
    }
}

extension UnreadableFile {
    /// A zip that is cut short or changed.
    static let damagedZip = UnreadableFile(
        "The workbook is cut short or damaged.",
        remedy: "Ask for the file again, or open it in Excel and save it anew.")

    /// A workbook that is made to do harm, or is no workbook that a person filled.
    static func hostile(_ what: String) -> UnreadableFile {
        UnreadableFile(
            "The workbook is refused: \(what)",
            remedy: "Copy its cells as values into a new workbook, and save that as .xlsx.")
    }
}
