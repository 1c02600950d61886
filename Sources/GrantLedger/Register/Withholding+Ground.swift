extension Withholding {
    /// Why a fact is not told, as far as the public is told why.
    public enum Ground: String, Codable, CaseIterable, Sendable {
        /// Somebody would be in danger.
        case safety
        /// It is about a living person.
        case personal
        /// It would hinder the prevention or detection of crime.
        case crime
        /// It would harm national security.
        case security
        /// It would harm somebody's trade.
        case commercial
        /// A law or a court forbids it.
        case law

        /// As the public reads it.
        public var words: String {
            switch self {
            case .safety: "the safety of a person"
            case .personal: "personal information"
            case .crime: "the prevention or detection of crime"
            case .security: "national security"
            case .commercial: "commercial interests"
            case .law: "forbidden by law"
            }
        }
    }
}
