import ArgumentParser

/// `almoner category`.
struct CategoryGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Headings of cost.",
        subcommands: [CategoryAdd.self, CategoryList.self, CategoryShow.self])
}
