import Foundation

extension String {
    /// The same text normalised to NFC, which a text in ASCII is.
    package var composed: String {
        utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
    }
}
