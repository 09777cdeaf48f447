import Testing

@testable import Pages

/// Character references that a converter left in the text, and those that a page shows on purpose.
@Suite struct ReferencesTests {
    private static let story = """
        The harbour board met on Tuesday because the hall was being painted, and everybody kept their coats on.

        Nobody could say who was to pay for the rails, which are longer than the street that they would cross.

        """

    // MARK: Left by the converter

    static let leftOver: [(text: String, read: String)] = [
        ("Marsh &amp; Sons to close after a century", "Marsh & Sons to close after a century"),
        ("AT&amp;T buys the old exchange", "AT&T buys the old exchange"),
        ("Marsh &amp;amp; Sons to close after a century", "Marsh & Sons to close after a century"),
        ("Harbour won&amp;#39;t reopen, board says", "Harbour won't reopen, board says"),
        ("Harbour won&amp;rsquo;t reopen, board says", "Harbour won’t reopen, board says"),
        ("&#128679; Harbour shut for a week", "\u{1F6A7} Harbour shut for a week"),
        ("&rarr; More on the harbour", "→ More on the harbour"),
        ("Harbour won&#39;t reopen, board says", "Harbour won't reopen, board says"),
        ("Harbour won&#039;t reopen, board says", "Harbour won't reopen, board says"),
        ("Harbour won&#x27;t reopen, board says", "Harbour won't reopen, board says"),
        ("Harbour won&apos;t reopen, board says", "Harbour won't reopen, board says"),
        ("Harbour won&rsquo;t reopen, board says", "Harbour won’t reopen, board says"),
        ("Harbour won&#8217;t reopen, board says", "Harbour won’t reopen, board says"),
        ("Harbour won&#146;t reopen, board says", "Harbour won’t reopen, board says"),
        ("By Conor O&#39;Brien | Harbour Wire | March 3, 2026", "By Conor O'Brien | Harbour Wire | March 3, 2026"),
        ("&quot;We shall not pay&quot;, says pilot", "\"We shall not pay\", says pilot"),
        ("&ldquo;We shall not pay,&rdquo; says pilot", "“We shall not pay,” says pilot"),
        ("Le maire : &laquo;&nbsp;Nous verrons&nbsp;&raquo;", "Le maire : « Nous verrons »"),
        ("Caf&eacute; at the quay is shut", "Café at the quay is shut"),
        ("&Eacute;t&eacute; sans bac", "Été sans bac"),
        ("The barge took 10&nbsp;000 bricks", "The barge took 10 000 bricks"),
        ("The barge came&nbsp; and went", "The barge came  and went"),
        ("From 2024&ndash;2026 nothing moved", "From 2024–2026 nothing moved"),
        ("The barge &mdash; all of it &mdash; sank", "The barge — all of it — sank"),
        ("And then&hellip;", "And then…"),
        ("A pint costs &pound;5 now", "A pint costs £5 now"),
        ("Der Deich h&#228;lt", "Der Deich hält"),
        ("Der De&shy;ich h&auml;lt", "Der Deich hält"),
        ("&#54644;&#48372; &#49548;&#49885;", "해보 소식"),
        ("Home &gt; News &gt; Harbour", "Home > News > Harbour"),
        ("The board isn&#39;t here &#55357;&#56960;", "The board isn't here 🚀"),
        ("e&#769;te&#769; isn&#39;t over", "été isn't over"),
        ("It isn&#39;t at http://example.org/a?b=1&amp;c=2", "It isn't at http://example.org/a?b=1&c=2"),
        ("HTML isn&#39;t all", "HTML isn't all"), ("R & B stays in M&uuml;nchen", "R & B stays in München"),
        ("The board&#39;s &quot;&lsquo;no&rsquo;&quot; stands", "The board's \"‘no’\" stands"),
        ("He read &lsquo;The Harbour&#39; aloud", "He read ‘The Harbour' aloud"),
        ("&copy; 2026 Harbour Wire", "© 2026 Harbour Wire"),
        ("&raquo; Next story", "» Next story"), ("&#8211; and more", "– and more"),
        ("The rest [&hellip;] is lost", "The rest […] is lost"),
        ("It ended (so they say)&nbsp;", "It ended (so they say)"), ("Rails\n\n&nbsp;\n\nBricks", "Rails\n\nBricks"),
        // A line end was a blank on the page.
        ("The board&#10;met &amp; left", "The board met & left"),
    ]

    @Test(arguments: ReferencesTests.leftOver)
    func `one reference that makes sense where it stands is read as its character`(text: String, read: String) throws {
        let page = "\(text)\n\n\(ReferencesTests.story)"
        let house = try decoded(page)
        #expect(Array(house.utf8) == Array("\(read)\n\n\(ReferencesTests.story)".utf8))
        #expect(house.digest == (try decoded("\(read)\n\n\(ReferencesTests.story)")).digest)
    }

    static let encodings: [([UInt8], Encoding)] = [
        (utf16(dump, mark: true), .utf16LittleEndian), (utf16(dump, bigEndian: true), .utf16BigEndian),
        (DamagedStories.encoded(dump, .windows1252), .windows1252), (Array(dump.utf8) + [0xE9, 0x74], .utf8),
        (DamagedStories.encoded("Город &laquo;Озёрск&raquo; растёт &amp; строится\n", .windows1251), .windows1251),
    ]
    static let dump = "“Größe” &amp; Übermaß — Süderhöft isn&#39;t &euro;5\n"

    @Test(arguments: ReferencesTests.encodings)
    func `they are read in every encoding, and the way back leads to the whole of each`(
        dump: [UInt8],
        encoding: Encoding
    ) throws {
        let text = try TextDecoder.decode(dump)
        #expect(text.encoding == encoding)
        #expect(text.form.hasReferences)
        var wide = 0
        var end = 0
        var at = 0
        while at < text.lines[0].text.upperBound {
            let length = UTF8Reader().read(text.utf8.span, at: at).length
            let raw = text.bytes(of: at..<at + length)
            #expect(raw.lowerBound >= end && !raw.isEmpty)
            if raw.count > 4 { wide += 1 }
            (end, at) = (raw.upperBound, at + length)
        }
        #expect(wide == 3)
    }

    @Test func `the way back is right around ampersands, whatever follows them`() throws {
        let dump = "Marsh &amp; Sons &amp;amp; don&#39;t &amp;c &amp;#39; so"
        let text = try decoded(dump)
        #expect(text.string(of: text.lines[0]) == "Marsh & Sons &amp; don't &c &#39; so")
        #expect(text.bytes(of: 6..<7) == 6..<11)
        #expect(text.bytes(of: 7..<12) == 11..<16)
        #expect(text.bytes(of: 13..<14) == 17..<22)
        #expect(text.bytes(of: 14..<18) == 22..<26)
        #expect(text.bytes(of: 0..<text.utf8.count - 1) == 0..<dump.utf8.count)
        #expect(text.written(6..<12) == Array("&amp; Sons".utf8))
        #expect(text.hasReferences(in: 6..<7) && !text.hasReferences(in: 7..<12))
    }

    // MARK: On purpose

    static let meant: [String] = [
        // The page is about them.
        "In HTML an ampersand is written &amp; and a less-than sign &lt;.",
        "XML knows five of them: &amp; &lt; &gt; &quot; &apos; and no more.",
        "An ampersand is written &amp; in such files, always.",
        "To make words bold, type &lt;b&gt;words&lt;/b&gt; in the box.",
        "Für fette Schrift steht &lt;b&gt;, und statt und schreibt man &amp; in der Zeile.",
        "He typed &lt;div class=&quot;story&quot;&gt; and went home.",
        "The code “&amp;” is what the column holds.",
        "The sign (&copy;) was left out, and `&nbsp;` too.",
        "For an arrow there is &rarr; among the names.",
        "We use &lt;, &gt;, and the like.",
        "if (a &amp;&amp; b) { return &amp;x; }",
        // The converter did decode: a bare ampersand, a tag.
        "Marsh & Sons say that &amp; is what their till prints.",
        "AT&T was AT&amp;T in the list.",
        "Bold is <b> and its end </b>; who writes don&#39;t for it?",
        "The tag <b> makes letters bold, and caf&eacute; is shown as it is.",
        // No reference at all.
        "Fish &chips; and R&D;", "&nosuchname; &#xZZ; &#; &; &#99999999999;", "Marsh &amp Sons", "AT&T &c. & Co",
        // Some converters decode text but not addresses.
        "See http://example.org/a?b=1&amp;c=2&amp;d=3 for more", "[p?c1=2&amp;c2=8750086&amp;cv=2.0]",
        // Alone, without a word that it belongs to.
        "&copy;", "&times;", "&amp;", "&quot;",
    ]

    @Test(arguments: ReferencesTests.meant)
    func `what a page shows on purpose stays as it is`(text: String) throws {
        let page = "\(text)\n\n\(ReferencesTests.story)"
        #expect(try house(page) == page)
    }

    @Test func `a page about HTML whose converter left its apostrophes is read, once`() throws {
        let dump =
            "Why HTML isn&#39;t hard\n\nYou don&#39;t write &amp;lt; often. Bold is &lt;b&gt;.\n\n\(ReferencesTests.story)"
        #expect(
            try house(dump)
                == "Why HTML isn't hard\n\nYou don't write &lt; often. Bold is <b>.\n\n\(ReferencesTests.story)"
        )
    }

    @Test func `references to ampersands of which a bare one comes are read once`() throws {
        let dump = "Marsh &amp; Sons print &amp;amp; on their bills\n\n\(ReferencesTests.story)"
        #expect(try house(dump).hasPrefix("Marsh & Sons print &amp; on their bills\n"))
    }

    @Test func `the way back is right where two converters wrote references`() throws {
        let dump = "Marsh &amp;amp; Sons won&amp;#39;t pay"
        let text = try decoded(dump)
        #expect(text.string(of: text.lines[0]) == "Marsh & Sons won't pay")
        #expect(text.bytes(of: 6..<7) == 6..<15)
        #expect(text.written(6..<12) == Array("&amp;amp; Sons".utf8))
        #expect(text.meant(Array("&amp;amp; Sons".utf8)) == Array("& Sons".utf8))
    }

    @Test func `an apostrophe within a word holds against a bare ampersand elsewhere`() throws {
        let dump = "Marsh & Sons won&#39;t pay Dove &amp; Co\n\n\(ReferencesTests.story)"
        #expect(try house(dump).hasPrefix("Marsh & Sons won't pay Dove & Co\n"))
    }

    @Test func `references never make lines, controls or half characters`() throws {
        let dump = "It isn&#39;t &#10;a&#13;&#8232;b &#0;&#27;[1m&#55357; &#xD800; &#65535; end\n"
        #expect(try house(dump) == "It isn't  a  b &#0;&#27;[1m&#55357; &#xD800; &#65535; end\n")
    }

    @Test func `a page of nothing but blanks by reference is empty`() {
        #expect(reason("&nbsp;\n\n&nbsp;\n&nbsp;\n") == .empty)
    }

    @Test func `what markup a page shows by references does not make it a page of markup`() throws {
        let dump =
            "&lt;p&gt;It isn&#39;t so&lt;/p&gt;\n&lt;p&gt;They don&#39;t&lt;/p&gt;\n&lt;p&gt;We won&#39;t&lt;/p&gt;\n"
        #expect(try house(dump).hasPrefix("<p>It isn't so</p>\n"))
    }

    // MARK: Names

    @Test func `all names of HTML 4 are known, and no other`() {
        #expect(CharacterReference.named.count == 253)
        func meaning(_ name: String) -> UInt32? {
            let text = Array("&\(name);".utf8)
            return CharacterReference(UTF8Reader(), text.span, at: 0)?.scalar
        }
        let some: [(String, UInt32)] = [
            ("quot", 0x22), ("nbsp", 0xA0), ("yuml", 0xFF), ("OElig", 0x152), ("Omega", 0x3A9), ("omega", 0x3C9),
            ("thetasym", 0x3D1), ("euro", 0x20AC), ("hearts", 0x2665), ("rang", 0x232A), ("apos", 0x27),
            ("thorn", 0xFE),
        ]
        for (name, scalar) in some { #expect(meaning(name) == scalar) }
        for name in ["Amp", "nbspx", "thetasymm", "", "a b"] { #expect(meaning(name) == nil) }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["&", "&amp;", "&#39;", "don&#39;t", "&#", "&#x1", "<a ", "H", "&#55357;"]
    )
    func `a text of one scrap over and over is read in linear time`(scrap: String) throws {
        let dump = "It isn&#39;t " + String(repeating: scrap, count: 2_000_000 / scrap.utf8.count)
        let text = try decoded(dump)
        #expect(text.bytes(of: 0..<text.utf8.count).upperBound == dump.utf8.count)
        #expect(!text.bytes(of: text.utf8.count / 2..<text.utf8.count / 2 + 1).isEmpty)
    }
}
