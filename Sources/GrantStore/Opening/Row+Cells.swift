import Foundation
import GRDB

/// Reads cells of a book that may be damaged: what is not there, or not of its type, is an error.
extension Row {
    /// A whole number.
    func whole(_ index: Int) throws -> Int {
        guard let value = try wholeIfAny(index) else { throw damage(index) }
        return value
    }

    /// A whole number, or nil for NULL.
    func wholeIfAny(_ index: Int) throws -> Int? {
        switch (self[index] as DatabaseValue).storage {
        case .int64(let number): return Int(number)
        case .null: return nil
        default: throw damage(index)
        }
    }

    /// Text that is UTF-8.
    func text(_ index: Int) throws -> String {
        guard let value = try textIfAny(index) else { throw damage(index) }
        return value
    }

    /// Text that is UTF-8, or nil for NULL.
    func textIfAny(_ index: Int) throws -> String? {
        switch (self[index] as DatabaseValue).storage {
        case .string(let text): return text
        case .null: return nil
        default: throw damage(index)
        }
    }

    /// Bytes, as they are stored; a text is asked for with `CAST(… AS BLOB)`.
    func blob(_ index: Int) throws -> [UInt8] {
        guard let bytes = try blobIfAny(index) else { throw damage(index) }
        return bytes
    }

    /// Bytes as they are stored, or nil for NULL.
    func blobIfAny(_ index: Int) throws -> [UInt8]? {
        switch (self[index] as DatabaseValue).storage {
        case .blob(let data): return Array(data)
        case .null: return nil
        default: throw damage(index)
        }
    }

    private func damage(_ index: Int) -> BookFault {
        let names = Array(columnNames)
        let name = index < names.count ? names[index] : "column \(index)"
        return .damaged(what: "\(name) is not of its type")
    }
}
