extension BylineWords {
    /// Given names that many people have: a name of two capitals before a date is a person's where it begins with one,
    /// and else may be an outlet's.
    static let given =
        DateWords.words(
            "aaron adam adrian aisha alan albert alejandro alessandro alex alexander alexandra alexis alfred ali alice",
            "alison allison amanda amelia amir amy ana anastasia andrea andreas andrei andrew andré angela anita ann anna",
            "anne annette anthony antonio ariel arnold arthur ashley audrey barbara ben benjamin bernard bernd beth bill",
            "björn bob boris brad brandon brian brigitte bruce bruno camille carl carla carlos carmen carol caroline",
            "catherine cecilia charles charlotte chloe chris christian christina christine christoph christopher claire",
            "clara claudia colin connor craig cristina dan daniel daniela danielle dave david dean deborah denis dennis",
            "diana diego dmitry dominic dominik donald donna doug douglas edgar eduardo edward elena eli elisabeth",
            "elizabeth ella ellen emily emma eric erica erik erin esther ethan eugene eva evan eve fatima felix fernando",
            "fiona florian frances francesca francesco francis francisco frank franz frédéric françois gabriel gareth gary"
        )
        + DateWords.words(
            "george georg gerald gerhard giulia giuseppe glenn gordon grace graham greg gregory guillaume gustavo hannah",
            "hans harold harry hassan heather heinz helen helena helmut henry herbert holly hugh hugo ian ibrahim igor",
            "ingrid irina isaac isabel isabella ivan jack jacob jacques jake jakob james jamie jan jane janet jason javier",
            "jay jean jeff jeffrey jennifer jenny jens jeremy jerry jesse jessica jesús jill jim joan joanna joao joe joel",
            "johan johannes john johnny jon jonas jonathan jordan jorge jose joseph joshua josé joão juan judith jules",
            "julia julian julie juliette jürgen justin kai karen karin karl kate katherine kathleen kathrin katie katja",
            "katrin keith kelly ken kenneth kerstin kevin kim klaus kristen kristin kyle lars laura lauren laurent lea lee",
            "lena leo leon leonardo leslie liam linda lisa liz lorenzo louis louise luca lucas lucia lucy luis luke maggie",
            "manuel marc marcel marco marcus margaret maria marie marina mario marion mark markus martha martin martina"
        )
        + DateWords.words(
            "mary mathias matt matteo matthew matthias maurice max maximilian megan melanie melissa mia michael michaela",
            "michel michelle miguel mike miriam mohamed mohammad mohammed molly monica monika muhammad nadia nancy naomi",
            "natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nikolai nina noah nora norman oleg",
            "oliver olga olivia omar oscar otto owen pablo pamela paola paolo pascal patricia patrick paul paula pauline",
            "pedro peter petra phil philip philipp philippe pierre rachel rafael ralf ralph raphael ray rebecca regina",
            "rené ricardo richard rita rob robert roberto robin roger roland ron ronald rosa rose ross roy russell ruth",
            "ryan sabine sally sam samantha samuel sandra sara sarah scott sean sebastian sergei sergey sergio seth shannon",
            "sharon shirley simon sofia sonia sophia sophie stefan stefanie stephan stephanie stephen steve steven stuart",
            "sue susan susanne suzanne svetlana sylvia sylvie tamara tanja tanya tara ted teresa terry theo theresa thomas"
        )
        + DateWords.words(
            "tiffany tim timothy tina tobias todd tom tony tracy trevor tyler ulrich ulrike ursula valentina vanessa vera",
            "veronica victor victoria vincent vladimir walter wayne wendy werner will william wolfgang yasmin yusuf yuri",
            "yves zachary zoe ahmed mahmoud mustafa fatma ayşe mehmet emre elif piotr paweł andrzej jakub tomasz",
            "krzysztof małgorzata agnieszka katarzyna jana petr pavel tomáš jiří lucie zuzana lukáš ondřej радек анна",
            "александр алексей андрей дмитрий екатерина елена иван ирина мария михаил наталья николай ольга павел сергей",
            "татьяна юлия олександр олена оксана сергій"
        )
}
