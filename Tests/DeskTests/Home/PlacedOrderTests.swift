import Testing

@testable import Home

/// The text form of orders and of the answers to them.
@Suite struct PlacedOrderTests {
    private static let odd = Array("a\\b \n end\nname x".utf8) + [0x00, 0x1B, 0xFF, 0xC3] + Array("é\u{2028}".utf8)

    @Test(arguments: [
        OperatorOrder.retry([]), .retry([odd, [], Array("page.txt".utf8)]), .reread([]), .reread(["ab12", "c3"]),
        .forget(id: "art_x", reason: "asked for\nby its author \\ \u{200B}", blocks: true, scrubsLog: false),
        .forget(id: "c3fe", reason: "", blocks: false, scrubsLog: true),
    ])
    func `an order that was written is read, every byte of it`(order: OperatorOrder) {
        let placed = PlacedOrder(order, placedAt: "2026-11-28T19:02:11.030Z")
        #expect(PlacedOrder(Array(placed.text.utf8)) == placed)
    }

    @Test(arguments: [
        "", "end\n", "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nretry\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nretry\nname x\nen",
        "copydesk-order 2\nplaced 2026-11-28T19:02:11.030Z\nretry\nend\n",
        "copydesk-order 1\nplaced yesterday\nretry\nend\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nstop\nend\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nretry\ndump x\nend\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nretry\nname \\q\nend\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nforget\nid x\nend\n",
        "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nforget\nid x\nreason y\nblocks yes\nscrubs-log no\nend\n",
    ])
    func `what is cut short, of another version or unknown is no order`(text: String) {
        #expect(PlacedOrder(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        OrderAnswer.working(done: 3, of: 4000), .done(""), .done("two\nlines \\ and a \u{1B}"), .failed("cannot: why"),
    ])
    func `an answer that was written is read`(answer: OrderAnswer) {
        #expect(answer.text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        #expect(OrderAnswer(Array(answer.text.utf8)) == answer)
    }

    @Test(arguments: ["", "done", "done x", "working 3\n", "working a b\n", "gone x\n", "done \\q\n"])
    func `what is torn or unknown is no answer`(text: String) {
        #expect(OrderAnswer(Array(text.utf8)) == nil)
    }
}
