"""Serbian, Croatian, Bosnian and Montenegrin, in Latin letters; Cyrillic ones are read as these."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    kaže kazao kazala kazali kažu reče rekao rekla rekli rekle izjavio izjavila izjavili izjavljuje izjavilo tvrdi
    tvrdio tvrdila tvrde dodao dodala dodaje dodaju dodali napisao napisala piše napisali pisao pisala objasnio
    objasnila objašnjava odgovorio odgovorila odgovara odgovorili ističe istakao istakla istakli naglasio naglasila
    naglašava navodi naveo navela naveli upozorio upozorila upozorava upozorili najavio najavila najavljuje najavili
    poručio poručila poručuje poručili poručilo smatra smatrao smatrala smatraju misli mislio mislila veruje verovao
    verovala vjeruje ocenio ocenila ocenjuje ocijenio ocijenila ocjenjuje ocenili zaključio zaključila zaključuje
    zatražio zatražila traži tražio tražila traže pitao pitala pita upitao upitala pozvao pozvala poziva nazvao
    nazvala naziva nazvali nazvalo zove zvao zvala opisao opisala opisuje opisali optužio optužila optužuje optužili
    priznao priznala priznaje obećao obećala obećava obećali potvrdio potvrdila potvrđuje potvrdili govori govorio
    govorila pominje pomenuo pomenula spominje spomenuo spomenula napominje napomenuo napomenula primetio primetila
    primećuje ponovio ponovila ponavlja ponovili podsetio podsetila podseća podsjetio podsjetila saopštio saopštila
    saopštava saopštili saopštilo priopćio priopćila priopćilo obavestio obavestila obaveštava žali žalio žalila
    osudio osudila osuđuje osudili kritikovao kritikovala kritikuje hvali pohvalio pohvalila šapnuo šapnula viknuo
    viknula uzviknuo uzviknula tvitovao tvitovala želi želeo želela hoće hteo htela boji bojao bojala nada nadao
    nadala zahteva zahtevao zahtevala zahtevaju zahtevali koristi koristio koristila upotrebio upotrebila
    upotrebljava izrazio izrazila predložio predložila predlaže savetovao savetovala naredio naredila
    prokomentarisao prokomentarisala komentariše precizirao precizirala precizira sažeo sažela sažima vidi video
    videla objavio objavila objavljuje objavili ispričao ispričala priča pričao pričala otkrio otkrila uveravao
    uveravala uverava pravda insistira insistirao insistirala uzvratio uzvratila uzvraća replicirao replicirala
    poredi uporedio uporedila
    """,
    saying="""
    govoreći dodajući tvrdeći ističući navodeći nazivajući naglašavajući odgovarajući pozivajući upozoravajući
    tražeći objašnjavajući ponavljajući nazvavši rekavši kazavši opisujući optužujući reći kazati nazvati
    """,
    passive="""
    rečeno kazano nazvan nazvana nazvano opisan opisana opisano optužen optužena upozoren upozorena obavešten
    obaveštena upitan upitana pitan pitana zamoljen zamoljena citiran citirana napisano izjavljeno pozvan pozvana
    """,
    cites="""
    citira citirao citirala citirali citirajući prenosi preneo prenela prenio prenijela preneli navodeći ponavlja
    ponovio ponovila ponavljajući
    """,
    denies="""
    negira negirao negirala negirali negirajući poriče poricao poricala porekao porekla demantuje demantovao
    demantovala odbio odbila odbija odbili odbijajući osporava osporio osporila opovrgao opovrgla opovrgava odbacio
    odbacila odbacuje izbegava
    """,
    negations="ne nije nisu nikad nikada ni niti nikako bez neće nisam ništa jedva",
    doubts="možda navodno mogao mogla mogli trebalo verovatno bi valjda",
    be="glasi glasio glasila je bio bila bilo biva biti bude bili su",
    between="""
    je su se i takođe takodje potom zatim kasnije opet ponovo još već uvek juče danas mu joj im ih ga nam to tada
    onda sam sama prvo samo jednostavno često više puta jednom zato stoga će bude javno dalje
    """,
    according="""
    prema po po_rečima prema_rečima prema_mišljenju po_mišljenju prema_navodima prema_oceni po_oceni rečima
    prema_tvrdnjama prema_izjavi po_riječima prema_riječima u_očima kako_prenosi iz_ugla prema_saznanjima za
    """,
    agents="od strane",
    authors="od",
    acts="""
    najavio najavila najavljuje traži tražio tražila zahteva zahtevao zahtevala želi hoće obećao obećala obećava
    vidi nada boji koristi koristio koristila upotrebio optužio optužila optužuje kritikovao osudio osudila potvrdio
    potvrdila naredio predložio pominje
    """,
    words="""
    reč reči rečima rečju riječi riječima odgovor odgovora odgovoru izjava izjave izjavi izjavu izjavama mišljenje
    mišljenju mišljenja stav stava stavu tvrdnja tvrdnje tvrdnji tvrdnju govor govora govoru pismo pisma pismu
    poruka poruke poruci poruku žalba upozorenje komentar obećanje obećanja intervju intervjuu ocena oceni ocene
    ocenu izraz izraza fraza frazu saopštenje saopštenju saopštenja zahtev zahteva zahtevu pitanje optužba verzija
    objašnjenje zaključak predlog molba navod navodi navodima navode
    """,
    replies="odgovor odgovora odgovoru odgovorom",
    that="da li zašto kako",
    relative="koji koja koje kojeg kojem kojoj kojim kome koga čiji čija što ko",
    conjunctions="i ili ni niti te",
    contrast="ali dok a nego već iako međutim",
    openers="""
    upitan upitana upitani pitan pitana posle poslije nakon pre prije kada kad ako dok iako jer pošto u na za od sa
    s o komentarišući odgovarajući govoreći za_razliku kao kako uprkos tokom pod bez protiv prema pored ne zbog
    povodom reagujući suočen suočena optužen optužena obraćajući poput osvrćući
    """,
    of="",
    prepositions="""
    u na za od sa s o po prema do iz kod pred pre prije posle poslije nakon tokom između među protiv bez pod nad
    kroz preko zbog radi uprkos umesto oko pri ka k kao povodom poput pored uz
    """,
    joining="kao",
    articles="""
    ovaj ova ovo taj ta to onaj ona ono jedan jedna jedno neki neka svaki svaka dva dve tri nekoliko ovi te
    """,
    owners="""
    njegov=m njegova=m njegovo=m njegove=m njegovim=m njegovom=m njen=f njena=f njeno=f njene=f njenim=f njenom=f
    njezin=f njezina=f njihov=p njihova=p njihovo=p njihovim=p svoj=a svoje=a svoja=a svojim=a svom=a
    """,
    pronouns="on=m ona=f oni=p one=p",
    vague="""
    drugi druga drugo drugog poslednji poslednja neko netko neki neke mnogi oboje obojica svi kolega koleginica
    """,
    nobody="niko nitko nijedan nijedna ništa",
    titles="""
    gospodin gospođa gđa g dr prof profesor profesorka predsednik predsednica ministar ministarka premijer
    premijerka gradonačelnik gradonačelnica senator sudija general pukovnik kapetan episkop kralj kraljica princ
    ambasador ambasadorka direktor direktorka portparol portparolka poslanik sekretar
    """,
    deputies="""
    zamenik zamenica zamenika zamenice zamjenik zamjenica pomoćnik pomoćnica bivši bivša bivšeg bivše eks nekadašnji
    nekadašnja potpredsednik potpredsednica potpredsjednik potpredsjednica prethodnik prethodnica naslednik
    naslednica asistent asistentkinja savetnik savetnica advokat advokatica komšija komšinica sused supruga suprug
    brat sestra sin ćerka prijatelj prijateljica kolega koleginica rival saradnik saradnica budući buduća vršilac
    v.d. vozač rođak šef_kabineta pomoćnika vicepremijer
    """,
    spokes="""
    portparol portparolka portparola portparolke glasnogovornik glasnogovornica predstavnik predstavnica
    predstavnici članovi
    """,
    people="""
    čovek čovjek žena osoba ljudi stanovnik stanovnica stanovnici meštanin meštanka meštani mještani seljak seljaci
    ribar ribari učitelj učiteljica lekar lekarka vozač radnik radnici gradonačelnik gradonačelnica ministar
    ministarka predsednik predsednica predsjednik predsjednica direktor direktorka šef šefica vođa sekretar
    ambasador ambasadorka guverner sudija oficir vojnik general stručnjak stručnjaci analitičar svedok svedoci dečak
    devojčica majka otac vlasnik čuvar čuvarka inženjer inženjeri ronilac ronioci član delegat komšija komšinica
    kritičar protivnik zvaničnik zvaničnici istoričar naučnik profesor advokat student posetilac izvor izvori
    posmatrač političar premijer premijerka senator poverenik kolega prethodnik naslednik kapetan osnivač blagajnik
    posrednik sveštenik episkop prodavac aktivista aktivisti demonstrant portparol portparolka zamenik zamenica
    """,
    reporters="novinar novinarka novinari reporter reporterka dopisnik dopisnica autor autorka izveštač",
    papers="list novine članak izveštaj izvor časopis agencija tekst dnevnik reportaža vest portal",
    documents="""
    pismo sporazum izjava ugovor zakon beleška dokument protokol odluka presuda ustav rezolucija saopštenje klauzula
    poruka natpis transparent letak manifest govor
    """,
    states="vlada država kabinet ministarstvo vlasti uprava savet veće vijeće savjet odbor",
    neutral="novi nova sadašnji sadašnja aktuelni aktuelna mladi mlada stari stara lokalni ostrvski",
    months="""
    januar januara januaru februar februara februaru mart marta martu april aprila aprilu maj maja maju jun juna
    junu jul jula julu avgust avgusta avgustu septembar septembra septembru oktobar oktobra oktobru novembar
    novembra novembru decembar decembra decembru proleće leto jesen zima
    """,
    when="u od godine",
    common="""
    juče danas sutra ovde tamo sada onda tada tako još opet samo možda ali međutim kasnije prvo nikada uvek često
    niko neko sve svi ništa šta gde kada zašto kako ko jer iako dok ako oba obe svaki mnogi nekoliko jedan dva tri
    da ne ponedeljak utorak sreda četvrtak petak subota nedelja zatim potom ipak zato takođe
    """,
    abbreviations="dr prof g gđa gdin sv tzv god br",
    same="""
    predsednik predsednica predsjednik predsjednica, portparol portparolka glasnogovornik glasnogovornica, ministar
    ministarka, ambasador ambasadorka, direktor direktorka, zamenik zamenica zamjenik zamjenica, komšija komšinica,
    čuvar čuvarka
    """,
    cases="a u e om em i ja ju jem je ima ama ovi -e -i -u -o -om -ama -ima",
    genitive="a e ih og",
    possessives="""
    ov ova ovo ovu ove ovog ovom ovim ovih ovoj ovi jev jeva jevo jevu jeve jevog jevom jevim jevoj ev eva evo evu
    eve evog evom evim -in -ina -ino -inu -ine -inog -inom -inim -inoj -ini
    """,
    adjective="ska ski sko čka čki čko vena veni veno",
    ordinals=True,
    fleeting=True,
    drops_pronouns=True,
    inverts=True,
)
