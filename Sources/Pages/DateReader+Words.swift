extension DateReader {
    /// Months by name and by abbreviation, in lower case: English, German, French, Spanish, Italian, Portuguese,
    /// Dutch and Russian.
    ///
    /// No word of the table names different months in two of the languages.
    static let months: [String: Int] = {
        let names: [[String]] = [
            [
                "january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro",
                "januari", "января", "январь", "янв",
            ],
            [
                "february", "feb", "februar", "feber", "février", "fevrier", "févr", "fév", "febrero", "febbraio",
                "febbr", "fevereiro", "fev", "februari", "февраля", "февраль", "фев", "февр",
            ],
            [
                "march", "mar", "märz", "mär", "maerz", "mrz", "mars", "marzo", "março", "marco", "maart", "mrt",
                "марта", "март", "мар",
            ],
            ["april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля", "апрель", "апр"],
            ["may", "mai", "mayo", "maggio", "mag", "maio", "mei", "мая", "май"],
            [
                "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "июня", "июнь", "июн",
            ],
            [
                "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "июля", "июль", "июл",
            ],
            ["august", "aug", "août", "aout", "agosto", "ago", "augustus", "августа", "август", "авг"],
            [
                "september", "sept", "sep", "septembre", "septiembre", "setiembre", "settembre", "sett", "setembro",
                "set", "сентября", "сентябрь", "сен", "сент",
            ],
            [
                "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out",
                "октября", "октябрь", "окт",
            ],
            [
                "november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "ноя", "нояб",
            ],
            [
                "december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic", "dicembre",
                "dezembro", "декабря", "декабрь", "дек",
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
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ]

    /// Letters that make an ordinal of a day's figure.
    static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "e", "o", "a", "ème"]

    /// Words between day, month and year.
    static let joins: Set<String> = ["of", "de", "del", "di"]
}
