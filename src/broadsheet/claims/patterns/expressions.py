"""How newspapers write that somebody says, confirms, denies or takes back something."""

import re

from broadsheet.claims.words import Stance

DAY = (
    r"(?:(?:early |late |last |this |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|today|yesterday|tonight|morning|afternoon|evening|night))"
)
SAID = (
    r"(?:said|says|say|stated|states|claimed|claims|claim|announced|announces|announce|reported|reports"
    r"|report|insisted|insists|insist|maintained|maintains|maintain|alleged|alleges|allege|argued|argues"
    r"|argue|warned|warns|warn|estimated|estimates|estimate|added|adds|declared|declares|wrote|writes"
    r"|tweeted|posted|repeated|repeats|stressed|stresses|emphasi[sz]ed|responded|replied|retorted"
    r"|countered|noted|notes|explained|explains|testified|complained|asserted|asserts|assert)"
)
# These say something only with "that": "found the key" is no statement of anybody's.
SAID_THAT = (
    r"(?:found|finds|find|concluded|concludes|conclude|shows?|showed|suggested|suggests|suggest|revealed"
    r"|reveals|believes?|believed|thinks?|expects?|expected|indicated|indicates|ruled|recalled|disclosed"
    r"|promised|promises|vowed|pledged|threatened|learned)"
)
SAID_AT_END = (
    rf"(?:{SAID}|concluded|concludes|shows?|suggests?|suggested|believes?|found|finds|indicated?)"
)
CONFIRMED = (
    r"(?:confirmed|confirms|confirm|acknowledged|acknowledges|acknowledge|admitted|admits|admit|conceded"
    r"|concedes|concede|corroborated|corroborates|verified)"
)
DENIED = r"(?:denied|denies|deny|disputed|disputes|dispute|refuted|refutes)"
DISMISSED = (
    r"(?:rejected|rejects|reject|dismissed|dismisses|dismiss|contradicted|contradicts|rebutted)"
)
RETRACTED = (
    r"(?:retracted|retracts|withdrew|withdraws|withdrawn|took back|taken back|takes back|corrected"
    r"|walked back|recanted)"
)
NO_COMMENT = (
    r"(?:(?:declined|declines|refused|refuses|decline|refuse) to (?:comment|answer|say|discuss|give|confirm"
    r"|elaborate|speak|be drawn)"
    r"|(?:would|will|could|can) not (?:be reached|comment|say|discuss|confirm|immediately)|would comment"
    r"|(?:had|has|have) no comment|(?:did|do|does|has|have) not (?:immediately )?(?:respond|reply|answer"
    r"|return|comment)(?:ed)?|(?:was|were) not (?:immediately )?(?:available|reachable)"
    r"|neither confirm(?:ed|s)? nor den(?:ied|ies|y))"
)
WHAT_WAS_SAID = (
    r"(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|accounts?|assertions?"
    r"|figures?|stor(?:y|ies)|statements?|numbers?|versions?|findings?|denials?|remarks?|words)"
)
POINTED_AT = (
    rf"(?:it|this|that|them|so|(?:(?:the|this|that|these|those|its|his|her|their|all|such|any|an?) )?"
    rf"(?:\w+ ){{0,2}}{WHAT_WAS_SAID})"
)
FALSE = (
    r"(?:not true|untrue|false|wrong|incorrect|baseless|unfounded|groundless|fake|fabricated|invented"
    r"|nonsense|a lie|lies|propaganda|politically motivated|an? fabrication|an invention|misleading)"
)

A = r"(?P<a>[^;:“«]+?)"  # who speaks, with what is said of them between commas
C = r"(?P<c>.+?)"
REST = r"(?P<c>.+)"
AUX = (
    r"(?:(?:has|have|had|also|later|since|flatly|firmly|strongly|categorically|repeatedly|again|now|both"
    r"|all|however|then|publicly|privately|himself|herself|themselves|only|still|on \w+day),? )*"
)
# What may stand between the verb and what is said, or follow the verb at the end.
AROUND = (
    r"(?:,? (?:(?:on|in|at|by|via|through|during|after|before|from|over|to|for|with) (?!that\b)"
    rf"|(?:later|again|earlier|only|also|{DAY})\b)(?:(?! that\b)[^:;“])*?)"
)
THAT = r"(?:,? that|:)"
PROPER = r"[A-ZÀ-Þ][\w’'&.-]*"
OUTLET = rf"(?:(?:the|a|an) )?(?:[a-z]+ ){{0,2}}{PROPER}(?: (?:(?:of|for|and) )?(?:{PROPER}|\d+))*"
SEEN = r"(?: (?:it|he|she|they) (?:had|has|have) seen)"
COUNTED = (
    r"(?:counted|counts|recorded|registered|documented|estimated|estimates?|expects?|expected|promised"
    r"|pledged)"
)
NUMBER_WORD = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)\b"
PRESS = r"(?:us|me|reporters|journalists|police|parliament|lawmakers|investigators)"

ASSERTS, CONFIRMS, DENIES = Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES
Pattern = tuple[re.Pattern[str], Stance]


def compiled(expressions: list[tuple[str, Stance]]) -> list[Pattern]:
    return [(re.compile(expression), stance) for expression, stance in expressions]


# In the expressions `a` is who speaks, `c` what is stated and `more` its end, `to` who was told, `by`
# who published it. What only points to a statement made elsewhere has no `c`.
#
# Whole sentences that must be tried before those that begin with what is stated.
FIRST = compiled(
    [
        # Through an outlet that names its source.
        (
            rf"^(?P<by>{OUTLET}),? (?:citing|quoting) {A},? {AUX}{SAID}(?: {DAY})?{THAT}? {REST}$",
            ASSERTS,
        ),
        (
            rf"^(?P<by>{OUTLET}) {AUX}{SAID}{AROUND}?, (?:citing|quoting) {A},{THAT} {REST}$",
            ASSERTS,
        ),
        (rf"^(?P<by>{OUTLET}) {AUX}{SAID}{THAT}? {C}, (?:citing|quoting) {A}{SEEN}?$", ASSERTS),
        (rf"^(?P<by>{OUTLET}) quot(?:ed|es) {A} as saying{THAT}? {REST}$", ASSERTS),
        (
            rf"^{A} (?:was|were|is|are) quoted(?: by (?P<by>{OUTLET}))? as saying{THAT}? {REST}$",
            ASSERTS,
        ),
        (rf"^[Aa]ccording to {A}, (?!who |which |a |an ){REST}$", ASSERTS),
        (rf"^{C},? according to {A}$", ASSERTS),
        # Refusals to say anything, before the verbs of saying within them.
        (rf"^{A},? {AUX}{NO_COMMENT}\b(?:.*? (?:whether|that|if) {REST}|.*)$", Stance.NO_COMMENT),
        (rf"^{A},? {AUX}{RETRACTED} {POINTED_AT}(?: that {REST}|\b.*)$", Stance.RETRACTS),
        # Said to be false.
        (rf"^(?:[Nn]o,? )?.*\b{POINTED_AT} (?:is|was|are|were) {FALSE}, {A} {SAID}.*$", DENIES),
        (rf"^{A} {AUX}{SAID} (?:that )?{POINTED_AT} (?:is|was|are|were) {FALSE}.*$", DENIES),
        (
            rf"^{A} {AUX}(?:called|calls|call|described) .+? (?:as )?“?(?:{FALSE}\b.*|[^“]*”)$",
            DENIES,
        ),
        # Passive.
        (rf"^It (?:was|has been|is) {SAID} by {A}{THAT} {REST}$", ASSERTS),
        (rf"^{C},? it (?:was|is) {SAID} by {A}$", ASSERTS),
        (rf"^[^,]+ (?:was|were) (?:told|informed|warned) by {A}{THAT} {REST}$", ASSERTS),
        (rf"^[^,]+ (?:was|were|is|are|has been|have been) {DENIED} by {A}$", DENIES),
        (
            rf"^[^,]*{WHAT_WAS_SAID}[^,]* (?:was|were|has been|have been) {DISMISSED} by {A}$",
            DENIES,
        ),
        (rf"^[^,]+ (?:was|were|is|are|has been|have been) {CONFIRMED} by {A}$", CONFIRMS),
        (
            rf"^(?P<c>[^,“]+), {A} {AUX}(?:{SAID}|told (?P<to>{PRESS}|{OUTLET})), (?P<more>[^,].+)$",
            ASSERTS,
        ),
    ]
)
# What may follow a statement, behind a comma or a quotation.
AT_END = compiled(
    [
        (rf"^{A},? {AUX}{CONFIRMED}(?: to (?P<to>{OUTLET}))?{AROUND}?$", CONFIRMS),
        (rf"^{A},? {AUX}told (?P<to>{PRESS}|{OUTLET}|the \w+)\b{AROUND}?$", ASSERTS),
        (rf"^(?:as )?{A},? {AUX}{SAID_AT_END}{AROUND}?$", ASSERTS),
        (rf"^{A} {AUX}{SAID},? when asked\b.*$", ASSERTS),
        (rf"^{SAID} {A}(?: on (?:Telegram|Twitter|Facebook|television|{DAY}))?$", ASSERTS),
    ]
)
BEFORE_END = re.compile(r", |(?<=”) ")
# Whole sentences again, in which who speaks comes first.
LAST = compiled(
    [
        (rf"^{A} {AUX}{DENIED}{AROUND}?{THAT} {REST}$", DENIES),
        (rf"^{A} {AUX}(?:{DENIED}|{DISMISSED}) {POINTED_AT}(?: that {REST}|\b.*|)$", DENIES),
        (rf"^{A} {AUX}{DENIED} {REST}$", DENIES),
        (rf"^{A} {AUX}{CONFIRMED}(?: to (?P<to>{OUTLET}))?{AROUND}?{THAT} {REST}$", CONFIRMS),
        (rf"^{A} {AUX}(?:admitted|admits|acknowledged) (?P<c>\w+ing .+)$", CONFIRMS),
        (rf"^{A} {AUX}{CONFIRMED} .+$", CONFIRMS),
        (rf"^{A} {AUX}(?:repeated|repeats|reiterated|stood by|stands by) {POINTED_AT}$", ASSERTS),
        (rf"^{A} {AUX}{COUNTED} (?P<c>.*(?:\d|{NUMBER_WORD}).*)$", ASSERTS),
        (rf"^{A},? {AUX}told (?P<to>[^,:“]+?){AROUND}?{THAT} {REST}$", ASSERTS),
        (rf"^{A},? {AUX}told (?P<to>{PRESS}|{OUTLET}) {REST}$", ASSERTS),
        (rf"^{A},? {AUX}(?:{SAID}|{SAID_THAT}){AROUND}?{THAT} {REST}$", ASSERTS),
        (rf"^{A},? {AUX}{SAID}{AROUND}?, {REST}$", ASSERTS),
        (
            rf"^{A},? {AUX}(?:vowed|promised|pledged|threatened|claimed|claims) (?P<c>to .+)$",
            ASSERTS,
        ),
        (rf"^{A} (?:puts?|has put|have put) (?P<c>[^,]+ at .*\d.*)$", ASSERTS),
        (rf"^{A},? {AUX}{SAID} {REST}$", ASSERTS),
        (rf"^{A}, saying{THAT}? {REST}$", ASSERTS),
    ]
)

NOT_NAMED = re.compile(
    r",?\s*(?:\b(?:who|and|but|while) )?(?:\b(?:spoke|speaking|talking|talked|agreed to (?:speak|talk)) )?"
    r"\b(?:on (?:the )?conditions? (?:of anonymity"
    r"|that (?:he|she|they|neither)(?: would| could| may| should)? not be (?:named|identified|quoted)"
    r"(?: by name)?)"
    r"|(?:ask|request|insist|demand)(?:ed|ing|s)?(?: on| for)?"
    r" (?:that (?:his|her|their) (?:full )?names? not be (?:used|published|printed|given)"
    r"|(?:that (?:he|she|they) )?not (?:to )?be (?:named|identified|quoted by name)"
    r"|to remain anonymous|anonymity)"
    r"|(?:did|does|do) not (?:want|wish) to be (?:named|identified)"
    r"|(?:declin|refus)(?:ed|ing) to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?names?)"
    r"|(?:gave|giving) only (?:his|her|their|a) (?:first|given) names?|anonymously)\b"
    r"(?P<why>,? (?:because|since|as|for fear|out of fear|fearing|due to|to (?:discuss|avoid|protect|speak)"
    r"|citing)\b.*?)?"
    rf"(?=,| that\b| (?:{SAID}|{CONFIRMED}|{DENIED}|told)\b|[.!?]?\s*$),?"
)
NOT_ALLOWED = re.compile(
    r",?\s*\bwho (?P<why>(?:is|was|are|were) not (?:authori[sz]ed|allowed|permitted|entitled) to"
    r" (?:speak|talk|comment|brief)\b.*?)(?=,| (?:said|told|says)\b|[.!?]?\s*$),?"
)
BECAUSE = re.compile(r"^,? ?(?:because|since|as|citing|due to) ")
INTRO = re.compile(
    r"^(?:(?:In|On|At|After|Before|During|Speaking|Asked|When|While|Earlier|Later|Meanwhile|However|Citing"
    r"|Responding|Reacting)\b[^,“]*, |On \w+day,? |(?:\w+ ){1,2}later,? |(?:But|And|Yet|Later),? )"
)
INTERVIEW = re.compile(
    rf"\b(?:[Ii]n an interview with|[Ss]peaking (?:to|on)|interviewed by|said on) (?P<to>{OUTLET})"
)
ITSELF = re.compile(r" (?:himself|herself|itself|themselves)\b|,? (?:however|meanwhile)\b,?")
DOING = re.compile(r",? (?:speaking|reached|interviewed|asked|in an?|at an?) [^,]*,?$")
NO_OUTLET = re.compile(
    r"\b(?:Telegram|Twitter|Facebook|X|\w+day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|conference|council|committee|meeting|rally|parliament|court"
    r"|police|reporters|journalists|us|me|investigators|lawmakers|inquiry|Commission|Parliament)$"
)
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|fell|knew|held|(?<!as )said|says|told"
    r"|denied|added|insisted|warned)\b"
)
RELATIVE = re.compile(r",? (?:who|whose|which)\b")
# No subject of a verb of saying, however much it looks like one.
NO_SPEAKER = re.compile(
    r"^(?:the|an?|it|there|this|that|what|which|nobody|no one|nothing|if|as|when|while|although|because)$"
    r"|^(?:on|in|at|by|for|with|after|before|if|as|when|while|although|because|since|that) "
    r"|\b(?:that|which)$|[’']s?$"
    r"|\b(?:is|are|was|were|be|been|has|have|had|will|would|could|not|to|and|or|but|never|who)$",
    re.IGNORECASE,
)
A_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|not"
    r"|\w+(?:ed|s)|fell|fled|left|went|came|began|took|met|lost|won|held|shot|cut|made|gave|found|knew)\b"
)
ASIDE = re.compile(r",? (?:but|and) (?:declined|refused|would not|did not|gave no|added)\b.*$")
CONTROL = re.compile(
    r"\b(?:control(?:s|led)?|captur(?:e|ed|es)|seiz(?:e|ed|es)|(?:has|have|had) fallen to|fell to"
    r"|retaken|retook|taken over|occup(?:y|ied|ies)|overr[ua]n|recaptured|in the hands of|holds?)\b"
)
DECLARED = re.compile(r"\b(?:will|would|shall|going to|intends? to|plans? to)\b|^to \w+")
