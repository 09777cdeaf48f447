import Testing

@testable import Pages

@Suite struct LanguageTests {
    @Test(arguments: [
        ("en", "The boat was late again and nobody on the quay had an umbrella for the children."),
        ("de", "Das Boot war wieder zu spät und niemand auf dem Steg hatte einen Schirm für die Kinder."),
        ("fr", "Le bateau était encore en retard et personne sur le quai n'avait de parapluie pour les enfants."),
        ("es", "El barco llegó tarde otra vez y nadie en el muelle tenía un paraguas para los niños."),
        ("it", "La barca era di nuovo in ritardo e nessuno sul molo aveva un ombrello per i bambini della scuola."),
        ("pt", "O barco chegou atrasado outra vez e ninguém no cais tinha um guarda-chuva para as crianças da escola."),
        ("nl", "De boot was weer te laat en niemand op de kade had een paraplu voor de kinderen van het dorp."),
        ("ru", "Лодка снова опоздала, и ни у кого на причале не было зонта для детей, как это бывает в марте."),
        ("uk", "Човен знову запізнився, і ніхто на причалі не мав парасольки для дітей із нашої школи."),
        ("el", "Το καΐκι άργησε πάλι και κανείς στην προβλήτα δεν είχε ομπρέλα για τα παιδιά."),
        ("ko", "배가 또 늦었고 부두에 있던 사람들은 아무도 아이들을 위한 우산을 가지고 있지 않았다."),
        ("ja", "船はまた遅れたが、桟橋には子どもたちのための傘を持っている人がいなかった。"),
        ("zh", "船又晚点了，码头上没有人给孩子们带伞。"),
        ("ar", "تأخر القارب مرة أخرى ولم يكن لدى أحد على الرصيف مظلة للأطفال."),
        ("vi", "Chiếc thuyền lại đến muộn và không ai trên bến có ô cho bọn trẻ."),
        ("he", "הסירה איחרה שוב ולאיש על המזח לא הייתה מטרייה לילדים."),
    ])
    func `a language is told by its script or its commonest words`(code: String, text: String) {
        #expect(Language.code(of: text) == code)
    }

    @Test(arguments: ["", "42", "Pellworth 3, Dunnock 1", "xqz vrt plk mnb wsd", "Tidewater Notebook", "a"])
    func `a text that tells too little has no language`(text: String) {
        #expect(Language.code(of: text) == nil)
    }

    @Test func `foreign words in a text do not change its language`() {
        let text =
            "The boat is called Ελπίδα, and the name was painted by the skipper himself with a brush that was too wide."
        #expect(Language.code(of: text) == "en")
    }
}
