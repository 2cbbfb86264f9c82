"""English."""

from briefing.voices.languages.words import Words

WORDS = Words(
    says="""
    say says said tell tells told add adds added write writes wrote argue argues argued insist insists insisted ask
    asks asked call calls called put_it puts_it put_this puts_this put_that announce announces announced declare
    declares declared complain complains complained warn warns warned reply replies replied answer answers answered
    respond responds responded maintain maintains maintained claim claims claimed speak_of speaks_of spoke_of
    spoken_of talk_of talks_of talked_of speak_about speaks_about spoke_about stress stresses stressed note notes
    noted state states stated remark remarks remarked observe observes observed explain explains explained confirm
    confirms confirmed comment comments commented conclude concludes concluded emphasise emphasises emphasised
    emphasize emphasizes emphasized think thinks thought believe believes believed describe describes described
    allege alleges alleged want wants wanted admit admits admitted concede concedes conceded acknowledge
    acknowledges acknowledged promise promises promised vow vows vowed pledge pledges pledged demand demands
    demanded urge urges urged accuse accuses accused predict predicts predicted suggest suggests suggested propose
    proposes proposed assert asserts asserted affirm affirms affirmed contend contends contended recall recalls
    recalled remember remembers remembered joke jokes joked quip quips quipped shout shouts shouted cry cried
    whisper whispers whispered mutter mutters muttered sigh sighs sighed tweet tweets tweeted post posts posted fear
    fears feared hope hopes hoped hold holds held label labels labelled labeled dub dubs dubbed term terms termed
    brand brands branded denounce denounces denounced condemn condemns condemned praise praises praised hail hails
    hailed dismiss dismisses dismissed ridicule ridicules ridiculed characterise characterises characterised
    characterize characterizes characterized name names named point_out points_out pointed_out retort retorts
    retorted counter counters countered object objects objected protest protests protested rule rules ruled find
    finds found agree agrees agreed reiterate reiterates reiterated assure assures assured inform informs informed
    advise advises advised instruct instructs instructed continue continues continued go_on goes_on went_on read_out
    reads_out recount recounts recounted relate relates related report reports reported disclose discloses disclosed
    reveal reveals revealed mention mentions mentioned refer_to refers_to referred_to appeal appeals appealed plead
    pleads pleaded beg begs begged caution cautions cautioned threaten threatens threatened lament laments lamented
    grumble grumbles grumbled thunder thunders thundered boast boasts boasted testify testifies testified swear
    swears swore order orders ordered decree decrees decreed exclaim exclaims exclaimed interject interjects
    interjected interrupt interrupts interrupted elaborate elaborates elaborated clarify clarifies clarified reckon
    reckons reckoned estimate estimates estimated judge judges judged feel feels felt consider considers considered
    regard regards regarded see sees saw see_it sees_it saw_it see_in sees_in saw_in liken likens likened compare
    compares compared summarise summarises summarised sum_up sums_up summed_up sum_it_up sums_it_up summed_it_up
    phrase phrases phrased word_it words_it worded_it formulate formulates formulated let lets made_clear
    makes_clear made_it_clear makes_it_clear use uses used went_on_to_say goes_on_to_say went_on_to_call
    continued_to_say has_this_to_say had_this_to_say have_this_to_say used_to_say used_to_call wish wishes wished
    intend intends intended plan plans planned ask_for asks_for asked_for use_the_words uses_the_words remind
    reminds reminded thank thanks thanked blame blames blamed rebuke rebukes rebuked scold scolds scolded chide
    chides chided tease teases teased mock mocks mocked greet greets greeted wonder wonders wondered muse muses mused
    snap snaps snapped groan groans groaned gasp gasps gasped yell yells yelled scoff scoffs scoffed sneer sneers
    sneered growl growls growled bark barks barked chuckle chuckles chuckled venture ventures ventured volunteer
    volunteers volunteered opine opines opined speculate speculates speculated guess guesses guessed attest attests
    attested certify certifies certified spell_out spells_out spelled_out set_out sets_out lay_out lays_out laid_out
    offer offers offered list lists listed
    used_the_words use_the_phrase uses_the_phrase used_the_phrase use_the_word uses_the_word used_the_word utter
    utters uttered pronounce pronounces pronounced voice voices voiced express expresses expressed speak speaks
    spoke repeat repeats repeated insisted_on snap snaps snapped fume fumes fumed scoff scoffs scoffed bemoan
    bemoans bemoaned decry decries decried deplore deplores deplored lambast lambasted slam slams slammed blast
    blasts blasted attack attacks attacked criticise criticises criticised criticize criticizes criticized welcome
    welcomes welcomed concur concurs concurred hint hints hinted imply implies implied signal signals signalled
    signaled underline underlines underlined underscore underscores underscored highlight highlights highlighted
    reaffirm reaffirms reaffirmed require requires required stipulate stipulates stipulated has_it had_it
    """,
    saying="""
    saying telling adding writing arguing insisting asking calling putting_it announcing declaring complaining
    warning replying answering responding maintaining claiming speaking_of talking_of stressing noting stating
    remarking observing explaining confirming commenting concluding describing alleging admitting conceding
    promising demanding urging accusing predicting suggesting asserting affirming contending recalling joking
    shouting labelling dubbing terming branding denouncing condemning praising hailing dismissing pointing_out
    retorting countering objecting protesting reiterating assuring informing mentioning referring_to pleading
    cautioning threatening lamenting boasting testifying clarifying using_the_words using_the_phrase using_the_word
    repeating deploring criticising underlining highlighting reaffirming be_called being_called exclaiming
    summing_up characterising comparing likening
    """,
    passive="""
    called told asked described labelled labeled dubbed termed branded denounced condemned praised hailed dismissed
    ridiculed characterised characterized named put warned said written added informed assured advised accused urged
    quoted cited reminded compared likened judged considered criticised attacked expressed voiced used spoken summed
    instructed ordered stated announced declared explained demanded promised phrased found
    blamed thanked rebuked scolded mocked greeted offered listed teased chided
    """,
    cites="""
    read reads reading quote quotes quoted quoting cite cites cited citing repeat repeats repeated repeating echo
    echoes echoed echoing recall recalls recalled recalling retell retold relay relays relayed relaying paraphrase
    paraphrases paraphrased reproduce reproduces reproduced report reports reported reporting recount recounts
    recounted mention mentions mentioned
    """,
    denies="""
    deny denies denied denying refuse refuses refused refusing decline declines declined declining reject rejects
    rejected rejecting dispute disputes disputed disputing avoid avoids avoided avoiding retract retracts retracted
    disown disowns disowned disavow disavowed contradict contradicts contradicted contradicting stopped withdrew
    withdraws doubt doubts doubted doubting refute refutes refuted refuting fails failed
    """,
    stances="reject rejects rejected rejecting refuse refuses refused refusing",
    negations="""
    not never no nor neither nothing hardly
    scarcely didn't doesn't don't hasn't hadn't haven't isn't wasn't won't wouldn't
    cannot can't couldn't without weren't aren't ain't barely
    """,
    doubts="might may could should must ought reportedly allegedly supposedly apparently perhaps maybe possibly",
    conditions="if whether unless lest",
    untrue="untrue false falsehood lie invention myth fiction wrong incorrect fabrication",
    objects="what whatever",
    be="is are was were be been being gets got",
    between="""
    also then later has have had having again once even since now still already soon often always both all simply
    only just first finally repeatedly further earlier therefore thus too would will shall did does do rightly
    publicly famously more today yesterday himself herself itself themselves so long ever afterwards meanwhile
    instead likewise recently previously consistently bluntly angrily
    """,
    auxiliaries="has have had would will shall did does do is was are were can could should may might must",
    according="""
    according_to in_the_words_of in_words_of in_the_view_of in_the_opinion_of in_the_eyes_of by_the_account_of
    as_per to_quote quoting citing in_the_phrase_of heard_from hears_from learned_from learnt_from learns_from
    comes_from came_from come_from in_a_phrase_of in_the_judgement_of in_the_judgment_of in_the_language_of
    to_borrow_from
    """,
    agents="by",
    authors="by from",
    acts="""
    thank thanks thanked blame blames blamed offer offers offered greet greets greeted mock mocks mocked
    announce announces announced want wants wanted promise promises promised vow vowed pledge pledged demand demands
    demanded use uses used see sees saw find finds found hold holds held hope hopes hoped fear fears feared plan
    plans planned intend intends intended wish wishes wished threaten threatens threatened accuse accused attack
    attacks attacked criticise criticised welcome welcomes welcomed praise praised condemn condemns condemned agree
    agrees agreed confirm confirms confirmed require requires required order orders ordered let lets ask_for
    continue continues continued consider considers considered regard regards regarded propose proposes proposed
    signal signals signalled mention mentions mentioned name names named feel feels felt urge urges urged refer_to
    rule rules ruled judge judges judged hail hails hailed ask asks asked
    """,
    words="""
    eyes word words view views answer answers reply replies statement statements phrase phrases verdict position
    account claim claims message complaint warning warnings argument remark remarks comment comments demand promise
    opinion speech interview letter description term expression assessment line slogan formula explanation response
    question report summary testimony post tweet objection request appeal address announcement conclusion version
    finding findings estimate forecast prediction prophecy joke quip boast threat reproach rebuke criticism praise
    greeting toast hint guess concern concerns worry worries excuse apology defence justification reaction theory
    dictum observation confession diagnosis recommendation ultimatum offer refusal regret scorn
    admission assertion contention accusation charge insistence call pledge motto note reasoning stance belief
    declaration reminder retort rejoinder judgement judgment sentence advice wish wishes hope fear press-release
    release telling case reading resolution proposal counter-claim paraphrase label plea
    """,
    replies="answer answers reply replies response retort rejoinder",
    that="that whether how why if",
    relative="who which whom whose what",
    conjunctions="and or nor",
    contrast="but while whereas though although yet",
    openers="""
    asked speaking responding replying answering addressing having after when while although though if since before
    as despite in_reply in on at following unlike like with without contrary pressed questioned confronted
    challenged told quoted commenting writing visiting meeting referring reacting rejecting accompanied flanked once
    because whereas given during under echoing citing quoting accusing contradicting opposing agreeing disagreeing
    criticising ignoring to from by for dismissing asking telling seeing hearing knowing standing sitting not rather
    together along alongside beside instead welcomed followed criticised attacked supported backed urged warned
    being turning pointing looking until unless whatever whenever wherever denying against where formerly then long
    now appointed elected born chairing representing heading leading interviewed invited facing about quizzed
    regarding
    """,
    of="of for at",
    prepositions="""
    of for at to from in on with by about against under over after before during through between among into upon
    toward towards near beside beyond behind without within across off above below around via per despite unlike
    like since until as than including alongside
    """,
    infinitive="to",
    joining="as after before since until than",
    articles="the a an this that these those some any another every each one no both two three many several",
    indefinite="a an some any another every each one no both two three many several",
    owners="its=n his=m her=f their=p our=x my=x your=x",
    pronouns="he=m she=f it=n they=p",
    vague="""
    one other others former latter another some somebody someone people many both either counterpart rest sides
    anybody anyone few most who
    """,
    nobody="nobody none no-one neither nothing",
    titles="""
    prime cllr mr mrs ms miss dr prof professor sir lady lord dame president minister premier chancellor senator
    judge general colonel captain major lieutenant sergeant bishop father sister brother king queen prince princess
    ambassador chairman chairwoman chair mayor governor secretary councillor commissioner director rev reverend
    deputy inspector officer chief engineer spokesman spokeswoman spokesperson vice former
    """,
    deputies="""
    deputy vice former ex acting assistant predecessor successor aide adviser advisor lawyer neighbour neighbor wife
    husband brother sister son daughter friend colleague counterpart rival critic opponent supporter
    secretary-general shadow late co junior honorary founding outgoing onetime then designate elect associate under
    interim ally allies aides advisers officials staff team driver cousin mother father uncle aunt nephew niece
    widow incoming future previous one-time erstwhile biographer ghostwriter translator interpreter bodyguard
    attorney
    """,
    former="former ex erstwhile previous onetime one-time",
    spokes="""
    members spokesman spokeswoman spokesperson spokespeople spokesmen speaker representative representatives envoy
    delegate delegates official officials
    """,
    people="""
    man woman person people resident residents farmer farmers fisherman fishermen fisher fishers teacher doctor
    driver worker workers mayor minister president chair chairman chairwoman chairperson director head leader
    leaders secretary ambassador governor judge officer soldier general expert experts analyst analysts witness
    witnesses villager villagers islander islanders boy girl child mother father owner keeper engineer engineers
    diver divers member members delegate spokesman spokeswoman spokesperson neighbour neighbours neighbor local
    locals critic critics supporter supporters opponent opponents official officials historian scientist scientists
    professor lawyer student visitor source sources observer observers politician politicians premier chancellor
    senator councillor commissioner colleague aide adviser advisor deputy predecessor successor rival counterpart
    captain headmaster headmistress chief commander founder manager treasurer clerk inspector envoy negotiator
    mediator priest bishop imam rabbi shopkeeper baker nurse singer writer editor campaigner activist activists
    protester protesters wife husband brother sister son daughter friend speaker passenger passer-by ministers
    """,
    reporters="reporter reporters journalist journalists correspondent author authors writer narrator columnist",
    papers="""
    paper newspaper article report source magazine agency broadcaster text story piece daily weekly outlet dispatch
    bulletin website
    """,
    documents="""
    petition memo circular footnote caption brief submission pamphlet brochure diary newsletter blog plea
    letter agreement statement treaty law note document protocol contract decree judgement judgment constitution
    resolution communique declaration memorandum notice act clause order ruling accord deal email message sign
    banner leaflet manifesto speech sentence line log record minutes inscription plaque poster
    """,
    states="government state cabinet ministry embassy authorities administration authority presidency council",
    neutral="""
    new current present own young old elderly local chief long-serving first weary angry island town national
    """,
    demonyms="""
    american=us=usa=states=america british=uk=britain=kingdom french=france german=germany dutch=netherlands
    spanish=spain danish=denmark swedish=sweden polish=poland turkish=turkey greek=greece swiss=switzerland
    chinese=china welsh=wales irish=ireland english=england scottish=scotland finnish=finland norwegian=norway
    """,
    months="""
    january february march april may june july august september october november december spring summer autumn
    winter
    """,
    when="in during early late mid since back far ago",
    falls="fell falls left up fallen remained remains",
    inside="in",
    common="""
    yesterday today tomorrow here there now then so still yet even only just perhaps maybe however moreover
    meanwhile instead later earlier once twice never always often sometimes nobody somebody everybody everyone
    everything nothing what where when why how who whose whom which if because since although though while whereas
    unless until both either neither each all most many some several few one two three four five first second third
    last next again further besides indeed nevertheless nonetheless otherwise therefore thus hence afterwards
    beforehand elsewhere yes no please half much more less this that these those monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    """,
    abbreviations="""
    mr mrs ms dr prof st sen gov rep gen col capt lt sgt rev hon jr sr no vs mt ft inc ltd co dept etc
    """,
    same="""
    chair chairman chairwoman chairperson, spokesman spokeswoman spokesperson, mayor mayoress, head leader chief
    boss, premier prime, neighbour neighbor neighbours neighbors, defence defense, league leagues, councillor
    councilman councilwoman councilor, keeper caretaker
    """,
    adverb="ly",
    natural_gender=True,
    personal="out from",
)
