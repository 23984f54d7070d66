"""The words that the rules of the group "wording" look for, by language. Data, no code.

A word stands here only where it speaks of the applicant in nearly every posting that holds it: "young company", "unicorn" (of a valuation) and
"native app" are left alone, and so are table football and beer, about which people differ.
"""

from typing import NamedTuple


class Row(NamedTuple):
    """Words that mean one thing: words of which a text must hold one before it is looked through; a regular expression, without case; what to write instead."""

    first: str
    pattern: str
    instead: str


AGE = {
    "en": (
        Row("digital", r"digital natives?", "the programs that one has to know"),
        Row("graduate graduates grad grads", r"(?:recent(?:ly)?|new|fresh) (?:\w+ )?grad(?:uate)?s?", '"entry level", or "no experience needed"'),
        Row("young", r"young (?:and )?(?:\w+ )?(?:people|person|professionals?|candidates?|m[ae]n|wom[ae]n|talents?|graduates?)|(?:be|are|you're) young", "what the person does"),
        Row("youthful", r"youthful", "what the team does"),
        Row("mature", r"mature (?:person|individual|candidates?|applicants?)", '"reliable", if that is meant'),
        Row("age aged ages old", r"(?:aged?|ages) (?:of )?(?:between )?(?:1[6-9]|[2-5]\d) ?(?:and|to|-|–) ?[2-6]\d|(?:under|over|below|above) (?:the age of )?(?:2[5-9]|[3-6]\d) years (?:old|of age)", "no age"),
    ),
    "de": (
        Row("digital", r"digital natives?", "die Programme, die man kennen muss"),
        Row("jung junge jungen junger junges", r"jung(?:e[rns]?)?,? (?:und )?(?:\w+,? (?:und )?)?(?:mitarbeiter\w*|kolleg\w*|menschen|leute|bewerber\w*|talente?|frau|mann|person)|(?:sie|du) (?:sind|bist) jung", "was die Person tut"),
        Row("jahre jahren alter", r"im alter (?:von|zwischen) \d\d (?:bis|und) \d\d|(?:nicht älter als|maximal|höchstens|unter) [2-6]\d jahren? alt|zwischen \d\d und \d\d jahren? alt", "kein Alter"),
    ),
    "fr": (
        Row("jeune jeunes", r"(?<!pour les )jeunes? (?:diplôm(?:é·e·?s?|é\.e\.?s?|é\(e\)s?|ée?s?)|talents?|homme|femme|candidat\w*|collaborat\w+|professionnel\w*)", "« débutants acceptés »"),
        Row("digital", r"digital natives?", "les logiciels à connaître"),
        Row("ans", r"âgée?s? de \d\d(?: ans)? (?:à|et) \d\d ans|(?:moins|plus) de (?:2[5-9]|[3-5]\d) ans(?! d)", "aucun âge"),
    ),
}  # fmt: skip

ORIGIN = {
    "en": (
        Row("native natives", r"native (?:\w+ )?(?:speakers?|speaking)|(?:english|german|french|spanish|dutch|italian) natives?|native (?:english|german|french|spanish|dutch|italian)|native[- ]level|native fluency", '"fluent", or a level such as "C1"'),
        Row("tongue", r"mother[- ]tongue", '"fluent", or a level such as "C1"'),
    ),
    "de": (
        Row("muttersprache muttersprachler muttersprachlerin muttersprachlich muttersprachliche muttersprachlichem muttersprachliches muttersprachniveau akzentfrei akzentfreies native", r"muttersprach\w*|native speaker\w*|akzentfrei\w*", '"verhandlungssicher", oder eine Stufe wie „C1“'),
    ),
    "fr": (
        Row("maternelle natif native natifs", r"langue maternelle|(?:anglais|français|allemand|espagnol) natif|locuteurs? natifs?|native? (?:anglais|allemand|espagnol)e?", "« courant », ou un niveau comme « C1 »"),
    ),
}  # fmt: skip

GENDER = {
    "en": (
        Row("he she his him himself herself", r"he or she|she or he|s?he/s?he|s/he|his/her|her/his|him/her|his or her|him or her|himself|herself|himself/herself", '"you" or "they"'),
        Row("candidate applicant", r"(?:candidate|applicant)s? (?:\w+ ){0,4}(?:he|his)", '"you" or "they"'),
        Row(
            "salesman salesmen businessman businessmen chairman chairmen foreman foremen craftsman craftsmen handyman workman workmen repairman waitress stewardess manpower guys",
            r"(?:sales|business|chair|fore|crafts|handy|work|repair)m[ae]n|waitress(?:es)?|stewardess(?:es)?|manpower|guys",
            'a neutral word, such as "salesperson", "staff", "people"',
        ),
    ),
}  # fmt: skip

CULTURE = {
    "en": (
        Row("rockstar rockstars rock ninja ninjas guru gurus wizard wizards jedi superstar superstars superhero superheroes samurai", r"rock[ -]?stars?|ninjas?|gurus?|wizards?|jedis?|superstars?|superheroe?s?|samurai", "what the person can do"),
        Row("play", r"work hard,? (?:and )?play hard", "how many hours people work"),
        Row("fit", r"cultur(?:al|e) fit", '"shares our way of working", with what it is'),
        Row("family", r"(?:like|one big) (?:a )?family", "how people work together"),
        Row("ass kickass badass", r"kick[- ]?ass|bad[- ]?ass|kicking ass", "what is meant"),
        Row("killer crushing", r"killer instinct|crushing it", "what is meant, in figures"),
        Row("pressure", r"thrives? under pressure|high[- ]pressure environment", "what is hard about the job"),
        Row("brogrammer brogrammers bros", r"brogrammers?|bros", "nothing"),
    ),
    "de": (
        Row("rockstar rockstars ninja ninjas guru gurus superheld superheldin", r"rockstars?|ninjas?|gurus?|superheld\w*", "was die Person kann"),
        Row("belastbar belastbare belastbaren belastbarer belastbarkeit", r"belastbar\w*", "was an der Arbeit schwer ist"),
        Row("familie", r"wie (?:eine|in einer) (?:großen )?familie", "wie man zusammenarbeitet"),
    ),
    "fr": (
        Row("rockstar rockstars ninja ninjas gourou gourous licorne", r"rockstars?|ninjas?|gourous?|mouton à cinq pattes|licornes?", "ce que la personne sait faire"),
        Row("stress", r"résistan(?:ce|te?) au stress", "ce qui est difficile dans ce travail"),
        Row("famille", r"(?:une|comme une) grande famille", "comment on travaille ensemble"),
    ),
}  # fmt: skip

TITLES_OF_ONE_GENDER = {
    "en": r"\w*(?:sales|business|chair|fore|crafts|handy|work|repair|police|fire|camera|delivery|service|trades|milk|post|watch)m[ae]n|waitress|stewardess|hostess|cleaning lady|barmaid|seamstress",
    "de": r"\w*(?:entwickler|ingenieur|techniker|mechaniker|mechatroniker|elektroniker|elektriker|leiter|berater|mitarbeiter|sachbearbeiter|verkäufer|fahrer|meister|pfleger|helfer|lehrer|erzieher|bäcker|arzt|architekt|buchhalter|assistent|referent|redakteur|kaufmann|fachmann|praktikant|werkstudent|schlosser|schreiner|tischler|gärtner|lagerist|spezialist|administrator|programmierer|informatiker|betreuer|kellner|metzger|fleischer|dachdecker|installateur|disponent|monteur)"
    r"|\w*(?:sekretärin|krankenschwester|putzfrau|reinigungsfrau|kassiererin|verkäuferin|kauffrau|erzieherin|assistentin|köchin|empfangsdame|stewardess|hausdame)",
    "fr": r"(?:développeur|ingénieur|technicien|directeur|vendeur|conseiller|chargé|assistant|infirmier|cuisinier|serveur|rédacteur|concepteur|animateur|éducateur|formateur|coordinateur|coordonnateur|opérateur|conducteur|électricien|mécanicien|boulanger|préparateur|administrateur|acheteur|contrôleur|consultant|gérant|employé|ouvrier|coiffeur|livreur|magasinier)"
    r"|femme de ménage|hôtesse|infirmière|assistante|vendeuse|caissière|serveuse|coiffeuse|puéricultrice",
}
"""Names of jobs that are of one gender alone, unless something of `NEUTRAL` stands in the title."""
NEUTRAL = {
    "de": r"(?i:\b[mwdfxig](?: ?[/|] ?[mwdfxing*]){1,3}(?!\w))|\((?i:all genders?|alle geschlechter|gn|divers)[^()]*\)|[:*_·/(-]in(?:nen)?\b|[a-zäöüß]In(?:nen)?\b"
    r"|\w{3,}innen\b|(?i:\w+in (?:/|oder|und|bzw\.?) )|(?:/|oder|und|bzw\.?) ?\w*in\b|kraft\b|leitung\b|person\b|hilfe\b",
    "fr": r"(?i)\b[hfm](?: ?[/-] ?[hfmxn]){1,2}\b|[·•⋅]\w|\w[.-](?:e|se|trice|ne|ère|rice|euse)s?\b|\((?:e|se|ne|trice|rice|ère|euse)\)|/ ?(?:e|se|euse|trice|rice|ne|ère)\b"
    r"|\b(?:ou|et|/) (?:une? )?\w+|\w+(?:euse|trice|ière|ienne)s?\b.*\w+(?:eur|teur|ier|ien)s?\b|\w+(?:eur|teur|ier|ien)s?\b.*\w+(?:euse|trice|ière|ienne)s?\b|\bhomme\b|\bfemme\b(?! de)",
}  # fmt: skip
"""What makes a title one for all."""
