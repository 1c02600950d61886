import Glibc

extension CounterfoilsFile {
    /// Opens the file to read it, without a lock; nil where there is none.
    static func reading(_ path: String) throws -> Self? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw BookFault.failed(path: path)
        }
        return Self(descriptor: descriptor, path: path)
    }

    /// Reads both ends without a lock.
    static func found(at path: String) throws -> Found {
        guard let file = try reading(path) else { return .nothing }
        defer { file.release() }
        return try file.found()
    }

    /// Reads both ends; with `onlyLast` no more of its end than its last lines.
    func found(onlyLast: Bool = false) throws -> Found {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= 0 else { throw BookFault.failed(path: path) }
        let start = try bytes(from: 0, count: min(size, Self.longest))
        guard let end = start.firstIndex(of: Self.newline),
            let heading = Heading(start[..<end])
        else { return .garbled }
        let tailStart = max(end + 1, size - (onlyLast ? Self.longest : Self.tail))
        let tail = try bytes(from: tailStart, count: size - tailStart)
        let isWhole = tailStart == end + 1
        guard let lastEnd = tail.lastIndex(of: Self.newline) else {
            guard isWhole else { return .garbled }
            let whole = tail.isEmpty ? nil : end + 1
            return .ends(Ends(heading: heading, last: nil, recent: [], whole: whole))
        }
        // The first piece is the end of a line whose beginning was not read.
        var pieces = tail[..<lastEnd].split(
            separator: Self.newline, omittingEmptySubsequences: false)[...]
        if !isWhole { pieces = pieces.dropFirst() }
        let lines = pieces.map { Line($0) }
        guard let last = lines.last ?? nil, !lines.contains(nil) else { return .garbled }
        var after = isWhole ? heading.begins : nil
        let recent = lines.compactMap(\.self).map { line in
            defer { after = line.number }
            return Placed(line: line, after: after)
        }
        let whole = tailStart + lastEnd + 1
        return .ends(
            Ends(
                heading: heading, last: last, recent: recent, whole: whole == size ? nil : whole))
    }

    /// Reads every line in turn, from the first; nil for one that is not a line.
    func eachLine(_ body: (Int, Line?) throws -> Void) throws {
        var position = 0
        var rest: [UInt8] = []
        var index = 0
        while true {
            let next = try bytes(from: position, count: Self.slice, mayEnd: true)
            guard !next.isEmpty else { return }
            position += next.count
            rest += next
            var start = 0
            while let end = rest[start...].firstIndex(of: Self.newline) {
                if index > 0 { try body(index, Line(rest[start..<end])) }
                index += 1
                start = end + 1
            }
            rest.removeFirst(start)
        }
    }

    private static let newline = UInt8(ascii: "\n")
    /// Longer than any line.
    private static let longest = 512
    /// What is read of its end at every open: some forty lines.
    private static let tail = 4_096
    private static let slice = 65_536

    private func bytes(from offset: Int, count: Int, mayEnd: Bool = false) throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = buffer.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
                    off_t(offset + filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw BookFault.failed(path: path) }
            if got == 0 { break }
            filled += got
        }
        guard filled == count || mayEnd else {
            throw BookFault.damaged(what: "\(path) grew shorter")
        }
        return Array(buffer[..<filled])
    }
}
