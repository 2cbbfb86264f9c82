"""German."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären fügt_hinzu fügte_hinzu fügt fügte hinzugefügt
    schreibt schrieb schrieben geschrieben antwortet antwortete antworteten geantwortet erwidert erwiderte entgegnet
    entgegnete entgegneten betont betonte betonten meint meinte meinten gemeint behauptet behauptete behaupteten
    nennt nannte nannten nennen genannt bezeichnet bezeichnete bezeichneten spricht sprach sprachen gesprochen warnt
    warnte warnten gewarnt fordert forderte forderten gefordert verlangt verlangte verlangten bittet bat gebeten
    fragt fragte fragten gefragt klagt klagte beklagt beklagte verspricht versprach versprochen kündigt_an kündigt
    kündigte angekündigt berichtet berichtete berichteten erzählt erzählte erzählten teilt_mit teilt teilte teilten
    mitgeteilt gibt_an gab_an angegeben räumt_ein räumt räumte eingeräumt gesteht gestand gestanden bestätigt
    bestätigte bestätigten unterstreicht unterstrich unterstrichen hebt_hervor hob_hervor bemerkt bemerkte angemerkt
    merkt merkte stellt_fest stellte_fest festgestellt schließt schloss fasst_zusammen fasste_zusammen fasst fasste
    zusammengefasst ruft rief gerufen glaubt glaubte findet fand hält hielt gehalten sieht sah fürchtet fürchtete
    befürchtet befürchtete hofft hoffte wünscht wünschte will wollte wollen möchte beschuldigt beschuldigte wirft
    warf vorgeworfen verurteilt verurteilte kritisiert kritisierte kritisierten lobt lobte begrüßt begrüßte erinnert
    erinnerte weist_darauf wies_darauf weist wies hingewiesen beteuert beteuerte versichert versicherte versicherten
    vertritt vertrat argumentiert argumentierte kommentiert kommentierte twittert twitterte wiederholt wiederholte
    wiederholten beschreibt beschrieb beschrieben verkündet verkündete schildert schilderte formuliert formulierte
    drückt drückte verwendet verwendete gebraucht gebrauchte benutzt benutzte schimpft schimpfte donnert donnerte
    flüstert flüsterte ergänzt ergänzte erläutert erläuterte urteilt urteilte beharrt beharrte besteht bestand pocht
    pochte droht drohte vergleicht verglich rät riet schlägt_vor schlug_vor schlägt schlug vorgeschlagen
    lässt_wissen ließ_wissen lässt ließ äußert äußerte äußerten geäußert spottet spottete stellt_klar stellte_klar
    """,
    saying="""
    sagend hinzufügend betonend zu_sagen zu_nennen zu_behaupten zu_erklären zu_bezeichnen zu_sprechen zu_warnen
    zu_fordern zu_antworten zu_schreiben
    """,
    passive="""
    gesagt erklärt genannt bezeichnet gefragt gefordert beschrieben mitgeteilt vorgeworfen gewarnt verurteilt
    kritisiert gelobt begrüßt beschuldigt zitiert geschrieben geäußert formuliert verwendet gebraucht gebeten
    informiert aufgefordert angekündigt versprochen verglichen benutzt geantwortet versichert behauptet
    """,
    cites="zitiert zitierte zitierten zitieren wiederholt wiederholte wiederholten gibt_wieder gab_wieder",
    denies="""
    bestreitet bestritt bestritten dementiert dementierte verneint verneinte leugnet leugnete weigert weigerte
    lehnt_ab lehnte_ab lehnt lehnte weist_zurück wies_zurück abgelehnt zurückgewiesen widerspricht widersprach
    vermeidet vermied
    """,
    negations="nicht nie niemals kein keine keinen keinem keiner weder noch kaum ohne keineswegs nichts",
    doubts="könnte dürfte soll sollen sollte angeblich vielleicht womöglich möglicherweise müsste vermutlich",
    be="wird wurde wurden werden worden",
    between="""
    hat hatte haben hatten habe ist war sich es auch dann später wieder erneut noch immer schon bereits nur einfach
    zuerst zuletzt einmal mehrfach jedoch aber deshalb daher heute gestern selbst dazu dabei darauf hierzu ihm ihr
    ihnen uns mir nun seinerseits ihrerseits öffentlich weiter ferner zudem außerdem so
    """,
    according="""
    laut so nach_ansicht_von nach_ansicht nach_meinung_von nach_meinung nach_angaben_von nach_angaben
    nach_auffassung nach_auffassung_von zufolge in_den_worten_von in_den_worten in_den_augen_von in_den_augen
    aus_sicht aus_sicht_von nach_den_worten nach_den_worten_von mit_den_worten_von nach_darstellung
    nach_darstellung_von gemäß für nach_aussage nach_aussage_von aus_dem_mund aus_dem_mund_von nach_worten
    nach_worten_von
    """,
    agents="von vom durch",
    authors="von vom des der",
    acts="""
    kündigt angekündigt verspricht versprochen fordert forderte gefordert verlangt verlangte will wollte sieht sah
    findet fand hält hielt hofft hoffte fürchtet befürchtet wünscht droht drohte beschuldigt kritisiert kritisierte
    lobt begrüßt verurteilt bestätigt verwendet verwendete gebraucht benutzt bittet bat
    """,
    words="""
    wort worte worten wörter antwort antworten aussage aussagen satz ansicht meinung auffassung erklärung behauptung
    darstellung stellungnahme rede brief schreiben botschaft klage warnung argument bemerkung kommentar forderung
    versprechen interview urteil standpunkt position formel ausdruck formulierung begriff äußerung bericht sicht
    augen vorwurf anklage aufruf ankündigung bitte frage zusammenfassung angaben fazit devise erwiderung replik
    einschätzung
    """,
    replies="antwort antworten erwiderung replik",
    that="dass daß ob warum wie",
    relative="der die das dem den welcher welche welches dessen deren wer was",
    conjunctions="und oder noch sowie",
    contrast="worauf woraufhin aber während doch sondern obwohl hingegen dagegen jedoch",
    openers="""
    gefragt auf nach als wenn nachdem obwohl während da weil bevor seit trotz in im am an bei beim zu zum zur anders
    angesprochen befragt mit ohne wie entgegen gegenüber vor über von vom nicht statt angesichts unter aus dem
    konfrontiert begleitet darauf
    """,
    of="von vom für der des aus",
    prepositions="""
    von vom in im an am auf aus bei beim mit nach zu zum zur über unter vor hinter neben zwischen durch für gegen
    ohne um seit während wegen trotz laut gegenüber ab bis wie als statt gemäß außer
    """,
    joining="wie als seit während bis",
    articles="""
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene jenes
    jeder jede zwei drei einige mehrere viele manche
    """,
    oblique="den dem des einen einem eines diesem diesen",
    owners="""
    sein=a seine=a seinem=a seinen=a seiner=a seines=a ihr=a ihre=a ihrem=a ihren=a ihrer=a ihres=a unser=x unsere=x
    mein=x meine=x
    """,
    pronouns="er=a sie=a es=n",
    vague="""
    andere anderer anderen letztere letzterer erstere ersterer jemand man manche einige viele beide kollege
    amtskollege amtskollegin einer eine_von einer_von
    """,
    nobody="niemand keiner nichts",
    titles="""
    herr frau dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister
    bürgermeisterin senator richter general oberst bischof könig königin prinz botschafter botschafterin direktor
    direktorin vorsitzender vorsitzende sprecher sprecherin kommissar sekretär
    """,
    deputies="""
    stellvertretende stellvertretender stellvertretenden stellvertreter stellvertreterin vize ehemalige ehemaliger
    ehemaligen frühere früherer früheren ex einstige einstiger amtierende kommissarische kommissarischer vorgänger
    vorgängerin nachfolger nachfolgerin assistent assistentin berater beraterin anwalt anwältin nachbar nachbarin
    frau mann bruder schwester sohn tochter freund freundin kollege kollegin amtskollege amtskollegin rivale rivalin
    mitarbeiter mitarbeiterin gegner gegnerin vertraute vertrauter künftige künftiger designierte alt fahrer
    """,
    spokes="sprecher sprecherin vertreter vertreterin vertretern mitglieder sprechern",
    people="""
    mann frau person leute bewohner bewohnerin anwohner anwohnerin einwohner bauer bauern fischer lehrer lehrerin
    arzt ärztin fahrer fahrerin arbeiter bürgermeister bürgermeisterin minister ministerin präsident präsidentin
    vorsitzende vorsitzender vorsitzenden direktor direktorin leiter leiterin chef chefin sekretär botschafter
    botschafterin gouverneur richter richterin offizier soldat general experte expertin experten analyst zeuge
    zeugin zeugen dorfbewohner junge mädchen kind mutter vater besitzer hüter hüterin wärter wärterin ingenieur
    ingenieurin ingenieure taucher mitglied nachbar nachbarin kritiker gegner beamter historiker wissenschaftler
    professor anwalt student besucher quelle beobachter politiker kanzler senator kommissar kollege vorgänger
    nachfolger kapitän gründer schatzmeister vermittler priester bischof händler aktivist aktivisten demonstrant
    stellvertreter stellvertreterin sprecher sprecherin
    """,
    reporters="""
    reporter reporterin journalist journalistin korrespondent korrespondentin autor autorin verfasser verfasserin
    berichterstatter
    """,
    papers="zeitung blatt artikel bericht quelle magazin agentur text tageszeitung reportage beitrag meldung",
    documents="""
    brief abkommen erklärung vertrag gesetz notiz dokument protokoll urteil verfassung beschluss resolution vermerk
    klausel mail nachricht schild plakat flugblatt manifest rede vereinbarung schreiben
    """,
    states="regierung staat kabinett ministerium behörden behörde verwaltung rat bund verband amt verein",
    neutral="neue neuer neuen jetzige jetziger derzeitige derzeitiger aktuelle junge junger alte alter eigene",
    months="""
    januar februar märz april mai juni juli august september oktober november dezember frühjahr sommer herbst winter
    jahr jahre
    """,
    when="in im seit anfang ende mitte jahr jahre",
    common="""
    gestern heute morgen hier dort jetzt dann so noch auch nur vielleicht aber doch danach später zuerst nie immer
    oft manchmal niemand jemand alles nichts was wo wann warum wie wer weil obwohl während wenn bis beide jeder
    viele einige ein eine zwei drei vier erst zuletzt wieder ja nein montag dienstag mittwoch donnerstag freitag
    samstag sonntag darauf deshalb dabei dennoch trotzdem außerdem zudem schließlich kurz
    """,
    abbreviations="dr prof st hr fr bzw ca etc nr abs art",
    same="""
    vorsitzende vorsitzender vorsitzenden, sprecher sprecherin, minister ministerin, präsident präsidentin,
    botschafter botschafterin, direktor direktorin, leiter leiterin chef chefin, nachbar nachbarin, stellvertretende
    stellvertretender stellvertretenden
    """,
    cases="s es n en e",
    possessives="s",
    inverts=True,
    ordinals=True,
    following="zufolge",
    capital_nouns=True,
    verb_last=True,
)
