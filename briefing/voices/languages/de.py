"""German."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären fügt_hinzu fügte_hinzu fügt fügte hinzugefügt
    schreibt schrieb schrieben geschrieben antwortet antwortete antworteten geantwortet erwidert erwiderte entgegnet
    entgegnete entgegneten betont betonte betonten meint meinte meinten gemeint behauptet behauptete behaupteten nennt
    nannte nannten nennen genannt bezeichnet bezeichnete bezeichneten spricht sprach sprachen gesprochen warnt warnte
    warnten gewarnt fordert forderte forderten gefordert verlangt verlangte verlangten bittet bat gebeten fragt fragte
    fragten gefragt klagt klagte beklagt beklagte verspricht versprach versprochen kündigt_an kündigt kündigte
    angekündigt berichtet berichtete berichteten erzählt erzählte erzählten teilt_mit teilt teilte teilten mitgeteilt
    gibt_an gab_an angegeben räumt_ein räumt räumte eingeräumt gesteht gestand gestanden bestätigt bestätigte
    bestätigten unterstreicht unterstrich unterstrichen hebt_hervor hob_hervor bemerkt bemerkte angemerkt merkt merkte
    stellt_fest stellte_fest festgestellt schließt schloss fasst_zusammen fasste_zusammen fasst fasste zusammengefasst
    ruft rief gerufen glaubt glaubte findet fand hält hielt gehalten sieht sah fürchtet fürchtete befürchtet befürchtete
    hofft hoffte wünscht wünschte will wollte wollen möchte beschuldigt beschuldigte wirft warf vorgeworfen verurteilt
    verurteilte kritisiert kritisierte kritisierten lobt lobte begrüßt begrüßte erinnert erinnerte weist_darauf
    wies_darauf weist wies hingewiesen beteuert beteuerte versichert versicherte versicherten vertritt vertrat
    argumentiert argumentierte kommentiert kommentierte twittert twitterte wiederholt wiederholte wiederholten
    beschreibt beschrieb beschrieben verkündet verkündete schildert schilderte formuliert formulierte drückt drückte
    verwendet verwendete gebraucht gebrauchte benutzt benutzte schimpft schimpfte donnert donnerte flüstert flüsterte
    ergänzt ergänzte erläutert erläuterte urteilt urteilte beharrt beharrte besteht bestand pocht pochte droht drohte
    vergleicht verglich rät riet schlägt_vor schlug_vor schlägt schlug vorgeschlagen lässt_wissen ließ_wissen lässt ließ
    äußert äußerte äußerten geäußert spottet spottete stellt_klar stellte_klar meinen fragen klagen klagten geklagt
    betonen gebetont warnen fordern mahnt mahnen mahnte mahnten gemahnt folgert folgern folgerte folgerten gefolgert
    scherzt scherzen scherzte scherzten gescherzt lächelt lächeln lächelte lächelten gelächelt seufzt seufzen seufzte
    seufzten geseufzt höhnt höhnen höhnte höhnten gehöhnt spotten spotteten gespottet staunt staunen staunte staunten
    gestaunt wünschen wünschten gewünscht murmelt murmeln murmelte murmelten gemurmelt flüstern flüsterten geflüstert
    antworten schimpfen schimpften geschimpft loben lobten gelobt tadelt tadeln tadelte tadelten getadelt rügt rügen
    rügte rügten gerügt predigt predigen predigte predigten gepredigt wettert wettern wetterte wetterten gewettert ätzt
    ätzen ätzte ätzten geätzt erwidern erwiderten entgegnen behaupten verlangen erzählen beteuern beteuerten versichern
    verkünden verkündeten berichten bestätigen bedauert bedauern bedauerte bedauerten beklagen beklagten vermutet
    vermuten vermutete vermuteten befürchten befürchteten erläutern erläuterten ergänzen ergänzten erinnern erinnerten
    versprechen beschuldigen beschuldigten verurteilen verurteilten begrüßen begrüßten vermeldet vermelden vermeldete
    vermeldeten beanstandet beanstanden beanstandete beanstandeten verteidigt verteidigen verteidigte verteidigten
    bemängelt bemängeln bemängelte bemängelten prophezeit prophezeien prophezeite prophezeiten offenbart offenbaren
    offenbarte offenbarten empfehlen bewertet bewertete bewerteten resümiert resümierte resümierten befürwortet
    befürworten befürwortete befürworteten begründet begründen begründete begründeten beharren beharrten verspottet
    verspotten verspottete verspotteten überlegt überlegen überlegte überlegten entschuldigt entschuldigen entschuldigte
    entschuldigten bemerken bemerkten wiederholen schildern schilderten argumentierten kommentierten bilanziert
    bilanzierte bilanzierten präzisiert präzisierte präzisierten protestiert protestierte protestierten prognostiziert
    prognostizierte prognostizierten plädiert plädierte plädierten konstatiert konstatierte konstatierten formulierten
    notiert notierte notierten signalisiert signalisierte signalisierten appelliert appellierte appellierten insistiert
    insistierte insistierten moniert monierte monierten twittern twitterten referiert referierte referierten
    rekapituliert rekapitulierte rekapitulierten diktiert diktierte diktierten philosophiert philosophierte
    philosophierten garantiert garantierte garantierten widersprechen gibt_zu gab_zu gaben_zu zugegeben zugab bekennt
    bekannte bekannt_gab bekanntgab bekannt_gegeben hielt_fest hält_fest festhielt festhält festgehalten festhalten
    legte_dar legt_dar dargelegt darlegte darlegt fuhr_fort fährt_fort fortfuhr fortgefahren fügte_an hinzufügte
    hinzufügt feststellte feststellt klarstellte klarstellt klargestellt einräumte einräumt mitteilte mitteilt
    ankündigte ankündigt vorschlug vorschlägt vorwarf vorwirft hervorhob hervorhebt hervorgehoben anmerkte anmerkt
    zusammenfasste zusammenfasst zurief zuruft zugerufen anvertraut anvertraute wissen_ließ wissen_lässt
    durchblicken_ließ ausführte ausführt ausgeführt hinwies hinweist darstellte darstellt dargestellt vorrechnete
    vorrechnet vorgerechnet einwandte einwendet eingewandt zu_bedenken_gab zu_bedenken_gibt zu_bedenken_gegeben
    zu_protokoll_gab zu_protokoll_gegeben wiedergab sage sprächen nenne fordere meine schreibe habe_gesagt betone
    erkläre warne spreche verspreche bekräftigt bekräftigte bekräftigten bekräftigen empfiehlt empfahl empfahlen
    empfohlen raten geraten rieten ließ_ausrichten lässt_ausrichten ausrichten_ließ ließ_verlauten lässt_verlauten
    verlauten_ließ ließ_mitteilen mitteilen_ließ titulierte tituliert titulierten spielt_an spielte_an deutet deutete
    gedeutet wertet wertete gewertet nimmt_an nahm_an urteilen aussprach ausspricht ausgesprochen rechtfertigt
    rechtfertigte rechtfertigten baten bitten dankt dankte gedankt gratuliert gratulierte drohten gedroht schwört schwor
    geschworen jubelt jubelte gejubelt stöhnt stöhnte stöhnten mault maulte knurrt knurrte brummt brummte poltert
    polterte giftet giftete lästert lästerte witzelt witzelte wendet_ein wandte_ein hakt hakte nachhakte nachgehakt
    beschwert beschwerte beschwerten beschweren beschwor beschwört denkt dachte dachten gedacht denken erwartet
    erwartete erwarteten glauben geglaubt hoffen gehofft fürchten gefürchtet halten finden gefunden sehen gesehen
    einschätzt einschätzte eingeschätzt schätzt schätzte schätzen geschätzt vertreten verweist verwies verwiesen
    verweisen betitelt betitelte schmäht schmähte apostrophiert apostrophierte preist pries gepriesen würdigt würdigte
    gewürdigt feiert feierte charakterisiert charakterisierte umschreibt umschrieb umschrieben geißelt geißelte
    gegeißelt brandmarkt brandmarkte prangert prangerte angeprangert attestiert attestierte bescheinigt bescheinigte
    unterstellt unterstellte unterstellten gelobte konterte kontert konterten parierte pariert gesteht_ein gestand_ein
    eingestanden eingestand zugestanden zustimmt zustimmte zugestimmt beipflichtet beipflichtete pflichtet pflichtete
    meldet meldete meldeten gemeldet beschied beschieden informiert informierte informierten unterrichtete unterrichtet
    aufforderte auffordert aufgefordert aufrief aufruft aufgerufen rief_auf verlas verliest verlesen vorlas vorliest
    vorgelesen verrät verriet verraten plaudert plauderte führt_aus führte_aus ausgeplaudert bedankt bedankte lehrt
    lehrte sprechen schreiben gibt+zu gab+zu gaben+zu gebe+zu gibt+an gab+an gaben+an gebe+an gibt+weiter gab+weiter
    gibt+wieder gab+wieder gibt+bekannt gab+bekannt gaben+bekannt legt+dar legte+dar legten+dar legt+nahe legte+nahe
    hält+fest hielt+fest hielten+fest hält+entgegen hielt+entgegen hielten+entgegen hält+vor hielt+vor stellt+fest
    stellte+fest stellten+fest stellt+klar stellte+klar stellten+klar stellt+dar stellte+dar fährt+fort fuhr+fort
    fuhren+fort führt+aus führte+aus führten+aus führt+an führte+an wendet+ein wandte+ein wandten+ein vertraut+an
    vertraute+an kündigt+an kündigten+an prangert+an prangerte+an pflichtet+bei pflichtete+bei stimmt+zu stimmte+zu
    stimmten+zu deutet+an deutete+an deuteten+an rechnet+vor rechnete+vor liest+vor las+vor trägt+vor trug+vor
    bringt+vor brachte+vor ruft+zu rief+zu ruft+auf rief+auf hebt+hervor hob+hervor hoben+hervor fasst+zusammen fügt+an
    fügte+an fügt+hinzu fügten+hinzu merkt+an merkten+an räumt+ein räumten+ein teilt+mit teilten+mit schlägt+vor
    schlugen+vor wirft+vor warfen+vor weist+hin wies+hin wiesen+hin spricht+aus sprach+aus spricht+an sprach+an
    drückt+aus drückte+aus sichert+zu sicherte+zu sagt+zu sagte+zu gesteht+ein gestand+ein gesteht+zu gestand+zu tut+ab
    tat+ab hakt+nach hakte+nach schätzt+ein schätzte+ein stuft+ein stufte+ein nimmt+an nahm+an spielt+an spielte+an
    kreidet+an kreidete+an droht+an drohte+an zählt+auf zählte+auf setzt+entgegen setzte+entgegen setzt+hinzu
    setzte+hinzu schiebt+nach schob+nach klagt+an klagte+an lastet+an lastete+an mahnt+an mahnte+an heißt_es hieß_es
    nach_eigenem_bekunden nach_eigenen_worten nach_eigenen_angaben nach_eigener_aussage nach_eigener_darstellung
    nach_eigener_auskunft nach_eigener_einschätzung bietet bot bieten beschimpft beschimpfte verhöhnte verhöhnt
    beleidigt beleidigte verunglimpft verunglimpfte attackiert attackierte belehrt belehrte resümieren argumentieren
    kritisieren kommentieren bilanzieren präzisieren protestieren prognostizieren plädieren konstatieren formulieren
    notieren signalisieren appellieren insistieren monieren referieren rekapitulieren diktieren philosophieren
    garantieren
    """,
    saying="""
    sagend hinzufügend betonend zu_sagen zu_nennen zu_behaupten zu_erklären zu_bezeichnen zu_sprechen zu_warnen
    zu_fordern zu_antworten zu_schreiben zu_betonen zu_verlangen zu_kritisieren zu_verkünden zu_beklagen zu_mahnen
    hinzuzufügen einzuräumen festzustellen mitzuteilen zuzugeben anzukündigen zu_versichern zu_bestätigen zu_fragen
    zu_bitten zu_beschreiben zu_erinnern klarzustellen vorzuwerfen warnend fordernd erklärend fragend
    """,
    passive="""
    gesagt erklärt genannt bezeichnet gefragt gefordert beschrieben mitgeteilt vorgeworfen gewarnt verurteilt kritisiert
    gelobt begrüßt beschuldigt zitiert geschrieben geäußert formuliert verwendet gebraucht gebeten informiert
    aufgefordert angekündigt versprochen verglichen benutzt geantwortet versichert behauptet tituliert beschieden
    bescheinigt attestiert gerügt gemahnt ermahnt geschmäht verspottet gefeiert gepriesen geführt umschrieben
    charakterisiert angeprangert gebrandmarkt gewürdigt betitelt abgetan vorgehalten entgegengehalten zugerufen
    ausgerichtet eingestuft bewertet gewertet verteidigt hervorgehoben betont unterstellt vorgerechnet angekreidet
    beklagt bemängelt beanstandet dargestellt geschildert gemeldet empfohlen geraten wiedergegeben apostrophiert
    gedeutet verkündet festgestellt bestätigt eingeräumt unterrichtet angedroht nahegelegt beschimpft verhöhnt
    verunglimpft beleidigt bespöttelt abgekanzelt angegriffen attackiert abgefertigt zurechtgewiesen belehrt bejubelt
    """,
    cites="""
    zitiert zitierte zitierten zitieren wiederholt wiederholte wiederholten gibt+wieder gab+wieder zitierend referiert
    referierte
    """,
    denies="""
    bestreitet bestritt bestritten dementiert dementierte verneint verneinte leugnet leugnete weigert weigerte lehnt
    lehnte abgelehnt zurückgewiesen widerspricht widersprach vermeidet vermied weist+zurück wies+zurück wiesen+zurück
    streitet+ab stritt+ab stritten+ab nimmt+zurück nahm+zurück nahmen+zurück rückt+ab rückte+ab distanziert distanzierte
    distanzierten bestreiten bestreite dementieren dementierten abgestritten widerruft widerrief widerrufen verneinten
    geleugnet leugneten verwahrt verwahrte verwahrten entkräftet zurückwies zurückweist abstritt abstreitet verschweigt
    verschwieg verschwiegen zurückgenommen
    """,
    negations="""
    nicht nie niemals kein keine keinen keinem keiner weder noch kaum ohne keineswegs nichts nirgends nirgendwo
    """,
    doubts="""
    könnte dürfte soll sollen sollte angeblich vielleicht womöglich möglicherweise müsste vermutlich wohl mutmaßlich
    offenbar anscheinend solle wolle
    """,
    be="wird wurde wurden werden worden",
    between="""
    hat hatte haben hatten habe ist war sich es auch dann später wieder erneut noch immer schon bereits nur einfach
    zuerst zuletzt einmal mehrfach jedoch aber deshalb daher heute gestern selbst dazu dabei darauf hierzu ihm ihr ihnen
    uns mir nun seinerseits ihrerseits öffentlich weiter ferner zudem außerdem so wörtlich ausdrücklich knapp trocken
    lapidar schriftlich mündlich offen rundheraus ebenfalls gar etwa schließlich freilich allerdings indes damals sogar
    lediglich bloß vergangene vorige woche seither gern gerne längst deutlich klar kurz lange abermals wiederum stets
    mehrmals zweimal wiederholt nochmals insgesamt letztlich wenigstens mindestens zumindest nunmehr anschließend
    daraufhin nebenbei beiläufig unverblümt unumwunden nüchtern hätten würde
    """,
    according="""
    laut so nach_ansicht_von nach_ansicht nach_meinung_von nach_meinung nach_angaben_von nach_angaben nach_auffassung
    nach_auffassung_von zufolge in_den_worten_von in_den_worten in_den_augen_von in_den_augen aus_sicht aus_sicht_von
    nach_den_worten nach_den_worten_von mit_den_worten_von nach_darstellung nach_darstellung_von gemäß für nach_aussage
    nach_aussage_von aus_dem_mund aus_dem_mund_von nach_worten nach_worten_von im_urteil im_urteil_von nach_einschätzung
    nach_einschätzung_von nach_überzeugung nach_überzeugung_von nach_lesart nach_lesart_von nach_auskunft
    nach_auskunft_von nach_bekunden nach_bekunden_von in_der_lesart in_der_sprache nach_der_darstellung nach_dem_urteil
    nach_dem_dafürhalten aus_der_sicht aus_der_sicht_von nach_erinnerung nach_ansicht_des im_verständnis mit_den_worten
    in_der_darstellung glaubt_man folgt_man hört_man traut_man geht_es_nach so_jedenfalls so_zumindest heißt_es_aus
    heißt_es_bei heißt_es_beim heißt_es_im heißt_es_in hieß_es_aus hieß_es_bei hieß_es_beim hieß_es_im hieß_es_in
    heißt_es_von hieß_es_von heißt_es_seitens hieß_es_seitens heißt_es_vom hieß_es_vom hieß_es_dazu_aus
    hieß_es_dazu_beim hieß_es_dazu_bei im_sinne nach_dem_wort nach_einem_wort nach_dem_willen im_namen nach_vorstellung
    nach_den_angaben nach_den_angaben_von seitens aus_sicht_des im_munde aus_dem_munde
    """,
    agents="von vom durch",
    authors="von vom des der",
    acts="""
    kündigt angekündigt verspricht versprochen fordert forderte gefordert verlangt verlangte will wollte sieht sah
    findet fand hält hielt hofft hoffte fürchtet befürchtet wünscht droht drohte beschuldigt kritisiert kritisierte lobt
    begrüßt verurteilt bestätigt verwendet verwendete gebraucht benutzt bittet bat
    """,
    words="""
    wort worte worten wörter antwort antworten aussage aussagen satz ansicht meinung auffassung erklärung behauptung
    darstellung stellungnahme rede brief schreiben botschaft klage warnung argument bemerkung kommentar forderung
    versprechen interview urteil standpunkt position formel ausdruck formulierung begriff äußerung bericht sicht augen
    vorwurf anklage aufruf ankündigung bitte frage zusammenfassung angaben fazit devise erwiderung replik einschätzung
    vorhaltung zusage absage beschwerde mahnung appell spott lob kritik bilanz einwand hinweis eingeständnis bekenntnis
    motto losung befund diagnose prognose erinnerung begründung rechtfertigung ausrede entschuldigung befürchtung sorge
    hoffnung vorschlag empfehlung reaktion beschreibung bezeichnung charakterisierung parole spruch bonmot wunsch
    zwischenruf schlusswort lesart version ausführungen auskunft widerspruch diktum zitat zitate argumente vorwürfe
    vorwurfs tenor warnungen forderungen drohung einlassung formulierungen statement these thesen
    """,
    replies="antwort antworten erwiderung replik",
    that="dass daß ob warum wie",
    relative="der die das dem den welcher welche welches dessen deren wer was",
    conjunctions="und oder noch sowie",
    contrast="worauf woraufhin aber während doch sondern obwohl hingegen dagegen jedoch",
    openers="""
    gefragt auf nach als wenn nachdem obwohl während da weil bevor seit trotz in im am an bei beim zu zum zur anders
    angesprochen befragt mit ohne wie entgegen gegenüber vor über von vom nicht statt angesichts unter aus dem
    konfrontiert begleitet hierauf mangels daraufhin zitiert
    """,
    of="von vom für der des aus",
    prepositions="""
    von vom in im an am auf aus bei beim mit nach zu zum zur über unter vor hinter neben zwischen durch für gegen ohne
    um seit während wegen trotz laut gegenüber ab bis wie als statt gemäß außer
    """,
    joining="wie als seit während bis",
    articles="""
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene jenes jeder
    jede zwei drei einige mehrere viele manche
    """,
    oblique="den dem des einen einem eines diesem diesen",
    owners="""
    sein=a seine=a seinem=a seinen=a seiner=a seines=a ihr=a ihre=a ihrem=a ihren=a ihrer=a ihres=a unser=x unsere=x
    mein=x meine=x
    """,
    pronouns="er=a sie=a es=n",
    vague="""
    andere anderer anderen letztere letzterer erstere ersterer jemand man manche einige viele beide kollege amtskollege
    amtskollegin einer eine_von einer_von
    """,
    nobody="niemand keiner nichts",
    titles="""
    herr frau dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister
    bürgermeisterin senator richter general oberst bischof könig königin prinz botschafter botschafterin direktor
    direktorin vorsitzender vorsitzende sprecher sprecherin kommissar sekretär landrat landrätin stadtrat stadträtin
    dezernent dezernentin amtsleiter amtsleiterin ministerpräsident ministerpräsidentin pfarrer pfarrerin kommissarin
    sekretärin gouverneurin geschäftsführer geschäftsführerin ministers präsidenten
    """,
    deputies="""
    stellvertretende stellvertretender stellvertretenden stellvertreter stellvertreterin vize ehemalige ehemaliger
    ehemaligen frühere früherer früheren ex einstige einstiger amtierende kommissarische kommissarischer vorgänger
    vorgängerin nachfolger nachfolgerin assistent assistentin berater beraterin anwalt anwältin nachbar nachbarin frau
    mann bruder schwester sohn tochter freund freundin kollege kollegin amtskollege amtskollegin rivale rivalin
    mitarbeiter mitarbeiterin gegner gegnerin vertraute vertrauter künftige künftiger designierte alt fahrer ehemalig
    ehemaligem einstigen damalige damaliger damaligen vormalige vormaliger vormaligen amtsvorgänger amtsvorgängerin
    amtsnachfolger amtsnachfolgerin exbürgermeister altbürgermeister altbürgermeisterin vizebürgermeister
    vizebürgermeisterin referent referentin sekretärin assistenz ehefrau ehemann witwe cousin neffe nichte vater mutter
    gattin gatte büroleiter büroleiterin stellvertretern dolmetscher dolmetscherin biograf biografin redenschreiber
    rechtsanwalt chauffeur parteifreund parteifreunde umfeld mitstreiter mitstreiterin kommissarischen geschäftsführende
    geschäftsführender ausscheidende ausscheidender scheidende scheidender pensionierter pensionierte emeritierter
    """,
    spokes="sprecher sprecherin vertreter vertreterin vertretern mitglieder sprechern",
    people="""
    mann frau person leute bewohner bewohnerin anwohner anwohnerin einwohner bauer bauern fischer lehrer lehrerin arzt
    ärztin fahrer fahrerin arbeiter bürgermeister bürgermeisterin minister ministerin präsident präsidentin vorsitzende
    vorsitzender vorsitzenden direktor direktorin leiter leiterin chef chefin sekretär botschafter botschafterin
    gouverneur richter richterin offizier soldat general experte expertin experten analyst zeuge zeugin zeugen
    dorfbewohner junge mädchen kind mutter vater besitzer hüter hüterin wärter wärterin ingenieur ingenieurin ingenieure
    taucher mitglied nachbar nachbarin kritiker gegner beamter historiker wissenschaftler professor anwalt student
    besucher quelle beobachter politiker kanzler senator kommissar kollege vorgänger nachfolger kapitän gründer
    schatzmeister vermittler priester bischof händler aktivist aktivisten demonstrant stellvertreter stellvertreterin
    sprecher sprecherin landrat landrätin geschäftsführer geschäftsführerin dezernent dezernentin amtsleiter
    amtsleiterin ministerpräsident ministerpräsidentin ratsfrau ratsherr wirt wirtin schulleiter schulleiterin pfarrer
    pfarrerin förster försterin rentner rentnerin dorfbewohnerin stadtrat stadträtin kapitänin händlerin kritikerin
    abgeordneter abgeordnete fischerin bäuerin landwirt landwirtin verkäufer verkäuferin beamtin mitarbeiter
    mitarbeiterin schatzmeisterin kassenwart kämmerer kämmerin oberbürgermeister oberbürgermeisterin generaldirektor
    generaldirektorin
    """,
    reporters="""
    reporter reporterin journalist journalistin korrespondent korrespondentin autor autorin verfasser verfasserin
    berichterstatter redakteur redakteurin berichterstatterin zeitungsreporter kolumnist kolumnistin
    """,
    papers="""
    zeitung blatt artikel bericht quelle magazin agentur text tageszeitung reportage beitrag meldung wochenzeitung
    wochenblatt onlineportal portal sender lokalblatt lokalzeitung kurier
    """,
    documents="""
    brief abkommen erklärung vertrag gesetz notiz dokument protokoll urteil verfassung beschluss resolution vermerk
    klausel mail nachricht schild plakat flugblatt manifest rede vereinbarung schreiben bescheid gutachten mitteilung
    pressemitteilung aushang verfügung bekanntmachung antrag satzung bericht einladung bulletin postkarte rundschreiben
    """,
    states="""
    regierung staat kabinett ministerium behörden behörde verwaltung rat bund verband amt verein stadtverwaltung
    landesregierung gemeinderat stadtrat gemeinde stadt landratsamt rathaus
    """,
    neutral="""
    neue neuer neuen jetzige jetziger derzeitige derzeitiger aktuelle junge junger alte alter eigene zuständige
    zuständiger zuständigen örtliche örtlicher örtlichen hiesige hiesiger gewählte gewählter erste erster langjährige
    langjähriger streitbare müde wortkarge zornige sichtlich
    """,
    months="""
    januar februar märz april mai juni juli august september oktober november dezember frühjahr sommer herbst winter
    jahr jahre
    """,
    when="in im seit anfang ende mitte jahr jahre",
    common="""
    gestern heute morgen hier dort jetzt dann so noch auch nur vielleicht aber doch danach später zuerst nie immer oft
    manchmal niemand jemand alles nichts was wo wann warum wie wer weil obwohl während wenn bis beide jeder viele einige
    ein eine zwei drei vier erst zuletzt wieder ja nein montag dienstag mittwoch donnerstag freitag samstag sonntag
    darauf deshalb dabei dennoch trotzdem außerdem zudem schließlich kurz
    """,
    abbreviations="dr prof st hr fr bzw ca etc nr abs art",
    same="""
    vorsitzende vorsitzender vorsitzenden, sprecher sprecherin, minister ministerin, präsident präsidentin, botschafter
    botschafterin, direktor direktorin, leiter leiterin chef chefin, nachbar nachbarin, stellvertretende
    stellvertretender stellvertretenden
    """,
    cases="s es n en e",
    possessives="s",
    inverts=True,
    ordinals=True,
    following="zufolge",
    capital_nouns=True,
    verb_last=True,
    sources="aus im in bei beim vom seitens",
    auxiliaries="hat haben hatte hatten habe ist war wird würde",
    indefinite="ein eine einen einem einer eines zwei drei einige mehrere viele manche",
    former="""
    ehemalige ehemaliger ehemaligen ehemaligem frühere früherer früheren ex einstige einstiger einstigen vormalige
    vormaliger vormaligen damalige damaliger damaligen alt
    """,
    stances="lehnt lehnte lehnten abgelehnt weigert weigerte weigerten",
    conditions="ob falls sofern",
    reflexive="sich",
    lets="lassen ließ ließen lässt gelassen",
    inside="in nach",
)
