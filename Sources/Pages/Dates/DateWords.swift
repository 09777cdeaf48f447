/// The words that dates are written with, in lower case and in many languages.
enum DateWords {
    /// The names and abbreviations of the months, from January on.
    ///
    /// The languages are English, German, French, Spanish, Catalan, Italian, Portuguese, Romanian, Dutch, the Nordic
    /// languages, Estonian, Polish, Czech, Slovak, Slovenian, Croatian, Hungarian, Turkish, Indonesian, Greek, Russian,
    /// Ukrainian, Bulgarian, Arabic and Hebrew. No word of the table names different months in two of them.
    static let months: [[String]] = [
        words(
            "january jan januar jänner janvier janv enero ene gener gennaio gen janeiro ianuarie ian januari janúar",
            "tammikuuta ledna stycznia januára januarja siječnja január ocak ιανουαρίου ιανουάριος ιαν января январь",
            "янв січня січ януари يناير جانفي ינואר בינואר jaanuar"
        ),
        words(
            "february feb februar feber février fevrier févr fév febrero febrer febbraio febbr fevereiro fev februarie",
            "februari febrúar helmikuuta února lutego februára februarja veljače február febr şubat subat φεβρουαρίου",
            "φεβρουάριος φεβ февраля февраль фев февр лютого лют февруари فبراير فيفري شباط פברואר בפברואר pebruari",
            "veebruar"
        ),
        words(
            "march mar märz mär maerz mrz mars marzo març março marco martie maart mrt marts maaliskuuta března marca",
            "ožujka március márc mart maret μαρτίου μάρτιος μαρ марта март мар березня бер مارس آذار מרץ במרץ märts"
        ),
        words(
            "april apr avril avr abril abr aprile aprilie apríl huhtikuuta dubna kwietnia apríla aprila travnja április",
            "ápr nisan απριλίου απρίλιος απρ апреля апрель апр април квітня квіт أبريل ابريل أفريل نيسان אפריל באפריל",
            "aprill"
        ),
        words(
            "may mai mayo maig maggio mag maio mei maj maí toukokuuta května maja mája svibnja május máj mayıs mayis",
            "μαΐου μαΐος μάιος μαϊ мая май травня трав مايو أيار ماي מאי במאי"
        ),
        words(
            "june jun juni juin junio juny giugno giu junho iunie iun júní kesäkuuta června czerwca júna junija lipnja",
            "június jún haziran ιουνίου ιούνιος ιουν июня июнь июн червня черв юни يونيو جوان حزيران יוני ביוני juuni"
        ),
        words(
            "july jul juli juillet juil julio juliol luglio lug julho iulie iul júlí heinäkuuta července lipca júla",
            "julija srpnja július júl temmuz ιουλίου ιούλιος ιουλ июля июль июл липня лип юли يوليو جويلية تموز יולי",
            "ביולי juuli"
        ),
        words(
            "august aug août aout agosto ago agost augustus augusti ágúst elokuuta srpna sierpnia augusta avgusta",
            "kolovoza augusztus ağustos agustos agustus agu αυγούστου αύγουστος αυγ августа август авг серпня серп",
            "أغسطس اغسطس أوت آب אוגוסט באוגוסט"
        ),
        words(
            "september sept sep septembre septiembre setiembre setembre settembre sett setembro set septembrie",
            "syyskuuta září września septembra rujna szeptember szept eylül eylul σεπτεμβρίου σεπτέμβριος σεπ σεπτ",
            "сентября сентябрь сен сент вересня вер септември سبتمبر أيلول ספטמבר בספטמבר"
        ),
        words(
            "october oct oktober okt octobre octubre ottobre ott outubro out octombrie október lokakuuta října",
            "października oktobra októbra ekim οκτωβρίου οκτώβριος οκτ октября октябрь окт жовтня жовт октомври أكتوبر",
            "اكتوبر אוקטובר באוקטובר"
        ),
        words(
            "november nov novembre noviembre novembro noiembrie nóvember marraskuuta listopadu listopada novembra",
            "studenoga studenog kasım kasim nopember νοεμβρίου νοέμβριος νοε ноября ноябрь ноя нояб листопада лист",
            "ноември نوفمبر נובמבר בנובמבר"
        ),
        words(
            "december dec dezember dez décembre decembre déc diciembre dic desembre dicembre dezembro decembrie desember",
            "joulukuuta prosince grudnia decembra prosinca aralık aralik des δεκεμβρίου δεκέμβριος δεκ декабря декабрь",
            "дек грудня груд декември ديسمبر דצמבר בדצמבר detsember"
        ),
    ]

    /// The other words of dates, with the meaning of each list.
    static let lists: [([String], WordMeaning)] = [
        (weekdays, .weekday),
        (words("st nd rd th er e o a ème ª º й го"), .ordinal),
        (words("of de del di do d den i"), .dateJoin),
        (words("t at um à a om alle ore в о klo kl as às las om o v в at la στις saat pukul lúc"), .clockJoin),
        (words("am"), .beforeNoon), (words("pm"), .afterNoon),
        (words("uhr h uur hrs ч год"), .hourSign),
        (["a"], .morningLetter), (["p"], .afterNoonLetter), (["m"], .halfEnd),
        (words("z utc gmt"), .zone(minutes: 0)), (words("cet mez wat"), .zone(minutes: 60)),
        (words("cest mesz eet sast"), .zone(minutes: 120)), (words("eest msk trt"), .zone(minutes: 180)),
        (words("edt"), .zone(minutes: -240)), (words("cdt"), .zone(minutes: -300)),
        (words("mdt"), .zone(minutes: -360)),
        (words("pdt"), .zone(minutes: -420)), (words("wib"), .zone(minutes: 420)),
        (words("hkt sgt"), .zone(minutes: 480)),
        (words("jst kst"), .zone(minutes: 540)), (words("aest"), .zone(minutes: 600)),
        (words("aedt"), .zone(minutes: 660)),
        (words("tháng"), .monthSign), (words("năm г г года р року"), .yearSign),
        (words("ago geleden sedan siden fa atrás önce назад тому temu lalu trước 전 前 天前 sitten πριν"), .agoAfter),
        (words("vor hace há ha acum před πριν منذ قبل pred"), .agoBefore),
        (
            words(
                "minute minutes min mins minuten minuto minutos minuti minuter minutter minuut dakika минут минуты",
                "минуту хвилин minut minuty menit phút 분 分钟前 分鐘前 分前 λεπτά دقيقة دقائق"
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

    private static let weekdays =
        words(
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
            "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag",
            "søndag måndag tisdag lördag söndag pondělí úterý středa čtvrtek pátek sobota neděle poniedziałek wtorek",
            "środa czwartek piątek niedziela pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник"
        )
        + words(
            "среда четверг пятница суббота воскресенье понеділок вівторок середа п'ятниця субота неділя maanantai",
            "tiistai keskiviikko torstai perjantai lauantai sunnuntai senin selasa rabu kamis jumat sabtu minggu luni",
            "marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat vasárnap δευτέρα",
            "τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
            "thứ"
        )

    static func words(_ lines: String...) -> [String] {
        lines.flatMap { $0.split(separator: " ").map(String.init) }
    }
}
