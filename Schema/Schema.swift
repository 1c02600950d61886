/// The SQL that makes a book, one migration after another.
public enum Schema {
    /// One step from a book's schema to the next; released ones never change.
    public struct Migration: Sendable {
        /// 1, 2, 3 …, kept in the file as `user_version`.
        public let number: Int
        /// The name of its file, without number and suffix.
        public let name: String
        /// Its statements.
        public let sql: String
        /// The SHA-256 of the text of a schema that has taken it, which every open compares.
        public let digest: String
    }

    /// All of them in order.
    public static let migrations: [Migration] = [
        Migration(
            number: 1, name: "open-the-book",
            sql: String(decoding: PackageResources.v001_open_the_book_sql, as: UTF8.self),
            digest: "61ff7ee94ea43bc7a354cc4b014899d3975aa4b2b1fab639688ccfda9b73c79e"),
        Migration(
            number: 2, name: "the-second-person",
            sql: String(decoding: PackageResources.v002_the_second_person_sql, as: UTF8.self),
            digest: "fb408d64baafa7322c515d97124cdf1d27ae0e6693dceb66d7f1496f454dc468"),
        Migration(
            number: 3, name: "in-and-out",
            sql: String(decoding: PackageResources.v003_in_and_out_sql, as: UTF8.self),
            digest: "727fa9ffcff08e1a3fe2ebe95a60db327cc545f65a6dac6e57908eff706c1c9a"),
    ]

    /// The number a book of today's schema has.
    public static var newest: Int { migrations.last?.number ?? 0 }

    /// What stands in a book's header, so that `file` knows one: `Almo`.
    public static let applicationID: Int32 = 0x416C_6D6F
}
