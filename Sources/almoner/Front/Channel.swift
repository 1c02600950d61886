import Foundation

/// Where text goes: standard output, standard error, or a list in a test.
struct Channel: Sendable {
    /// Whether a person looks at it.
    let isTerminal: Bool
    /// How many columns it has, where that is known.
    let width: Int?
    /// How many lines it has, where that is known.
    let height: Int?
    private let put: @Sendable ([UInt8]) throws -> Void

    init(
        isTerminal: Bool = false, width: Int? = nil, height: Int? = nil,
        put: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        (self.isTerminal, self.width, self.height, self.put) = (isTerminal, width, height, put)
    }

    /// Writes a text, whole, before it returns: nothing is held back in a buffer.
    func write(_ text: String) throws { try put(Array(text.utf8)) }

    /// Writes bytes, whole, before it returns.
    func write(_ bytes: [UInt8]) throws { try put(bytes) }

    /// Where nobody looks.
    static var nowhere: Channel { Channel { _ in } }

    /// A file descriptor of the process.
    static func descriptor(_ number: Int32) -> Channel {
        var size = winsize()
        let known = ioctl(number, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Channel(
            isTerminal: isatty(number) == 1, width: known ? Int(size.ws_col) : nil,
            height: known && size.ws_row > 0 ? Int(size.ws_row) : nil
        ) { bytes in
            var done = 0
            while done < bytes.count {
                let count = bytes[done...].withUnsafeBytes { rest in
                    Foundation.write(number, rest.baseAddress, rest.count)
                }
                if count >= 0 {
                    done += count
                } else if errno != EINTR {
                    throw ChannelFault(number: errno)
                }
            }
        }
    }
}

/// Text that could not be written.
struct ChannelFault: Error {
    /// The system's number.
    let number: Int32
    /// Whether the reader has gone away.
    var isReaderGone: Bool { number == EPIPE }
}
