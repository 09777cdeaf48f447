/// The beginnings of lines that are boilerplate whatever follows, by language.
///
/// Only line beginnings are listed in so many languages. Equally long lists of whole lines, and of words for pictures
/// and their sources, were tried on pages of sites that the rules were not made for; the labels did not get better.
enum BoilerplateOpenings {
    static let all = english + german + romance + northern + eastern

    private static let english = [
        "©", "(c) 20", "copyright ", "all rights reserved", "skip to ", "share this", "share on ", "share via ",
        "sign up for ", "sign up to ", "subscribe to ", "subscribe now", "follow us", "click to share",
        "click here to ", "we use cookies", "this site uses cookies", "this website uses cookies",
        "by continuing to ", "we and our partners", "advertisement", "you must be logged in", "log in to ",
        "comments off", "comments are closed", "continue reading ", "originally published:", "first published:",
        "filed under", "tagged with", "posted in ",
        "read more:", "read also", "also read", "recommended for you",
        "your email address will not be published", "save my name", "notify me of", "please enable javascript",
        "javascript is ", "the views expressed in this article", "download our app", "get the latest",
        "enter your email", "most viewed", "most read", "most popular", "you may also like", "you might also like",
        "thank you for reading", "support our journalism", "powered by ", "view all ", "see all ", "tag: ",
        "tagged: ", "category: ", "categories: ", "archives for ", "archive for ", "posts tagged", "monthly archives",
        "join the conversation", "recommended from ", "click to play video", "last updated ", "what's this?",
        "read next", "back to top", "jump directly to", "jump to ", "advertisement ·", "story continues below",
        "article continues below", "this advertisement has not loaded", "link copied", "copy article link",
        "listen to article", "this website stores cookies", "our website uses cookies", "this site is protected by",
        "by clicking ", "by subscribing", "by signing up", "by submitting ", "your browser does not support",
        "your browser doesn't support", "please log in", "please sign in", "please subscribe", "already a subscriber",
        "already a member", "already have an account", "don't have an account", "forgot your password",
        "not a member", "become a subscriber", "subscribe today", "start your free", "you have reached your limit",
        "this article is reserved for", "unlock this article", "to continue reading", "get unlimited access",
        "this content is only available", "thank you for signing up", "thanks for signing up",
        "you are now signed up", "check your inbox", "please check your email", "something went wrong",
        "an error occurred", "please try again", "you are using an outdated", "turn on javascript",
        "enable javascript", "disable your ad", "ad blocker", "download the app", "get our app",
        "available on the app store", "follow @", "like us on", "find us on", "add us on", "join our ", "join us on",
        "sponsored by ", "this story was originally", "republish this", "reprints & ", "order reprints",
        "send us a tip", "got a tip", "have a tip", "report a correction", "sign in to ", "sign in or ", "log in or ",
        "show more", "load more", "read the full ", "watch: ", "see also:", "related: ", "more: ", "more on ",
        "more from ", "also on ", "up next:", "read: ", "don't miss:", "photo gallery:",
    ]

    private static let german = [
        "alle rechte vorbehalten", "wir verwenden cookies", "diese website verwendet", "kategorie: ", "schlagwort: ",
        "veröffentlicht unter ", "geschrieben in ", "zum inhalt", "artikel anhören", "diese webseite verwendet",
        "diese seite verwendet", "unsere website verwendet", "wir nutzen cookies", "um unsere webseite",
        "um diese website", "durch die nutzung", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "lies auch",
        "auch interessant:", "mehr zum thema", "mehr dazu:", "jetzt anmelden", "jetzt abonnieren", "jetzt lesen",
        "melden sie sich", "abonnieren sie", "folgen sie uns", "folge uns", "bitte melden sie sich",
        "bitte loggen sie", "bitte aktivieren sie javascript", "javascript ist ", "ihr browser ",
        "dieser artikel ist kostenpflichtig", "sie haben bereits ein", "bereits abonnent", "noch kein abo",
        "ihre e-mail-adresse", "deine e-mail-adresse", "an dieser stelle finden sie",
        "an dieser stelle befindet sich", "externer inhalt", "empfohlener redaktioneller inhalt",
        "hier finden sie inhalte von", "zur merkliste",
    ]

    private static let romance = [
        "tous droits réservés", "todos los derechos", "tutti i diritti", "todos os direitos", "toate drepturile",
        "publié dans ", "publicado en ", "pubblicato in ", "publicado em ", "lire aussi", "à lire aussi",
        "lire également", "lire la suite", "lisez aussi", "voir aussi", "abonnez-vous", "inscrivez-vous",
        "connectez-vous", "suivez-nous", "ce site utilise des cookies", "nous utilisons des cookies",
        "en poursuivant votre navigation", "votre navigateur ", "veuillez activer javascript",
        "cet article est réservé", "il vous reste ", "déjà abonné", "pas encore abonné", "partager sur ",
        "partager cet article", "temps de lecture", "retrouvez tous nos", "lea también", "lee también",
        "leer también", "te puede interesar", "le puede interesar", "ver también", "suscríbete", "regístrate",
        "síguenos", "inicia sesión", "compartir en ", "este sitio utiliza cookies", "utilizamos cookies",
        "usamos cookies", "este sitio web utiliza", "su navegador ", "ya eres suscriptor", "contenido exclusivo para",
        "tiempo de lectura", "leggi anche", "guarda anche", "vedi anche", "iscriviti ", "abbonati ", "seguici su",
        "condividi su", "questo sito utilizza", "utilizziamo i cookie", "usiamo i cookie", "il tuo browser ",
        "sei già abbonato", "tempo di lettura", "leia também", "leia mais:", "veja também", "veja mais", "saiba mais",
        "assine ", "inscreva-se", "siga-nos", "compartilhe ", "este site usa cookies", "este site utiliza cookies",
        "já é assinante", "tempo de leitura", "clique aqui", "haz clic aquí", "haga clic", "clicca qui",
        "cliquez ici", "citește și", "citeşte şi", "abonează-te", "urmărește-ne", "acest site folosește",
        "llegeix també", "legeix també", "comparteix ",
    ]

    private static let northern = [
        "lees ook", "lees verder", "lees meer", "abonneer je", "schrijf je in", "volg ons", "deze website gebruikt",
        "wij gebruiken cookies", "we gebruiken cookies", "alle rechten voorbehouden", "al abonnee", "log in om",
        "deel via ", "deel op ", "les også", "les mer", "les hele saken", "abonner på ", "bli abonnent", "følg oss",
        "vi bruker cookies", "vi bruker informasjonskapsler", "denne nettsiden", "du må være logget", "læs også",
        "læs mere", "tilmeld dig", "følg os", "vi bruger cookies", "denne hjemmeside bruger", "allerede abonnent",
        "läs också", "läs även", "läs mer", "prenumerera ", "följ oss", "vi använder cookies", "vi använder kakor",
        "lue myös", "lue lisää", "tilaa ", "seuraa meitä", "käytämme evästeitä", "lestu meira", "lesa meira",
        "fylgstu með",
    ]

    private static let eastern = [
        "опубликовано в ", "читайте также", "читать также", "смотрите также", "подписывайтесь", "подпишитесь",
        "следите за ", "все права защищены", "при использовании материалов", "перепечатка ", "мы используем cookie",
        "мы используем файлы", "сайт использует", "наш телеграм", "наш канал", "нашли ошибку", "если вы нашли ошибку",
        "поделиться ", "читайте також", "підписуйтесь", "стежте за", "усі права захищено", "czytaj także",
        "czytaj też", "czytaj również", "zobacz także", "zobacz też", "zobacz również", "przeczytaj także",
        "przeczytaj też", "wszelkie prawa zastrzeżone", "zaloguj się", "zapisz się", "obserwuj nas",
        "ta strona używa", "nasza strona używa", "používáme cookies", "čtěte také", "čtěte i",
        "všechna práva vyhrazena", "sledujte nás", "přihlaste se", "čítajte aj", "prečítajte si", "olvassa el",
        "kövessen minket", "kövess minket", "iratkozz fel", "iratkozzon fel", "minden jog fenntartva",
        "ez a weboldal", "pročitajte i", "pročitajte još", "pratite nas", "preberite tudi", "διαβάστε επίσης",
        "διαβάστε ακόμα", "ακολουθήστε ", "με την επιφύλαξη", "ayrıca okuyun", "bizi takip edin",
        "tüm hakları saklıdır", "abone ol", "haberin devamı", "무단 전재", "무단전재", "저작권자", "ⓒ", "▶", "구독하시", "あわせて読みたい",
        "無断転載", "この記事は", "当サイト", "版权所有", "未经授权", "本网站使用", "責任編輯", "责任编辑", "延伸閱讀", "更多新聞", "更多新闻", "اقرأ أيضا",
        "اقرأ أيضاً", "إقرأ أيضا", "تابعنا", "جميع الحقوق", "baca juga", "xem thêm", "đọc thêm", "mời bạn đọc",
        "ยังอ่าน", "यह भी पढ़ें", "ये भी पढ़ें",
    ]
}
