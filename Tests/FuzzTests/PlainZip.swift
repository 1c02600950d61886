/// Writes a zip whose parts are not packed, with true sums over them, so that what is in it is what
/// was given.
struct PlainZip {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a part.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let place = bytes.count
        let common =
            Self.little(20, 2) + Self.little(0, 4) + Self.little(0, 2) + Self.little(0x21, 2)
            + Self.little(Self.sum(of: content), 4) + Self.little(content.count, 4)
            + Self.little(content.count, 4) + Self.little(name.utf8.count, 2)
        bytes += Self.little(0x0403_4B50, 4) + common + Self.little(0, 2) + name.utf8 + content
        directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + common
        directory += Self.little(0, 12) + Self.little(place, 4) + name.utf8
        count += 1
    }

    /// The whole file.
    var file: [UInt8] {
        bytes + directory + Self.little(0x0605_4B50, 4) + Self.little(0, 4)
            + Self.little(count, 2) + Self.little(count, 2) + Self.little(directory.count, 4)
            + Self.little(bytes.count, 4) + Self.little(0, 2)
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }

    /// The sum that zips have over a part (CRC-32).
    private static func sum(of content: [UInt8]) -> Int {
        let sum = content.reduce(UInt32.max) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
        return Int(~sum)
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
}

extension PlainZip {
    /// A workbook of one sheet of which up to four parts are given: the sheet, the shared texts, the
    /// styles and the list of sheets.
    static func workbook(_ given: [[UInt8]]) -> [UInt8] {
        var zip = PlainZip()
        zip.add("[Content_Types].xml", Array(types.utf8))
        zip.add("_rels/.rels", Array(relation("officeDocument", "xl/workbook.xml").utf8))
        zip.add(
            "xl/_rels/workbook.xml.rels",
            Array(
                relations([
                    ("rId1", "worksheet", "sheet.xml"), ("rId2", "sharedStrings", "texts.xml"),
                    ("rId3", "styles", "styles.xml"),
                ]).utf8))
        let plain = [
            ("xl/sheet.xml", "<worksheet/>"), ("xl/texts.xml", "<sst/>"),
            ("xl/styles.xml", "<styleSheet/>"), ("xl/workbook.xml", list),
        ]
        for (index, (name, content)) in plain.enumerated() {
            zip.add(name, given.indices.contains(index) ? given[index] : Array(content.utf8))
        }
        return zip.file
    }

    private static let types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    private static let list =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets></workbook>"

    private static func relation(_ kind: String, _ target: String) -> String {
        relations([("rId1", kind, target)])
    }

    private static func relations(_ all: [(id: String, kind: String, target: String)]) -> String {
        let inner = all.map {
            "<Relationship Id=\"\($0.id)\" Type=\"a/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships>" + inner.joined() + "</Relationships>"
    }
}
