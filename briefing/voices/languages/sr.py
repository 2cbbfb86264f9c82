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
    zatražio zatražila traži tražio tražila traže pitao pitala pita upitao upitala pozvao pozvala poziva nazvao nazvala
    naziva nazvali nazvalo zove zvao zvala opisao opisala opisuje opisali optužio optužila optužuje optužili priznao
    priznala priznaje obećao obećala obećava obećali potvrdio potvrdila potvrđuje potvrdili govori govorio govorila
    pominje pomenuo pomenula spominje spomenuo spomenula napominje napomenuo napomenula primetio primetila primećuje
    ponovio ponovila ponavlja ponovili podsetio podsetila podseća podsjetio podsjetila saopštio saopštila saopštava
    saopštili saopštilo priopćio priopćila priopćilo obavestio obavestila obaveštava žali žalio žalila osudio osudila
    osuđuje osudili kritikovao kritikovala kritikuje hvali pohvalio pohvalila šapnuo šapnula viknuo viknula uzviknuo
    uzviknula tvitovao tvitovala želi želeo želela hoće hteo htela boji bojao bojala nada nadao nadala zahteva zahtevao
    zahtevala zahtevaju zahtevali koristi koristio koristila upotrebio upotrebila upotrebljava izrazio izrazila
    predložio predložila predlaže savetovao savetovala naredio naredila prokomentarisao prokomentarisala komentariše
    precizirao precizirala precizira sažeo sažela sažima vidi video videla objavio objavila objavljuje objavili ispričao
    ispričala priča pričao pričala otkrio otkrila uveravao uveravala uverava pravda insistira insistirao insistirala
    uzvratio uzvratila uzvraća replicirao replicirala poredi uporedio uporedila kazalo reklo tvrdili tvrdilo dodalo
    napisalo pisali pisalo objasnili objasnilo odgovorilo istaklo naglasili naglasilo navelo upozorilo najavilo smatrali
    smatralo mislili mislilo verovali verovalo ocenilo zaključili zaključilo zatražili zatražilo tražili tražilo pitali
    pitalo upitali upitalo pozvali pozvalo zvali zvalo opisalo optužilo priznali priznalo obećalo potvrdilo govorili
    govorilo pomenuli pomenulo spomenuli spomenulo napomenuli napomenulo primetili primetilo ponovilo podsetili
    podsetilo obavestili obavestilo osudilo kritikovali kritikovalo pohvalili predložili predložilo naredili naredilo
    prokomentarisali prokomentarisalo precizirali preciziralo videli videlo objavilo ispričali ispričalo pričali pričalo
    otkrili otkrilo uveravali uveravalo insistirali insistiralo uzvratili uzvratilo uporedili uporedilo poredio poredila
    poredili poredilo okarakterisao okarakterisala okarakterisali okarakterisalo ukazao ukazala ukazali ukazalo podvukao
    rezimirao rezimirala rezimirali rezimiralo saželi saželo upotrebili upotrebilo koristili koristilo izrazili izrazilo
    zamerio zamerila zamerili zamerilo prigovorio prigovorila prigovorili prigovorilo prebacio prebacila prebacili
    prebacilo spočitao spočitala spočitali spočitalo predočio predočila predočili predočilo obrazložio obrazložila
    obrazložili obrazložilo razjasnio razjasnila razjasnili razjasnilo pojasnio pojasnila pojasnili pojasnilo formulisao
    formulisala formulisali formulisalo konstatovao konstatovala konstatovali konstatovalo komentarisao komentarisala
    komentarisali komentarisalo dočarao dočarala dočarali dočaralo predstavio predstavila predstavili predstavilo
    prozvao prozvala prozvali prekorio prekorila prekorili prekorilo ukorio ukorila ukorili ukorilo opomenuo opomenula
    opomenuli opomenulo zapretio zapretila zapretili pretio pretila pretili pretilo zaprijetio zaprijetila zaprijetili
    zaprijetilo molio molila molili molilo zamolio zamolila zamolili zamolilo apelovao apelovala apelovali apelovalo
    pozdravio pozdravila pozdravili pozdravilo čestitao čestitala čestitali čestitalo zahvalio zahvalila zahvalili
    zahvalilo narugao narugala narugali narugalo rugao rugala našalio našalila našalili šalio šalila procenio procenila
    procenili procenilo prijavio prijavila prijavili prijavilo uočio uočila uočili uočilo proglasio proglasila
    proglasili proglasilo šapnuli povikao povikala povikali povikalo uzviknuli uzviknulo dobacio dobacila dobacili
    dobacilo odbrusio odbrusila odbrusili odbrusilo otpovrnuo otpovrnula otpovrnuli otpovrnulo replicirali repliciralo
    branio branila branili odbranio odbranila odbranili odbranilo pravdao pravdala pravdali pravdalo opravdao opravdala
    opravdali opravdalo izvestio izvestila izvestili izvestilo javio javila javili javilo zapisao zapisala zapisali
    zapisalo zabeležio zabeležila zabeležili zabeležilo hvalio hvalila hvalili slavio slavila podržao podržala podržali
    podržalo posvedočio posvedočila posvedočili posvedočilo svedočio svedočila svedočili svedočilo svjedočio svjedočila
    svjedočili svjedočilo sugerisao sugerisala sugerisali sugerisalo nagovestio nagovestila nagovestili nagovestilo
    natuknuo natuknula natuknuli natuknulo aludirao aludirala aludirali aludiralo nadali plašio plašila plašili plašilo
    pribojavao pribojavala pribojavali pribojavalo požalio požalila požalili požalilo očekivao očekivala očekivali
    očekivalo nudio nudila nudili nudilo ponudio ponudila ponudili ponudilo zalagao zalagala zalagali zalagalo zahtevalo
    želeli želelo hteli htelo predvideo predvidela predvideli predvidelo prognozirao prognozirala prognozirali
    prognoziralo ispisao ispisala ispisali ispisalo dopunio dopunila dopunili dopunilo nastavio nastavila nastavili
    nastavilo produžio produžila produžili produžilo kvalifikovao kvalifikovala kvalifikovali kvalifikovalo okrstio
    okrstila okrstili okrstilo oslovio oslovila oslovili oslovilo savetovali savetovalo preporučio preporučila
    preporučili preporučilo odao odala odali odalo odgovarao odgovarala odgovarali odgovaralo rekoše izjavljuju pišu
    objašnjavaju odgovaraju ističu naglašavaju navode upozoravaju najavljuju poručuju misle veruju ocenjuju zaključuju
    pitaju pozivaju nazivaju zovu opisuju optužuju priznaju obećavaju potvrđuju govore pominju napominju primećuju
    ponavljaju podsećaju podsjeća saopštavaju žale osuđuju kritikuju hvale žele boje nadaju zahtijeva koriste predlažu
    savetuje komentarišu preciziraju vide pričaju uveravaju insistiraju uzvraćaju porede ukazuje ukazuju podvlači
    podvlače zamera zameraju prigovara prigovaraju prebacuje obrazlaže obrazlažu pojašnjava pojašnjavaju konstatuje
    konstatuju predstavlja preti prete prijeti moli mole apeluje apeluju pozdravlja zahvaljuje ruga šali procenjuje
    procenjuju procjenjuje proglašava uzvikuje viče dobacuje brani brane opravdava izveštava javlja beleži nabraja
    svedoči svedoče sugeriše nagoveštava aludira plaši pribojava očekuje očekuju nudi nude zalaže predviđa predviđaju
    prognozira nastavlja nastavljaju kvalifikuje etiketira preporučuje preporučuju otkriva izjaviće kazaće poručiće
    dodaće rezimira sumira sumirao sumirala karakteriše okarakteriše proziva spočitava predočava izražava izražavaju
    izrekao izrekla izrečeno rekavši upita odgovori dodade primeti ocijenili zahtijevao zahtijevala primijetio
    primijetila vjerovao vjerovala htio htjela želio željela procijenio procijenila obavijestio obavijestila savjetovao
    izvijestio izvijestila podvukla podvukli prorekla po_sopstvenom_priznanju po_sopstvenim_rečima
    po_vlastitom_priznanju po_vlastitim_rečima izgovorio izgovorila izgovorili ustvrdio ustvrdila
    """,
    saying="""
    govoreći dodajući tvrdeći ističući navodeći nazivajući naglašavajući odgovarajući pozivajući upozoravajući tražeći
    objašnjavajući ponavljajući nazvavši rekavši kazavši opisujući optužujući reći kazati nazvati
    """,
    passive="""
    nazvan opisan optužen upozoren obavešten upitan pitan zamoljen citiran pozvan rečen kazan napisan izjavljen
    okarakterisan kritikovan osuđen pohvaljen proglašen prozvan predstavljen zatražen poručen saopšten odgovoren
    objašnjen potvrđen zaključen upoređen poređen okršten kršten korišćen upotrebljen izrečen izgovoren formulisan sažet
    ocenjen ocijenjen prekoren opomenut odbačen pomenut spomenut savetovan predočen obećan najavljen prigovoren zameren
    dopisan zapisan vređen uvređen ismejan izrugan napadnut prozivan
    """,
    cites="""
    citira citirao citirala citirali citirajući prenosi preneo prenela prenio prenijela preneli navodeći ponavlja
    ponovio ponovila ponavljajući prenose prenosio prenosila prepričava prepričao prepričala citiraju parafrazira
    parafrazirao parafrazirala
    """,
    denies="""
    negira negirao negirala negirali negirajući poriče poricao poricala porekao porekla demantuje demantovao demantovala
    odbio odbila odbija odbili odbijajući osporava osporio osporila opovrgao opovrgla opovrgava odbacio odbacila
    odbacuje izbegava negiraju negiralo poriču poricali poricalo porekli demantuju demantovali demantovalo demantirao
    demantirala demantira odbilo odbijaju odbijala odbijao osporavaju osporavao osporavala osporili opovrgavaju opovrgli
    odbacuju odbacili odbacilo odbacivao izbegao izbegla povukao povukla povlači oporekao oporekla oporiče prećutao
    prećutala uskratio uskratila ustručava zanekao zanekala zanegirao demantujući poričući osporavajući ograđuje_se_od
    ogradio_se_od ogradila_se_od
    """,
    negations="""
    ne nije nisu nikad nikada ni niti nikako bez neće nisam ništa jedva nigde nigdje nema nemaju nijednom nimalo nisi
    niste nismo nećemo nemoj
    """,
    doubts="možda navodno mogao mogla mogli trebalo verovatno bi valjda tobože vjerovatno moglo",
    be="glasi glasio glasila je bio bila bilo biva biti bude bili su biće",
    between="""
    je su se i takođe takodje potom zatim kasnije opet ponovo još već uvek juče danas mu joj im ih ga nam to tada onda
    sam sama prvo samo jednostavno često više puta jednom zato stoga će bude javno dalje ju njoj njemu jasno kratko
    glasno tiho otvoreno pismeno usmeno izričito doslovno suvo oštro mirno ponosno ljutito šaljivo hladno nedvosmisleno
    direktno konačno najzad napokon naposletku ukratko nedavno ranije docnije tad odmah najpre ubrzo uporno svojevremeno
    prošle prošlog isto nekada jutros večeras sinoć upravo naime naravno dakle inače doduše uostalom pak uglavnom uopšte
    otada trezveno lično zvanično nezvanično poslednji put svima novinarima građanima okupljenima prisutnima smo ste si
    beše bejaše obema stranama ipak
    """,
    according="""
    prema po po_rečima prema_rečima prema_mišljenju po_mišljenju prema_navodima prema_oceni po_oceni rečima
    prema_tvrdnjama prema_izjavi po_riječima prema_riječima u_očima kako_prenosi iz_ugla prema_saznanjima za po_viđenju
    prema_viđenju prema_shvatanju po_shvatanju po_navodima po_tvrdnji po_tvrdnjama prema_tvrdnji po_izjavi po_sudu
    prema_sudu po_iskazu prema_iskazu po_kazivanju prema_kazivanju po_priznanju prema_priznanju po_svedočenju
    prema_svedočenju iz_perspektive iz_pera iz_usta sa_stanovišta u_interpretaciji u_verziji u_tumačenju po_tumačenju
    prema_tumačenju prema_proceni po_proceni prema_procjeni po_ocjeni prema_ocjeni ako_je_verovati ako_verujemo
    sudeći_po jezikom prema_uverenju po_uverenju prema_obrazloženju po_obrazloženju prema_objašnjenju po_objašnjenju
    prema_saopštenju po_saopštenju prema_pisanju po_pisanju rečnikom u_rečima prema_podacima po_podacima
    prema_formulaciji po_formulaciji u_formulaciji u_viđenju riječima očima
    """,
    agents="od strane",
    authors="od",
    acts="""
    najavio najavila najavljuje traži tražio tražila zahteva zahtevao zahtevala želi hoće obećao obećala obećava vidi
    nada boji koristi koristio koristila upotrebio optužio optužila optužuje kritikovao osudio osudila potvrdio
    potvrdila naredio predložio pominje najavili najavilo najavljuju tražili tražilo traže zahtevali zahtevalo zahtevaju
    želeo želela žele obećali obećalo obećavaju vide video videla koristili upotrebila optužili optužilo optužuju
    kritikovala kritikovali osudili potvrdili potvrdilo potvrđuje naredila naredili predložila predložili predlaže
    pominju pomenuo pomenula zatražio zatražila zatražili odobrio odobrila nudi nudio nudila
    """,
    words="""
    reč reči rečima rečju riječi riječima odgovor odgovora odgovoru izjava izjave izjavi izjavu izjavama mišljenje
    mišljenju mišljenja stav stava stavu tvrdnja tvrdnje tvrdnji tvrdnju govor govora govoru pismo pisma pismu poruka
    poruke poruci poruku žalba upozorenje komentar obećanje obećanja intervju intervjuu ocena oceni ocene ocenu izraz
    izraza fraza frazu saopštenje saopštenju saopštenja zahtev zahteva zahtevu pitanje optužba verzija objašnjenje
    zaključak predlog molba navod navodi navodima navode formulacija formulacije formulaciju formulaciji obrazloženje
    obrazloženja obrazloženju opisa opisu poređenje poređenja poređenju procena procene proceni procenu zamerka zamerke
    zamerku zamerki prigovor prigovora prigovoru primedba primedbe primedbu primedbi demanti demantija kritika kritike
    kritiku kritici pohvala pohvale pohvalu pretnja pretnje pretnju priznanje priznanja priznanju teza teze tezu tezi
    argument argumenta argumentu argumenti deviza devize devizu parola parole parolu geslo gesla replika replike repliku
    opaska opaske opasku opasci šala šale šalu dosetka dosetke dosetku tumačenje tumačenja tumačenju reakcija reakcije
    reakciju apel apela apelu najava najave najavu najavi napomena napomene napomenu napomeni sažetak sažetka svedočenje
    svedočenja iskaz iskaza iskazu rečenica rečenice rečenicu rečenici uveravanje uveravanja bojazan želje želju opomena
    opomene opomenu savet saveta prognoza prognoze prognozu kvalifikacija kvalifikacije kvalifikaciju optužbe optužbu
    pitanja pitanju zaključka zaključku predloga predlogu molbe molbu odgovori obećanju komentara komentaru komentari
    upozorenja upozorenju žalbe žalbu verzije verziju verziji objašnjenja objašnjenju izrazu tvrdnjama izjavom ocenom
    tvrdnjom stavom mišljenjem porukom
    """,
    replies="odgovor odgovora odgovoru odgovorom odgovori replika replike repliku",
    that="da li zašto kako",
    relative="""
    koji koja koje kojeg kojem kojoj kojim kome koga čiji čija što ko kojom kojima kojih koju čije čijeg čijem čijoj
    """,
    conjunctions="i ili ni niti te",
    contrast="ali dok a nego već iako međutim dotle",
    openers="""
    upitan upitana upitani pitan pitana posle poslije nakon pre prije kada kad ako dok iako jer pošto u na za od sa s o
    komentarišući odgovarajući govoreći za_razliku kao kako uprkos tokom pod bez protiv prema pored ne zbog povodom
    reagujući suočen suočena optužen optužena obraćajući poput osvrćući premda mada budući ukoliko čim otkad usled
    nasuprot suprotno umesto osim sem među između kroz ispred iza iznad zapitan zapitana zamoljen zamoljena suočeni
    pozvan pozvana pritisnut pritisnuta kritikovan kritikovana napadnut napadnuta okružen okružena izuzev polazeći
    gledajući stojeći sedeći odbijajući odbacujući citirajući prenoseći navodeći slično jednako
    """,
    of="",
    prepositions="""
    u na za od sa s o po prema do iz kod pred pre prije posle poslije nakon tokom između među protiv bez pod nad kroz
    preko zbog radi uprkos umesto oko pri ka k kao povodom poput pored uz ispred iza iznad ispod usled nasuprot umjesto
    osim sem duž blizu pokraj kraj prilikom putem pomoću zarad
    """,
    joining="kao",
    articles="""
    ovaj ovo taj ta to onaj ona ono jedan jedna jedno neki neka svaki svaka dva dve tri nekoliko ovi ovog ovoj ovom ovu
    tog tom toj onog tim ovim svog
    """,
    owners="""
    njegov=m njegova=m njegovo=m njegove=m njegovim=m njegovom=m njen=f njena=f njeno=f njene=f njenim=f njenom=f
    njezin=f njezina=f njihov=p njihova=p njihovo=p njihovim=p svoj=a svoje=a svoja=a svojim=a svom=a svoju=a svoga=a
    svog=a svome=a svojoj=a svojom=a njenog=f njenoj=f njenu=f njegovu=m njegovoj=m njegovog=m njihove=p njihovu=p
    njihovoj=p njihovog=p moj=x moja=x moje=x naš=x naša=x naše=x vaš=x
    """,
    pronouns="on=m ona=f oni=p one=p ovaj=a ova=f",
    vague="""
    drugi druga drugo drugog poslednji poslednja neko netko neki neke mnogi oboje obojica svi kolega koleginica ostali
    ostale izvesni izvesna mnoge poslednjeg potonji potonja drugom drugoj pojedini pojedine
    """,
    nobody="niko nitko nijedan nijedna ništa",
    titles="""
    gospodin gospođa gđa g dr prof profesor profesorka predsednik predsednica ministar ministarka premijer premijerka
    gradonačelnik gradonačelnica senator sudija general pukovnik kapetan episkop kralj kraljica princ ambasador
    ambasadorka direktor direktorka portparol portparolka poslanik sekretar načelnik načelnica upravnik potpredsednik
    potpredsednica predsjednik predsjednica ministra predsednika komesar guverner doktor doktorka
    """,
    deputies="""
    zamenik zamenica zamenika zamenice zamjenik zamjenica pomoćnik pomoćnica bivši bivša bivšeg bivše eks nekadašnji
    nekadašnja potpredsednik potpredsednica potpredsjednik potpredsjednica prethodnik prethodnica naslednik naslednica
    asistent asistentkinja savetnik savetnica advokat advokatica komšija komšinica sused supruga suprug brat sestra sin
    ćerka prijatelj prijateljica kolega koleginica rival saradnik saradnica budući buduća vršilac v.d. vozač rođak
    šef_kabineta pomoćnika vicepremijer zameniku zamenici zamenicom zamenikom zamenicu zamjenika pomoćniku pomoćnici
    bivšem bivšoj bivšu bivšim bivših nekadašnjeg nekadašnje nekadašnjoj nekadašnjem tadašnji tadašnja tadašnjeg
    dotadašnji dotadašnja prethodnika prethodnice prethodniku prethodnici naslednika naslednice nasljednik nasljednica
    savetnika savetnice savetniku savetnici savjetnik savjetnica advokata advokatu supruge bratu brata sestre asistenta
    pređašnji pređašnja potpredsednika potpredsednice potpredsedniku potpredsednici penzionisani penzionisana počasni
    počasna kum šurak zet rođaka rođake unuk unuka teča tetka stric sestrić bratić udovac udovica saradnika saradnice
    vršiteljka v.d odlazeći odlazeća šofer vozača prijatelja prijateljice komšije komšinice suseda biograf prevodilac
    tumač
    """,
    spokes="""
    portparol portparolka portparola portparolke glasnogovornik glasnogovornica predstavnik predstavnica predstavnici
    članovi predstavnika predstavniku portparolu portparolki portparolom glasnogovornika glasnogovornice zastupnik
    zastupnica ribari aktivisti
    """,
    people="""
    čovek čovjek žena osoba ljudi stanovnik stanovnica stanovnici meštanin meštanka meštani mještani seljak seljaci
    ribar ribari učitelj učiteljica lekar lekarka vozač radnik radnici gradonačelnik gradonačelnica ministar ministarka
    predsednik predsednica predsjednik predsjednica direktor direktorka šef šefica vođa sekretar ambasador ambasadorka
    guverner sudija oficir vojnik general stručnjak stručnjaci analitičar svedok svedoci dečak devojčica majka otac
    vlasnik čuvar čuvarka inženjer inženjeri ronilac ronioci član delegat komšija komšinica kritičar protivnik zvaničnik
    zvaničnici istoričar naučnik profesor advokat student posetilac izvor izvori posmatrač političar premijer premijerka
    senator poverenik kolega prethodnik naslednik kapetan osnivač blagajnik posrednik sveštenik episkop prodavac
    aktivista aktivisti demonstrant portparol portparolka zamenik zamenica načelnik načelnica sekretarka poslanik
    poslanica odbornik odbornica savetnik savetnica upravnik upravnica rukovodilac koordinator koordinatorka gazda
    gazdarica kafedžija mlinar ribarka čamdžija čamdžije domar hidrolog inspektor inspektorka pop paroh nastavnik
    nastavnica učiteljice lekari pisac glumac pevač trgovac penzioner penzionerka mladić starac starica devojka vojnici
    policajac poljoprivrednik seljanka stručnjakinja naučnica svedokinja gledalac građanin građanka građani
    potpredsednik blagajnica tajnik tajnica kancelar komesar pomoćnik pomoćnica vlasnica osnivačica
    """,
    reporters="""
    novinar novinarka novinari reporter reporterka dopisnik dopisnica autor autorka izveštač autora autorke novinara
    novinarke novinarki reportera dopisnika izveštača dopisnici urednik urednica kolumnista
    """,
    papers="""
    list novine članak izveštaj izvor časopis agencija tekst dnevnik reportaža vest portal novina lista listu članku
    članka tekstu teksta izveštaju izveštaja dnevniku portalu reportaži reportaže nedeljnik mesečnik sajt
    """,
    documents="""
    pismo sporazum izjava ugovor zakon beleška dokument protokol odluka presuda ustav rezolucija saopštenje klauzula
    poruka natpis transparent letak manifest govor rešenje zapisnik dopis plakat obaveštenje elaborat pravilnik
    zaključak saopštenja pisma sporazuma rešenja zapisnika dopisa pravilnika odluke presude rezolucije transparentu
    plakatu letku pismu pismom dopisu rešenju saopštenju
    """,
    states="""
    vlada država kabinet ministarstvo vlasti uprava savet veće vijeće savjet odbor uprave vlade skupština parlament
    """,
    neutral="""
    novi nova sadašnji sadašnja aktuelni aktuelna mladi mlada stari stara lokalni ostrvski novog nove novom novoj
    sadašnjeg sadašnje aktuelnog aktuelne dugogodišnji dugogodišnja nadležni nadležna nadležnog ovdašnji ovdašnja
    tamošnji tamošnja lokalna lokalnog lokalne uporni uporna umorni umorna opštinski opštinska gradski gradska prvi prva
    izabrani izabrana ljutiti ljutita resorni resorna
    """,
    months="""
    januar januara januaru februar februara februaru mart marta martu april aprila aprilu maj maja maju jun juna junu
    jul jula julu avgust avgusta avgustu septembar septembra septembru oktobar oktobra oktobru novembar novembra
    novembru decembar decembra decembru proleće leto jesen zima godine leta zime jeseni proleća
    """,
    when="u od još već godine tokom početkom krajem sredinom",
    common="""
    juče danas sutra ovde tamo sada onda tada tako još opet samo možda ali međutim kasnije prvo nikada uvek često niko
    neko sve svi ništa šta gde kada zašto kako ko jer iako dok ako oba obe svaki mnogi nekoliko jedan dva tri da ne
    ponedeljak utorak sreda četvrtak petak subota nedelja zatim potom ipak zato takođe premda pošto čim istovremeno
    naime dakle stoga uprkos sinoć jutros nigde baš svakako naravno uostalom doduše nekada ranije dosad dotad otada
    """,
    abbreviations="dr prof g gđa gdin sv tzv god br",
    same="""
    predsednik predsednica predsjednik predsjednica, portparol portparolka glasnogovornik glasnogovornica, ministar
    ministarka, ambasador ambasadorka, direktor direktorka, zamenik zamenica zamjenik zamjenica, komšija komšinica,
    čuvar čuvarka
    """,
    cases="a u e om em i ja ju jem je ima ama ovi -e -i -u -o -om -ama -ima -a -em",
    genitive="a e ih og",
    possessives="""
    ov ova ovo ovu ove ovog ovom ovim ovih ovoj ovi jev jeva jevo jevu jeve jevog jevom jevim jevoj ev eva evo evu eve
    evog evom evim -in -ina -ino -inu -ine -inog -inom -inim -inoj -ini evoj
    """,
    adjective="ska ski sko čka čki čko vena veni veno",
    ordinals=True,
    fleeting=True,
    drops_pronouns=True,
    inverts=True,
    agreement="a o i e u",
    sources="iz u kod",
    feminine="ova eva",
    former="""
    bivši bivša bivšeg bivše bivšem bivšoj bivšu bivšim eks nekadašnji nekadašnja nekadašnjeg nekadašnje nekadašnjem
    nekadašnjoj tadašnji tadašnja tadašnjeg
    """,
    stances="""
    odbija odbio odbila odbili odbilo odbijaju odbijala odbijao odbijajući odbacuje odbacio odbacila odbacuju odbacili
    """,
    feminine_cases="ovoj evoj ovu evu",
    plural="i",
    conditions="ako ukoliko",
    inside="u po",
    addressed="u",
)
