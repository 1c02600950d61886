import GRDB
import Glibc
import GrantSeal

extension Book {
    /// Compares every line of the counterfoils file with the chain: one line a commit, none missing.
    func checkCounterfoils(_ findings: Findings) {
        guard !path.isEmpty else { return }
        findings.catching(nil, "counterfoils") {
            let name = CounterfoilsFile.path(of: path)
            guard case .ends(let ends) = try CounterfoilsFile.found(at: name) else { return }
            let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { throw BookFault.failed(path: name) }
            defer { close(descriptor) }
            let file = CounterfoilsFile(descriptor: descriptor, path: name)
            try read { reader in
                var last = ends.heading.begins
                try file.eachLine { index, line in
                    guard let line else {
                        return findings.add(nil, "counterfoils", "Line \(index + 1) is not one.")
                    }
                    // What is appended meanwhile is of commits that this read does not see.
                    guard line.number <= ends.last?.number ?? 0 else { return }
                    try check(line, after: last, reader, findings)
                    last = line.number
                }
            }
        }
    }

    private func check(
        _ line: CounterfoilsFile.Line, after last: Int, _ reader: Reader, _ findings: Findings
    ) throws {
        let sql = "SELECT chain, recordedAt, batch FROM journal WHERE number = ?"
        guard let row = try reader.first(sql, [line.number]) else {
            guard line.number > reader.newest else {
                return findings.add(line.number, "counterfoils", "Its entry is missing.")
            }
            return findings.add(line.number, "counterfoils", "It was recorded, and is gone.")
        }
        findings.check(
            try row.blob(0) == line.chain.bytes, line.number, "counterfoils",
            "Its chain hash is not the one its counterfoil was given for.")
        findings.check(
            try row.text(1) == line.recordedAt, line.number, "counterfoils",
            "It was not recorded at the time its counterfoil says.")
        findings.check(
            try row.whole(2) == last + 1, line.number, "counterfoils",
            "Lines between \(last) and it are missing.")
    }
}
