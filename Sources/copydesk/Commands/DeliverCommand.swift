import Answers
import Home
import Pages
import Platform
import Store

extension Command {
    static let deliver = Command(
        name: "deliver",
        operands: "PATH…",
        summary: "Put copies of files or folders into the inbox safely.",
        details: """
            A copy is made under a hidden name, synced, and renamed, so that the desk never sees half of one. With
            --wait a receipt is printed for each file: outcome, SHA-256, articles, seq of its last change. Exit code 1
            when a file was rejected.
            """,
        options: [CommandLineOption("wait", .flag, "wait until the desk has committed them, and print receipts")],
        examples: ["copydesk deliver --home ./desk page.txt", "copydesk deliver --home ./desk --wait dumps/"],
        run: { arguments, surroundings in
            try arguments.expect(1...Int.max, "the files or folders to deliver")
            let (file, home) = (arguments.text("config"), arguments.text("home"))
            let configuration = try surroundings.configuration(file: file, home: home)
            let paths = try HomePaths(configuration)
            let courier = Courier(paths, configuration)
            // Made before the copies: a receipt must belong to a delivery that is newer than this moment.
            let receipts = arguments.has("wait") ? try Receipts(try arguments.reader(surroundings)) : nil
            let copies = try courier.deliver(arguments.operands.compactMap(Path.init(bytes:)))
            guard let receipts else {
                for copy in copies {
                    try Console.write("delivered  \(copy.digest.hex)  \(Path.display(copy.path))\n")
                }
                return 0
            }
            var allTaken = true
            for copy in copies {
                let (receipt, reason) = try receipts.receipt(of: copy) {
                    Console.writeError("copydesk: waiting: no desk serves \(paths.folder) just now\n")
                }
                allTaken = allTaken && receipt.outcome != .rejected
                try Console.write(
                    "\(receipt.outcome.rawValue)  \(copy.digest.hex)  \(receipt.articles) articles  "
                        + "seq \(receipt.seq)  \(Path.display(copy.path))\(reason.map { "  \($0)" } ?? "")\n"
                )
            }
            return allTaken ? 0 : 1
        }
    )
}
