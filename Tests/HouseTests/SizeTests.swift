import Testing

@Suite("Sizes")
struct SizeTests {
    @Test("No file has more than 250 lines")
    func filesAreShort() {
        #expect(!SourceTree.swift.isEmpty)
        for file in SourceTree.swift {
            let count = file.lines.count - 1
            #expect(count <= 250, "\(file.path) has \(count) lines")
        }
    }

    @Test("No function has more than 70 lines")
    func functionsAreShort() {
        let bodies = SourceTree.swift.flatMap(\.bodies)
        #expect(bodies.count > 100)
        for body in bodies {
            #expect(body.lines <= 70, "\(body.place) has \(body.lines) lines")
        }
    }
}

/// A function, initialiser or computed property, from its first line to its closing brace.
private struct Body {
    let place: String
    let lines: Int
}

extension TextFile {
    /// Found by indentation, which the formatter keeps true: a body ends with the first brace that
    /// stands as far in as its first word.
    fileprivate var bodies: [Body] {
        let first = #/^ *(?:[\w@()]+ )*(?:func\b|init\b|deinit\b|subscript\b|var \w+: .*\{$)/#
        let lines = codeLines
        return lines.indices.compactMap { start in
            guard lines[start].prefixMatch(of: first) != nil else { return nil }
            let indent = lines[start].prefix { $0 == " " }.count
            let end = lines[start...].dropFirst().firstIndex { line in
                let own = line.prefix { $0 == " " }.count
                let word = line.dropFirst(own).first
                return word != nil && (own < indent || own == indent && word == "}")
            }
            let oneLine = lines[start].last == "}"
            guard !oneLine, let end, lines[end].dropFirst(indent).first == "}" else { return nil }
            return Body(place: "\(path):\(start + 1)", lines: end - start + 1)
        }
    }
}
