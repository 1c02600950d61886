/// One thing that a filed report says, and where in it.
public struct FiledFigure: Hashable, Sendable {
    /// Where it stands: `rows[3].charged`, or `Spend, row 2019/20, Charged`.
    public let place: String
    /// What it says there.
    public let value: String

    /// The most bytes that the names of a place have together where they are a file's own.
    static let mostPlaceBytes = 512

    /// Creates a figure.
    public init(_ place: String, _ value: String) { (self.place, self.value) = (place, value) }
}

extension String {
    /// The beginning of the text, enough to find it by.
    ///
    /// Every figure has its place: a title of a megabyte over a million cells would fill the memory.
    var asPlace: String { String(String.UnicodeScalarView(unicodeScalars.prefix(100))) }
}

/// The first thing in which two reports differ.
public struct FiledDifference: Hashable, Sendable {
    /// Where it stands.
    public let place: String
    /// What the file says; nil where it says nothing there.
    public let filed: String?
    /// What the book says; nil where it says nothing there.
    public let told: String?

    /// The first figure in which they differ, or nil where they are the same.
    ///
    /// - Parameters:
    ///   - filed: what the file says, in its order.
    ///   - told: what the book says, in the same.
    public init?(_ filed: [FiledFigure], against told: [FiledFigure]) {
        let count = max(filed.count, told.count)
        let first = (0..<count).first { index in
            guard index < filed.count, index < told.count else { return true }
            // Texts are compared by their bytes: letters that only look the same are not.
            return !filed[index].isSame(as: told[index])
        }
        guard let first else { return nil }
        let (file, book) = (filed.dropFirst(first).first, told.dropFirst(first).first)
        place = book?.place ?? file?.place ?? ""
        let isSamePlace = file?.place == book?.place
        self.filed = isSamePlace ? file?.value : file.map { "\($0.place): \($0.value)" }
        self.told = book?.value
    }
}

extension FiledFigure {
    fileprivate func isSame(as other: FiledFigure) -> Bool {
        place.utf8.elementsEqual(other.place.utf8) && value.utf8.elementsEqual(other.value.utf8)
    }
}
