"""Portuguese."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    diz disse disseram dizia dito dizem afirma afirmou afirmava afirmado declara declarou declarado acrescenta
    acrescentou acrescentava escreve escreveu escrevia escrito explica explicou explicado responde respondeu
    respondia respondido assegura assegurou garante garantiu sustenta sustentou sublinha sublinhou salienta
    salientou recorda recordou lembra lembrou anuncia anunciou anunciado conta contou pede pediu pedia pedido chama
    chamou chamava chamado classifica classificou classificado fala falou falava falado denuncia denunciou
    denunciado acusa acusou acusado adverte advertiu alerta alertou promete prometeu prometido reconhece reconheceu
    admite admitiu admitido insiste insistiu repete repetiu repetido observa observou nota notou comenta comentou
    conclui concluiu resume resumiu replica replicou acredita acreditava pensa pensava considera considerou
    considerado teme espera quer queria exige exigiu exigido confirma confirmou confirmado informa informou
    informado lamenta lamentou critica criticou criticado descreve descreveu descrito proclama exclama exclamou
    grita menciona mencionou indica indicou revela revelou exprime propõe propôs sugere sugeriu usa usou usado
    utiliza utilizou emprega precisa reitera reiterou julga vê via condena condenou pergunta perguntou prossegue
    frisa frisou
    """,
    saying="""
    dizendo dizer afirmando afirmar declarando acrescentando escrevendo explicando respondendo sustentando
    sublinhando recordando anunciando pedindo chamando chamar classificando falando falar denunciando acusando
    advertindo prometendo admitindo insistindo repetindo observando comentando concluindo usando criticando
    descrevendo reiterando
    """,
    passive="""
    dito dita escrito chamado chamada classificado classificada acusado acusada descrito descrita citado citada
    pedido informado informada advertido usado usada usadas considerado considerada criticado criticada proferido
    proferida perguntado questionado questionada repetido
    """,
    cites="cita citou citava citado citando repete repetiu repetindo reproduz recorda recordou",
    denies="""
    nega negou negava negado negando desmente desmentiu desmentindo recusa recusou recusado rejeita rejeitou
    rejeitado contesta contestou refuta refutou evita evitou
    """,
    negations="não nunca jamais nem sem nada tampouco",
    doubts="poderia deveria teria teriam talvez alegadamente supostamente parece",
    be="era foi são eram foram sido ser sendo está estava",
    between="""
    tem têm tinha tinham havia também depois então já ainda sempre ontem hoje lhe lhes o a os as se me nos mesmo
    mesma simplesmente só mais tarde antes assim
    """,
    according="""
    segundo conforme para na_opinião_de na_opinião_do na_opinião_da nas_palavras_de nas_palavras_do nas_palavras_da
    de_acordo_com aos_olhos_de aos_olhos_do aos_olhos_da no_entender_de no_entender_do no_entender_da
    """,
    agents="por pelo pela pelos pelas",
    authors="de do da dos das por pelo pela",
    acts="anuncia anunciou anunciado promete prometeu pede pediu quer queria exige exigiu vê usa usou",
    words="""
    palavra palavras opinião resposta respostas declaração declarações frase termos posição discurso carta mensagem
    aviso argumento comentário promessa entrevista tese versão testemunho comunicado acusação exigência anúncio
    conclusão pergunta intervenção expressão fórmula juízo afirmação descrição réplica explicação crítica olhos
    """,
    replies="resposta respostas réplica",
    that="que se porquê como",
    relative="que quem qual quais cujo cuja",
    conjunctions="e ou nem",
    contrast="mas enquanto embora porém senão",
    openers="""
    questionado questionada perguntado perguntada interrogado após depois antes quando se embora como apesar durante
    em no na ao à a respondendo ao_contrário com sem contra segundo desde sobre para por acusado acusada pressionado
    acompanhado eleito nascido enquanto porque não junto falando referindo de do da
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
    vice adjunto adjunta antigo antiga ex interino interina predecessor sucessor assistente assessor assessora
    advogado advogada vizinho vizinha esposa marido irmão irmã filho filha amigo amiga colega homólogo rival futuro
    futura motorista
    """,
    spokes="porta-voz portavoz representante representantes membros",
    people="""
    homem mulher pessoa gente habitante habitantes morador moradores agricultor pescador pescadores professor médico
    motorista trabalhador prefeito prefeita ministro ministra presidente diretor diretora chefe líder secretário
    secretária embaixador embaixadora governador juiz oficial soldado general especialista analista testemunha
    guardião engenheiro mergulhador membro delegado crítico críticos opositor funcionário historiador advogado
    estudante fonte fontes observador senador chanceler conselheiro comissário colega capitão fundador tesoureiro
    padre bispo ativista vizinho vizinha porta-voz
    """,
    reporters="jornalista jornalistas repórter correspondente autor autora enviado",
    papers="jornal diário artigo reportagem relatório fonte revista agência semanário texto",
    documents="""
    carta acordo declaração tratado lei nota documento protocolo contrato decreto sentença constituição resolução
    comunicado ata cláusula mensagem cartaz manifesto discurso
    """,
    states="governo estado gabinete ministério autoridades administração presidência conselho câmara",
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
)
