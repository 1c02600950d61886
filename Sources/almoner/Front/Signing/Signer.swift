import GrantLedger
import GrantSeal
import GrantStore

/// Who signs, as the people enrolled in a book have it.
struct Signer {
    let ring: Keyring
    let people: [Person]

    init(_ ring: Keyring, of book: Book) throws {
        self.ring = ring
        people = try book.read { try Facts($0).all(Person.self) }
        guard people.isEmpty || people.contains(where: { $0.code.description == ring.user }) else {
            throw Refusal(
                .notEnrolled, "\(ring.user) is not enrolled in this book.",
                remedy: "Say who you are: --user "
                    + people.map(\.code.description).joined(separator: " or ") + ".",
                [.init("user", ring.user)])
        }
    }

    /// Refuses whoever has signed already, by key, user or login, and who may not approve; a key yet to
    /// be made has signed nothing.
    func checkSecond(_ key: VerifierKey?, below lines: [NotePaper.Line]) throws {
        let own = people.marks(of: ring.user, ring.login)
        let mayApprove =
            people.isEmpty
            || people.contains { $0.code.description == ring.user && $0.mayApprove }
        for line in lines {
            guard key == nil || line.key?.publicKey != key?.publicKey else {
                throw Fault(
                    "already-signed", "The note bears the signature of this key already.",
                    remedy: "The second line is another person's, by a key of their own.",
                    status: .refused)
            }
            let first = line.signature.name.person
            let marks = first.map { people.marks(of: $0.user, $0.login) } ?? []
            guard mayApprove, own.isDisjoint(with: marks) else {
                throw Refusal(
                    .anotherPersonNeeded,
                    "\(ring.user) (login \(ring.login)) cannot sign below \(line.who): another "
                        + "person is needed, with another login, who may approve.",
                    remedy: "Have another person sign, from their own login.",
                    [.init("user", first?.user ?? ""), .init("second", ring.user)])
            }
        }
    }
}
