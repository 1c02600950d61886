/// Why a typed argument is not accepted, and what is.
struct NotAccepted: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
