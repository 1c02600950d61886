import Testing

/// Who may import whom: the table of targets.
private struct Layer: Sendable, CustomTestStringConvertible {
    let target: String
    let own: Set<String>
    let outside: Set<String>
    let system: Bool
    var testDescription: String { target }

    init(_ target: String, own: Set<String> = [], outside: Set<String> = [], system: Bool = true) {
        (self.target, self.own, self.outside, self.system) = (target, own, outside, system)
    }

    static let all = [
        Layer("GrantLedger", system: false),
        Layer("GrantSeal", outside: ["Crypto"]),
        Layer("GrantSchema", system: false),
        Layer(
            "GrantStore", own: ["GrantLedger", "GrantSeal", "GrantSchema", "CMemory"],
            outside: ["GRDB", "GRDBSQLite"]),
        Layer(
            "GrantExchange", own: ["GrantLedger", "GrantSeal"],
            outside: ["CXlsxWriter", "CZip", "CExpat"]),
        Layer(
            "almoner", own: ["GrantLedger", "GrantSeal", "GrantStore", "GrantExchange"],
            outside: ["ArgumentParser"]),
    ]

    /// What comes with Swift itself and may stand anywhere but in the two grounds that import nothing.
    static let withSwift: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Dispatch",
        "Synchronization",
    ]
}

@Suite("Layers")
struct LayerTests {
    @Test("A target imports only what its layer may", arguments: Layer.all)
    private func onlyWhatItMay(_ layer: Layer) {
        let files = SourceTree.sources(of: layer.target)
        #expect(!files.isEmpty, "\(layer.target) has no source")
        let allowed = layer.own.union(layer.outside).union(layer.system ? Layer.withSwift : [])
        for file in files {
            let wrong = file.imports.subtracting(allowed)
            #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
        }
    }

    @Test("Every folder of sources is a target of the table")
    func everyFolderHasALayer() {
        let folders = Set(
            SourceTree.swift.map { $0.path.split(separator: "/") }
                .filter { $0[0] == "Sources" }.map { String($0[1]) })
        #expect(!folders.isEmpty)
        #expect(folders.subtracting(Layer.all.map(\.target)).isEmpty)
    }

    @Test("Each outside library is imported by exactly one target")
    func oneTargetALibrary() throws {
        let manifest = try SourceTree.file("Package.swift").text
        let products = Set(manifest.matches(of: #/product\(name: "(\w+)"/#).map { String($0.1) })
        #expect(!products.isEmpty)
        for product in products {
            let users = Layer.all.filter { layer in
                SourceTree.sources(of: layer.target).contains { $0.imports.contains(product) }
            }
            #expect(users.count == 1, "\(product) is imported by \(users.map(\.target))")
        }
    }

    @Test("No test reaches behind access control")
    func noTestableImport() {
        let tests = SourceTree.swift.filter { $0.path.hasPrefix("Tests/") }
        #expect(!tests.isEmpty)
        let places = tests.flatMap { $0.places(of: #/@testable/#, inCode: true) }
        #expect(places.isEmpty, "\(places)")
    }
}

extension TextFile {
    /// The modules it imports.
    fileprivate var imports: Set<String> {
        let pattern =
            #/^(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?/#
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
        ]
        return Set(
            codeLines.compactMap { line in
                let words = line.trimmingPrefix(pattern).split(separator: " ")
                guard words.count > 1, words[0] == "import" else { return nil }
                let module = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
                return module.split(separator: ".").first.map(String.init)
            })
    }
}
