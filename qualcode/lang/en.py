"""English."""

from qualcode.lang.data import Language, grouped, words
from qualcode.model import Role

STOP_WORDS = words(
    """
    a about above after again against all also although always am among an and another any are aren't
    around as at away back be because been before being below between both but by came can can't cannot
    could couldn't did didn't do does doesn't doing don't done down during each either else even ever
    every few for from further get gets getting go goes going got had hadn't has hasn't have haven't
    having he he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is
    isn't it it's its itself just let like many may me might more most much must my myself never no nor
    not now of off often oh on once one only or other our ours ourselves out over own perhaps quite
    rather really said same say says she she's should shouldn't since so some such than that that's the
    their theirs them themselves then there there's these they they're they've this those though through
    to too under until up upon us very was wasn't we we're we've well were weren't what when where
    whether which while who whom whose why will with within without won't would wouldn't yes yet you
    you're you've your yours yourself yourselves
    """
)

# One spelling: the others.
VARIANTS = grouped(
    """
    license: licence
    licenses: licences
    licensed: licenced
    color: colour
    labor: labour
    program: programme
    programs: programmes
    center: centre
    centers: centres
    behavior: behaviour
    organize: organise
    organized: organised
    organizing: organising
    organization: organisation
    organizations: organisations
    organizational: organisational
    organizationally: organisationally
    realize: realise
    realized: realised
    realizing: realising
    socialize: socialise
    socialized: socialised
    socialization: socialisation
    specialize: specialise
    recognize: recognise
    recognized: recognised
    modernize: modernise
    check: cheque
    don't: dont
    didn't: didnt
    can't: cant
    won't: wont
    doesn't: doesnt
    isn't: isnt
    whatsapp: wa
    instagram: ig
    facebook: fb
    email: e-mail
    enroll: enrol
    practice: practise
    practiced: practised
    practicing: practising
    mother: mum
    going: gonna
    want: wanna
    kind: kinda
    """
)

# Base: words whose base the table does not have, or takes for a past tense.
BASES = grouped(
    """
    rent: rent
    ground: ground
    rose: rose
    wound: wound
    bound: bound
    train: trainer trainers
    teach: teacher teachers
    learn: learner
    sell: seller
    buy: buyer
    fund: funding
    pack: packing
    package: packaging
    bank: banking
    empower: empowerment
    save: savings
    meet: meeting
    build: building
    """
)

ENGLISH = Language(
    code="en",
    name="English",
    table="en_lemma_lookup",
    stemmer="english",
    stop_words=STOP_WORDS,
    fillers=words("ah eh er erm hm hmm huh mhm mm oh ok okay uh uhm um yeah"),
    variants=VARIANTS,
    bases=BASES,
    clitics=("'s", "s'"),
    loose_clitics=frozenset({"'s", "s'"}),
    derived_endings=("ing", "ment", "ments", "ness", "tion", "tions", "sion", "ity", "ship", "ance", "ence"),
    speaker_labels={
        Role.INTERVIEWER: (
            "p", "q", "interviewer", "researcher", "moderator", "question", "facilitator", "host",
            "int", "iv",
        ),
        Role.INFORMANT: (
            "i", "a", "r", "informant", "interviewee", "respondent", "participant", "answer", "subject",
            "guest", "resp", "res", "ip", "narrator",
        ),
        Role.OTHER: (
            "interpreter", "translator", "observer", "note taker", "all", "unknown", "unknown speaker",
        ),
    },
)  # fmt: skip
