extension DateReader {
    /// Months by name and by abbreviation, in lower case: English, German, French, Spanish, Italian, Portuguese,
    /// Dutch, the Scandinavian languages, Czech, Polish, Turkish and Russian.
    ///
    /// No word of the table names different months in two of the languages.
    static let months: [String: Int] = {
        let names: [[String]] = [
            [
                "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro",
                "januari", "ledna", "stycznia", "ocak", "января", "январь", "янв",
            ],
            [
                "february", "feb", "februar", "feber", "février", "fevrier", "févr", "fév", "febrero", "febbraio",
                "febbr", "fevereiro", "fev", "februari", "února", "lutego", "şubat", "февраля", "февраль", "фев",
                "февр",
            ],
            [
                "march", "mar", "märz", "mär", "maerz", "mrz", "mars", "marzo", "março", "marco", "maart", "mrt",
                "marts", "března", "marca", "mart",
                "марта", "март", "мар",
            ],
            [
                "april", "apr", "avril", "avr", "abril", "abr", "aprile", "dubna", "kwietnia", "nisan", "апреля",
                "апрель", "апр",
            ],
            ["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "maj", "května", "maja", "mayıs", "мая", "май"],
            [
                "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "června", "czerwca", "haziran",
                "июня", "июнь", "июн",
            ],
            [
                "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "července", "lipca",
                "temmuz", "июля", "июль", "июл",
            ],
            [
                "august", "aug", "août", "aout", "agosto", "ago", "augustus", "augusti", "srpna", "sierpnia", "ağustos",
                "августа", "август", "авг",
            ],
            [
                "september", "sept", "sep", "septembre", "septiembre", "setiembre", "settembre", "sett", "setembro",
                "set", "září", "września", "eylül", "сентября", "сентябрь", "сен", "сент",
            ],
            [
                "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "října",
                "października", "ekim",
                "октября", "октябрь", "окт",
            ],
            [
                "november", "nov", "novembre", "noviembre", "novembro", "listopadu", "listopada", "kasım", "ноября",
                "ноябрь", "ноя", "нояб",
            ],
            [
                "december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre",
                "dezembro", "desember", "prosince", "grudnia", "aralık", "декабря", "декабрь", "дек",
            ],
        ]
        var table: [String: Int] = [:]
        for (index, words) in names.enumerated() {
            for word in words { table[word] = index + 1 }
        }
        return table
    }()

    /// Days of the week, which may stand before a date and add nothing to it.
    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        "mo", "di", "mi", "do", "fr", "sa", "so",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        "segunda", "terça", "quarta", "quinta", "sexta", "feira",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag", "lördag", "söndag",
        "pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle", "poniedziałek", "wtorek", "środa",
        "czwartek", "piątek", "niedziela", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ]

    /// Letters that make an ordinal of a day's figure.
    static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "e", "o", "a", "ème"]

    /// Words between day, month and year.
    static let joins: Set<String> = ["of", "de", "del", "di"]
}
