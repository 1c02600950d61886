import ArgumentParser
import GrantSeal

/// Whose signatures are believed.
struct VerifierOptions: ParsableArguments {
    @Option(
        help: "A key that is known besides those in your list: NAME+HASH+KEY, or a file of such.",
        completion: .file())
    var verifier: [String] = []

    @Option(help: "How many known keys must have signed.")
    var signatures = 1

    mutating func validate() throws {
        guard signatures > 0 else { throw ValidationError("--signatures is a number from 1.") }
    }

    /// The keys that are known.
    func keys(_ ring: Keyring) throws -> [VerifierKey] {
        var keys = try ring.known()
        for key in try verifier.flatMap(Keyring.keys) where !keys.contains(key) { keys.append(key) }
        return keys
    }
}
