/// The words that dates are written with, in lower case and in many languages.
enum DateWords {
    /// The names of the months of our calendar, with their numbers.
    static let months: [([String], WordMeaning)] = zip(europeanMonths, asianMonths).enumerated().map {
        ($1.0 + $1.1, .month($0 + 1))
    }

    /// The other words of dates, with the meaning of each list.
    static let lists: [([String], WordMeaning)] = [
        (weekdays, .weekday),
        (words("st nd rd th er e o a ème ª º й го ого е ին ро ра লা রা ঠা ই শে م مین án én"), .ordinal),
        (words("listopada"), .ordinal),
        (words("of de del di do d den i z من ל"), .dateJoin),
        (
            words(
                "t at um à a om alle ore в о об у klo kl as às las o v la στις saat saatti pukul lúc hồi vào jam",
                "ora orë alas saa godz godzina godzinie plkst kell kello ob u час ώρα ժամը ժամ საათზე בשעה שעה เวลา",
                "ณ ເວລາ ម៉ោង ساعت ساعة الساعة وقت समय বেলা সময় সময় நேரம் సమయం ಸಮಯ ሰዓት"
            ), .clockJoin
        ),
        (
            words(
                "am 오전 上午 午前 凌晨 早上 صباحا صباحاً صباحًا ص sáng sa सुबह पूर्वाह्न সকাল এএম காலை முற்பகல் ఉదయం ಬೆಳಗ್ಗೆ",
                "രാവിലെ öö délelőtt dopoledne pagi paradite בבוקר"
            ), .beforeNoon
        ),
        (
            words(
                "pm 오후 下午 午後 مساء مساءً مساءًا chiều ch शाम अपराह्न বিকাল বিকেল পিএম மாலை பிற்பகல் సాయంత్రం ಸಂಜೆ",
                "വൈകിട്ട് ös délután odpoledne sore pasdite בערב"
            ), .afterNoon
        ),
        (
            words(
                "uhr h uur hrs ч год час часа часов hod hodin val ს სთ საათი น นาฬิกา ໂມງ នាទី နာရီ 时 時 點 点 시 saat",
                "óra órakor बजे वाजता बजकर টা টায় টায় বাজে மணி மணிக்கு గంటలకు ಗಂಟೆಗೆ മണി മണിക്ക് بجے بجكر"
            ), .hourSign
        ),
        (["a", "π", "ق"], .morningLetter), (["p", "μ", "ب"], .afterNoonLetter), (["m", "μ", "ظ"], .halfEnd),
        (words("z utc gmt"), .zone(minutes: 0)), (words("cet mez wat"), .zone(minutes: 60)),
        (words("cest mesz eet sast"), .zone(minutes: 120)), (words("eest msk мск trt"), .zone(minutes: 180)),
        (words("edt"), .zone(minutes: -240)), (words("cdt"), .zone(minutes: -300)),
        (words("mdt"), .zone(minutes: -360)), (words("pdt"), .zone(minutes: -420)),
        (words("pkt"), .zone(minutes: 300)), (words("npt"), .zone(minutes: 345)),
        (words("wib ict"), .zone(minutes: 420)), (words("hkt sgt wita"), .zone(minutes: 480)),
        (words("jst kst wit"), .zone(minutes: 540)), (words("aest"), .zone(minutes: 600)),
        (words("aedt"), .zone(minutes: 660)), (words("nzst"), .zone(minutes: 720)),
        (words("tháng thg เดือน ខែ ເດືອນ"), .monthSign),
        (
            words(
                "năm г года год році року р god године godine godini gada gadā m metų жыл жылы жылғы йил йили yil",
                "оны онд ปี พ.ศ ค.ศ ພ.ສ ຄ.ສ ព.ស គ.ស ឆ្នាំ ປີ ခုနှစ် सन् सन साल ई ईस्वी সাল সন খ্রিস্টাব্দ",
                "খ্রিষ্টাব্দ বঙ্গাব্দ ইং ஆண்டு வருடம் سنة عام سال سنه م ميلادي ميلادية میلادی هـ ه ھ هجري هجرية",
                "هجری شمسی خورشیدی ش ماه عیسوی ء ع ko წ წელი წლის թ թվական թվականի վականի ዓ ም ቀን 기원 西元 公元 西暦"
            ), .yearSign
        ),
        (
            words(
                "ngày mùng ទី یک دو سه چهار پنج วันที่ ที่ เมื่อ เมื่อวันที่ ประจำวันที่ ថ្ងៃទី ថ្ងៃ ວັນທີ ວັນ ရက်",
                "ရက်နေ့ နေ့ दिनांक तारीख तिथि मिति गते तारखेला দিনাঙ্ক তারিখ તારીખ તા ਮਿਤੀ ਤਾਰੀਖ தேதி తేదీ ದಿನಾಂಕ",
                "തീയതി تاریخ مورخ مورخه بتاريخ الموافق مطابق برابر مصادف يوم روز بروز ב dnia dňa dana d kuupäev",
                "dátum tanggal tgl petsa tarehe 西元 公元 西暦 祝 休 祝日 振休 ထုတ်"
            ), .dateMark
        ),
        (
            words(
                "प्रकाशित प्रकाशन প্রকাশ প্রকাশিত প্রকাশকাল પ્રકાશિત ਪ੍ਰਕਾਸ਼ਿਤ ਪ੍ਰਕਾਸ਼ਿਤ வெளியிடப்பட்டது ప్రచురణ",
                "ಪ್ರಕಟಿತ പ്രസിദ്ധീകരിച്ചത് เผยแพร่ เผยแพร่เมื่อ โพสต์ โพสต์เมื่อ انتشار تاریخ منتشر شائع نشرت פורסם",
                "פרסום публикувано објављено објавено апублікавана жарияланды հրապարակված გამოქვეყნდა paskelbta",
                "publikuota publicēts avaldatud objavljeno publikované uverejnené zverejnené 發布日期 发布日期 發佈日期 發表日期",
                "發布時間 發佈時間 掲載日時 公開日時 更新公開 게시일 등록일 작성일 입력일"
            ), .mark
        ),
        (
            words(
                "अपडेट अद्यतन আপডেট হালনাগাদ અપડેટ ਅਪਡੇਟ அப்டேட் อัปเดต อัปเดตเมื่อ อัพเดท แก้ไข بروزرسانی",
                "به\u{200C}روزرسانی ویرایش עודכן עדכון обновено ажурирано абноўлена թարմացված განახლდა atnaujinta",
                "atjaunots uuendatud posodobljeno ažurirano aktualizované nhật 수정일 최종수정 最后更新 最後更新 更新时间 更新時間 更新日時"
            ), .update
        ),
        // Abbreviations of weekdays that are names or other words too: "Vie, 22 Nov 2024", "sam. 2 mars 2026".
        (words("mer ven sam dim vie seg ter sex"), [.weekday, .dateMark]),
        // The first of the two words of a weekday: "thứ hai", "chủ nhật", "יום שני".
        (words("thứ chủ יום"), [.dateMark, .ordinal]), (["thứ"], .weekday),
        (words("ago geleden sedan siden fa atrás önce назад тому temu lalu trước 전 前 天前 sitten πριν"), .agoAfter),
        (words("vor hace há ha acum před πριν منذ قبل pred"), .agoBefore),
        (
            words(
                "minute minutes min mins minuten minuto minutos minuti minuter minutter minuut dakika минут минуты",
                "минуту хвилин minut minuty menit phút 분 分 分钟前 分鐘前 分前 λεπτά دقيقة دقائق"
            ), .minutes
        ),
        (
            words(
                "hour hours hr hrs stunde stunden heure heures hora horas ora ore uur timer timme timmar time saat час",
                "часа часов годин години godzin godziny godzinę hodin hodinami jam giờ 시간 小时前 小時前 時間前 ώρες ώρα",
                "ساعة ساعات órája tuntia"
            ), .hours
        ),
        (
            words(
                "day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dagar dage dager gün день",
                "дня дней днів дні dzień dni den dny dnů dněmi hari ngày 天前 ημέρες μέρες يوم أيام zile zi napja päivää"
            ), .days
        ),
        (
            words(
                "week weeks woche wochen semaine semaines semana semanas settimana settimane weken veckor uger uker hafta",
                "неделю недели недель тижні tydzień tygodnie týdny minggu tuần"
            ), .weeks
        ),
        (words("天前 分钟前 分鐘前 分前 小时前 小時前 時間前 napja órája"), .agoAfter),
        (
            words(
                "yesterday gestern ayer ieri ontem gisteren igår wczoraj včera вчера вчора dün 昨日 昨天 어제 χθες tegnap",
                "kemarin أمس"
            ), .yesterday
        ),
        (
            words(
                "today heute hoy oggi hoje vandaag idag dzisiaj dziś dnes сегодня сьогодні bugün 今日 今天 오늘 σήμερα azi",
                "اليوم"
            ), .today
        ),
        (words("a an one ein einem einer eine un une una uno um uma een en et"), .one),
    ]

    static func words(_ lines: String...) -> [String] {
        lines.flatMap { $0.split(separator: " ").map(String.init) }
    }
}
