import GrantSeal
import Testing

/// A vector of RFC 8032, section 7.1.
struct Ed25519Vector: Sendable, CustomTestStringConvertible {
    let name: String
    let seed: String
    let publicKey: String
    let text: String
    let signature: String
    var testDescription: String { name }

    static let all = [
        Ed25519Vector(
            name: "TEST 1",
            seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            text: "",
            signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        Ed25519Vector(
            name: "TEST 2",
            seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            text: "72",
            signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        Ed25519Vector(
            name: "TEST 3",
            seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            text: "af82",
            signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ]
}

@Suite("Keys")
struct SigningKeyTests {
    @Test(
        "A key signs as RFC 8032 says, and its signature is of that text alone",
        arguments: Ed25519Vector.all)
    func vector(_ vector: Ed25519Vector) throws {
        let name = try #require(KeyName("test"))
        let key = try #require(SigningKey(name: name, seed: ReferenceTree.bytes(vector.seed)))
        #expect(Hex.text(key.verifier.publicKey) == vector.publicKey)
        let text = try ReferenceTree.bytes(vector.text)
        let signature = try key.signature(of: text)
        #expect(Hex.text(signature) == vector.signature)
        #expect(key.verifier.verifies(signature, of: text))
        #expect(!key.verifier.verifies(signature, of: text + [0]))
        for bit in 0..<512 {
            var other = signature
            other[bit / 8] ^= 1 << (bit % 8)
            #expect(!key.verifier.verifies(other, of: text), "bit \(bit)")
        }
    }

    @Test("A key's description, reflection and debug text hold nothing of its secret")
    func saysNothing() throws {
        let key = SigningKey(name: KeyName(user: "finance", login: "finance"))
        let secret = try #require(key.secret.split(separator: "+", maxSplits: 4).last)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), String(describing: [key]), dumped] {
            #expect(!text.contains(secret.prefix(12)))
            #expect(text.contains("almoner/finance/finance"))
        }
    }

    @Test("A key file's text gives the key back; any other text gives none")
    func secretText() throws {
        let secret =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        let key = try #require(SigningKey(secret: secret))
        #expect(key.secret == secret)
        #expect(key.verifier.description == PublicNotes.peter)
        let bytes = Array(secret.utf8)
        for index in bytes.indices {
            var other = bytes
            other[index] &+= 1
            #expect(SigningKey(secret: String(decoding: other, as: UTF8.self)) == nil, "\(index)")
        }
        for start in 0..<bytes.count {
            for end in start..<bytes.count where start > 0 || end < bytes.count {
                let part = String(decoding: bytes[start..<end], as: UTF8.self)
                #expect(SigningKey(secret: part) == nil)
            }
        }
    }

    @Test("The hash in a verifier key is the first four bytes of its fingerprint")
    func fingerprint() throws {
        let key = try #require(VerifierKey(PublicNotes.peter))
        #expect(key.fingerprint.hasPrefix("c74f20a3 "))
        #expect(key.fingerprint.utf8.count == 71)
    }

    @Test(
        "A person's key is named for their user and login, whatever these hold",
        arguments: [
            ("finance", "finance", "almoner/finance/finance"),
            ("FINANCE", "kent\\finance", "almoner/FINANCE/kent%5Cfinance"),
            ("Jane Smith", "j+s@é", "almoner/Jane%20Smith/j%2Bs%40%C3%A9"),
            ("a/b", "c%d", "almoner/a%2Fb/c%25d"),
        ])
    func names(_ user: String, _ login: String, _ text: String) throws {
        let name = KeyName(user: user, login: login)
        #expect(name.description == text)
        let person = try #require(KeyName(text)?.person)
        #expect(person == (user, login))
    }

    @Test(
        "What is not written as such a name is nobody's",
        arguments: [
            "almoner/a", "almoner/a/b/c", "almoner//b", "other/a/b", "almoner/%41/b",
            "almoner/%5c/b",
        ])
    func nobody(_ text: String) throws {
        #expect(try #require(KeyName(text)).person == nil)
    }
}
