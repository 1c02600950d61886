import Foundation
import GrantExchange
import GrantLedger

extension FuzzedParser {
    /// The JSON of a filed report: what is read is JSON to others too, and canonical bytes are read.
    static let filedJSON = FuzzedParser(name: "filed-json") { bytes in
        switch Result(catching: { () throws(UnreadableFile) in try FiledJSON.figures(bytes) }) {
        case .success(let figures):
            try judge(figures, of: bytes)
            // A number longer than this is JSON, and still more than Foundation takes.
            guard figures.allSatisfy({ $0.value.first == "\"" || $0.value.utf8.count < 200 })
            else { return }
            let json = try? JSONSerialization.jsonObject(
                with: Data(bytes), options: .fragmentsAllowed)
            try promise(json != nil, "Foundation does not take it for JSON")
        case .failure(let refusal):
            try judge(refusal)
            try promise(Canonical(bytes: bytes) == nil, "canonical bytes are refused: \(refusal)")
        }
    }

    /// The HTML of a filed report: every byte is in one figure.
    static let filedHTML = FuzzedParser(name: "filed-html") { bytes in
        let text = String(typed: bytes)
        let figures = FiledHTML.figures(text)
        try promise(
            figures.map(\.value).joined().isSpelt(as: text), "the figures are not the page")
        try judge(figures, of: Array(text.utf8))
        _ = FiledHTML.source(text)
    }

    /// What is kept of a file is in proportion to it.
    private static func judge(_ figures: [FiledFigure], of bytes: [UInt8]) throws(BrokenPromise) {
        let held = figures.reduce(0) { $0 + $1.place.utf8.count + $1.value.utf8.count }
        try promise(
            figures.count <= bytes.count && held <= 1_000 * bytes.count,
            "\(bytes.count) bytes are \(figures.count) figures of \(held) bytes")
    }
}
