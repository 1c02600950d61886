import Dispatch
import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Several at once")
struct TogetherTests {
    @Test("Two writers of 500 entries each lose none, with a reader beside them")
    func twoWriters() async throws {
        let sample = try SampleBook()
        let path = sample.path
        let chains = try await withThrowingTaskGroup(of: [String].self) { group in
            for writer in ["A", "B"] {
                group.addTask { try Self.write(500, as: writer, path) }
            }
            group.addTask {
                for _ in 0..<20 {
                    let book = try Book(reading: path)
                    #expect(book.damage.isEmpty)
                    #expect([.well, .diedBetween(newest: book.entries)].contains(book.standing))
                }
                return []
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let book = try Book(reading: path)
        #expect(book.entries == 1_018)
        #expect(try book.verify(.full).findings == [])
        var kept: Set<String> = []
        try book.forEachEntry { kept.insert($0.chain) }
        #expect(chains.count == 1_000)
        #expect(kept.isSuperset(of: chains))
    }

    private static func write(_ count: Int, as name: String, _ path: String) throws -> [String] {
        let writer = try Writer(opening: path)
        return try (1...count).map { number in
            try writer.record { recording in
                try recording.enter(
                    AddTheme(
                        code: SampleBook.code("\(name)-\(number)"),
                        name: SampleBook.title("Theme \(number)")),
                    on: SampleBook.occasion("2019-08-01")
                ).chain
            }
        }
    }

    @Test("Who waits too long for the writer's turn is told so")
    func busy() throws {
        let sample = try SampleBook()
        let first = try Writer(opening: sample.path)
        let second = try Writer(opening: sample.path, wait: 0)
        try first.record { _ in
            let fault = #expect(throws: BookFault.self) { try second.record { _ in } }
            #expect(fault?.exitCode == 75)
        }
        try second.record { _ in }
    }

    @Test("Who waits is told after a second that another writes, and then has the turn")
    func waiting() throws {
        let sample = try SampleBook()
        let path = sample.path
        let (isHeld, isTold) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            _ = try? Writer(opening: path).record { _ in
                isHeld.signal()
                _ = isTold.wait(timeout: .now() + 30)
            }
        }
        #expect(isHeld.wait(timeout: .now() + 30) == .success)
        let writer = try Writer(opening: path, wait: 30, onWait: { isTold.signal() })
        try writer.record { _ in }
    }
}
