import GrantSeal
import Testing

/// The keys and the note that golang.org/x/mod/sumdb/note is tested with.
enum PublicNotes {
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    static let secret =
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let text =
        "If you think cryptography is the answer to your problem,\n"
        + "then you don't know what your problem is.\n"
    static let petersLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
        + "otpRZb6KE6RyyBwJnAM=\n"
    static let enochsLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWL"
        + "ox33WWd1RvMc+QQ=\n"
}

@Suite("Signed notes")
struct SignedNoteTests {
    private func note(_ text: String) throws(NoteFault) -> SignedNote {
        try SignedNote(bytes: Array(text.utf8))
    }

    private func key(_ text: String) throws -> VerifierKey { try #require(VerifierKey(text)) }

    private func judged(_ text: String, _ keys: [VerifierKey]) throws -> [SignedNote.Outcome] {
        try note(text).judged(by: keys).map(\.outcome)
    }

    @Test("The public note verifies by its public keys, and is written again byte for byte")
    func publicNote() throws {
        let (peter, enoch) = (try key(PublicNotes.peter), try key(PublicNotes.enoch))
        let whole = PublicNotes.text + "\n" + PublicNotes.petersLine + PublicNotes.enochsLine
        let read = try note(whole)
        #expect(read.text == Array(PublicNotes.text.utf8))
        #expect(read.bytes == Array(whole.utf8))
        #expect(try judged(whole, [peter, enoch]) == [.verified(peter), .verified(enoch)])
        #expect(try judged(whole, [peter]) == [.verified(peter), .unknown])
        #expect(try judged(whole, []) == [.unknown, .unknown])
    }

    @Test("Signing the public text with the public secret gives the public note")
    func publicSigning() throws {
        let key = try #require(SigningKey(secret: PublicNotes.secret))
        var note = try SignedNote(text: Array(PublicNotes.text.utf8))
        try note.sign(with: key)
        #expect(note.bytes == Array((PublicNotes.text + "\n" + PublicNotes.petersLine).utf8))
    }

    @Test("A known key's signature over another text is bad, not unknown")
    func badSignature() throws {
        let changed = PublicNotes.text.replacing("answer", with: "Answer")
        let peter = try key(PublicNotes.peter)
        #expect(try judged(changed + "\n" + PublicNotes.petersLine, [peter]) == [.bad])
    }

    @Test("No part of a verifier key, and none with one byte changed, is a verifier key")
    func mangledKeys() throws {
        let bytes = Array(PublicNotes.peter.utf8)
        for start in 0...bytes.count {
            for end in start...bytes.count where start > 0 || end < bytes.count {
                #expect(VerifierKey(String(decoding: bytes[start..<end], as: UTF8.self)) == nil)
            }
        }
        for index in bytes.indices {
            var other = bytes
            other[index] &+= 1
            #expect(VerifierKey(String(decoding: other, as: UTF8.self)) == nil, "byte \(index)")
        }
        let wrong = [
            "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        ]
        for text in wrong { #expect(VerifierKey(text) == nil, "\(text)") }
    }

    @Test(
        "What is not a note is refused",
        arguments: [
            PublicNotes.text, PublicNotes.text + "\n",
            PublicNotes.text + "\n" + PublicNotes.petersLine.dropLast(),
            "\u{1}" + PublicNotes.text + "\n" + PublicNotes.petersLine,
            PublicNotes.text + "\r\n" + PublicNotes.petersLine,
            PublicNotes.text + "\n" + PublicNotes.petersLine + "Unexpected line.\n",
            PublicNotes.text + "\n" + PublicNotes.petersLine.replacing("Peter", with: "Peter "),
            PublicNotes.text + "\n" + PublicNotes.petersLine.replacing("Peter", with: "Pe+er"),
            PublicNotes.text + "\n" + PublicNotes.petersLine.replacing("—", with: "-"),
            PublicNotes.text + "\n" + "— PeterNeumann \n", PublicNotes.text + "\n" + "— a ABCD\n",
            PublicNotes.text + "\n" + String(repeating: PublicNotes.petersLine, count: 101),
            PublicNotes.text + String(repeating: "x", count: 1_000_000) + "\n\n"
                + PublicNotes.petersLine,
            "",
        ])
    func malformed(_ text: String) {
        #expect(throws: NoteFault.self) { try note(text) }
    }

    @Test("Bytes that are not UTF-8 are no note")
    func notUTF8() {
        let bytes = [0xFF] + Array((PublicNotes.text + "\n" + PublicNotes.petersLine).utf8)
        #expect(throws: NoteFault.self) { try SignedNote(bytes: bytes) }
    }

    @Test("A text may hold empty lines: the last one parts it from the signatures")
    func emptyLines() throws {
        let key = try #require(SigningKey(secret: PublicNotes.secret))
        var note = try SignedNote(text: Array("a\n\nb\n\n".utf8))
        try note.sign(with: key)
        let again = try SignedNote(bytes: note.bytes)
        #expect(again == note)
        #expect(again.judged(by: [key.verifier]).map(\.outcome) == [.verified(key.verifier)])
    }

    @Test("A thousand changes to a note, seeded: none verifies, none brings the reader down")
    func mutations() throws {
        let peter = try key(PublicNotes.peter)
        let whole = Array((PublicNotes.text + "\n" + PublicNotes.petersLine).utf8)
        let seed: UInt64 = 20_190_405
        var random = Generator(seed: seed)
        var read = 0
        for number in 1...1_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            guard bytes != whole, let note = try? SignedNote(bytes: bytes) else { continue }
            read += 1
            let outcomes = note.judged(by: [peter]).map(\.outcome)
            #expect(!outcomes.contains(.verified(peter)), "seed \(seed), change \(number)")
        }
        #expect(read > 100, "only \(read) changed notes could be read")
    }
}

@Suite("Checkpoints")
struct CheckpointTextTests {
    private func checkpoint(_ text: String) throws(NoteFault) -> Checkpoint {
        try Checkpoint(text: Array(text.utf8))
    }

    @Test("A checkpoint is origin, size and root, a line each, and is read as it was written")
    func lines() throws {
        var tree = MerkleTree()
        tree.take(try ReferenceTree.leaf(0))
        let made = Checkpoint(origin: Checkpoint.origin(ofBook: "KENT-1"), tree: tree)
        let text = "almoner/KENT-1\n1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n"
        #expect(made.text == Array(text.utf8))
        #expect(try checkpoint(text) == made)
    }

    @Test("The example of tlog-checkpoint is read; further lines are kept and say nothing")
    func example() throws {
        let text =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        let read = try checkpoint(text + "one more\n")
        #expect(read.origin == "example.com/behind-the-sofa")
        #expect(read.size == 20_852_163)
        #expect(read.extensions == ["one more"])
        #expect(read.text == Array((text + "one more\n").utf8))
    }

    @Test(
        "What is not a checkpoint is refused",
        arguments: [
            "", "\n", "a\n1\n", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
            "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n99999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "a\n1\nCsUY\n",
            "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n",
        ])
    func malformed(_ text: String) {
        #expect(throws: NoteFault.self) { try checkpoint(text) }
    }

    @Test("Base 64 is read only as it is written")
    func strictBase64() {
        for count in 0...9 {
            let bytes = (0..<count).map { UInt8((250 + $0 * 37) % 256) }
            #expect(Base64.bytes(Base64.text(bytes).utf8) == bytes)
        }
        #expect(Base64.text(Array("foobar".utf8)) == "Zm9vYmFy")
        #expect(Base64.text(Array("fooba".utf8)) == "Zm9vYmE=")
        #expect(Base64.text(Array("foob".utf8)) == "Zm9vYg==")
        for text in ["Zg", "Zg=", "Zh==", "Zm9=", "====", "Zg==Zg==", "Zm9v\n", "Zm-v", "Z==="] {
            #expect(Base64.bytes(text.utf8) == nil, "\(text)")
        }
    }
}
