extension BylineWords {
    /// Words that say that the date beside them is not the story's: dates of events, offers, pictures, members, people.
    ///
    /// A word of publication between such a word and the date outweighs it (`BylineDate.tellsOther`).
    static let otherDates =
        DateWords.words(
            "meeting meetings event events ends end ending expires expiry until till through deadline due starts start open",
            "starting begins begin beginning opens opening closes closing closed valid since joined join member members",
            "membership registered register registration born died taken captured filmed recorded photographed screenshot",
            "archived retrieved accessed established founded next upcoming effective applies apply session hearing",
            "election tickets sale deadline launch launches premiere premieres airs aired broadcast scheduled returns rsvp",
            "appointment concert workshop webinar conference offer arrival delivery warranty version"
        )
        + DateWords.words(
            "termin termine sitzung treffen versammlung veranstaltung veranstaltungen veranstaltungstag endet beginnt",
            "beginn ende bis gültig ab seit mitglied beigetreten registriert geboren gestorben aufgenommen aufnahme",
            "anmeldeschluss einsendeschluss anmeldung angebot frist ablauf nächste nächster nächstes archiviert abgerufen",
            "gegründet réunion réunions événement évènement expire jusqu'au jusqu'à début fin depuis membre inscrit",
            "inscription inscriptions né née mort prise valable offre prochaine prochain séance concert clôture limite",
            "ouverture archivé consulté reunión evento termina finaliza hasta comienza empieza inicio desde miembro"
        )
        + DateWords.words(
            "registrado nacido nacida murió tomada válido válida oferta próxima próximo sesión plazo límite inscripción",
            "riunione evento scade scadenza fino inizio inizia membro iscritto nato nata scattata valido valida offerta",
            "prossima prossimo seduta termine entro reunião termina até início começa membro inscrito nascido tirada válido",
            "vergadering bijeenkomst evenement eindigt tot vanaf sinds lid geboren overleden genomen geldig aanbieding",
            "volgende möte nästa evenemang slutar medlem född tagen gäller erbjudande møte møde neste næste arrangement",
            "slutter født tatt gjelder spotkanie wydarzenie członek urodzony ważne oferta następne zebranie schůze"
        )
        + DateWords.words(
            "akce člen narozen platí nabídka příští заседание встреча собрание мероприятие до действует окончание начало",
            "участник регистрация родился снято следующее следующая акция засідання зустріч подія член toplantı etkinlik",
            "üye kayıt doğum çekildi kampanya sonraki bitiş başlangıç rapat acara anggota sejak berakhir berlaku lahir",
            "cuộc họp sự kiện hết hạn thành viên صالح حتى اجتماع عضو منذ ينتهي बैठक सदस्य अंतिम कार्यक्रम"
        )
        + DateWords.words(
            "photo picture image close respond subscribe order vote enter book available cinemas theaters theatres coming",
            "when kick-off kickoff reopens renews best before survey inspected checked visited account postponed incorporated",
            "policy terms copyright forecast weather countdown crawled entries applications bookings polls prices correct",
            "foto fotos bild archivbild kinostart erscheint stichtag wiedereröffnung sortie fondé fondée unió estreno fundado",
            "fundada consultado vence fotografía immagine cinema prazo estreia fotografia zdjęcie użytkownik fotoğraf başvuru",
            "üyelik tarihinden фото снимок сайте регистрации рождения мероприятия премьера сделано φωτογραφία λήγει μέλος"
        )
        + DateWords.words("التقطت الصورة ảnh chụp kết thúc")

    /// Words right after a date that say the same.
    static let wordsAfterOtherDates = BlockPhrases([
        "撮影", "まで", "締切", "締め切り", "開催", "開始", "截止", "拍摄", "拍攝", "举行", "舉行", "加入", "注册", "까지", "마감", "가입", "촬영", "개봉",
        "개최",
    ])

    /// Parts of words with the same meaning where words are not separated.
    static let otherDateParts = BlockPhrases([
        "会議", "会议", "會議", "開催", "举行", "舉行", "締切", "締め切り", "截止", "終了", "结束", "結束", "開始日", "开始", "撮影", "摄于", "攝於", "活动",
        "活動", "上映", "成立", "拍摄", "拍攝", "会員",
        "会员", "會員", "入会",
        "登録会員", "加入", "注册", "註冊", "有効", "有效", "期限", "生年月日", "出生", "誕生", "次回", "下次", "予定", "発売", "회의", "행사", "마감", "종료",
        "가입", "촬영",
        "유효", "만료", "개봉", "창간", "생년월일", "출생", "다음", "예정", "모집", "신청", "출시", "ประชุม", "สมาชิก", "หมดเขต", "ถ่ายเมื่อ",
    ])
}
