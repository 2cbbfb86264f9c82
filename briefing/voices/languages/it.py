"""Italian."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dice disse dissero diceva detto dicono afferma affermò affermava affermato dichiara dichiarò dichiarava
    dichiarato aggiunge aggiunse aggiungeva aggiunto scrive scrisse scriveva scritto spiega spiegò spiegava spiegato
    risponde rispose rispondeva risposto replica replicò replicato assicura assicurò assicurato sostiene sostenne
    sosteneva sostenuto sottolinea sottolineò sottolineato ricorda ricordò ricordato annuncia annunciò annunciato
    racconta raccontò raccontato chiede chiese chiedeva chiesto chiama chiamò chiamava chiamato definisce definì
    definiva definito parla parlò parlava parlato denuncia denunciò denunciato accusa accusò accusato avverte
    avvertì avvertito promette promise promesso riconosce riconobbe riconosciuto ammette ammise ammesso insiste
    insistette ripete ripeté ripeteva ripetuto osserva osservò osservato nota notò commenta commentò commentato
    conclude concluse concluso riassume riassunse riassunto crede credeva pensa pensava ritiene ritenne riteneva
    considera considerò considerato teme temeva spera sperava vuole voleva esige esigeva pretende conferma confermò
    confermato informa informò informato lamenta lamentò critica criticò criticato descrive descrisse descritto
    proclama proclamò esclama esclamò grida menziona menzionò menzionato indica indicò rivela rivelò rivelato
    esprime espresse propone propose proposto suggerisce suggerì usa usò usato utilizza utilizzò adopera precisa
    precisò precisato ribadisce ribadì ribadito giudica giudicò giudicato bolla bollò vede vedeva condanna condannò
    domanda domandò paragona ironizza prosegue
    """,
    saying="""
    dicendo dire affermando affermare dichiarando dichiarare aggiungendo aggiungere scrivendo spiegando rispondendo
    sostenendo sottolineando ricordando annunciando chiedendo chiamando chiamare chiamandolo chiamandola definendo
    definire definendolo definendola parlando parlare denunciando accusando avvertendo promettendo ammettendo
    insistendo ripetendo osservando commentando concludendo usando criticando descrivendo ribadendo precisando
    """,
    passive="""
    detto dichiarato scritto chiamato chiamata definito definita definiti accusato accusata descritto descritta
    citato citata chiesto informato informata avvertito avvertita usato usata usate considerato considerata
    criticato criticata giudicato giudicata bollato bollata pronunciato pronunciate ripetuto menzionato
    """,
    cites="""
    cita citò citava citato citando riporta riportò riportato riportando ripete ripeté ripetendo ricorda ricordò
    """,
    denies="""
    nega negò negava negato negando smentisce smentì smentito smentendo rifiuta rifiutò rifiutato respinge respinse
    respinto contesta contestò contestato evita evitò
    """,
    negations="non mai né neanche nemmeno senza niente nulla",
    doubts="potrebbe dovrebbe avrebbe avrebbero forse presumibilmente sembra pare",
    be="era fu sono erano furono stato stata stati viene veniva venne essere",
    between="""
    ha hanno aveva avevano abbia anche poi dopo quindi già ancora sempre ieri oggi gli le lo la li si mi ci ne
    stesso stessa semplicemente soltanto solo più tardi prima così inoltre spesso
    """,
    according="""
    secondo per a_parere_di a_giudizio_di a_giudizio_del nelle_parole_di nelle_parole_del nelle_parole_della
    stando_a a_detta_di a_detta_del a_detta_della agli_occhi_di nell'opinione_di con_le_parole_di ad_avviso_di
    """,
    agents="da dal dalla dallo dall dai dalle",
    authors="di del della dell dello dei da dal dalla dall",
    acts="""
    annuncia annunciò annunciato promette promise promesso chiede chiese chiesto vuole voleva esige vede usa usò
    """,
    words="""
    parola parole parere risposta risposte dichiarazione dichiarazioni frase termini posizione discorso lettera
    messaggio avvertimento argomento commento promessa intervista tesi versione testimonianza comunicato accusa
    richiesta annuncio conclusione domanda intervento espressione formula giudizio affermazione descrizione replica
    spiegazione critica occhi opinione
    """,
    replies="risposta risposte replica",
    that="che se perché come",
    relative="che chi cui quale quali",
    conjunctions="e ed o né",
    contrast="ma mentre però sebbene anziché bensì",
    openers="""
    interrogato interrogata interpellato interpellata dopo prima quando se anche come nonostante durante in nel
    nella al alla a rispondendo a_differenza con senza contro secondo da per su sul sulla accusato accusata
    incalzato accompagnato eletto nato mentre poiché non insieme parlando riferendosi di del
    """,
    of="di del della dell dello dei degli delle d",
    prepositions="""
    di del della dell dello dei degli delle d a al alla all allo ai agli alle da dal dalla dall dai in nel nella
    nell nei con su sul sulla per tra fra senza sotto sopra contro verso durante secondo dopo come presso
    """,
    joining="come secondo dopo",
    articles="""
    il lo la i gli le l un uno una questo questa questi queste quel quella quello nessun nessuna ogni due tre alcuni
    alcune
    """,
    owners="suo=a sua=a suoi=a sue=a loro=p mio=x nostro=x nostra=x",
    pronouns="lui=m lei=f egli=m ella=f esso=n essa=n loro=p essi=p",
    vague="altro altra altri ultimo ultima qualcuno alcuni molti entrambi omologo uno chi",
    nobody="nessuno nessuna nulla",
    titles="""
    sig signor signora sig.ra dr dottor dottoressa prof professor presidente ministro ministra sindaco sindaca
    senatore giudice generale colonnello capitano vescovo re regina principe ambasciatore ambasciatrice direttore
    direttrice onorevole avvocato
    """,
    deputies="""
    vice vicepresidente vicesindaco viceministro ex precedente predecessore successore assistente consigliere
    avvocato vicino vicina moglie marito fratello sorella figlio figlia amico amica collega omologo rivale sotto
    futuro futura portaborse autista
    """,
    spokes="portavoce rappresentante rappresentanti membri",
    people="""
    uomo donna persona gente abitante abitanti residente residenti contadino pescatore pescatori insegnante medico
    autista operaio sindaco sindaca ministro ministra presidente direttore direttrice capo leader segretario
    ambasciatore ambasciatrice governatore giudice ufficiale soldato generale esperto esperti analista testimone
    testimoni custode ingegnere sommozzatore membro delegato critico critici oppositore funzionario storico
    professore avvocato studente fonte fonti osservatore senatore cancelliere consigliere commissario collega
    capitano fondatore tesoriere prete vescovo attivista attivisti vicino vicina portavoce premier
    """,
    reporters="giornalista giornalisti cronista corrispondente autore autrice inviato inviata",
    papers="giornale quotidiano articolo reportage rapporto fonte rivista agenzia settimanale testo",
    documents="""
    lettera accordo dichiarazione trattato legge nota documento protocollo contratto decreto sentenza costituzione
    risoluzione comunicato clausola messaggio cartello manifesto discorso verbale
    """,
    states="governo stato gabinetto ministero autorità amministrazione presidenza consiglio",
    neutral="nuovo nuova attuale giovane vecchio locale",
    months="""
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre primavera estate
    autunno inverno
    """,
    when="in nel dal",
    common="""
    ieri oggi domani qui là ora poi allora così ancora anche solo forse però tuttavia dopo prima mai sempre nessuno
    qualcuno tutto tutti niente cosa dove quando perché come chi mentre ogni alcuni un una due tre sì no lunedì
    martedì mercoledì giovedì venerdì sabato domenica
    """,
    abbreviations="sig dr prof on avv ing art ecc",
    same="""
    direttore direttrice, ministro ministra, ambasciatore ambasciatrice, sindaco sindaca, vicino vicina, capo leader
    """,
    adverb="mente",
    personal="a",
    drops_pronouns=True,
    elides=True,
    inverts=True,
)
