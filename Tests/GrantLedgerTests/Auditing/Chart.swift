/// Names of accounts, as `DOMAIN.md` section 3 spells them, and the key behind each.
struct Chart {
    private var keys: [String: [String: String]] = [:]
    private var byHead: [String: [String]] = [:]

    /// `committed{award=W1,category=GENERAL,fund=F,year=2019/20}`; what is nil is left out.
    mutating func name(_ head: String, _ key: [String: String?]) -> String {
        let parts = key.compactMapValues { $0 }
        let inner = parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let name = inner.isEmpty ? head : "\(head){\(inner.joined(separator: ","))}"
        if keys[name] == nil {
            keys[name] = parts
            let at = byHead[head, default: []].firstIndex { name < $0 } ?? byHead[head]?.count ?? 0
            byHead[head, default: []].insert(name, at: at)
        }
        return name
    }

    /// The key of a name given out before.
    func key(of name: String) -> [String: String] { keys[name] ?? [:] }

    /// The names under a head whose key has these parts, in order.
    func names(_ head: String, _ parts: [String: String]) -> [String] {
        (byHead[head] ?? []).filter { name in
            let key = keys[name] ?? [:]
            return parts.allSatisfy { key[$0.key] == $0.value }
        }
    }

    /// The head of a name.
    static func head(of name: String) -> String {
        String(name.prefix { $0 != "{" })
    }
}
