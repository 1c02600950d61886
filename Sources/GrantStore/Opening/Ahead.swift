package import Dispatch
import Synchronization

/// Work done on another processor ahead of the moment when its value is asked for; or here, where
/// nobody has begun it by then.
package final class Ahead<Value: Sendable>: Sendable {
    private let state: Mutex<State>
    private let isDone = DispatchSemaphore(value: 0)

    private enum State {
        case waiting(@Sendable () throws -> Value)
        case begun
        case done(Result<Value, any Error>)
    }

    /// Leaves the work to a queue.
    package init(
        on queue: DispatchQueue = .global(), _ work: @escaping @Sendable () throws -> Value
    ) {
        state = Mutex(.waiting(work))
        queue.async { self.doIfWaiting() }
    }

    /// What was there already.
    package init(given made: Result<Value, any Error>) {
        state = Mutex(.done(made))
        isDone.signal()
    }

    /// The value, waited for where another has begun; what the work threw is thrown.
    package func value() throws -> Value {
        doIfWaiting()
        isDone.wait()
        defer { isDone.signal() }
        guard case .done(let made) = state.withLock({ $0 }) else {
            preconditionFailure("What is signalled is done.")
        }
        return try made.get()
    }

    private func doIfWaiting() {
        let found = state.withLock { state -> State in
            defer { if case .waiting = state { state = .begun } }
            return state
        }
        guard case .waiting(let work) = found else { return }
        let made = Result(catching: work)
        state.withLock { $0 = .done(made) }
        isDone.signal()
    }
}
