"""French."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dit disait dira dirait affirme affirma affirmait affirmé déclare déclara déclarait déclaré ajoute ajouta
    ajoutait ajouté écrit écrivit écrivait explique expliqua expliquait expliqué répond répondit répondait répondu
    assure assura assurait assuré estime estima estimait estimé juge jugea jugeait jugé soutient soutint soutenait
    soutenu précise précisa précisait précisé souligne souligna soulignait souligné rappelle rappela rappelait
    rappelé annonce annonça annonçait annoncé confie confia confiait confié raconte raconta racontait raconté
    demande demanda demandait demandé réclame réclama réclamait réclamé appelle appela appelait appelé qualifie
    qualifia qualifiait qualifié parle parla parlait parlé évoque évoqua évoquait évoqué dénonce dénonça dénonçait
    dénoncé accuse accusa accusait accusé avertit avertissait averti prévient prévint prévenait prévenu promet
    promit promettait promis reconnaît reconnut reconnaissait reconnu admet admit admettait admis insiste insista
    insistait insisté martèle martela martelait martelé répète répéta répétait répété observe observa observait
    observé note nota notait noté remarque remarqua remarquait remarqué constate constata constatait constaté
    conclut concluait conclu résume résuma résumait résumé lance lança lançait lancé réplique répliqua répliquait
    répliqué rétorque rétorqua rétorquait rétorqué poursuit poursuivit poursuivait poursuivi pense pensa pensait
    pensé croit crut croyait cru considère considéra considérait considéré craint craignit craignait espère espéra
    espérait espéré souhaite souhaita souhaitait souhaité veut voulait voulut voulu exige exigea exigeait exigé
    confirme confirma confirmait confirmé informe informa informait informé prétend prétendit prétendait prétendu
    allègue alléguait allégué plaide plaida plaidait plaidé déplore déplora déplorait déploré regrette regretta
    regrettait regretté critique critiqua critiquait critiqué s'indigne s'exclame s'écrie s'étonne s'inquiète
    s'interroge s'emporte décrit décrivait décrivit proclame proclama proclamé murmure murmura murmuré crie cria
    crié tweete tweeté nomme nomma nommait nommé désigne désigna désigné traite traita traité invoque invoqua
    invoqué mentionne mentionna mentionné indique indiqua indiquait indiqué signale signala signalé révèle révéla
    révélé fait_savoir fit_savoir fait_valoir fit_valoir fait_remarquer emploie employa employait employé utilise
    utilisa utilisait utilisé use formule formula formulé exprime exprima exprimé énonce énonça énoncé propose
    proposa proposait proposé suggère suggéra suggéré ordonne ordonna ordonné conseille conseilla conseillé voit
    voyait avance avança avancé relève releva relevé commente commenta commenté témoigne témoigna témoigné condamne
    condamna condamné salue salua salué réaffirme réaffirma réaffirmé ironise ironisa ironisé tonne tonna tonné
    peste pesta pesté renchérit abonde compare compara comparé cite_comme tranche trancha
    """,
    saying="""
    disant dire affirmant affirmer déclarant déclarer ajoutant ajouter écrivant écrire expliquant expliquer
    répondant répondre assurant assurer estimant estimer jugeant soutenant soutenir précisant préciser soulignant
    souligner rappelant annonçant annoncer demandant demander réclamant appelant appeler qualifiant qualifier
    parlant parler évoquant dénonçant dénoncer accusant accuser avertissant prévenant promettant reconnaissant
    admettant insistant répétant répéter observant notant remarquant constatant concluant conclure résumant lançant
    répliquant rétorquant poursuivant exigeant confirmant confirmer prétendant déplorant regrettant critiquant
    invoquant mentionnant indiquant employant utilisant proposant décrivant décrire traitant
    """,
    passive="""
    dit affirmé déclaré ajouté écrit expliqué répondu assuré jugé précisé souligné rappelé annoncé confié raconté
    demandé réclamé appelé appelée qualifié qualifiée qualifiés évoqué dénoncé dénoncée accusé accusée averti
    avertie prévenu prévenue promis reconnu admis répété noté remarqué constaté conclu résumé lancé considéré
    considérée exigé confirmé informé informée critiqué critiquée décrit décrite nommé désigné désignée traité
    traitée invoqué mentionné employé employée utilisé utilisée formulé exprimé proposé cité citée jugée condamné
    condamnée comparé comparée prononcé prononcés prononcée dite dits écrite décrits dépeint invité prié
    """,
    cites="""
    cite cita citait cité citant reprend reprit reprenait repris reprenant rapporte rapporta rapportait rapporté
    rapportant relaie relayait relayé répète répéta répétait répété répétant rappelle rappela rappelait rappelé
    citer
    """,
    denies="""
    nie nia niait nié niant nier dément démentit démentait démenti démentant démentir refuse refusa refusait refusé
    refusant conteste contesta contestait contesté contestant rejette rejeta rejetait rejeté rejetant réfute réfuta
    réfuté réfutant récuse récusa récusé désavoue désavoué évite évita évité
    """,
    negations="ne n pas jamais non ni nullement guère aucunement sans",
    doubts="pourrait devrait peut-être aurait auraient pourraient semble prétendument",
    be="est était fut sera été être sont étaient furent",
    between="""
    a avait aura ont avaient eut ayant ensuite alors aussi également encore déjà toujours puis depuis bien donc lui
    leur se s y en le la les l nous me m souvent hier même elle-même lui-même enfin simplement seulement t
    aujourd'hui d'abord plus tard immédiatement publiquement pour_sa_part là ainsi
    """,
    according="""
    selon d'après pour suivant aux_yeux_de aux_yeux_du aux_yeux_d de_l'avis_de de_l'avis_du de_l'avis_d
    de_l'avis_des d'après_les_mots_de selon_les_mots_de selon_les_mots_du selon_les_mots_d selon_les_termes_de
    selon_les_termes_du dans_les_mots_de dans_les_termes_de aux_dires_de aux_dires_du aux_dires_d selon_les_termes_d
    à_en_croire au_dire_de aux_dires_des dans_la_bouche_de dans_la_bouche_du dans_la_bouche_d selon_l'expression_de
    selon_l'expression_du selon_l'expression_d selon_la_formule_de selon_la_formule_du selon_la_formule_d
    pour_reprendre_les_mots_de pour_reprendre_les_mots_du pour_reprendre_les_mots_d pour_citer sous_la_plume_de
    """,
    agents="par",
    authors="par de du d",
    acts="""
    annonce annoncé annonçait annonca veut voulait promet promis exige exigé réclame réclamé demande demandé emploie
    employé utilise utilisé use voit voyait espère craint souhaite accuse accusé critique critiqué salue salué
    condamne condamné confirme confirmé ordonne ordonné propose proposé mentionne mentionné nomme nommé
    """,
    words="""
    mot mots avis réponse réponses déclaration déclarations phrase phrases termes terme propos formule expression
    opinion position discours lettre message plainte avertissement argument remarque commentaire promesse interview
    entretien thèse verdict point_de_vue vue yeux version témoignage communiqué accusation demande exigence annonce
    conclusion question intervention appel courrier reproche critique aveu serment slogan devise description
    réplique parole paroles explication constat
    """,
    replies="réponse réponses réplique",
    that="que qu si pourquoi comment",
    relative="qui que dont lequel laquelle lesquels lesquelles auquel duquel",
    conjunctions="et ou ni",
    contrast="mais tandis alors_que quoique pourtant or cependant",
    openers="""
    interrogé interrogée interrogés questionné questionnée après avant quand lorsque lorsqu si bien comme malgré
    dans en à au aux lors suite répondant réagissant évoquant parlant s'adressant face devant avec sans
    contrairement selon ayant depuis pendant durant sur pour à_propos contre tout accusé accusée pressé prié priée
    invité invitée accompagné accompagnée suivi suivie élu élue nommé nommée né née tandis alors puisque puisqu
    parce non pas et_non lui-même elle-même dès chez entre rejetant critiquant citant réaffirmant accusant venu
    venue arrivé visitant de du
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
    pronouns="il=a elle=f ils=p elles=p celui-ci=a celle-ci=a",
    vague="""
    autre autres dernier dernière quelqu'un on certains certaines plusieurs tous homologue tel celui celle ceux
    """,
    nobody="personne nul rien aucun aucune",
    titles="""
    m mme mlle mm dr docteur professeur maître président présidente ministre maire sénateur sénatrice député députée
    juge général colonel capitaine évêque monseigneur roi reine prince princesse ambassadeur ambassadrice directeur
    directrice madame monsieur gouverneur chancelier porte-parole secrétaire commissaire conseiller conseillère
    préfet
    """,
    deputies="""
    vice adjoint adjointe ancien ancienne ex intérim intérimaire suppléant suppléante délégué déléguée prédécesseur
    successeur assistant assistante conseiller avocat avocate voisin voisine voisins épouse mari frère soeur fils
    fille ami amie collègue homologue rival rivale sous futur future défunt défunte honoraire proche proches
    entourage collaborateur collaboratrice chauffeur cousin cousine mère père neveu nièce veuve biographe traducteur
    interprète
    """,
    spokes="""
    porte-parole porteparole parole représentant représentante représentants membres responsables responsable
    """,
    people="""
    homme femme personne gens habitant habitante habitants résident agriculteur agriculteurs pêcheur pêcheurs
    enseignant médecin chauffeur ouvrier maire ministre président présidente directeur directrice chef cheffe
    dirigeant dirigeante secrétaire ambassadeur ambassadrice gouverneur juge officier soldat général expert experte
    experts analyste témoin témoins villageois garçon fille enfant mère père propriétaire gardien gardienne
    ingénieur ingénieurs plongeur membre délégué voisin voisine critique critiques opposant opposants fonctionnaire
    historien professeur avocat étudiant visiteur source sources observateur observateurs sénateur député conseiller
    commissaire collègue prédécesseur successeur capitaine fondateur trésorier trésorière médiateur prêtre évêque
    commerçant infirmière chanteur écrivain militant militants manifestant épouse mari frère soeur fils ami amie
    mairesse chancelier porte-parole préfet
    """,
    reporters="""
    journaliste journalistes reporter correspondant correspondante auteur auteure autrice narrateur envoyé
    """,
    papers="journal quotidien article reportage rapport source magazine agence hebdomadaire texte récit site dépêche",
    documents="""
    lettre accord déclaration traité loi note document protocole contrat décret jugement constitution résolution
    communiqué avis acte clause règlement courriel message panneau affiche tract manifeste discours procès-verbal
    """,
    states="gouvernement état cabinet ministère autorités administration présidence conseil exécutif",
    neutral="nouveau nouvelle actuel actuelle propre jeune vieux vieille local insulaire",
    months="""
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre printemps été automne hiver
    """,
    when="en dès depuis début fin courant",
    common="""
    hier aujourd'hui demain ici là maintenant puis alors ainsi encore même seulement peut-être cependant pourtant
    toutefois ensuite enfin d'abord jamais toujours souvent parfois personne quelqu'un tout tous rien quoi où quand
    pourquoi comment qui que parce bien comme tandis chaque certains plusieurs un deux trois quatre premier dernier
    aussi déjà oui non lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
    juillet août septembre octobre novembre décembre
    """,
    abbreviations="m mm mme dr pr me st ste av etc art",
    same="""
    président présidente, porteparole porte-parole, directeur directrice, ministre ministres, ambassadeur
    ambassadrice, chef cheffe dirigeant dirigeante, voisin voisine voisins, conseiller conseillère, maire mairesse,
    gardien gardienne, vice sous, adjoint adjointe
    """,
    adverb="ment",
    compounds="-parole -être",
    reflexive="s se",
    elides=True,
    inverts=True,
)
