"""Italian."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dice disse dissero diceva detto dicono afferma affermò affermava affermato dichiara dichiarò dichiarava dichiarato
    aggiunge aggiunse aggiungeva aggiunto scrive scrisse scriveva scritto spiega spiegò spiegava spiegato risponde
    rispose rispondeva risposto replica replicò replicato assicura assicurò assicurato sostiene sostenne sosteneva
    sostenuto sottolinea sottolineò sottolineato ricorda ricordò ricordato annuncia annunciò annunciato racconta
    raccontò raccontato chiede chiese chiedeva chiesto chiama chiamò chiamava chiamato definisce definì definiva
    definito parla parlò parlava parlato denuncia denunciò denunciato accusa accusò accusato avverte avvertì avvertito
    promette promise promesso riconosce riconobbe riconosciuto ammette ammise ammesso insiste insistette ripete ripeté
    ripeteva ripetuto osserva osservò osservato nota notò commenta commentò commentato conclude concluse concluso
    riassume riassunse riassunto crede credeva pensa pensava ritiene ritenne riteneva considera considerò considerato
    teme temeva spera sperava vuole voleva esige esigeva pretende conferma confermò confermato informa informò informato
    lamenta lamentò critica criticò criticato descrive descrisse descritto proclama proclamò esclama esclamò grida
    menziona menzionò menzionato indica indicò rivela rivelò rivelato esprime espresse propone propose proposto
    suggerisce suggerì usa usò usato utilizza utilizzò adopera precisa precisò precisato ribadisce ribadì ribadito
    giudica giudicò giudicato bolla bollò vede vedeva condanna condannò domanda domandò paragona ironizza prosegue
    per_sua_ammissione a_suo_dire secondo_le_sue_parole affermano affermarono dichiarano dichiararono spiegano
    spiegarono replicano replicarono replicava assicurano assicurarono assicurava sottolineano sottolinearono
    sottolineava ricordano ricordarono ricordava annunciano annunciarono annunciava raccontano raccontarono raccontava
    chiamano chiamarono parlano parlarono denunciano denunciarono denunciava accusano accusarono accusava osservano
    osservarono osservava notano notarono notava notato commentano commentarono commentava considerano considerarono
    considerava criticano criticarono criticava proclamano proclamarono proclamava proclamato esclamano esclamarono
    esclamava esclamato gridano gridò gridarono gridava gridato menzionano menzionarono menzionava indicano indicarono
    indicava indicato rivelano rivelarono rivelava usano usarono usava utilizzano utilizzarono utilizzava utilizzato
    adoperano adoperò adoperarono adoperava adoperato precisano precisarono precisava giudicano giudicarono giudicava
    bollano bollarono bollava bollato condannano condannarono condannava condannato domandano domandarono domandava
    domandato paragonano paragonò paragonarono paragonava paragonato ironizzano ironizzò ironizzarono ironizzava
    ironizzato confida confidano confidò confidarono confidava confidato avvisa avvisano avvisò avvisarono avvisava
    avvisato segnala segnalano segnalò segnalarono segnalava segnalato evidenzia evidenziano evidenziò evidenziarono
    evidenziava evidenziato elogia elogiano elogiò elogiarono elogiava elogiato loda lodano lodò lodarono lodava lodato
    approva approvano approvò approvarono approvava approvato contesta contestano contestò contestarono contestava
    contestato minimizza minimizzano minimizzò minimizzarono minimizzava minimizzato informano informarono informava
    confermano confermarono confermava lamentano lamentarono lamentava lamentato confessa confessano confessò
    confessarono confessava confessato giura giurano giurò giurarono giurava giurato implora implorano implorò
    implorarono implorava implorato invoca invocano invocò invocarono invocava invocato ordina ordinano ordinò
    ordinarono ordinava ordinato consiglia consigliano consigliò consigliarono consigliava consigliato auspica auspicano
    auspicò auspicarono auspicava auspicato paventa paventano paventò paventarono paventava paventato azzarda azzardano
    azzardò azzardarono azzardava azzardato liquida liquidano liquidò liquidarono liquidava liquidato etichetta
    etichettano etichettò etichettarono etichettava etichettato battezzano battezzò battezzarono battezzava battezzato
    soprannomina soprannominano soprannominò soprannominarono soprannominava soprannominato attacca attaccano attaccò
    attaccarono attaccava sferza sferzano sferzò sferzarono sferzava sferzato stigmatizza stigmatizzano stigmatizzò
    stigmatizzarono stigmatizzava stigmatizzato rimprovera rimproverano rimproverò rimproverarono rimproverava
    rimproverato rinfaccia rinfacciano rinfacciò rinfacciarono rinfacciava rinfacciato obietta obiettano obiettò
    obiettarono obiettava obiettato argomenta argomentano argomentò argomentarono argomentava argomentato sintetizza
    sintetizzano sintetizzò sintetizzarono sintetizzava sintetizzato puntualizza puntualizzano puntualizzò
    puntualizzarono puntualizzava puntualizzato scherza scherzano scherzò scherzarono scherzava scherzato sussurra
    sussurrano sussurrò sussurrarono sussurrava sussurrato tuona tuonano tuonò tuonarono tuonava tuonato sbotta sbottano
    sbottò sbottarono sbottava sbottato sospira sospirano sospirò sospirarono sospirava sospirato illustra illustrano
    illustrò illustrarono illustrava illustrato insinua insinuano insinuò insinuarono insinuava insinuato reclama
    reclamano reclamò reclamarono reclamava reclamato sollecita sollecitano sollecitò sollecitarono sollecitava
    sollecitato esorta esortano esortò esortarono esortava esortato pronostica pronosticano pronosticò pronosticarono
    pronosticava pronosticato rileva rilevano rilevò rilevarono rilevava rilevato dicevano dirà direbbe scrivono
    scrivevano scrissero rispondono risposero rispondevano sostengono sostenevano sosterrà aggiungono aggiunsero
    chiedono chiesero definiscono definirono promettono promisero riconoscono ammettono ammetteva insistono insisteva
    ripetono concludono credono pensano ritengono temono temuto sperano sperato vogliono voluto pretendono preteso
    descrivono descriveva propongono proponeva suggeriscono suggerito vedono ribadiscono ribadiva garantisce garantì
    garantito avvertono avvertiva chiarisce chiarì chiarito chiariscono ribatte ribatté ribatteva ribattuto fa_sapere
    fece_sapere fatto_sapere fanno_sapere fa_notare fece_notare fatto_notare faceva_notare tiene_a_precisare
    lascia_intendere lasciò_intendere lasciato_intendere mette_in_guardia mise_in_guardia messo_in_guardia proseguì
    proseguito si_lamenta si_lamentò si_chiede si_chiese si_dice si_disse si_difende si_difese si_augura taglia_corto
    tagliò_corto esprimono espresso preferisce preferì predice predisse prevede previde previsto difende difese difeso
    tacciato tacciò dipinge dipinse dipinto rivendica rivendicò rivendicato ringrazia ringraziò attribuisce attribuì
    attribuito intima intimò riferisce riferì riferito riferiscono espone espose esposto rilancia rilanciò minaccia
    minacciò minacciato protesta protestò protestato plaude apostrofa apostrofò apostrofato deplora deplorò deplorato
    giustifica giustificò giustificato offre offrì offriva offerto
    """,
    saying="""
    dicendo dire affermando affermare dichiarando dichiarare aggiungendo aggiungere scrivendo spiegando rispondendo
    sostenendo sottolineando ricordando annunciando chiedendo chiamando chiamare chiamandolo chiamandola definendo
    definire definendolo definendola parlando parlare denunciando accusando avvertendo promettendo ammettendo insistendo
    ripetendo osservando commentando concludendo usando criticando descrivendo ribadendo precisando replicando replicare
    rispondere sostenere sottolineare ricordare annunciare chiedere denunciare accusare avvertire promettere ammettere
    insistere ripetere osservare commentare concludere criticare descrivere ribadire precisare lamentare lamentando
    chiarire chiarendo giudicare giudicando
    """,
    passive="""
    accusato avvertito bollato chiamato chiesto citato considerato criticato definito descritto detto dichiarato
    giudicato informato menzionato pronunciato ripetuto scritto usato tacciato dipinto elogiato lodato condannato
    paragonato battezzato soprannominato etichettato rimproverato apostrofato difeso riferito attribuito risposto
    annunciato denunciato avvisato attaccato liquidato
    """,
    cites="""
    cita citò citava citato citando riporta riportò riportato riportando ripete ripeté ripetendo ricorda ricordò
    """,
    denies="""
    nega negò negava negato negando smentisce smentì smentito smentendo rifiuta rifiutò rifiutato respinge respinse
    respinto contesta contestò contestato evita evitò negano negherà smentiscono smentiva smentire rifiutano rifiutava
    respingono respingeva contestano negare ritratta ritrattò ritrattato esclude escluse escluso confuta confutò
    confutato contraddice contraddisse rinnega rinnegò evitare si_guarda_dal si_guardò_dal si_è_guardato_dal
    prende_le_distanze
    """,
    negations="non mai né neanche nemmeno senza niente nulla",
    doubts="potrebbe dovrebbe avrebbe avrebbero forse presumibilmente sembra pare",
    be="era fu sono erano furono stato stata stati viene veniva venne essere",
    between="""
    ha hanno aveva avevano abbia anche poi dopo quindi già ancora sempre ieri oggi gli le lo la li si mi ci ne stesso
    stessa semplicemente soltanto solo più tardi prima così inoltre spesso pubblicamente chiaramente recentemente infine
    intanto mattina sera lunedì martedì mercoledì giovedì venerdì sabato domenica è nuovamente seccamente apertamente
    dunque pure perfino glielo vi
    """,
    according="""
    secondo per a_parere_di a_giudizio_di a_giudizio_del nelle_parole_di nelle_parole_del nelle_parole_della stando_a
    a_detta_di a_detta_del a_detta_della agli_occhi_di nell'opinione_di con_le_parole_di ad_avviso_di a_giudizio_della
    a_giudizio_dell a_giudizio_dei a_parere_del a_parere_della a_parere_dell a_detta_dell a_detta_dei agli_occhi_del
    agli_occhi_della agli_occhi_dell nelle_parole_dell nelle_parole_dei stando_al stando_alla stando_all stando_ai
    stando_alle ad_avviso_del ad_avviso_della ad_avviso_dell nell'opinione_del nell'opinione_della con_le_parole_del
    con_le_parole_della per_dirla_con per_usare_le_parole_di per_usare_le_parole_del per_usare_le_parole_della a_sentire
    a_dar_retta_a a_credere_a dal_punto_di_vista_di dal_punto_di_vista_del dal_punto_di_vista_della nella_definizione_di
    nella_definizione_del nella_definizione_della per_bocca_di per_bocca_del per_bocca_della per_ammissione_di
    nella_versione_di nella_versione_del nella_versione_della secondo_le_parole_di secondo_le_parole_del
    secondo_le_parole_della secondo_l'opinione_di a_dire_di a_dire_del a_dire_della
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
    spiegazione critica occhi opinione avvertimenti monito appello appelli sfogo battute commenti rimprovero rimproveri
    obiezione obiezioni minacce diagnosi bilancio previsione timore timori speranza auspicio motto slogan massima
    sentenza ammissione confessione elogio elogi insulto insulti paragone metafora definizione definizioni sintesi
    proposta consiglio paure
    """,
    replies="risposta risposte replica",
    that="che se perché come",
    relative="che chi cui quale quali",
    conjunctions="e ed o né",
    contrast="ma mentre però sebbene anziché bensì",
    openers="""
    interrogato interrogata interpellato interpellata dopo prima quando se anche come nonostante durante in nel nella al
    alla a rispondendo a_differenza con senza contro secondo da per su sul sulla accusato accusata incalzato
    accompagnato eletto nato mentre poiché non insieme parlando riferendosi di del alle allo ai agli dal dalla dinanzi
    davanti circa riguardo tranne eccetto citando respingendo contattato contattata sollecitato sollecitata criticato
    criticata intervistato intervistata siccome benché sebbene
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
    vice vicepresidente vicesindaco viceministro ex precedente predecessore successore assistente consigliere avvocato
    vicino vicina moglie marito fratello sorella figlio figlia amico amica collega omologo rivale sotto futuro futura
    portaborse autista vicepresidentessa vicesindaca vicedirettore vicedirettrice vicesegretario exsindaco
    sottosegretario sottosegretaria supplente reggente onorario avvocatessa predecessora cognato cognata genero nuora
    zio zia nonno compagno compagna collaboratore collaboratrice staff madre padre vedova biografo interprete traduttore
    """,
    spokes="portavoce rappresentante rappresentanti membri pescatori attivisti iscritti soci esponenti",
    people="""
    uomo donna persona gente abitante abitanti residente residenti contadino pescatore pescatori insegnante medico
    autista operaio sindaco sindaca ministro ministra presidente direttore direttrice capo leader segretario
    ambasciatore ambasciatrice governatore giudice ufficiale soldato esperto esperti analista testimone testimoni
    custode ingegnere sommozzatore membro delegato critico critici oppositore funzionario storico professore avvocato
    studente fonte fonti osservatore senatore cancelliere consigliere commissario collega capitano fondatore tesoriere
    prete vescovo attivista attivisti vicino vicina portavoce premier assessore assessora vicesindaco presidentessa
    segretaria pescatrice armatore marinaio contadina maestro maestra dottoressa scienziato scienziata ricercatore
    ricercatrice funzionaria consigliera governatrice cittadino cittadini barista negoziante parroco turista turisti
    tesoriera guardiano guardiana esponente
    """,
    reporters="""
    giornalista giornalisti cronista corrispondente autore autrice inviato inviata reporter redattore redattrice
    editorialista giornaliste croniste
    """,
    papers="giornale quotidiano articolo reportage rapporto fonte rivista agenzia settimanale testo rotocalco",
    documents="""
    lettera accordo dichiarazione trattato legge nota documento protocollo contratto decreto sentenza costituzione
    risoluzione comunicato clausola messaggio cartello manifesto discorso verbale
    """,
    states="""
    governo stato gabinetto ministero autorità amministrazione presidenza consiglio comune municipio giunta prefettura
    """,
    neutral="nuovo nuova attuale giovane vecchio locale primo regionale comunale insulare nuovi attuali",
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
    agreement="-a -i -e",
    sources="da dal dalla dall dai in nel nella nell",
    indefinite="un uno una ogni due tre alcuni alcune",
    former="ex precedente",
    stances="rifiuta rifiutò rifiutato rifiutano rifiutava respinge respinse respinto respingono respingeva",
    plural="i e",
    inside="nella nelle nel in secondo per",
)
