extension DateWords {
    /// The names and abbreviations of the months, from January on, in languages with Latin, Cyrillic, Greek, Armenian and
    /// Georgian letters.
    ///
    /// The languages are:
    /// English, German, French, Spanish, Catalan, Galician, Basque, Italian, Portuguese, Romanian, Dutch,
    /// Afrikaans, Danish, Norwegian, Swedish, Icelandic, Finnish, Estonian, Latvian, Lithuanian, Polish, Czech,
    /// Slovak, Slovenian, Croatian, Serbian, Macedonian, Bulgarian, Russian, Ukrainian, Belarusian, Kazakh,
    /// Tajik, Hungarian, Turkish, Azerbaijani and Uzbek, Albanian, Maltese, Indonesian and Malay, Filipino,
    /// Swahili, Greek, Armenian, Georgian.
    ///
    /// No word names different months in two of them, but for "listopada": with a full stop after the day it is the
    /// Croatian October and is read so (`DateReader.month`). Abbreviations that are names or other words too stand in
    /// `nameMonths`.
    static let europeanMonths: [[String]] = [
        words(
            "january jan januar jänner janvier janv enero ene gener gen xaneiro xan urtarrila urtarrilaren",
            "gennaio janeiro ianuarie ian januari januarie janúar tammikuuta tammikuu jaanuar janvāris janvārī",
            "sausio sausis stycznia styczeń sty ledna leden januára január januarja siječnja siječanj januara",
            "јануара јануар јан јануари януари яну ян января январь янв січня січень січ студзеня студзень қаңтар",
            "январи ocak oca yanvar janar janari jannar ιανουαρίου ιανουάριος ιανουαριου ιαν հունվարի հունվար հնվ",
            "იანვარი იანვრის იან"
        ),
        words(
            "february feb februar feber février fevrier févr fév febrero febrer febr febreiro otsaila otsailaren",
            "febbraio febbr fevereiro fev februarie februari febrúar helmikuuta helmikuu veebruar veebr februāris",
            "februārī vasario vasaris lutego luty lut února únor úno februára február februarja veljače veljača",
            "februara фебруара фебруар феб февруари февр фев февраля февраль лютого лютий лют лютага люты ақпан",
            "феврали şubat subat şub fevral shkurt shkurti frar pebruari pebrero φεβρουαρίου φεβρουάριος",
            "φεβρουαριου φεβ փետրվարի փետրվար փտվ თებერვალი თებერვლის თებ"
        ),
        words(
            "march mar märz mär maerz mrz mars marzo març martxoa martxoaren março marco martie maart mrt marts",
            "maaliskuuta maaliskuu märts martā kovo kovas marca marzec března březen bře marec ožujka ožujak",
            "marta mart марта март мар березня березень берез бер сакавіка сакавік наурыз марти márciusi március",
            "márc marzu maret marso machi μαρτίου μάρτιος μαρτιου μαρ մարտի մարտ მარტი მარტის მარ"
        ),
        words(
            "april apr avril avr abril abr apirila apirilaren aprile aprilie apríl huhtikuuta huhtikuu aprill",
            "aprīlis aprīlī balandžio balandis kwietnia kwiecień kwi dubna duben apríla aprila travnja travanj",
            "априла април апр апреля апрель квітня квітень квіт кві красавіка красавік сәуір апрели áprilisi",
            "április ápr nisan nis aprel prill prilli aprili απριλίου απρίλιος απριλιου απρ ապրիլի ապրիլ ապր",
            "აპრილი აპრილის აპრ"
        ),
        words(
            "may mai mayo maig maio maiatza maiatzaren maggio mag mei maj maí toukokuuta toukokuu maijs maijā",
            "gegužės gegužė maja května květen kvě mája máj svibnja svibanj маја мај май мая травня травень трав",
            "тра траўня мамыр майи május mayıs mayis mejju μαΐου μαΐος μάιος μαίου μαιου μαϊου μαϊ μάι մայիսի",
            "մայիս მაისი მაისის მაი"
        ),
        words(
            "june jun juni juin junio juny xuño ekaina ekainaren giugno giu junho iunie iun junie júní kesäkuuta",
            "kesäkuu juuni jūnijs jūnijā birželio birželis czerwca czerwiec cze června červen čvn júna jún junija",
            "junij lipnja lipanj juna јуна јун јуни юни июня июнь июн червня червень черв чер чэрвеня чэрвень",
            "маусым июни június haziran haz iyun qershor qershori ġunju hunyo ιουνίου ιούνιος ιουνιου ιουν",
            "հունիսի հունիս ივნისი ივნისის ივნ"
        ),
        words(
            "july jul juli juillet juil julio juliol xullo uztaila uztailaren luglio lug julho iulie iul julie",
            "júlí heinäkuuta heinäkuu juuli jūlijs jūlijā liepos liepa lipca lipiec července červenec čvc júla",
            "júl julija julij srpnja srpanj jula јула јул јули юли июля июль июл липня липень лип ліпеня ліпень",
            "шілде июли július temmuz iyul korrik korriku lulju julai hulyo ιουλίου ιούλιος ιουλιου ιουλ հուլիսի",
            "հուլիս ივლისი ივლისის ივლ"
        ),
        words(
            "august aug août aout agosto ago agost ag abuztua abuztuaren augustus augusti ágúst elokuuta elokuu",
            "augusts augustā rugpjūčio rugpjūtis sierpnia sierpień srpna srpen augusta avgusta avgust avg",
            "kolovoza kolovoz августа август авг серпня серпень серп сер жніўня жнівень тамыз августи augusztus",
            "ağustos agustos ağu avqust gusht gushti awwissu agustus agu ogos agosti αυγούστου αύγουστος",
            "αυγουστου αυγ օգոստոսի օգոստոս აგვისტო აგვისტოს აგვ"
        ),
        words(
            "september sept sep septembre septiembre setiembre set setembre setembro iraila irailaren settembre",
            "sett septembrie syyskuuta syyskuu septembris septembrī rugsėjo rugsėjis września wrzesień wrz září",
            "zář septembra rujna rujan septembar септембра септембар сеп септември септ сентября сентябрь сент",
            "сен вересня вересень верес вер верасня верасень қыркүйек сентябри szeptember szept eylül eylul eyl",
            "sentyabr sentabr shtator shtatori settembru setyembre septemba σεπτεμβρίου σεπτέμβριος σεπτεμβριου",
            "σεπ σεπτ սեպտեմբերի սեպտեմբեր სექტემბერი სექტემბრის სექ"
        ),
        words(
            "october oct oktober okt octobre octubre outubro out urria urriaren ottobre ott octombrie október",
            "lokakuuta lokakuu oktoober oktobris oktobrī spalio spalis października październik paź paz října",
            "říjen říj októbra oktobra oktobar октобра октобар окт октомври октября октябрь жовтня жовтень жовт",
            "жов кастрычніка кастрычнік қазан октябри ekim oktyabr oktabr tetor tetori ottubru oktubre oktoba",
            "οκτωβρίου οκτώβριος οκτωβριου οκτ հոկտեմբերի հոկտեմբեր ოქტომბერი ოქტომბრის ოქტ"
        ),
        words(
            "november nov novembre noviembre novembro azaroa azaroaren noiembrie nóvember marraskuuta marraskuu",
            "novembris novembrī lapkričio lapkritis listopada listopadu novembra studenoga studenog studeni",
            "novembar новембра новембар нов ноември ноем ноября ноябрь нояб ноя листопада листопад листоп лист",
            "лис лістапада лістапад қараша ноябри kasım kasim noyabr nëntor nëntori novembru nopember nobyembre",
            "novemba νοεμβρίου νοέμβριος νοεμβριου νοε նոյեմբերի նոյեմբեր ნოემბერი ნოემბრის ნოე"
        ),
        words(
            "december dec dezember dez décembre decembre déc diciembre dic desembre des decembro abendua",
            "abenduaren dicembre dezembro decembrie desember joulukuuta joulukuu detsember dets decembris",
            "decembrī gruodžio gruodis grudnia grudzień gru prosince prosinec decembra prosinca prosinac decembar",
            "децембра децембар дец декември дек декабря декабрь грудня грудень груд гру снежня снежань желтоқсан",
            "декабри aralık aralik dekabr dhjetor dhjetori diċembru disember disyembre desemba δεκεμβρίου",
            "δεκέμβριος δεκεμβριου δεκ դեկտեմբերի դեկտեմբեր დეკემბერი დეკემბრის დეკ"
        ),
    ]
}
