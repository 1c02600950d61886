/// A kind of official area, by its code in the 360Giving list.
enum GeoCodeType {
    /// The codes of the list, each once.
    static let codes: Set<String> = [
        "OA", "LSOA", "MSOA", "USOA", "PAR", "WD", "UA", "NMD", "MD", "LONB", "CTY", "RGN/GOR",
        "WPC", "EER", "CANNET", "CSP", "PFA", "PUA", "NPARK", "REGD", "REGSD", "TTWA", "FRA",
        "LAC", "WZ", "CMWD", "LEP", "CCG", "NHSAT", "CMLAD", "CMCTY", "SA", "DZ", "IG", "CHP",
        "ROA - CPP", "ROA - Local", "HB", "CA", "SPC", "COM", "NAWC", "CDRP", "AgricSmall", "CFA",
    ]

    /// The kind that the first letters of an area's official code tell, where they do.
    static func told(by code: String) -> String? {
        switch code.prefix(3) {
        case "E05", "W05": "WD"
        case "E06", "W06": "UA"
        case "E07": "NMD"
        case "E08": "MD"
        case "E09": "LONB"
        case "E10": "CTY"
        case "E12": "RGN/GOR"
        case "E14", "W07": "WPC"
        case "E22": "CSP"
        case "E23", "W15": "PFA"
        case "W14": "CDRP"
        default: nil
        }
    }
}
