/// A public identifier of an organisation: the code of a list, and the number in it.
///
/// `GB-CHC-801355` is 801355 in the Charity Commission's list.
struct OrganisationId {
    /// The list: `GB-CHC`.
    let list: String
    /// The number in it.
    let number: String

    /// Reads one; nil where it has not that form.
    init?(_ text: String) {
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        let isList = { (part: Substring) in
            !part.isEmpty
                && part.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        }
        guard parts.count == 3, parts[0].utf8.count == 2 || parts[0] == "360G", isList(parts[0]),
            parts[0] == "360G" || isList(parts[1]), !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[2].contains(where: \.isWhitespace)
        else { return nil }
        list = "\(parts[0])-\(parts[1])"
        number = String(parts[2])
    }

    /// The number, where the list is one of charities of the United Kingdom.
    var charityNumber: String? {
        ["GB-CHC", "GB-SC", "GB-NIC"].contains(list) ? number : nil
    }

    /// The number, where the list is that of companies.
    var companyNumber: String? { list == "GB-COH" ? number : nil }
}
