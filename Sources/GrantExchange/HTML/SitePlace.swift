/// Where a page stands among linked pages.
public struct SitePlace: Hashable, Sendable {
    /// A page by its file and what it is called.
    public struct Link: Hashable, Sendable {
        /// Its file, beside this one.
        public let file: String
        /// What it is called.
        public let words: String

        /// Creates a link.
        public init(_ file: String, _ words: String) { (self.file, self.words) = (file, words) }
    }

    /// The page's own file.
    public let file: String
    /// The pages above it, the first one first.
    public let trail: [Link]
    /// The pages that every page leads to.
    public let sections: [Link]
    /// The files of things: by the noun a column or fact is named for, then by code.
    public let files: [String: [String: String]]
    /// The commands that ask for what the page holds, where they are several.
    public let questions: [[String]]

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - file: the page's own file.
    ///   - trail: the pages above it, the first one first.
    ///   - sections: the pages that every page leads to.
    ///   - files: the files of things, by noun and code.
    ///   - questions: the commands that ask for what the page holds.
    public init(
        file: String, trail: [Link] = [], sections: [Link] = [],
        files: [String: [String: String]] = [:], questions: [[String]] = []
    ) {
        self.file = file
        self.trail = trail
        self.sections = sections
        self.files = files
        self.questions = questions
    }

    /// The file of a thing that a column or fact names, unless it is this page.
    func file(of key: String, _ text: String) -> String? {
        let nouns = ["of", "project", "party"].contains(key) ? ["award"] : [key]
        let found = nouns.lazy.compactMap { files[$0]?[text] }.first
        return found == file ? nil : found
    }
}
