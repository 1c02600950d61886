import ArgumentParser
import GrantLedger
import GrantSeal
import GrantStore

/// `almoner checkpoint key`.
struct CheckpointKey: Command {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Print the public half of your key; it is made at first.",
        discussion: """
            Give it to whoever is to verify what you sign, and have them compare its fingerprint \
            with you by word of mouth or on paper. The secret half never leaves its file.
            """)

    @Option(
        help: "The file of your key; else the one in your configuration folder.",
        completion: .file())
    var key: String?

    @Option(help: "Whose key it is; else ALMONER_USER, else the login.", transform: Note.typed)
    var user: Note?

    @Option(
        help: "Know another person's key from now on: NAME+HASH+KEY, or a file of such.",
        completion: .file())
    var know: [String] = []

    func run(in place: Surroundings) throws {
        let ring = try Keyring(user: user, in: place)
        guard know.isEmpty else { return try learn(ring, in: place) }
        let verifier = try ring.key(key, besides: nil, in: place).verifier
        try place.out.write("\(verifier)\n")
        try place.err.write("Fingerprint: \(verifier.fingerprint)\n")
    }

    private func learn(_ ring: Keyring, in place: Surroundings) throws {
        for verifier in try know.flatMap(Keyring.keys) {
            try ring.learn(verifier)
            try place.err.write(
                "Known from now on: \(verifier.name)\nFingerprint: \(verifier.fingerprint)\n")
        }
    }
}
