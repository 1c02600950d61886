import Foundation
import GrantStore

extension Surroundings {
    /// Remembers beside the book what was made of it to be kept elsewhere; where that cannot be
    /// written the copy stands, and a warning is said.
    func note(
        _ kind: CopiesFile.Kind, at path: String?, entries: Int, of book: String, at now: Now
    ) throws {
        let copy = CopiesFile.Copy(made: now.recordedAt, entries: entries, path: path ?? "")
        do { try CopiesFile.note(kind, copy, of: book) } catch let fault as BookFault {
            try err.write(
                "warning[\(kind.rawValue)-not-noted]: \(fault.message)\n"
                    + "The \(kind.rawValue) is made; almoner doctor will not know of it.\n")
        }
    }
}
