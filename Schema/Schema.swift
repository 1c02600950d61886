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
            digest: "d848746e0ea459757b81c002f6f7e45c9075635fa308e4e69dbbc1e331c74976"),
        Migration(
            number: 2, name: "the-second-person",
            sql: String(decoding: PackageResources.v002_the_second_person_sql, as: UTF8.self),
            digest: "ecb62513f1c553d48fbdffad647ab9508b3478a0d5bfdb621fd9bd47aac8a317"),
        Migration(
            number: 3, name: "in-and-out",
            sql: String(decoding: PackageResources.v003_in_and_out_sql, as: UTF8.self),
            digest: "60bb581540aa8ede08da2f93a2e6352017a0954451380657b90220e246c90e3c"),
    ]

    /// The number a book of today's schema has.
    public static var newest: Int { migrations.last?.number ?? 0 }

    /// What stands in a book's header, so that `file` knows one: `Almo`.
    public static let applicationID: Int32 = 0x416C_6D6F
}
