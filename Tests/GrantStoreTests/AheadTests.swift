import Dispatch
import GrantStore
import Synchronization
import Testing

@Suite("Work done ahead")
struct AheadTests {
    @Test("What no other processor has begun is done by whoever asks, once")
    func doneByWhoAsks() throws {
        let times = Atomic(0)
        let queue = DispatchQueue(label: "stopped")
        queue.suspend()
        let ahead = Ahead(on: queue) { times.add(1, ordering: .relaxed).newValue }
        #expect(try ahead.value() == 1)
        queue.resume()
        queue.sync {}
        #expect(try ahead.value() == 1)
        #expect(times.load(ordering: .relaxed) == 1)
    }

    @Test("What the work threw is thrown each time its value is asked for")
    func throwing() {
        struct Broken: Error {}
        let ahead = Ahead<Int> { throw Broken() }
        #expect(throws: Broken.self) { try ahead.value() }
        #expect(throws: Broken.self) { try ahead.value() }
    }
}
