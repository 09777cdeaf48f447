import Pages
import Platform
import Store

/// A settled file and the digest of its bytes.
struct HashedFile: Sendable {
    let file: SettledFile
    let digest: Digest

    init(_ file: SettledFile) {
        self.file = file
        digest = SHA256.digest(of: file.bytes.span)
    }

    /// The file's text, unless its bytes are held already.
    func decoded(isKnown: Bool) -> DecodedFile {
        guard !isKnown else { return DecodedFile(hashed: self, outcome: .known) }
        do throws(Refusal) {
            let text = try TextDecoder.decode(file.bytes, converter: HashedFile.characters)
            return DecodedFile(hashed: self, outcome: .text(text))
        } catch {
            return DecodedFile(hashed: self, outcome: .refused(error))
        }
    }

    /// What characters of several bytes mean, by the system's tables.
    ///
    /// A system that lacks them answers nil, and such a text is refused as one the desk cannot read.
    @Sendable
    static func characters(_ encoding: Encoding, _ lines: [UInt8]) -> [UInt32]? {
        // The supersets that Microsoft made are what pages announced under the plain names are written in.
        let name: String? =
            switch encoding {
            case .eucKorean: "UHC"
            case .shiftJIS: "CP932"
            case .eucJapanese: "EUC-JP-MS"
            case .gb18030: "GB18030"
            case .big5: "CP950"
            default: nil
            }
        guard let name, let iconv = Iconv(from: name) else { return nil }
        return iconv.scalars(lines)
    }
}

/// A hashed file and what its bytes are.
struct DecodedFile: Sendable {
    enum Outcome: Sendable {
        case known
        case text(SourceText)
        case refused(Refusal)
    }

    let hashed: HashedFile
    let outcome: Outcome

    fileprivate init(hashed: HashedFile, outcome: Outcome) {
        self.hashed = hashed
        self.outcome = outcome
    }

    var textDigest: Digest? {
        if case .text(let text) = outcome { text.digest } else { nil }
    }

    /// What there is to file: the page, unless the text is held already.
    func reading(_ normaliser: Normaliser, isKnownText: Bool, poison: Digest?) -> Reading {
        let bytes = hashed.file.bytes
        let content: Delivery.Content
        switch outcome {
        case .known: content = .known(hashed.digest)
        case .refused(let refusal): content = .refused(hashed.digest, refusal, attempts: 1)
        case .text(let text) where isKnownText: content = .knownText(hashed.digest, bytes: bytes, text)
        case .text(let text):
            // Only a test build's environment names a poison: it stands for a bug that a dump sets off.
            if let poison, poison == hashed.digest { fatalError("poisoned by the test that set COPYDESK_TEST_POISON") }
            do throws(Refusal) {
                content = .page(hashed.digest, bytes: bytes, text, try normaliser.read(text, visitedOn: visitedOn))
            } catch {
                content = .refused(hashed.digest, error, attempts: 1)
            }
        }
        return Reading(arrival: hashed.file.arrival, status: hashed.file.status, content: content)
    }

    /// The last day on which the page can have been visited: when the kernel last saw its file change.
    private var visitedOn: CalendarDate? {
        CalendarDate(dayNumber: Int(hashed.file.status.changedNanoseconds / 86_400_000_000_000))
    }
}

/// What a name in the inbox came to, ready to be filed.
struct Reading: Sendable {
    let arrival: Arrival
    let status: FileStatus
    let content: Delivery.Content

    fileprivate init(arrival: Arrival, status: FileStatus, content: Delivery.Content) {
        self.arrival = arrival
        self.status = status
        self.content = content
    }

    /// A file that is refused without having been read.
    init(_ arrival: Arrival, _ status: FileStatus, _ refusal: Refusal, attempts: Int) {
        self.init(arrival: arrival, status: status, content: .refused(nil, refusal, attempts: attempts))
    }
}
