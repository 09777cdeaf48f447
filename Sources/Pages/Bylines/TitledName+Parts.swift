// Where names in a line without capitals begin and end.
extension TitledName {
    /// The range without brackets and signs around it.
    static func letters(_ text: [UInt8], _ part: Range<Int>) -> Range<Int> {
        var lower = part.lowerBound
        var upper = part.upperBound
        while lower < upper, let length = gap(text, lower) { lower += length }
        while upper > lower {
            var start = upper - 1
            while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
            guard let length = gap(text, start), start + length == upper else { break }
            upper = start
        }
        return lower..<upper
    }

    /// The parts between spaces, commas, middle dots, slashes and signs of equality.
    static func split(_ text: [UInt8], _ part: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = part.lowerBound
        var index = start
        while index < part.upperBound {
            if let length = gap(text, index) {
                if index > start { parts.append(start..<index) }
                index += length
                start = index
            } else {
                var next = index
                _ = BlockText.scalar(in: text, at: &next)
                index = next
            }
        }
        if part.upperBound > start { parts.append(start..<part.upperBound) }
        return parts
    }

    /// Where the first slash or bar of a range stands; its end where it has none.
    static func bar(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let at = offset
            switch BlockText.scalar(in: text, at: &offset) {
            case 0x2F, 0x7C, 0xFF0F, 0xFF5C: return at
            default: continue
            }
        }
        return range.upperBound
    }

    /// The length of a sign that separates or encloses names; nil where a letter stands.
    static func gap(_ text: [UInt8], _ offset: Int) -> Int? {
        var next = offset
        switch BlockText.scalar(in: text, at: &next) {
        case 0x20, 0x28, 0x29, 0x2C, 0x2F, 0x3A, 0x3D, 0x5B, 0x5D, 0x7C, 0xB7, 0x2022, 0x2027, 0x3000...0x3002,
            0x3008...0x3011, 0x30FB, 0xFF08, 0xFF09, 0xFF0C, 0xFF0F, 0xFF1A, 0xFF1D, 0xFF3B, 0xFF3D, 0xFF5C:
            return next - offset
        default: return nil
        }
    }

    static func find(_ title: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard range.count >= title.count else { return nil }
        for start in range.lowerBound...range.upperBound - title.count
        where text[start] == title[0] && text[start..<start + title.count].elementsEqual(title) {
            return start..<start + title.count
        }
        return nil
    }

    static func bytes(_ words: String...) -> [[UInt8]] {
        words.flatMap { $0.split(separator: " ").map { Array($0.utf8) } }
    }

    static let koreanTitles = bytes("기자 특파원 논설위원 편집위원 통신원")
    static let hanTitles = bytes("记者 記者 通讯员 通訊員 特派员 特派員 編集委員 論説委員")
    static let titles = koreanTitles + hanTitles
    /// What stands between a Korean name and the title: kinds of reporters.
    static let koreanKinds = bytes(
        "선임 전문 객원 인턴 수습 취재 사진 문화 정치 경제 사회 의학 환경 과학 스포츠 국제 산업 금융 증권 전국 체육 편집 생활 교육",
        "법조 미디어 디지털 지역 외교 통일 북한 정책 탐사 기획 보도 온라인 영상 여론 부동산 건강 종교 군사 안보 유통 바이오 대"
    )
    /// What ends the name of a department, and the words for tasks that stand where a name may.
    static let koreanDepartments = bytes("부 팀 국 실 데스크 부장 팀장")
    static let koreanTasks = bytes("정리 글 기자명 그래픽 촬영 제작 구성 번역 진행 이름 작성 작성자")
    /// The last letters of what reporters have and do: `기자 간담회`, `기자 지망생`.
    static let afterTitle = bytes("회 생 단 실 증 상 석 들 력 권 직 인 일 수")
    static let verbs = bytes("报道 報道 報導 报导 摄影报道 摄 攝 撮影 电 電")
    static let ours = bytes("本报 本報 本网 本網 本社 本刊 本台 我报 我報")

    /// The family names that nearly all Koreans have, of one syllable each.
    static let familyNames = Set(
        "김이박최정강조윤장임한오서신권황안송류전홍유고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간견당"
            .unicodeScalars.map(\.value)
    )

    /// Family names that many Chinese have and with which few places begin.
    static let hanFamilyNames = Set(
        "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范姚谭廖邹熊陆陸"
            .unicodeScalars.map(\.value)
    )
}
