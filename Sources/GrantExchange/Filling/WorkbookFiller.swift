import CZip
import Glibc

/// Fills cells of somebody else's workbook and leaves all else in it byte for byte as it is.
///
/// Written anew are the sheets that take values; the sheets with formulas, without the values kept
/// with them, which are those of before; and the list of sheets, where it is said that everything is to
/// be calculated when it is opened. Every other part is copied packed as it stands.
public struct WorkbookFiller {
    /// The most bytes of all sheets of a workbook that can be filled.
    public static let mostSheetBytes = 32 << 20

    private let path: String
    private let workbook: WorkbookReader

    /// Opens a workbook; it is not changed.
    ///
    /// - Throws: ``UnreadableFile`` where it is none, or one that is refused.
    public init(path: String) throws(UnreadableFile) {
        self.path = path
        workbook = try WorkbookReader(path: path)
    }

    /// Writes a copy with the values in it.
    ///
    /// - Parameters:
    ///   - fillings: what goes into which cell.
    ///   - output: the file to write; nothing is written where anything is refused.
    /// - Throws: ``UnfillableMap`` with every cell that cannot take its value; ``UnreadableFile`` where the
    ///   workbook is damaged or the copy cannot be written.
    public func fill(_ fillings: [Filling], to output: String) throws {
        var faults: [UnfillableMap.Fault] = []
        var parts: [String: [UInt8]] = [:]
        var bySheet: [WorkbookReader.Sheet: [Filling]] = [:]
        for filling in fillings {
            if let sheet = workbook.sheet(filling.sheet) {
                bySheet[sheet, default: []].append(filling)
            } else {
                let names = workbook.sheets.map(\.name).joined(separator: ", ")
                faults.append(
                    .init(
                        row: filling.row, "there is no sheet \(filling.sheet); there are \(names)"))
            }
        }
        var left = Self.mostSheetBytes
        for sheet in workbook.sheets {
            let fillings = bySheet[sheet] ?? []
            let bytes = try whole(sheet.part, left)
            left -= bytes.count
            let current = try StaleValues.removed(sheet.part, bytes)
            if fillings.isEmpty {
                if current.count < bytes.count { parts[sheet.part] = current }
                continue
            }
            let filling = try SheetFilling(sheet.part, current, fillings, workbook.reading)
            let found = filling.faults(fillings)
            faults += found
            if found.isEmpty { parts[sheet.part] = filling.filled(fillings) }
        }
        guard faults.isEmpty else { throw UnfillableMap(faults) }
        let list = workbook.package.workbook
        parts[list] = try CalculationOrder.ordered(list, try whole(list, Self.mostSheetBytes))
        try write(parts, to: output)
    }

    private func whole(_ part: String, _ most: Int) throws(UnreadableFile) -> [UInt8] {
        let source = try workbook.package.source(of: part)
        let bytes = try source.first(most)
        guard bytes.count < most else {
            throw UnreadableFile(
                "The workbook has sheets of more than \(Self.mostSheetBytes >> 20) MB.",
                remedy: "Fill the form as it was given out, without the data of earlier years.")
        }
        return bytes
    }

    private func write(_ parts: [String: [UInt8]], to output: String) throws(UnreadableFile) {
        let draft = output + ".partial"
        try copy(to: draft)
        do throws(UnreadableFile) {
            try replace(parts, in: draft)
            guard rename(draft, output) == 0 else { throw Self.unwritten(output) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func copy(to draft: String) throws(UnreadableFile) {
        let source = try ByteSource.file(path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.unwritten(draft) }
        defer { close(descriptor) }
        while true {
            let bytes = try source.read(1 << 20)
            guard !bytes.isEmpty else { return }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
                guard count > 0 else {
                    unlink(draft)
                    throw Self.unwritten(draft)
                }
                rest = rest.dropFirst(count)
            }
        }
    }

    private func replace(_ parts: [String: [UInt8]], in draft: String) throws(UnreadableFile) {
        var code: Int32 = 0
        guard let archive = zip_open(draft, 0, &code) else { throw Self.unwritten(draft) }
        for (name, bytes) in parts {
            guard let part = workbook.package.archive.part(name),
                let source = Self.source(bytes, archive)
            else {
                zip_discard(archive)
                throw Self.unwritten(draft)
            }
            var stat = zip_stat_t()
            zip_stat_index(archive, part.index, 0, &stat)
            guard zip_file_replace(archive, part.index, source, 0) == 0,
                zip_file_set_mtime(archive, part.index, stat.mtime, 0) == 0
            else {
                zip_source_free(source)
                zip_discard(archive)
                throw Self.unwritten(draft)
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw Self.unwritten(draft)
        }
    }

    /// A source of a copy of the bytes, which the zip library frees when it has written them.
    private static func source(_ bytes: [UInt8], _ archive: OpaquePointer) -> OpaquePointer? {
        guard let copy = malloc(max(bytes.count, 1)) else { return nil }
        bytes.withUnsafeBytes { from in
            if let base = from.baseAddress { copy.copyMemory(from: base, byteCount: from.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
            free(copy)
            return nil
        }
        return source
    }

    private static func unwritten(_ path: String) -> UnreadableFile {
        UnreadableFile(
            "\(path) could not be written.",
            remedy: "See whether the folder is there, may be written and has room.")
    }
}
