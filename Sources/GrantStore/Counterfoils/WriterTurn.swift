import Dispatch
import Foundation
import Glibc
import Synchronization

/// The writer's turn: an exclusive `flock` on the counterfoils file.
///
/// The kernel queues those who wait, which is fair; since that wait cannot be given up, it is done
/// on a thread of its own.
enum WriterTurn {
    /// Waits so many seconds at most, and says once, after the first, that another writes.
    static func take(
        _ descriptor: Int32, wait: Int, path: String, onWait: @Sendable () -> Void
    ) throws {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK || errno == EINTR else {
            defer { close(descriptor) }
            throw BookFault.failed(path: path)
        }
        guard wait > 0 else {
            close(descriptor)
            throw BookFault.busy(seconds: wait)
        }
        let queue = Queue()
        queue.join(descriptor)
        if queue.waits(seconds: 1) {
            onWait()
            if queue.waits(seconds: wait - 1), queue.leave() { throw BookFault.busy(seconds: wait) }
        }
    }

    /// One place in the kernel's queue.
    private final class Queue: Sendable {
        private enum State { case waiting, taken, left }
        private let state = Mutex(State.waiting)
        private let turn = DispatchSemaphore(value: 0)

        func join(_ descriptor: Int32) {
            Thread.detachNewThread { [self] in
                while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
                let hasLeft = state.withLock { state in
                    if state == .waiting { state = .taken }
                    return state == .left
                }
                if hasLeft { close(descriptor) }
                turn.signal()
            }
        }

        /// Whether the turn has not come after so many seconds.
        func waits(seconds: Int) -> Bool {
            turn.wait(timeout: .now() + .seconds(seconds)) == .timedOut
        }

        /// Gives the place up; false where the turn has come at the last moment.
        func leave() -> Bool {
            state.withLock { state in
                if state == .waiting { state = .left }
                return state == .left
            }
        }
    }
}
