import Dispatch
import Synchronization

/// Work done on another processor, ahead of the moment when its value is asked for.
package final class Ahead<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins the work.
    package init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async { [self] in
            let made = Result(catching: work)
            result.withLock { $0 = made }
            isDone.signal()
        }
    }

    /// What was there already.
    package init(given made: Result<Value, any Error>) {
        result.withLock { $0 = made }
        isDone.signal()
    }

    /// The value, waited for; what the work threw is thrown.
    package func value() throws -> Value {
        isDone.wait()
        defer { isDone.signal() }
        guard let made = result.withLock({ $0 }) else {
            preconditionFailure("What is signalled is there.")
        }
        return try made.get()
    }
}
