/// The encodings the desk decodes, named as the IANA registry names them in lower case.
package enum Encoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1255 = "windows-1255"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case latin2 = "iso-8859-2"
    case cyrillic = "iso-8859-5"
    case greek = "iso-8859-7"
    case latin5 = "iso-8859-9"
    case latin9 = "iso-8859-15"
    case koi8Russian = "koi8-r"
    case koi8Ukrainian = "koi8-u"
    case eucKorean = "euc-kr"
    case shiftJIS = "shift_jis"
    case eucJapanese = "euc-jp"
    case gb18030
    case big5

    /// Encodings with more than one byte per character, apart from Unicode's own; their tables come from the system.
    package static let multiByte: [Encoding] = [.eucKorean, .shiftJIS, .eucJapanese, .gb18030, .big5]
}
