import CZip

/// Packs the files of a folder into a zip; the same files give the same bytes.
enum BundleZip {
    /// Packs them, one after the other, never one whole in memory.
    ///
    /// - Parameters:
    ///   - names: the files, in the order they are to have.
    ///   - folder: where they are.
    ///   - path: the zip, which must not be there.
    /// - Throws: ``BundleFolder/Fault``.
    static func pack(
        _ names: [String], of folder: String, to path: String
    ) throws(BundleFolder.Fault) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
            throw .unwritable
        }
        do {
            for name in names { try add(name, of: folder, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .unwritable
        }
    }

    /// 1 January 1980, the first day a zip can name.
    private static let day: UInt16 = 1 << 5 | 1

    private static func add(
        _ name: String, of folder: String, to archive: OpaquePointer
    ) throws(BundleFolder.Fault) {
        guard let source = zip_source_file(archive, "\(folder)/\(name)", 0, -1) else {
            throw .unwritable
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .unwritable
        }
        let place = UInt64(index)
        guard zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_dostime(archive, place, 0, day, 0) == 0
        else { throw .unwritable }
    }
}
