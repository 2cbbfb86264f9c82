"""French."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dit disait dira dirait affirme affirma affirmait affirmé déclare déclara déclarait déclaré ajoute ajouta ajoutait
    ajouté écrit écrivit écrivait explique expliqua expliquait expliqué répond répondit répondait répondu assure assura
    assurait assuré estime estima estimait estimé juge jugea jugeait jugé soutient soutint soutenait soutenu précise
    précisa précisait précisé souligne souligna soulignait souligné rappelle rappela rappelait rappelé annonce annonça
    annonçait annoncé confie confia confiait confié raconte raconta racontait raconté demande demanda demandait demandé
    réclame réclama réclamait réclamé appelle appela appelait appelé qualifie qualifia qualifiait qualifié parle parla
    parlait parlé évoque évoqua évoquait évoqué dénonce dénonça dénonçait dénoncé accuse accusa accusait accusé avertit
    avertissait averti prévient prévint prévenait prévenu promet promit promettait promis reconnaît reconnut
    reconnaissait reconnu admet admit admettait admis insiste insista insistait insisté martèle martela martelait
    martelé répète répéta répétait répété observe observa observait observé note nota notait noté remarque remarqua
    remarquait remarqué constate constata constatait constaté conclut concluait conclu résume résuma résumait résumé
    lance lança lançait lancé réplique répliqua répliquait répliqué rétorque rétorqua rétorquait rétorqué poursuit
    poursuivit poursuivait poursuivi pense pensa pensait pensé croit crut croyait cru considère considéra considérait
    considéré craint craignit craignait espère espéra espérait espéré souhaite souhaita souhaitait souhaité veut voulait
    voulut voulu exige exigea exigeait exigé confirme confirma confirmait confirmé informe informa informait informé
    prétend prétendit prétendait prétendu allègue alléguait allégué plaide plaida plaidait plaidé déplore déplora
    déplorait déploré regrette regretta regrettait regretté critique critiqua critiquait critiqué s'indigne s'exclame
    s'écrie s'étonne s'inquiète s'interroge s'emporte décrit décrivait décrivit proclame proclama proclamé murmure
    murmura murmuré crie cria crié tweete tweeté nomme nomma nommait nommé désigne désigna désigné traite traita traité
    invoque invoqua invoqué mentionne mentionna mentionné indique indiqua indiquait indiqué signale signala signalé
    révèle révéla révélé fait_savoir fit_savoir fait_valoir fit_valoir fait_remarquer emploie employa employait employé
    utilise utilisa utilisait utilisé use formule formula formulé exprime exprima exprimé énonce énonça énoncé propose
    proposa proposait proposé suggère suggéra suggéré ordonne ordonna ordonné conseille conseilla conseillé voit voyait
    avance avança avancé relève releva relevé commente commenta commenté témoigne témoigna témoigné condamne condamna
    condamné salue salua salué réaffirme réaffirma réaffirmé ironise ironisa ironisé tonne tonna tonné peste pesta pesté
    renchérit abonde compare compara comparé cite_comme tranche trancha affirment déclarent ajoutent expliquent assurent
    estiment jugent précisent soulignent annoncent confient racontent demandent réclament qualifient évoquent dénoncent
    accusent insistent martele martèlent observent notent remarquent constatent résument lancent répliquent pensent
    considére considérent souhaitent exigent confirment informent plaident déplorent regrettent critiquent proclamait
    nomment traitent traitait invoquent invoquait mentionnent mentionnait indiquent signalent signalait proposent
    conseillent conseillait avancent avançait commentent commentait témoignent témoignait condamnent condamnait saluent
    saluait tranchent tranchait tranché balaye balaya balayait balayé glisse glissent glissa glissait glissé chuchote
    chuchoté soupire soupirent soupira soupirait soupiré plaisante plaisanta plaisantait plaisanté raille raillent
    railla raillait raillé moque moquent moqua moquait moqué gronde grondent gronda grondait grondé fulmine fulminent
    fulmina fulminait fulminé tempête tempêta tempêtait tempêté claironne claironnent claironna claironnait claironné
    certifie certifia certifiait certifié détaille détaillent détailla détaillait détaillé argumente argumenta
    argumentait argumenté objecte objectent objecta objectait objecté riposte ripostent riposta ripostait riposté
    ironisent ironisait minimise minimisé nuance nuança nuançait nuancé tempére tempèrent tempéré relatie relatient
    relatia relatiait relatié corrige corrigent corrigea corrigeait corrigé rectifie rectifient rectifia rectifiait
    rectifié jura jurait juré vante vanta vantait vanté loua louait loué félicite félicitent félicita félicitait
    félicité fustige fustigent fustigea fustigeait fustigé blâme blâment blâma blâmait blâmé étrille étrillent étrilla
    étrillait étrillé comparent comparait récite récitent récita récitait récité justifie justifient justifia justifiait
    justifié préconise préconisent préconisa préconisait préconisé recommande recommandent recommanda recommandait
    recommandé supplie supplient supplia suppliait supplié implore implorent implora implorait imploré apprécie apprécia
    appréciait apprécié approuve approuvent approuva approuvait approuvé désapprouve désapprouvent désapprouva
    désapprouvait désapprouvé doutent douta doutait douté redoute redouta redoutait redouté prophétise prophétisent
    prophétisa prophétisait prophétisé pronostique pronostiquent pronostiqua pronostiquait pronostiqué évalue évaluent
    évalua évaluait évalué hasarde hasardé concéde concéda concédait concédé répètent révèlent espèrent
    préfère préfèrent suggèrent considèrent allèguent allègua alléguait allègué interpelle interpellent interpella
    interpellait interpellé apostrophe apostrophent apostropha apostrophait apostrophé baptisé taxa taxait taxé surnomme
    surnomma surnommait surnommé déclame déclament déclama déclamait déclamé énumère énumèrent relate relatent relata
    relatait relaté reporte reporta reportait reporté interroge interrogent interrogea interrogeait interrogé questionne
    questionnent questionna questionnait questionné incrimine incriminent incrimina incriminait incriminé épingle
    épinglent épingla épinglait épinglé rabroue rabrouent rabroua rabrouait rabroué attaque attaquent attaqua attaquait
    attaqué prêche prêchent prêcha prêchait prêché prône prônent prôna prônait prôné assène assènent assèna assénait
    assèné lâche lâchent lâcha lâchait lâché soufflent souffla soufflait soufflé grommele grommelent grommela grommelait
    grommelé maugrée maugréent maugréa maugréait maugréé tweetent tweeta tweetait adresse adressent adressa adressait
    adressé oppose opposent opposa opposait opposé reproche reprochent reprocha reprochait reproché appellent rappellent
    suggérait concède concèdent réitère réitèrent réitéra réitérait réitéré disent dirent disaient diront écrivent
    écrivirent écrivaient répondent répondirent répondaient soutiennent soutinrent promettent promirent reconnaissent
    reconnurent admettent admirent concluent conclurent croient croyaient veulent voulaient craignent craignaient
    décrivent décrivirent voient voyaient préviennent avertissent avertirent définit définissait définissent défini
    dépeint dépeignait dépeignent défend défendait défendit défendu prédit prédisait prédirent maudit maudissait
    traduisait renchérissait surenchérit réagit réagissait réagi rétorquent convenait convint convenu tient_pour
    tenait_pour fait_état a_fait_état faisait_état faisant_état fait_part faisait_part faire_part fit_part fait_observer
    fit_observer faisait_observer fait_comprendre laisse_entendre laissa_entendre laissait_entendre laissé_entendre
    donne_à_entendre faisait_savoir faisait_valoir faisait_remarquer fit_remarquer s'agace s'alarme s'insurge
    s'inquiétait s'inquiéta s'étonna s'étonnait s'exclama s'écria s'emporta s'indigna s'amuse s'amusait s'amusa
    s'est_indigné s'est_étonné se_plaint se_plaignait se_plaignit se_félicite se_félicitait se_félicita se_réjouit
    se_réjouissait se_désole se_désolait se_défend se_défendait se_moque se_moquait se_dit se_disait se_dira plaint
    plaignait indigné inquiété étonné alarmé insurgé agacé exclamé écrié emporté amusé parlent parlaient parlera écrira
    répondra assurera affirmera met_en_garde mettait_en_garde mit_en_garde mis_en_garde mettent_en_garde met_en_cause
    pointe pointait pointa pointé relativise retient retenait retint retenu a_eu_ces_mots eut_ces_mots dixit soupçonne
    soupçonnait soupçonné ose osa osait assimile préférait préféra préféré fait_dire balaie pestait pestent renvoie
    renvoyait renvoya renvoyé revendique revendiquait revendiqué revendiquent sermonne sermonna ricane ricana ricanait
    trouve trouvait trouva trouvé trouvent imagine imaginait rêve rêvait avoue avouait avoua avoué avouent argue arguait
    argué arguent se_souvient se_souvenait souvient prie priait enjoint enjoignait exhorte exhorta exhortait exhorté
    sommait maintient maintenait maintint maintenu maintiennent atteste attestait attesta attesté attestent stigmatise
    stigmatisa stigmatisé caricature caricaturait caricaturé vilipende vilipendait vilipendé dépeignit
    de_son_propre_aveu de_son_aveu selon_ses_mots selon_ses_propres_mots selon_ses_termes selon_son_expression
    selon_ses_propres_termes offre offrait offrit insulte insulta insulté ridiculise ridiculisa ridiculisé
    persiste_et_signe persista_et_signa
    """,
    saying="""
    disant dire affirmant affirmer déclarant déclarer ajoutant ajouter écrivant écrire expliquant expliquer répondant
    répondre assurant assurer estimant estimer jugeant soutenant soutenir précisant préciser soulignant souligner
    rappelant annonçant annoncer demandant demander réclamant appelant appeler qualifiant qualifier parlant parler
    évoquant dénonçant dénoncer accusant accuser avertissant prévenant promettant reconnaissant admettant insistant
    répétant répéter observant notant remarquant constatant concluant conclure résumant lançant répliquant rétorquant
    poursuivant exigeant confirmant confirmer prétendant déplorant regrettant critiquant invoquant mentionnant indiquant
    employant utilisant proposant décrivant décrire traitant répliquer rétorquer critiquer condamner promettre avertir
    admettre reconnaître insister constater plaider regretter déplorer rappeler juger réitérer réitérant martelant
    martèlant plaidant condamnant saluant ironisant s'exclamant s'indignant se_félicitant nuançant tranchant comparant
    avouant avouer confiant confier soulevant arguant argüant concédant concéder nommant nommer désignant désigner
    présentant jurant jurer lâchant glissant assénant reprochant reprocher
    """,
    passive="""
    dit affirmé déclaré ajouté écrit répondu assuré jugé précisé souligné rappelé annoncé confié raconté demandé réclamé
    appelé qualifié évoqué dénoncé accusé averti prévenu promis reconnu admis répété noté remarqué constaté conclu
    résumé lancé considéré exigé confirmé informé critiqué décrit nommé désigné traité invoqué mentionné employé utilisé
    formulé exprimé proposé cité condamné comparé prononcé dépeint invité prié baptisé surnommé taxé avancé soutenu
    présenté moqué raillé vilipendé fustigé étrillé salué balayé épinglé rapporté interpellé apostrophé reproché adressé
    opposé lâché signé attribué prêté repris tenu défini répondre dire reprocher opposer qualifier traiter appeler
    accuser conseiller promettre refuser rétorquer répliquer rappeler insulté injurié ridiculisé attaqué rabroué
    désavoué loué sermonné
    """,
    cites="""
    cite cita citait cité citant reprend reprit reprenait repris reprenant rapporte rapporta rapportait rapporté
    rapportant relaie relayait relayé répète répéta répétait répété répétant rappelle rappela rappelait rappelé citer
    """,
    denies="""
    nie nia niait nié niant nier dément démentit démentait démenti démentant démentir refuse refusa refusait refusé
    refusant conteste contesta contestait contesté contestant rejette rejeta rejetait rejeté rejetant réfute réfuta
    réfuté réfutant récuse récusa récusé désavoue désavoué évite évita évité nient nièrent démentent démentirent
    refusent refusèrent contestent contestèrent rejettent rejetèrent réfutent réfutait récusent récusait récusant
    désavoua désavouait abstient abstenu rétracte rétracta rétracté rétractait dénie dénia dénié infirme infirma infirmé
    infirmant contredit contredisait contredire contredisent évitant éviter refuser contester réfuter récuser rejeter
    retire retira retiré se_défend_de se_défend_d se_défendait_de se_défendait_d s'est_défendu_de s'est_défendu_d
    s'est_défendue_de s'est_défendue_d se_garde_de s'est_gardé_de s'est_gardée_de
    """,
    negations="ne n pas jamais non ni nullement guère aucunement sans",
    doubts="""
    pourrait devrait peut-être aurait auraient pourraient semble prétendument paraît paraîtrait sembleraient serait
    censé censée supposément soi-disant
    """,
    be="est était fut sera été être sont étaient furent vu vue vus vues fait faire entendu entendue entendus entendues",
    between="""
    a avait aura ont avaient eut ayant ensuite alors aussi également encore déjà toujours puis depuis bien donc lui leur
    se s y en le la les l nous me m souvent hier même elle-même lui-même enfin simplement seulement t aujourd'hui
    d'abord plus tard immédiatement publiquement pour_sa_part là ainsi pourtant néanmoins toutefois jadis naguère
    autrefois ici quant encore_une_fois aussitôt sèchement tantôt longtemps récemment parfois plutôt à_son_tour surtout
    notamment presque mardi lundi mercredi jeudi vendredi samedi dimanche matin soir volontiers vite elles-mêmes
    eux-mêmes finalement depuis_lors clairement mieux franchement net
    """,
    according="""
    selon d'après pour suivant aux_yeux_de aux_yeux_du aux_yeux_d de_l'avis_de de_l'avis_du de_l'avis_d de_l'avis_des
    d'après_les_mots_de selon_les_mots_de selon_les_mots_du selon_les_mots_d selon_les_termes_de selon_les_termes_du
    dans_les_mots_de dans_les_termes_de aux_dires_de aux_dires_du aux_dires_d selon_les_termes_d à_en_croire au_dire_de
    aux_dires_des dans_la_bouche_de dans_la_bouche_du dans_la_bouche_d selon_l'expression_de selon_l'expression_du
    selon_l'expression_d selon_la_formule_de selon_la_formule_du selon_la_formule_d pour_reprendre_les_mots_de
    pour_reprendre_les_mots_du pour_reprendre_les_mots_d pour_citer sous_la_plume_de de_l'aveu_de de_l'aveu_du
    de_l'aveu_d de_l'aveu_des du_point_de_vue_de du_point_de_vue_du du_point_de_vue_d aux_yeux_des dans_l'esprit_de
    dans_l'esprit_du pour_reprendre_l'expression_de pour_reprendre_l'expression_du pour_reprendre_l'expression_d
    pour_reprendre_la_formule_de pour_reprendre_la_formule_du pour_reprendre_la_formule_d pour_reprendre_le_mot_de
    pour_reprendre_le_mot_du pour_reprendre_le_mot_d pour_reprendre_les_mots_des selon_les_propos_de selon_les_propos_du
    selon_les_propos_d selon_le_mot_de selon_le_mot_du selon_le_mot_d selon_les_déclarations_de
    selon_les_déclarations_du selon_les_dires_de selon_les_dires_du selon_les_dires_d d'après_les_dires_de
    d'après_les_dires_du d'après_les_propos_de d'après_les_propos_du si_l'on_en_croit s'il_faut_en_croire à_écouter
    à_lire à_entendre à_suivre à_croire au_dire_du au_dire_d au_dire_des au_jugement_de au_jugement_du au_sentiment_de
    au_sentiment_du dans_les_mots_du dans_les_mots_d dans_les_mots_des dans_les_termes_d dans_les_termes_des
    dans_le_vocabulaire_de dans_le_vocabulaire_du avec_les_mots_de avec_les_mots_du avec_les_mots_d dans_la_langue_de
    dans_la_langue_du dixit par_la_voix_de par_la_voix_du par_la_bouche_de par_la_bouche_du sous_la_plume_du
    sous_la_plume_d selon_l'avis_de selon_l'avis_du de_l'opinion_de de_l'opinion_du
    """,
    agents="par",
    authors="par de du d",
    acts="""
    annonce annoncé annonçait annonca veut voulait promet promis exige exigé réclame réclamé demande demandé emploie
    employé utilise utilisé use voit voyait espère craint souhaite accuse accusé critique critiqué salue salué condamne
    condamné confirme confirmé ordonne ordonné propose proposé mentionne mentionné nomme nommé offre offrait
    """,
    words="""
    mot mots avis réponse réponses déclaration déclarations phrase phrases termes terme propos formule expression
    opinion position discours lettre message plainte avertissement argument remarque commentaire promesse interview
    entretien thèse verdict point_de_vue vue yeux version témoignage communiqué accusation demande exigence annonce
    conclusion question intervention appel courrier reproche critique aveu serment slogan devise description réplique
    parole paroles explication constat argumentation plaidoyer boutade saillie pique jugement bilan diagnostic pronostic
    leitmotiv refrain mantra credo adage maxime sentence diatribe requête supplique crainte espoir regret regrets
    souhait vœu voeu confidence confession tirade harangue allocution prêche éditorial argumentaire rengaine définition
    constatation objection citation citations aphorisme métaphore comparaison consigne directive ultimatum menace
    menaces justification excuse excuses raisonnement théorie rétractation dénégation démenti plaidoirie analyse
    vocabulaire langage assertion affirmation affirmations allégation allégations invective insulte louange éloge
    compliment félicitations serments récriminations griefs grief doléance doléances
    """,
    replies="réponse réponses réplique",
    that="que qu si pourquoi comment",
    relative="qui que dont lequel laquelle lesquels lesquelles auquel duquel",
    conjunctions="et ou ni",
    contrast="mais tandis alors_que quoique pourtant or cependant",
    openers="""
    interrogé interrogée interrogés questionné questionnée après avant quand lorsque lorsqu si bien comme malgré dans en
    à au aux lors suite répondant réagissant évoquant parlant s'adressant face devant avec sans contrairement selon
    ayant depuis pendant durant sur pour à_propos contre tout accusé accusée pressé prié priée invité invitée accompagné
    accompagnée suivi suivie élu élue nommé nommée né née tandis alors puisque puisqu parce non pas et_non lui-même
    elle-même dès chez entre rejetant critiquant citant réaffirmant accusant venu venue arrivé visitant de du quant
    sitôt aussitôt hormis outre entouré entourée devenu devenue relancé relancée sollicité sollicitée questionnés
    contacté contactée joint jointe reçu reçue défié mis mise revenant faute afin sous via voyant
    """,
    of="de du des d",
    prepositions="""
    de du des d à au aux en dans sur sous avec sans pour par contre chez entre devant derrière après avant depuis
    pendant durant vers selon malgré hors comme lors face dès jusque près auprès envers outre parmi
    """,
    joining="comme après avant depuis",
    articles="""
    le la les l un une des ce cet cette ces aucun aucune chaque plusieurs deux trois quelques certains certaines
    """,
    owners="son=a sa=a ses=a leur=p leurs=p mon=x ma=x mes=x notre=x nos=x votre=x vos=x",
    pronouns="il=a elle=f ils=p elles=p celui-ci=a celle-ci=a lui-même=a elle-même=f eux=p",
    vague="""
    autre autres dernier dernière quelqu'un on certains certaines plusieurs tous homologue tel celui celle ceux
    intéressé intéressée premier première
    """,
    nobody="personne nul rien aucun aucune",
    titles="""
    m mme mlle mm dr docteur professeur maître président présidente ministre maire sénateur sénatrice député députée
    juge général colonel capitaine évêque monseigneur roi reine prince princesse ambassadeur ambassadrice directeur
    directrice madame monsieur gouverneur chancelier porte-parole secrétaire commissaire conseiller conseillère préfet
    préfète consul abbé pasteur vicomte comte chancelière gouverneure
    """,
    deputies="""
    vice adjoint adjointe ancien ancienne ex intérim intérimaire suppléant suppléante délégué déléguée prédécesseur
    successeur assistant assistante conseiller avocat avocate voisin voisine voisins épouse mari frère soeur fils fille
    ami amie collègue homologue rival rivale sous futur future défunt défunte honoraire proche proches entourage
    collaborateur collaboratrice chauffeur cousin cousine mère père neveu nièce veuve biographe traducteur interprète
    adjoints adjointes anciens anciennes intérimaires suppléants prédécesseure successeure assistants attaché attachée
    substitut vice-président remplaçant remplaçante gendre belle-soeur beau-frère compagne compagnon ex-maire
    ex-ministre ex-président ex-directeur ex-présidente émérite précédent précédente avocats interprètes biographes
    traductrice dauphin ancêtre tante oncle grand-père
    """,
    spokes="""
    porte-parole porteparole parole représentant représentante représentants membres responsables responsable
    porte-paroles émissaire émissaires mandataire pêcheurs adhérents élus militants
    """,
    people="""
    homme femme personne gens habitant habitante habitants résident agriculteur agriculteurs pêcheur pêcheurs enseignant
    médecin chauffeur ouvrier maire ministre président présidente directeur directrice chef cheffe dirigeant dirigeante
    secrétaire ambassadeur ambassadrice gouverneur juge officier soldat expert experte experts analyste témoin témoins
    villageois garçon fille enfant mère père propriétaire gardien gardienne ingénieur ingénieurs plongeur membre délégué
    voisin voisine critique critiques opposant opposants fonctionnaire historien professeur avocat étudiant visiteur
    source sources observateur observateurs sénateur député conseiller commissaire collègue prédécesseur successeur
    capitaine fondateur trésorier trésorière médiateur prêtre évêque commerçant infirmière chanteur écrivain militant
    militants manifestant épouse mari frère soeur fils ami amie mairesse chancelier porte-parole préfet riverain
    riveraine riverains usager usagers usagère patron patronne commerçante adjoint adjointe vice-présidente députée
    sénatrice conseillère adhérent bergère berger paysan paysanne vigneron vigneronne hôtelier restaurateur boulanger
    boulangère scientifique chercheur chercheuse avocate enseignante médecins ouvrière ouvriers soldats policier
    gendarme pompier passant passante cliente touriste touristes batelier éclusier éclusière fontainier préfète consul
    délégués déléguée plombier curé abbé pasteur retraité retraitée militante historienne conservateur conservatrice
    armateur doyenne doyen promeneur promeneuse
    """,
    reporters="""
    journaliste journalistes reporter correspondant correspondante auteur auteure autrice narrateur envoyé rédacteur
    rédactrice chroniqueur chroniqueuse éditorialiste reporters envoyée
    """,
    papers="""
    journal quotidien article reportage rapport source magazine agence hebdomadaire texte récit site dépêche gazette
    mensuel rédaction
    """,
    documents="""
    lettre accord déclaration traité loi note document protocole contrat décret jugement constitution résolution
    communiqué avis acte clause règlement courriel message panneau affiche tract manifeste discours procès-verbal
    bulletin avenant convention arrêté délibération affichette banderole missive mémo mémorandum circulaire tribune
    pétition pancarte télégramme
    """,
    states="""
    gouvernement état cabinet ministère autorités administration présidence conseil exécutif mairie municipalité
    préfecture agglomération collectivité
    """,
    neutral="""
    nouveau nouvelle actuel actuelle propre jeune vieux vieille local insulaire principal principale élu élue régional
    régionale municipal municipale départemental départementale locale patient patiente bouillant
    """,
    months="""
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre printemps été automne hiver
    """,
    when="en dans dès depuis début fin courant",
    common="""
    hier aujourd'hui demain ici là maintenant puis alors ainsi encore même seulement peut-être cependant pourtant
    toutefois ensuite enfin d'abord jamais toujours souvent parfois personne quelqu'un tout tous rien quoi où quand
    pourquoi comment qui que parce bien comme tandis chaque certains plusieurs un deux trois quatre premier dernier
    aussi déjà oui non lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet
    août septembre octobre novembre décembre jadis naguère désormais interrogé partout dehors dedans dessous voilà voici
    quant outre presque surtout
    """,
    abbreviations="m mm mme dr pr me st ste av etc art",
    same="""
    président présidente, porteparole porte-parole, directeur directrice, ministre ministres, ambassadeur ambassadrice,
    chef cheffe dirigeant dirigeante, voisin voisine voisins, conseiller conseillère, maire mairesse, gardien gardienne,
    vice sous, adjoint adjointe
    """,
    adverb="ment",
    compounds="-parole -être",
    reflexive="s se",
    elides=True,
    inverts=True,
    agreement="e s es",
    sources="à chez côté dans au",
    indefinite="un une des chaque plusieurs deux trois quelques certains certaines",
    former="ancien ancienne anciens anciennes ex",
    stances="""
    rejette rejeta rejetait rejeté rejetant rejettent refuse refusa refusait refusé refusant refusent rejeter refuser
    """,
    inside="dans selon pour",
)
