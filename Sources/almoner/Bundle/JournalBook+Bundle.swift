import GrantExchange
import GrantStore

extension JournalBook {
    /// The whole of a book that is open already.
    init(_ book: Book, _ envelope: Envelope, in surroundings: Surroundings) {
        self.book = book
        years = .all
        self.envelope = envelope
        place = surroundings
    }
}
