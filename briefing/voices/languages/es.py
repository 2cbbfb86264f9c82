"""Spanish."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dice dijo dijeron decía dicho dicen afirma afirmó afirmaron afirmaba afirmado declara declaró declararon declaraba
    declarado añade añadió añadieron añadía añadido agrega agregó agregaron escribe escribió escribieron escribía
    escrito explica explicó explicaron explicaba explicado responde respondió respondieron respondía respondido contesta
    contestó contestaron asegura aseguró aseguraron aseguraba asegurado sostiene sostuvo sostuvieron sostenía sostenido
    señala señaló señalaron señalaba señalado subraya subrayó subrayaba subrayado recuerda recordó recordaba recordado
    anuncia anunció anunciaron anunciado cuenta contó contaba contado pide pidió pidieron pedía pedido reclama reclamó
    reclamaba reclamado llama llamó llamaron llamaba llamado califica calificó calificaron calificaba calificado habla
    habló hablaron hablaba hablado denuncia denunció denunciaron denunciado acusa acusó acusaron acusaba acusado
    advierte advirtió advirtieron advertía advertido promete prometió prometieron prometido reconoce reconoció
    reconocieron reconocido admite admitió admitieron admitido insiste insistió insistieron insistía insistido repite
    repitió repitieron repetido observa observó observado nota notó apunta apuntó apuntaba apuntado comenta comentó
    comentaba comentado concluye concluyó concluido resume resumió resumía resumido replica replicó replicado prosigue
    prosiguió cree creyó creía creen piensa pensó pensaba considera consideró consideraron consideraba considerado teme
    temió espera esperaba quiere quiso quería quieren exige exigió exigieron exigía exigido confirma confirmó
    confirmaron confirmado informa informó informaron informado alega alegó alegaba lamenta lamentó lamentaba lamentado
    critica criticó criticaron criticado describe describió describía descrito proclama proclamó grita gritó susurra
    susurró exclama exclamó tuitea tuiteó nombra nombró denomina denominó menciona mencionó mencionado indica indicó
    indicado revela reveló revelado expresa expresó expresado propone propuso propuesto sugiere sugirió sugerido ordena
    ordenó aconseja aconsejó ve veía tacha tachó tachaba tilda tildó tildaba usa usó usaba usado utiliza utilizó
    utilizado emplea empleó empleado manifiesta manifestó manifestado matiza matizó precisa precisó precisado reitera
    reiteró reiterado relata relató narra narró opina opinó opinaba argumenta argumentó condena condenó celebra celebró
    bromea bromeó ironiza ironizó pregunta preguntó preguntaba preguntado compara comparó da_a_entender hace_saber
    hizo_saber según_sus_palabras según_sus_propias_palabras en_sus_palabras en_sus_propias_palabras afirman declaran
    agregan agregaba agregado explican contestan contestaba contestado aseguran señalan subrayan subrayaron anuncian
    anunciaba reclaman reclamaron llaman califican hablan denuncian denunciaba acusan observan observaron observaba
    apuntan apuntaron comentan comentaron replia replian replió repliaron repliaba repliado consideran esperan esperó
    esperaron esperado critican criticaba proclaman proclamaron proclamaba proclamado gritan gritaron gritaba gritado
    susurran susurraron susurraba susurrado exclaman exclamaron exclamaba exclamado tuitean tuitearon tuiteaba tuiteado
    nombran nombraron nombraba nombrado denominan denominaron denominaba denominado mencionan mencionaron mencionaba
    indican indicaron indicaba revelan revelaron revelaba expresan expresaron expresaba ordenan ordenaron ordenaba
    aconsejan aconsejaron aconsejaba aconsejado tachan tacharon tachado tildan tildaron tildado usan usaron utilizan
    utilizaron utilizaba emplean emplearon empleaba manifesta manifestan manifestaron manifestaba matizan matizaron
    matizaba matizado precisan precisaron precisaba reiteran reiteraron reiteraba relatan relataron relataba relatado
    narran narraron narraba narrado opinan opinaron opinado argumentan argumentaron argumentaba argumentado condenan
    condenaron condenaba condenado celebran celebraron celebraba celebrado bromean bromearon bromeaba bromeado ironizan
    ironizaron ironizaba ironizado preguntan preguntaron comparan compararon comparaba comparado confirman confirmaba
    informan informaba alegan alegaron alegado lamentan lamentaron recalca recalcan recalcó recalcaron recalcaba
    recalcado destaca destacan destacó destacaron destacaba destacado resalta resaltan resaltó resaltaron resaltaba
    resaltado enfatiza enfatizan enfatizó enfatizaron enfatizaba enfatizado puntualiza puntualizan puntualizó
    puntualizaron puntualizaba puntualizado aclara aclaran aclaró aclararon aclaraba aclarado detalla detallan detalló
    detallaron detallaba detallado ratifica ratifican ratificó ratificaron ratificaba ratificado zanja zanjan zanjó
    zanjaron zanjaba zanjado sentencia sentencian sentenció sentenciaron sentenciaba sentenciado lanza lanzan lanzó
    lanzaron lanzado reprocha reprochan reprochó reprocharon reprochaba reprochado espeta espetan espetó espetaron
    espetaba espetado alerta alertan alertó alertaron alertaba alertado avisa avisan avisó avisaron avisaba avisado
    pronostica pronostican pronosticó pronosticaron pronosticaba pronosticado vaticina vaticinan vaticinó vaticinaron
    vaticinaba vaticinado augura auguran auguró auguraron auguraba augurado roga rogan rogó rogaron rogaba rogado
    suplica suplican suplicó suplicaron suplicaba suplicado implora imploran imploró imploraron imploraba implorado jura
    juran juró juraron juraba jurado confesa confesan confesó confesaron confesaba confesado bautiza bautizan bautizó
    bautizaron bautizaba bautizado apoda apodan apodó apodaron apodaba apodado justifica justifican justificó
    justificaron justificaba justificado respalda respaldan respaldó respaldaron respaldaba respaldado apoya apoyan
    apoyó apoyaron apoyaba apoyado elogia elogian elogió elogiaron elogiaba elogiado alaba alaban alabó alabaron alababa
    alabado repudia repudian repudió repudiaron repudiaba repudiado cuestiona cuestionan cuestionó cuestionaron
    cuestionaba cuestionado tranquiliza tranquilizan tranquilizó tranquilizaron tranquilizaba tranquilizado retrata
    retratan retrató retrataron retrataba retratado brama braman bramó bramaron bramaba bramado clama claman clamó
    clamaron clamaba clamado vocifera vociferan vociferó vociferaron vociferaba vociferado murmura murmuran murmuró
    murmuraron murmuraba murmurado especifica especifican especificó especificaron especificaba especificado invoca
    invocan invocó invocaron invocaba invocado evoca evocan evocó evocaron evocaba evocado rememora rememoran rememoró
    rememoraron rememoraba rememorado deplora deploran deploró deploraron deploraba deplorado censura censuran censuró
    censuraron censuraba censurado increpa increpan increpó increparon increpaba increpado decían dirá diría dijera
    dirán sostienen sostenían sostendrá añaden responden respondían escriben escribían recuerdan cuentan contaron piden
    reconocen reconocía admiten admitía advierten insisten repiten concluyen resumen piensan exigen describen proponen
    sugieren ven temen temía prometen prometía dejó_claro deja_claro dejaron_claro dio_a_entender dieron_a_entender
    hacen_saber hicieron_saber puso_de_relieve pone_de_relieve pone_en_duda puso_en_duda echó_en_cara echa_en_cara
    rebatió rebate rebatieron rebatido arguyó arguye arguyeron argüía define definió definía definido definen aplaude
    aplaudió aplaudieron aplaudido suscribe suscribió suscrito maldijo maldice predijo predice predicho reprende
    reprendió defiende defendió defendía defendido defienden se_queja se_quejó se_quejaba se_pregunta se_preguntó
    se_lamenta se_lamentó se_refirió se_refiere se_refería se_mostró se_muestra refiere refirió refieren refiriéndose
    juzga juzgó juzgaba juzgado juzgan atribuye atribuyó atribuyen atribuía achaca achacó achacaba compartió comparte
    entiende entendía entendió entienden supone suponía anticipa anticipó adelantó adelanta ruega confiesa expone expuso
    exponía expuesto exponen transmite transmitió transmitido traslada trasladó trasladado recomienda recomendó
    recomendaba recomendado desea deseó deseaba agradece agradeció agradecía felicita felicitó saluda saludó remarca
    remarcó remacha remachó corrobora corroboró apostilla apostilló tercia terció intervino interviene objeta objetó
    objetaba protesta protestó protestaba amenaza amenazó amenazaba suelta soltó ofrece ofreció ofrecía ofrecen
    ofrecieron ofrecido
    """,
    saying="""
    diciendo decir afirmando afirmar declarando declarar añadiendo añadir escribiendo explicando explicar respondiendo
    responder asegurando asegurar sosteniendo señalando subrayando recordando anunciando pidiendo reclamando llamando
    llamar llamándolo llamándola calificando calificar calificándolo calificándola hablando hablar denunciando acusando
    acusar advirtiendo advertir prometiendo reconociendo admitiendo insistiendo repitiendo repetir observando apuntando
    comentando concluyendo resumiendo replicando exigiendo confirmando alegando lamentando criticando describiendo
    usando utilizando empleando proponiendo tachando tildando reiterando contestar contestando señalar subrayar recordar
    anunciar pedir exigir lamentar criticar denunciar reconocer admitir insistir asegurarle decirle aclarar aclarando
    matizando matizar precisando recalcando destacando reprochando reprochar definiendo definir describir bautizando
    juzgando defendiendo recomendando deplorando
    """,
    passive="""
    acusado admitido advertido anunciado calificado citado comparado condenado considerado criticado declarado
    denominado denunciado descrito dicho empleado escrito exigido explicado expresado informado llamado mencionado
    preguntado pronunciado reconocido repetido resumido señalado tachado tildado usado utilizado definido bautizado
    apodado retratado elogiado censurado cuestionado increpado interpelado contestado respondido avisado alertado
    reprochado atribuido juzgado lamentado insultado ridiculizado atacado vilipendiado reprendido descalificado
    """,
    cites="""
    cita citó citaba citado citando citaron repite repitió repetía repetido repitiendo recoge recogió recogiendo
    reproduce reprodujo recuerda recordó recordaba
    """,
    denies="""
    niega negó negaron negaba negado negando negar desmiente desmintió desmentido desmintiendo rechaza rechazó rechazaba
    rechazado rechazando rehúsa rehusó rehusado refuta refutó refutado evita evitó evitado niegan desmienten desmentía
    desmentir rechazan rechazar rehúsan elude eludió eludido descarta descartó descartaba descartado descartan
    contradice contradijo retracta retractó retractado retira retiró retirado refutan desautoriza desautorizó repudió
    se_desdice se_desdijo se_cuida_de se_cuidó_de se_guarda_de se_guardó_de
    """,
    negations="no nunca jamás ni tampoco sin nada apenas",
    doubts="podría podrían debería habría habrían quizás quizá acaso supuestamente presuntamente parece parecería",
    be="es era fue son eran fueron sido ser siendo está estaba",
    between="""
    ha había han habían haya hubo también después luego entonces ya aún todavía siempre ayer hoy le les lo la los las se
    me nos mismo misma simplemente solo sólo más tarde antes así además a_menudo allí públicamente claramente
    recientemente finalmente incluso posteriormente anoche lunes martes miércoles jueves viernes sábado domingo
    entretanto rotundamente tajante asimismo igualmente
    """,
    according="""
    según en_palabras_de en_palabras_del a_juicio_de a_juicio_del en_opinión_de en_opinión_del para a_ojos_de a_ojos_del
    conforme_a de_acuerdo_con en_boca_de en_boca_del al_decir_de a_decir_de en_las_palabras_de en_las_palabras_del
    en_expresión_de según_palabras_de por_citar_a desde_el_punto_de_vista_de según_palabras_del según_las_palabras_de
    según_las_palabras_del según_la_versión_de según_la_versión_del en_la_versión_de a_entender_de a_entender_del
    al_entender_de a_los_ojos_de a_los_ojos_del en_el_lenguaje_de por_boca_de por_boca_del en_términos_de
    en_términos_del según_los_términos_de desde_la_óptica_de desde_la_perspectiva_de en_la_opinión_de en_la_visión_de
    si_se_cree_a de_creer_a de_hacer_caso_a por_decirlo_con en_frase_de en_frase_del con_palabras_de con_palabras_del
    según_el_parecer_de a_parecer_de al_parecer_de según_expresión_de en_expresión_del según_la_expresión_de
    según_la_expresión_del en_criterio_de a_criterio_de a_criterio_del según_el_criterio_de en_la_pluma_de
    bajo_la_pluma_de en_la_voz_de por_voz_de
    """,
    agents="por",
    authors="de del por",
    acts="""
    anuncia anunció anunciado promete prometió prometido pide pidió exige exigió reclama reclamó quiere quería ve veía
    teme espera esperaba usa usó usado utiliza utilizó emplea acusa acusó critica criticó celebra condena condenó
    confirma confirmó ordena propone propuso menciona ofrece ofreció
    """,
    words="""
    palabra palabras opinión respuesta respuestas declaración declaraciones frase frases término términos posición
    discurso carta mensaje queja advertencia argumento comentario promesa entrevista tesis veredicto versión testimonio
    comunicado acusación demanda exigencia anuncio conclusión pregunta intervención expresión fórmula juicio lema
    afirmación afirmaciones descripción réplica explicación observación resumen crítica ojos voz punto argumentación
    alegato diagnóstico reproche reproches pronóstico temor temores esperanza lamento ruego petición súplica amenaza
    amenazas objeción objeciones protesta consigna máxima dictamen valoración apreciación apreciaciones definición
    calificativo apelativo apodo metáfora comparación ocurrencia broma exabrupto disculpa disculpas justificación excusa
    relato confesión confidencia elogio elogios insulto insultos tuit comentarios propuesta recomendación consejo
    postura visión parecer
    """,
    replies="respuesta respuestas réplica contestación",
    that="que si porqué cómo",
    relative="que quien quienes cual cuales cuyo cuya cuyos cuyas",
    conjunctions="y e o u ni",
    contrast="pero mientras aunque sino",
    openers="""
    preguntado preguntada preguntados interrogado interrogada tras después antes cuando si aunque como pese durante en
    al a ante respondiendo al_ser a_diferencia con sin contra según habiendo desde sobre para por acusado acusada
    presionado acompañado acompañada elegido elegida nacido nacida mientras porque no junto hablando refiriéndose igual
    de del cuestionado cuestionada consultado consultada interpelado interpelada respecto frente además excepto salvo
    citando rechazando requerido requerida instado instada criticado criticada entrevistado entrevistada acerca
    """,
    of="de del",
    prepositions="""
    de del a al en con sin por para sobre bajo contra entre ante tras desde hasta hacia según durante mediante como
    """,
    joining="como según",
    articles="""
    el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella ningún ninguna cada
    varios varias dos tres algunos algunas
    """,
    owners="su=a sus=a mi=x nuestro=x nuestra=x",
    pronouns="ella=f ellos=p ellas=p ello=n éste=a ésta=a aquél=a él=m",
    vague="""
    otro otra otros otras último última alguien algunos algunas muchos ambos homólogo homóloga uno quien primero
    """,
    nobody="nadie ninguno ninguna nada",
    titles="""
    sr sra srta don doña d dña dr dra doctor doctora profesor profesora presidente presidenta ministro ministra alcalde
    alcaldesa senador senadora juez jueza general coronel capitán obispo monseñor rey reina príncipe embajador
    embajadora director directora gobernador canciller señor señora portavoz secretario secretaria consejero comisario
    concejal concejala gerente ministros párroco gobernadora cancillera consejera comisaria diputado diputada edil
    """,
    deputies="""
    vice vicepresidente vicepresidenta adjunto adjunta antiguo antigua ex exministro exministra expresidente
    expresidenta interino interina suplente predecesor predecesora sucesor sucesora asistente ayudante asesor asesora
    abogado abogada vecino vecina vecinos esposa marido mujer hermano hermana hijo hija amigo amiga colega homólogo
    homóloga rival sub viceministro viceministra futuro futura honorario honoraria chófer primo prima madre padre
    sobrino viuda biógrafo traductor intérprete delegado delegada entorno exalcalde exalcaldesa exdirector exdirectora
    exconsejero exconsejera exportavoz vicealcalde vicealcaldesa vicedirector vicedirectora vicesecretario subdirector
    subdirectora subsecretario subsecretaria teniente antiguos antiguas anterior saliente cuñado cuñada yerno nuera tío
    tía abuelo novia novio compañero compañera rivales asesores abogados colaborador colaboradora escolta guardaespaldas
    """,
    spokes="""
    portavoz portavoces vocero vocera representante representantes miembros afiliados militantes socios pescadores
    """,
    people="""
    hombre mujer persona gente habitante habitantes residente residentes vecino vecina vecinos agricultor agricultores
    pescador pescadores maestro maestra médico médica conductor conductora trabajador alcalde alcaldesa ministro
    ministra presidente presidenta director directora jefe jefa líder secretario secretaria embajador embajadora
    gobernador juez oficial soldado experto experta expertos analista testigo testigos aldeano niño niña madre padre
    dueño guardián guardiana guardesa encargado encargada ingeniero ingeniera ingenieros buzo buzos miembro delegado
    crítico críticos opositor funcionario historiador científico profesor abogado estudiante visitante fuente fuentes
    observador político canciller senador consejero comisario colega predecesor sucesor capitán fundador tesorero
    tesorera mediador cura sacerdote obispo comerciante enfermera cantante escritor activista activistas manifestante
    portavoz gerente armador armadora lonjero patrón patrona marinero marinera subdirector subdirectora vicepresidente
    vicepresidenta exalcalde concejal concejala edil farera farero médicos enfermero camarero camarera tendero tendera
    cofrade socio socia usuario usuaria funcionaria científica investigador investigadora historiadora portavoces
    teniente veterano veterana viuda turista turistas anciano anciana párroco obrero obrera panadero panadera
    """,
    reporters="""
    periodista periodistas reportero reportera corresponsal autor autora redactor redactora cronista enviado enviada
    articulista columnista
    """,
    papers="""
    periódico diario artículo reportaje informe fuente revista agencia semanario texto crónica noticia gaceta rotativo
    """,
    documents="""
    acuerdo declaración tratado ley nota documento protocolo contrato decreto sentencia constitución resolución
    comunicado acta cláusula correo mensaje cartel pancarta panfleto manifiesto discurso folleto bando circular boletín
    convenio dictamen pliego carta
    """,
    states="""
    gobierno estado gabinete ministerio autoridades administración presidencia consejo ejecutivo ayuntamiento alcaldía
    diputación gobernación
    """,
    neutral="""
    nuevo nueva actual joven viejo local insular primer primera regional municipal nuevos titular máximo máxima actuales
    """,
    months="""
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primavera verano otoño
    invierno
    """,
    when="en desde de",
    common="""
    ayer hoy mañana aquí allí ahora luego entonces así aún también sólo solo quizás quizá pero embargo después
    primero nunca siempre nadie alguien todo todos nada qué dónde cuándo porqué cómo quién porque aunque mientras
    ambos cada algunos un una dos tres sí no lunes martes miércoles jueves viernes sábado domingo enero febrero
    marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """,
    abbreviations="sr sra srta dr dra d dña st sto sta etc art núm",
    same="""
    presidente presidenta, portavoz portavoces vocero vocera, director directora, ministro ministra, embajador
    embajadora, jefe jefa líder, vecino vecina vecinos, alcalde alcaldesa, consejero consejera, guardián guardiana
    guardesa, adjunto adjunta, vicepresidente vicepresidenta
    """,
    adverb="mente",
    personal="a al",
    drops_pronouns=True,
    inverts=True,
    agreement="-a -os -as",
    sources="desde en",
    indefinite="un una unos unas cada varios varias dos tres algunos algunas",
    former="antiguo antigua ex",
    stances="rechaza rechazó rechazaba rechazado rechazando rechazan rechazar rehúsa rehusó rehusado",
    inside="en según para",
)
