"""The words around an amount of pay: those that change nothing, those that tell more, and those that make it something else."""

import re
from functools import cache

_SILENT = (
    "salary|salaries|pay|base|basic|base salary|starting|wage|wages|compensation|remuneration|rate|contract rate|range|is|of|the|our|a|an|we offer|"
    "annual|yearly|monthly|hourly|daily|weekly|per|from|to|in|"
    "gehalt|lohn|vergütung|entgelt|grundgehalt|einstiegsgehalt|bezahlung|jahresgehalt|monatsgehalt|stundenlohn|jahresbruttogehalt|bruttojahresgehalt|"
    "monatsbruttogehalt|bruttomonatsgehalt|von|das|ein|eur|salaire|rémunération|annuel|annuelle|mensuel|de|du|le|salario|sueldo|retribución|anual|"
    "stipendio|retribuzione|annua|salaris|loon|tjm|ral|day rate|taux journalier|taux horaire|tagessatz|stundensatz|per annum|plat|mzda|wynagrodzenie|lön|月給|年俸|時給|日給|給与"
)
_TELLING = (
    "gross|brutto|bruttó|brut|brute|bruto|brutos|lordo|lordi|hrubého|before tax|negotiable|verhandelbar|négociable|vb|doe|"
    "depending on (?:your )?(?:experience|skills|seniority|qualifications?|location|age)(?: and (?:experience|skills|location|qualifications?))?|"
    "dependent on (?:your )?experience|depends on experience|based on (?:your )?experience|according to experience|commensurate with experience|"
    "dependant on experience|depending on (?:the )?profile|"
    "je nach (?:erfahrung|qualifikation|berufserfahrung)(?: und (?:erfahrung|qualifikation))?|abhängig von (?:erfahrung|qualifikation)|"
    "selon (?:l['’])?(?:expérience|profil|ancienneté|compétences)|en fonction (?:du profil|de l['’]expérience)|según experiencia|"
    "(?:plus|and|\\+|und|sowie|zzgl\\.?|et) (?:(?:great|generous|excellent|good) )?(?:benefits|equity|stock options|options|shares|pension|perks|holidays?|benefits package|sozialleistungen|avantages)|"
    "competitive|excellent"
)
_DOUBTS = {
    r"\bote\b|on[- ]target|zielgehalt|zieleinkommen|jahreszielgehalt|target (?:salary|income|earnings)": "counts what is earned when targets are met (OTE)",
    r"\bbonus(?:es)?\b|commissions?\b|\bprovision(?:en)?\b|\bprimes?\b|\bprämien?\b|\bvariable|variabel\w*|\bincentives?\b|profit[- ]shar\w+|intéressement|"
    r"tips\b|trinkgeld|profit share|13th|13\. ?gehalt|年収": "speaks of a bonus, commission or the like",
    r"total (?:comp\w*|package|rewards?|cash)|\bpackage\b|gesamtpaket|gesamtvergütung|all[- ]in\b|inclu(?:ding|sive|des?)\b|\bincl\b|inkl\w*|\bcompris\b|"
    r"cost to company|\bctc\b": "speaks of a whole package",
    r"\bnet\b|\bnetto\b|\bnett\b|\bnets\b|\bneto\b|\bnetti?\b|take[- ]home|after tax|手取り": "gives pay after tax, and base pay is before it",
    r"pro[- ]?rata|prorata|\bfte\b|full[- ]time equivalent|équivalent temps plein|vollzeitäquivalent|anteilig": "gives the pay of a full-time job, of which a part is paid",
    r"\bca\b(?!\$)|\bcirca\b|\baround\b|\babout\b|\bapprox\w*|~|\brund\b|\benviron\b|\betwa\b|\bungefähr\b|\bestimated?\b|\broughly\b|≈": "says that the amount is not exact",
}
_NO_PAY = (
    r"budget\w*|allowance|stipend|401|voucher|gutschein\w*|credits?\b|wallet|zuschuss|learning|weiterbildung\w*|training|conference|equipment|"
    r"home[- ]office setup|set ?up|referral|for each candidate|sign(?:ing|[- ]on)|relocation|umzug\w*|funding|funded|rais(?:e|ed|es|ing)\b|\bround\b|seed|series [a-f]\b|"
    r"invest\w*|valuation|valued|revenues?|turnover|umsatz\w*|chiffre d['’]affaires|levée|\bmarket\b|markt\b|marché|assets|under management|\baum\b|transactions?|"
    r"donat\w+|grants?\b|spende\w*|sales of|\bpriced?\b|\bcosts?\b|\bworth\b|saving|discount|rabatt\w*|prize|award|spend\w*|fees?\b|mutuelle|ticket|"
    r"insurance|versicherung\w*|deductible|reimburse\w*|erstatt\w*|payments? (?:of|volume|processed)|process(?:es|ed|ing)\b|fine of|penalt\w+|profit of|loans?\b|"
    r"capital|equity value|economy|industry|customers|users|fund\b|funds\b|gift\w*|phone|gym|lunch|travel|commut\w+|jobticket|fahrtkosten\w*|bike|"
    r"holiday|minimum investment|clients?\b|per day of use|as little as|insured|pension pot|tuition|scholarship|bourse"
)


def doubts_in(text: str) -> list[str]:
    """Return what in the words around an amount speaks against its being plain base pay, in words after "the text"."""
    return [says for pattern, says in _doubts() if pattern.search(text)]


def is_no_pay(text: str) -> bool:
    """Say whether the words around an amount make it a budget, a perk, or money of the company or its customers."""
    return _no_pay().search(text) is not None


def rest_of(text: str) -> tuple[bool, str]:
    """Return whether the words beside an amount tell more than it does ("gross"), and those that nobody here knows."""
    without = _telling().sub(" ", text)
    rest = " ".join(_silent().sub(" ", without).split()).strip(" .,;:()[]*/-–—")
    return without != text, rest


@cache
def _doubts() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), says) for pattern, says in _DOUBTS.items()]


@cache
def _no_pay() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_NO_PAY})", re.IGNORECASE)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:{_TELLING})(?![^\W_])|\+ (?:equity|benefits|stock options|shares)(?![^\W_])", re.IGNORECASE
    )


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_SILENT})(?![^\W_])", re.IGNORECASE)
