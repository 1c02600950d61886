import GrantSeal

/// The names a bundle gives to what seals it.
public enum BundleNote {
    /// The note.
    public static let name = "checkpoint.note"
    /// The public keys of who signed it, one a line.
    public static let keys = "public-keys.txt"

    /// The line of the note that binds the manifest, and by it every file.
    public static func line(of manifest: [UInt8]) -> String {
        "manifest sha256 \(Hex.text(Digest.sha256(of: manifest)))"
    }
}
