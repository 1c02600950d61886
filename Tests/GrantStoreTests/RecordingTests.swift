import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Recording")
struct RecordingTests {
    @Test("A book records a year's acts and verifies to the last rule")
    func sampleVerifies() throws {
        let sample = try SampleBook()
        let book = try Book(reading: sample.path)
        #expect(book.standing == .well)
        #expect(book.damage.isEmpty)
        #expect(book.id == "KENT-1")
        #expect(book.office?.name.description.hasPrefix("Office of the Kent") == true)
        let verdict = try book.verify(.rules)
        #expect(verdict.findings == [])
        #expect(verdict.entries == book.entries)
        #expect(verdict.judged == book.entries)
        #expect(verdict.transfers > 20)
    }
}
