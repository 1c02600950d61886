import Testing

@Suite("Refusals and acts")
struct RefusalTests {
    @Test("Every reason to refuse is named by a test or a transcript")
    func everyReasonIsProved() throws {
        let file = try SourceTree.file("Sources/GrantLedger/Refusals/Refusal+Reason.swift")
        let reasons = file.text.matches(of: #/case (\w+) = "([a-z-]+)"/#)
        #expect(reasons.count > 50)
        // A list of all reasons proves none, so a transcript counts only where a command was refused.
        let named = SourceTree.proofs.reduce(into: Set<Substring>()) { words, proof in
            if proof.path.hasPrefix("Tests/") {
                words.formUnion(proof.text.matches(of: #/\.\w+|[a-z]+(?:-[a-z]+)+/#).map(\.output))
            } else {
                let refused = #/(?:error\[|"code": ?")([a-z-]+)["\]]/#
                words.formUnion(proof.text.matches(of: refused).map(\.1))
            }
        }
        let unproved = reasons.filter { !named.contains("." + $0.1) && !named.contains($0.2) }.map(
            \.2)
        #expect(unproved.isEmpty, "no test or transcript names \(unproved)")
    }

    @Test("A reason's code is its name with hyphens")
    func oneSpelling() throws {
        let file = try SourceTree.file("Sources/GrantLedger/Refusals/Refusal+Reason.swift")
        let reasons = file.text.matches(of: #/case (\w+) = "([a-z-]+)"/#)
        #expect(!reasons.isEmpty)
        for reason in reasons {
            let code = reason.1.map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
            #expect(code == reason.2)
        }
    }

    @Test("Every kind of act is declared in Acts")
    func everyKindHasItsAct() throws {
        let file = try SourceTree.file("Sources/GrantLedger/Acts/Kind.swift").code
        let listed = file.matches(of: #/(\w+)\.self/#).map(\.1)
        let cases = file.split(separator: "public var type").first ?? ""
        let kinds = cases.matches(of: #/case ([\w, ]+)/#).flatMap {
            $0.1.split { !$0.isLetter }
        }
        #expect(kinds.count > 70)
        let acts = SourceTree.swift.filter { $0.path.hasPrefix("Sources/GrantLedger/Acts/") }
        let declared = acts.flatMap { $0.code.matches(of: #/\bstruct (\w+)/#).map(\.1) }
        let undeclared = listed.filter { !declared.contains($0) }
        #expect(undeclared.isEmpty, "no file in Acts declares \(undeclared)")
        #expect(
            Set(kinds.map { $0.lowercased() }) == Set(listed.map { $0.lowercased() }),
            "a kind has an act of its name, and every act its kind")
    }
}
