import Foundation

/// A language to invent stories in: its small words, and content words made of stems and endings.
struct Tongue: Sendable {
    /// The words by how often they are used, the most frequent first.
    let words: [[UInt8]]
    let names: [[UInt8]]

    init(small: String, stems: String, endings: String, names: String) {
        let stems = stems.split(separator: " ").map(String.init)
        let endings = endings.split(separator: " ").map { $0 == "-" ? "" : String($0) }
        var words = small.split(separator: " ").map(String.init)
        // A newspaper's archive has some hundred thousand different words, and their number decides what a full-text
        // index costs.
        for second in [""] + stems {
            for ending in endings {
                for first in stems where first != second { words.append(first + second + ending) }
            }
        }
        self.words = words.map { Array($0.utf8) }
        self.names = names.split(separator: " ").map { Array($0.utf8) }
    }

    /// Draws a word by Zipf's law: the word at rank r comes with a probability of about 1/r.
    func word(_ dice: inout Dice) -> [UInt8] {
        words[min(words.count - 1, Int(exp(dice.share() * log(Double(words.count + 1)))) - 1)]
    }

    static let all = [english, german, french, spanish, polish, russian]

    private static let english = Tongue(
        small: """
            the of and to a in that it was for on with as his they at be this from have or by one had not but what all \
            were when we there can an your which their said if do will each about how up out them then she many some so
            """,
        stems: """
            harbour ferry council lamp garden bridge market winter school letter river engine window story quay island \
            choir roof tide ticket clerk boat stone board cellar timber orchard signal museum bakery lantern meadow \
            ledger parish wagon copper saddle thimble kettle anchor barrel canvas drift ember fathom gable hollow \
            iron jetty kiln ladder mortar needle oar pillar quarry rudder sail tackle vessel willow yard
            """,
        endings: "- s ed ing er ly ness less",
        names: "Mirela Jorunn Casimir Odalys Lennart Ingrith Tasker Okeby Brandreth Sandvoort Valsamar Pemberwick"
    )
    private static let german = Tongue(
        small: """
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er \
            hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor
            """,
        stems: """
            hafen fähr rat lampe garten brücke markt winter schul brief fluss motor fenster bericht ufer insel chor \
            dach flut karte amt boot stein keller holz wiese signal museum bäcker laterne wagen kupfer sattel kessel \
            anker fass segel glut giebel eisen steg ofen leiter nadel ruder säule bruch weide hof zaun mühle
            """,
        endings: "- e en er s es lich ung",
        names: "Gerda Alwin Traudl Henrike Bredow Quandt Ullmer Sievers Jorinde Falk Ottokar Wendel"
    )
    private static let french = Tongue(
        small: """
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se le ce il sont avec son \
            mais comme ou si leur y dont elle ont été cette aux ces nous même après sans fait tout deux aussi bien
            """,
        stems: """
            port bac conseil lampe jardin pont march hiver école lettre riv moteur fenêtre récit quai île chœur toit \
            marée billet greffe bateau pierre cave bois verger signal musée four lantern pré registre chariot cuivre \
            selle ancre tonneau toile braise pignon fer jetée échelle aiguille rame pilier carrière voile saule cour
            """,
        endings: "- s e es er ait ement ique",
        names: "Odette Bastien Maëlle Corentin Delorme Vasseur Hébrard Lucette Thibaud Garance Mercadier Pruvost"
    )
    private static let spanish = Tongue(
        small: """
            de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin \
            sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque
            """,
        stems: """
            puert barc concej lámpar jardín puent mercad inviern escuel cart río motor ventan relat muell isl cor tej \
            mare billet oficin bot piedr sótan mader huert señal muse horn farol prad libr carr cobr sill ancl barril \
            lon bras hierr escal aguj rem pilar canter vel sauc pati
            """,
        endings: "o a os as ado ando ero mente",
        names: "Ximena Anselmo Leocadia Rufino Iturbe Cárdenas Olmedo Palacín Domitila Bermejo Quintana Segura"
    )
    private static let polish = Tongue(
        small: """
            w i na z do nie się że to o jest jak po co za od ale przez tak dla był już tym czy jego ich także jej przy \
            ten było może lat być przed który oraz gdy bardzo tylko jednak tego pod są aby bez nad nich która nas jako
            """,
        stems: """
            port prom rad lamp ogród most targ zim szkoł list rzek silnik okn wieść brzeg wysp chór dach pływ bilet \
            urząd łodz kamień piwnic drewn sad sygnał muze piekar latarń łąk rejestr wóz miedź siodł kocioł kotwic \
            beczk płótn żar szczyt żelaz pomost piec drabin igł wiosł filar kamieniołom żagiel wierzb podwórz
            """,
        endings: "- a y u em ami owy ach",
        names: "Bożena Zdzisław Jagna Mścisław Kruczek Wierzbicka Łęcki Grażyna Świętosław Ostoja Borowiec Halina"
    )
    private static let russian = Tongue(
        small: """
            и в не на что с он как я по это его но они из к у от о все так за вы мы же бы для мне еще нет ее был было \
            когда до быть ни только или если уже под при есть после может через того их во она также были где чтобы
            """,
        stems: """
            порт паром совет ламп сад мост рынок зим школ письм рек мотор окн рассказ причал остров хор крыш прилив \
            билет контор лодк камен подвал лес сигнал музе пекарн фонар луг журнал вагон мед седл котел якор бочк \
            парус угл желез мол печ лестниц игл весл столб карьер ив двор
            """,
        endings: "- а ы у ом ами ный ах",
        names: "Мирон Аглая Пелагея Савелий Крутов Ольшанская Берегов Зимина Евдоким Тихонова Лапин Вересов"
    )
}
