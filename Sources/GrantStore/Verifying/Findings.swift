/// Gathers faults: the first hundred in full, and a count.
final class Findings {
    private(set) var first: [Book.Finding] = []
    private(set) var count = 0
    /// Why something could not be read that may be sound: a fault of the disk, or another who writes.
    private(set) var trouble: BookFault?

    static let most = 100

    func add(_ finding: Book.Finding) {
        if first.count < Self.most { first.append(finding) }
        count += 1
    }

    func add(_ entry: Int?, _ field: String, _ message: @autoclosure () -> String) {
        if first.count < Self.most { first.append(.init(entry: entry, field: field, message())) }
        count += 1
    }

    /// Adds a fault where something is not so.
    func check(
        _ holds: Bool, _ entry: Int?, _ field: String, _ message: @autoclosure () -> String
    ) {
        if !holds { add(entry, field, message()) }
    }

    private func note(_ fault: BookFault) {
        switch fault {
        case .disk, .busy: trouble = trouble ?? fault
        default: break
        }
    }

    /// Takes an error met in reading for a fault of what was read; false where there was one.
    @discardableResult
    func catching(_ entry: Int?, _ field: String, _ work: () throws -> Void) -> Bool {
        do {
            try work()
            return true
        } catch {
            switch BookFault.explaining(error, path: "") as? BookFault {
            case let fault?:
                note(fault)
                add(entry, field, fault.message)
            case nil: add(entry, field, "It cannot be read (\(error)).")
            }
        }
        return false
    }
}
