"""Portuguese."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    diz disse disseram dizia dito dizem afirma afirmou afirmava afirmado declara declarou declarado acrescenta
    acrescentou acrescentava escreve escreveu escrevia escrito explica explicou explicado responde respondeu respondia
    respondido assegura assegurou garante garantiu sustenta sustentou sublinha sublinhou salienta salientou recorda
    recordou lembra lembrou anuncia anunciou anunciado conta contou pede pediu pedia pedido chama chamou chamava chamado
    classifica classificou classificado fala falou falava falado denuncia denunciou denunciado acusa acusou acusado
    adverte advertiu alerta alertou promete prometeu prometido reconhece reconheceu admite admitiu admitido insiste
    insistiu repete repetiu repetido observa observou nota notou comenta comentou conclui concluiu resume resumiu
    replica replicou acredita acreditava pensa pensava considera considerou considerado teme espera quer queria exige
    exigiu exigido confirma confirmou confirmado informa informou informado lamenta lamentou critica criticou criticado
    descreve descreveu descrito proclama exclama exclamou grita menciona mencionou indica indicou revela revelou exprime
    propõe propôs sugere sugeriu usa usou usado utiliza utilizou emprega precisa reitera reiterou julga vê via condena
    condenou pergunta perguntou prossegue frisa frisou segundo_as_suas_palavras nas_suas_palavras afirmam afirmaram
    declaram declararam declarava acrescentam acrescentaram acrescentado explicam explicaram explicava asseguram
    asseguraram assegurava assegurado sustentam sustentaram sustentava sustentado sublinham sublinharam sublinhava
    sublinhado salientam salientaram salientava salientado recordam recordaram recordava recordado lembram lembraram
    lembrava lembrado anunciam anunciaram anunciava chamam chamaram classificam classificaram classificava falam falaram
    denunciam denunciaram denunciava acusam acusaram acusava alertam alertaram alertava alertado observam observaram
    observava observado notam notaram notava notado comentam comentaram comentava comentado replicam replicaram
    replicava replicado consideram consideraram considerava confirmam confirmaram confirmava informam informaram
    informava lamentam lamentaram lamentava lamentado criticam criticaram criticava proclamam proclamou proclamaram
    proclamava proclamado exclamam exclamaram exclamava exclamado gritam gritou gritaram gritava gritado mencionam
    mencionaram mencionava mencionado indicam indicaram indicava indicado revelam revelaram revelava revelado usam
    usaram usava utilizam utilizaram utilizava utilizado empregam empregou empregaram empregava empregado precisam
    precisou precisaram precisava precisado reiteram reiteraram reiterava reiterado julgam julgou julgaram julgava
    julgado condenam condenaram condenava condenado perguntam perguntaram perguntava perguntado frisam frisaram frisava
    frisado aponta apontam apontou apontaram apontava apontado destaca destacam destacou destacaram destacava destacado
    realça realçam realçou realçaram realçava realçado justifica justificam justificou justificaram justificava
    justificado argumenta argumentam argumentou argumentaram argumentava argumentado apela apelam apelou apelaram
    apelava apelado elogia elogiam elogiou elogiaram elogiava elogiado louva louvam louvou louvaram louvava louvado
    avisa avisam avisou avisaram avisava avisado solicita solicitam solicitou solicitaram solicitava solicitado reclama
    reclamam reclamou reclamaram reclamava reclamado questiona questionam questionou questionaram questionava
    questionado compara comparam comparou compararam comparava comparado retrata retratam retratou retrataram retratava
    retratado ironiza ironizam ironizou ironizaram ironizava ironizado brinca brincam brincou brincaram brincava
    brincado rotula rotulam rotulou rotularam rotulava rotulado apelida apelidam apelidou apelidaram apelidava apelidado
    qualifica qualificam qualificou qualificaram qualificava qualificado acreditam acreditou acreditaram acreditado
    confessa confessam confessou confessaram confessava confessado jura juram jurou juraram jurava jurado implora
    imploram implorou imploraram implorava implorado recomenda recomendam recomendou recomendaram recomendava
    recomendado enfatiza enfatizam enfatizou enfatizaram enfatizava enfatizado pontua pontuam pontuou pontuaram pontuava
    pontuado ressalta ressaltam ressaltou ressaltaram ressaltava ressaltado detalha detalham detalhou detalharam
    detalhava detalhado resuma resumam resumou resumaram resumava resumado desabafa desabafam desabafou desabafaram
    desabafava desabafado retruca retrucam retrucou retrucaram retrucava retrucado riposta ripostam ripostou ripostaram
    ripostava ripostado ataca atacam atacou atacaram atacava atacado censura censuram censurou censuraram censurava
    censurado deplora deploram deplorou deploraram deplorava deplorado invoca invocam invocou invocaram invocava
    invocado evoca evocam evocou evocaram evocava evocado avalia avaliam avaliou avaliaram avaliava avaliado prognostica
    prognosticam prognosticou prognosticaram prognosticava prognosticado diziam dirá diria escrevem escreviam escreveram
    respondem responderam respondiam pedem pediram pediam reconhecem reconheceram admitem admitiram admitia insistem
    insistiram insistia repetem repetia repetiram concluem concluíram concluía crê creem pensam pensado temem temia
    esperam esperava esperou querem quiseram exigem exigiram exigia descrevem descreviam descrevia propõem propuseram
    sugerem sugeriram sugeria veem viu viram garantem garantiram garantido prometem prometeram advertem advertiram
    advertido contam contaram contado defende defendeu defendem defenderam defendia defendido esclarece esclareceu
    esclareceram esclarecido define definiu definia definem definido prevê previu previsto rebate rebateu rebateram
    rebatido fez_saber faz_saber fizeram_saber fez_notar faz_notar deixou_claro deixa_claro deu_a_entender dá_a_entender
    chamou_a_atenção refere referiu referem referido agradece agradeceu expõe expôs exposto transmite transmitiu atribui
    atribuiu atribuído contrapõe contrapôs aconselha aconselhou ordena ordenou temeu prefere preferiu ameaça ameaçou
    ameaçado protesta protestou protestado prosseguiu oferece ofereceu oferecia oferecem
    """,
    saying="""
    dizendo dizer afirmando afirmar declarando acrescentando escrevendo explicando respondendo sustentando sublinhando
    recordando anunciando pedindo chamando chamar classificando falando falar denunciando acusando advertindo prometendo
    admitindo insistindo repetindo observando comentando concluindo usando criticando descrevendo reiterando responder
    explicar sublinhar recordar anunciar pedir denunciar acusar advertir prometer admitir insistir repetir observar
    comentar concluir criticar descrever reiterar lamentar lamentando alertando alertar salientando salientar garantindo
    garantir destacando frisando definindo definir qualificando
    """,
    passive="""
    acusado advertido chamado citado classificado considerado criticado descrito dito escrito informado pedido
    perguntado proferido questionado repetido usado definido apelidado rotulado qualificado condenado comparado
    retratado elogiado louvado censurado atacado alertado avisado respondido atribuído defendido anunciado denunciado
    declarado julgado justificado
    """,
    cites="cita citou citava citado citando repete repetiu repetindo reproduz recorda recordou",
    denies="""
    nega negou negava negado negando desmente desmentiu desmentindo recusa recusou recusado rejeita rejeitou rejeitado
    contesta contestou refuta refutou evita evitou negam negaram desmentem desmentiram desmentia desmentido desmentir
    recusam recusaram rejeitam rejeitaram rejeitar contestam contestaram refutam refutaram refutado descarta descartou
    descartado contradiz contradisse evitar negar negará retratou retira retirou volta_atrás voltou_atrás
    """,
    negations="não nunca jamais nem sem nada tampouco",
    doubts="poderia deveria teria teriam talvez alegadamente supostamente parece",
    be="era foi são eram foram sido ser sendo está estava",
    between="""
    tem têm tinha tinham havia também depois então já ainda sempre ontem hoje lhe lhes o a os as se me nos mesmo mesma
    simplesmente só mais antes assim publicamente claramente recentemente finalmente entretanto segunda-feira
    terça-feira quarta-feira quinta-feira sexta-feira sábado domingo posteriormente igualmente haviam ter
    """,
    according="""
    segundo conforme para na_opinião_de na_opinião_do na_opinião_da nas_palavras_de nas_palavras_do nas_palavras_da
    de_acordo_com aos_olhos_de aos_olhos_do aos_olhos_da no_entender_de no_entender_do no_entender_da
    segundo_as_palavras_de segundo_as_palavras_do segundo_as_palavras_da na_versão_de na_versão_do na_versão_da
    no_dizer_de no_dizer_do no_dizer_da a_acreditar_em a_crer_em na_perspetiva_de na_perspetiva_do na_perspetiva_da
    do_ponto_de_vista_de do_ponto_de_vista_do do_ponto_de_vista_da pela_voz_de pela_voz_do pela_voz_da na_expressão_de
    na_expressão_do na_expressão_da no_juízo_de na_visão_de na_visão_do na_visão_da para_usar_as_palavras_de
    para_usar_as_palavras_do para_usar_as_palavras_da ao_ver_de ao_ver_do
    """,
    agents="por pelo pela pelos pelas",
    authors="de do da dos das por pelo pela",
    acts="anuncia anunciou anunciado promete prometeu pede pediu quer queria exige exigiu vê usa usou",
    words="""
    palavra palavras opinião resposta respostas declaração declarações frase termos posição discurso carta mensagem
    aviso argumento comentário promessa entrevista tese versão testemunho comunicado acusação exigência anúncio
    conclusão pergunta intervenção expressão fórmula juízo afirmação descrição réplica explicação olhos apelo avisos
    críticas alertas desabafo objeção diagnóstico balanço previsão receio receios esperança lema máxima confissão elogio
    elogios insulto comparação metáfora definição síntese proposta conselho comentários afirmações alegação argumentação
    desculpa justificação apreciação avaliação parecer
    """,
    replies="resposta respostas réplica",
    that="que se porquê como",
    relative="que quem qual quais cujo cuja",
    conjunctions="e ou nem",
    contrast="mas enquanto embora porém senão",
    openers="""
    questionado questionada perguntado perguntada interrogado após depois antes quando se embora como apesar durante em
    no na ao à a respondendo ao_contrário com sem contra segundo desde sobre para por acusado acusada pressionado
    acompanhado eleito nascido enquanto porque não junto falando referindo de do da perante além exceto salvo citando
    rejeitando contactado contactada instado instada criticado criticada entrevistado entrevistada acerca porquanto
    """,
    of="de do da dos das",
    prepositions="""
    de do da dos das a ao à aos às em no na nos nas com sem por pelo pela para sobre sob contra entre perante após
    desde até durante segundo conforme como
    """,
    joining="como segundo conforme",
    articles="""
    o a os as um uma uns umas este esta estes estas esse essa aquele aquela nenhum nenhuma cada dois duas três
    alguns algumas
    """,
    owners="seu=a sua=a seus=a suas=a dele=m dela=f deles=p meu=x nosso=x nossa=x",
    pronouns="ele=m ela=f eles=p elas=p",
    vague="outro outra outros último última alguém alguns muitos ambos homólogo um quem",
    nobody="ninguém nenhum nenhuma",
    titles="""
    sr sra senhor senhora dr dra doutor doutora professor professora presidente ministro ministra prefeito prefeita
    senador juiz juíza general coronel capitão bispo rei rainha embaixador embaixadora diretor diretora dom dona
    """,
    deputies="""
    vice adjunto adjunta antigo antiga ex interino interina predecessor sucessor assistente assessor assessora advogado
    advogada vizinho vizinha esposa marido irmão irmã filho filha amigo amiga colega homólogo rival futuro futura
    motorista vice-presidente vice-prefeito subsecretário subsecretária subdiretor subdiretora ex-presidente ex-prefeito
    ex-ministro ex-ministra substituto substituta suplente cunhado cunhada genro nora tio tia avô namorada namorado
    companheiro companheira colaborador colaboradora viúva biógrafo intérprete tradutor anterior cessante
    """,
    spokes="porta-voz portavoz representante representantes membros pescadores ativistas sócios",
    people="""
    homem mulher pessoa gente habitante habitantes morador moradores agricultor pescador pescadores professor médico
    motorista trabalhador prefeito prefeita ministro ministra presidente diretor diretora chefe líder secretário
    secretária embaixador embaixadora governador juiz oficial soldado general especialista analista testemunha guardião
    engenheiro mergulhador membro delegado crítico críticos opositor funcionário historiador advogado estudante fonte
    fontes observador senador chanceler conselheiro comissário colega capitão fundador tesoureiro bispo ativista vizinho
    vizinha porta-voz vereador vereadora autarca armador armadora marinheiro pescadora moradora munícipe cientista
    investigador investigadora pesquisador pesquisadora gerente usuário utente faroleiro padeiro bombeiro tesoureira
    capitã turista turistas
    """,
    reporters="jornalista jornalistas repórter correspondente autor autora enviado",
    papers="jornal diário artigo reportagem relatório fonte revista agência semanário texto",
    documents="""
    carta acordo declaração tratado lei nota documento protocolo contrato decreto sentença constituição resolução
    comunicado ata cláusula mensagem cartaz manifesto discurso
    """,
    states="""
    governo estado gabinete ministério autoridades administração presidência conselho câmara prefeitura município
    autarquia
    """,
    neutral="novo nova atual jovem velho local insular",
    months="""
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro primavera verão outono
    inverno
    """,
    when="em no desde de",
    common="""
    ontem hoje amanhã aqui ali agora depois então assim ainda também só talvez porém antes nunca sempre ninguém
    alguém tudo todos nada onde quando porque como quem enquanto cada alguns um uma dois três sim não segunda terça
    quarta quinta sexta sábado domingo
    """,
    abbreviations="sr sra dr dra prof art etc",
    same="""
    porta-voz portavoz, diretor diretora, ministro ministra, embaixador embaixadora, prefeito prefeita,
    vizinho vizinha, chefe líder
    """,
    compounds="-voz",
    adverb="mente",
    personal="a ao",
    drops_pronouns=True,
    inverts=True,
    agreement="-a -os -as",
    sources="desde em no na do da",
    indefinite="um uma uns umas cada vários várias dois três alguns algumas",
    former="ex antigo antiga anterior",
    stances="recusa recusou recusado recusam recusaram rejeita rejeitou rejeitado rejeitam rejeitaram rejeitar",
    inside="no na nas nos em segundo para",
)
