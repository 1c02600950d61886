import Testing

/// The words looked for are put together here, so that this file may be looked at too.
@Suite("Words")
struct WordTests {
    @Test("Only the command line prints")
    func onlyTheFrontDoorPrints() {
        let files = SourceTree.swift.filter {
            !$0.path.hasPrefix("Tests/") && !$0.path.hasPrefix("Sources/almoner/")
        }
        #expect(!files.isEmpty)
        let pattern = #/(?:^|[^.\w])(?:print|debugPrint|dump|puts)\(|FileHandle\.standard/#
        let places = files.flatMap { $0.places(of: pattern, inCode: true) }
        #expect(places.isEmpty, "\(places)")
    }

    @Test("No floating point comes near money")
    func noFloatingPoint() {
        let targets = ["GrantLedger", "GrantSchema", "GrantStore", "GrantExchange"]
        let files = targets.flatMap(SourceTree.sources(of:)).filter {
            // `Encoder` and `Decoder` have requirements that name the types; the codec refuses them.
            !$0.name.hasPrefix("Canonical")
        }
        #expect(!files.isEmpty)
        let pattern = #/\b(?:Double|Float|Float16|Float32|Float64|Float80|Decimal|CGFloat)\b/#
        let places = files.flatMap { $0.places(of: pattern, inCode: true) }
        #expect(places.isEmpty, "\(places)")
    }

    @Test("Nothing is left for later, forced or switched off")
    func nothingUnfinished() throws {
        let words = [
            "TO" + "DO", "FIX" + "ME", "X" + "XX", "fatal" + "Error", "with" + "KnownIssue",
        ]
        let marked = try Regex(
            #"\b(?:"# + words.joined(separator: "|") + #")\b"#, as: Substring.self)
        let forced = try Regex(#"\btr"# + #"y!|\.disa"# + #"bled\("#, as: Substring.self)
        #expect(!SourceTree.files.isEmpty)
        let written = SourceTree.files.filter { !$0.path.hasPrefix("Fixtures/") }
        let places =
            written.flatMap { $0.places(of: marked, inCode: false) }
            + SourceTree.swift.flatMap { $0.places(of: forced, inCode: true) }
        #expect(places.isEmpty, "\(places)")
    }

    @Test("No file names a folder of one machine")
    func noPathOfAMachine() throws {
        let pattern = try Regex(
            #"(?:^|[^\w.*])/(?:wo"# + "rk|ho" + "me|ro" + "ot)/", as: Substring.self)
        #expect(!SourceTree.files.isEmpty)
        let places = SourceTree.files.flatMap { $0.places(of: pattern, inCode: false) }
        #expect(places.isEmpty, "\(places)")
    }
}
