"""Spanish."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    dice dijo dijeron decía dicho dicen afirma afirmó afirmaron afirmaba afirmado declara declaró declararon
    declaraba declarado añade añadió añadieron añadía añadido agrega agregó agregaron escribe escribió escribieron
    escribía escrito explica explicó explicaron explicaba explicado responde respondió respondieron respondía
    respondido contesta contestó contestaron asegura aseguró aseguraron aseguraba asegurado sostiene sostuvo
    sostuvieron sostenía sostenido señala señaló señalaron señalaba señalado subraya subrayó subrayaba subrayado
    recuerda recordó recordaba recordado anuncia anunció anunciaron anunciado cuenta contó contaba contado pide
    pidió pidieron pedía pedido reclama reclamó reclamaba reclamado llama llamó llamaron llamaba llamado califica
    calificó calificaron calificaba calificado habla habló hablaron hablaba hablado denuncia denunció denunciaron
    denunciado acusa acusó acusaron acusaba acusado advierte advirtió advirtieron advertía advertido promete
    prometió prometieron prometido reconoce reconoció reconocieron reconocido admite admitió admitieron admitido
    insiste insistió insistieron insistía insistido repite repitió repitieron repetido observa observó observado
    nota notó apunta apuntó apuntaba apuntado comenta comentó comentaba comentado concluye concluyó concluido resume
    resumió resumía resumido replica replicó replicado prosigue prosiguió cree creyó creía creen piensa pensó
    pensaba considera consideró consideraron consideraba considerado teme temió espera esperaba quiere quiso quería
    quieren exige exigió exigieron exigía exigido confirma confirmó confirmaron confirmado informa informó
    informaron informado alega alegó alegaba lamenta lamentó lamentaba lamentado critica criticó criticaron
    criticado describe describió describía descrito proclama proclamó grita gritó susurra susurró exclama exclamó
    tuitea tuiteó nombra nombró denomina denominó menciona mencionó mencionado indica indicó indicado revela reveló
    revelado expresa expresó expresado propone propuso propuesto sugiere sugirió sugerido ordena ordenó aconseja
    aconsejó ve veía tacha tachó tachaba tilda tildó tildaba usa usó usaba usado utiliza utilizó utilizado emplea
    empleó empleado manifiesta manifestó manifestado matiza matizó precisa precisó precisado reitera reiteró
    reiterado relata relató narra narró opina opinó opinaba argumenta argumentó condena condenó celebra celebró
    bromea bromeó ironiza ironizó pregunta preguntó preguntaba preguntado compara comparó da_a_entender hace_saber
    hizo_saber
    """,
    saying="""
    diciendo decir afirmando afirmar declarando declarar añadiendo añadir escribiendo explicando explicar
    respondiendo responder asegurando asegurar sosteniendo señalando subrayando recordando anunciando pidiendo
    reclamando llamando llamar llamándolo llamándola calificando calificar calificándolo calificándola hablando
    hablar denunciando acusando acusar advirtiendo advertir prometiendo reconociendo admitiendo insistiendo
    repitiendo repetir observando apuntando comentando concluyendo resumiendo replicando exigiendo confirmando
    alegando lamentando criticando describiendo usando utilizando empleando proponiendo tachando tildando reiterando
    """,
    passive="""
    dicho declarado escrito explicado señalado anunciado llamado llamada llamados calificado calificada calificados
    denunciado denunciada acusado acusada advertido advertida reconocido admitido repetido resumido considerado
    considerada exigido informado informada criticado criticada descrito descrita mencionado expresado usado usada
    usadas utilizado utilizada empleado empleada empleadas tachado tachada tildado tildada citado citada pronunciado
    pronunciada pronunciadas preguntado preguntada denominado denominada comparado condenado dicha dichas
    """,
    cites="""
    cita citó citaba citado citando citaron repite repitió repetía repetido repitiendo recoge recogió recogiendo
    reproduce reprodujo recuerda recordó recordaba
    """,
    denies="""
    niega negó negaron negaba negado negando negar desmiente desmintió desmentido desmintiendo rechaza rechazó
    rechazaba rechazado rechazando rehúsa rehusó rehusado refuta refutó refutado evita evitó evitado
    """,
    negations="no nunca jamás ni tampoco sin nada apenas",
    doubts="podría podrían debería habría habrían quizás quizá acaso supuestamente presuntamente parece",
    be="es era fue son eran fueron sido ser siendo está estaba",
    between="""
    ha había han habían haya hubo también después luego entonces ya aún todavía siempre ayer hoy le les lo la los
    las se me nos mismo misma simplemente solo sólo más tarde antes así además a_menudo allí
    """,
    according="""
    según en_palabras_de en_palabras_del a_juicio_de a_juicio_del en_opinión_de en_opinión_del para a_ojos_de
    a_ojos_del conforme_a de_acuerdo_con en_boca_de en_boca_del al_decir_de a_decir_de en_las_palabras_de
    en_las_palabras_del en_expresión_de según_palabras_de por_citar_a desde_el_punto_de_vista_de
    """,
    agents="por",
    authors="de del por",
    acts="""
    anuncia anunció anunciado promete prometió prometido pide pidió exige exigió reclama reclamó quiere quería ve
    veía teme espera esperaba usa usó usado utiliza utilizó emplea acusa acusó critica criticó celebra condena
    condenó confirma confirmó ordena propone propuso menciona
    """,
    words="""
    palabra palabras opinión respuesta respuestas declaración declaraciones frase frases término términos posición
    discurso carta mensaje queja advertencia argumento comentario promesa entrevista tesis veredicto versión
    testimonio comunicado acusación demanda exigencia anuncio conclusión pregunta intervención expresión fórmula
    juicio lema afirmación afirmaciones descripción réplica explicación observación resumen crítica ojos voz punto
    """,
    replies="respuesta respuestas réplica contestación",
    that="que si porqué cómo",
    relative="que quien quienes cual cuales cuyo cuya cuyos cuyas",
    conjunctions="y e o u ni",
    contrast="pero mientras aunque sino",
    openers="""
    preguntado preguntada preguntados interrogado interrogada tras después antes cuando si aunque como pese durante
    en al a ante respondiendo al_ser a_diferencia con sin contra según habiendo desde sobre para por acusado acusada
    presionado acompañado acompañada elegido elegida nacido nacida mientras porque no junto hablando refiriéndose
    igual de del
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
    pronouns="ella=f ellos=p ellas=p ello=n éste=a ésta=a aquél=a",
    vague="""
    otro otra otros otras último última alguien algunos algunas muchos ambos homólogo homóloga uno quien primero
    """,
    nobody="nadie ninguno ninguna nada",
    titles="""
    sr sra srta don doña d dña dr dra doctor doctora profesor profesora presidente presidenta ministro ministra
    alcalde alcaldesa senador senadora juez jueza general coronel capitán obispo monseñor rey reina príncipe
    embajador embajadora director directora gobernador canciller señor señora portavoz secretario secretaria
    consejero comisario
    """,
    deputies="""
    vice vicepresidente vicepresidenta adjunto adjunta antiguo antigua ex exministro exministra expresidente
    expresidenta interino interina suplente predecesor predecesora sucesor sucesora asistente ayudante asesor
    asesora abogado abogada vecino vecina vecinos esposa marido mujer hermano hermana hijo hija amigo amiga colega
    homólogo homóloga rival sub viceministro viceministra futuro futura honorario honoraria chófer primo prima madre
    padre sobrino viuda biógrafo traductor intérprete delegado delegada entorno
    """,
    spokes="portavoz portavoces vocero vocera representante representantes miembros",
    people="""
    hombre mujer persona gente habitante habitantes residente residentes vecino vecina vecinos agricultor
    agricultores pescador pescadores maestro maestra médico médica conductor conductora trabajador alcalde alcaldesa
    ministro ministra presidente presidenta director directora jefe jefa líder secretario secretaria embajador
    embajadora gobernador juez oficial soldado general experto experta expertos analista testigo testigos aldeano
    niño niña madre padre dueño guardián guardiana guardesa encargado encargada ingeniero ingeniera ingenieros buzo
    buzos miembro delegado crítico críticos opositor funcionario historiador científico profesor abogado estudiante
    visitante fuente fuentes observador político canciller senador consejero comisario colega predecesor sucesor
    capitán fundador tesorero tesorera mediador cura sacerdote obispo comerciante enfermera cantante escritor
    activista activistas manifestante portavoz
    """,
    reporters="""
    periodista periodistas reportero reportera corresponsal autor autora redactor redactora cronista enviado
    """,
    papers="periódico diario artículo reportaje informe fuente revista agencia semanario texto crónica noticia",
    documents="""
    carta acuerdo declaración tratado ley nota documento protocolo contrato decreto sentencia constitución
    resolución comunicado acta cláusula correo mensaje cartel pancarta panfleto manifiesto discurso
    """,
    states="gobierno estado gabinete ministerio autoridades administración presidencia consejo ejecutivo",
    neutral="nuevo nueva actual propio joven viejo local insular",
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
)
