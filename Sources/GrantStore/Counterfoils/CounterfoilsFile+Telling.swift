extension Book {
    /// What its counterfoils file holds; nil where there is none, or it cannot be read.
    public func counterfoils() throws -> (lines: Int, last: String)? {
        let name = CounterfoilsFile.path(of: path)
        guard !path.isEmpty, let file = try CounterfoilsFile.reading(name) else { return nil }
        defer { file.release() }
        guard case .ends(let ends) = try file.found() else { return nil }
        var lines = 0
        try file.eachLine { _, _ in lines += 1 }
        let last = ends.last.map { String($0.text.dropLast()) }
        return (lines, last ?? "none yet: begun after entry \(ends.heading.begins)")
    }
}
