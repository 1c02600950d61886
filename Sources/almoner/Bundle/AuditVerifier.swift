import ArgumentParser
import GrantSeal

/// The program that checks a bundle without ours, as it goes into every bundle.
enum AuditVerifier {
    /// The name of its file.
    static let name = "verify.py"
    /// The version of the program it comes with.
    static var release: String { Almoner.configuration.version }
    /// Its bytes.
    static var bytes: [UInt8] { PackageResources.verify_py }
    /// Their SHA-256, which each release publishes.
    static var digest: String { Hex.text(Digest.sha256(of: bytes)) }
}
