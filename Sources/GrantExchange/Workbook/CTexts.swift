import Foundation

/// Texts handed to a library of C, which frees none of them.
final class CTexts {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    /// A copy of the text, there as long as this is.
    func pointer(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        pointers.append(copy)
        return copy
    }

    deinit { for pointer in pointers { free(pointer) } }
}
