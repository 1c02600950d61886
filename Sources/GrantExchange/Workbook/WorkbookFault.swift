/// Why a workbook could not be written.
public enum WorkbookFault: Error, Hashable, Sendable {
    /// The file could not be written.
    case unwritable
    /// What is to be written is more than a workbook holds, and what it is.
    case tooMuch(String)
    /// The writer of workbooks says no to something it was asked, in its own words.
    case refused(String)
}
