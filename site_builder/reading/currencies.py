"""Currencies: their codes by ISO 4217, and the signs and words that people write for them."""

import re

_IN_USE = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
    "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_IN_USE.split())
"""ISO 4217's currencies that are in use in 2026."""

_DOLLARS = "USD CAD AUD NZD SGD HKD"
_CROWNS = "SEK NOK DKK ISK"
_SPELLINGS = {
    "EUR": "€|euro|euros|eur|Euro|Euros|EURO|EUROS",
    "GBP": "£|GB£|pounds sterling|pounds|Pounds|Pfund|livres sterling|gbp",
    "USD": "US$|U.S. $|USD$|US dollars|US Dollars|U.S. dollars|US-Dollar|usd|dollars US",
    "CAD": "CA$|CAD$|CDN$|Canadian dollars|dollars canadiens|$ CAD",
    "AUD": "AU$|A$|AUD$|Australian dollars",
    "NZD": "NZ$",
    "SGD": "S$|SG$",
    "HKD": "HK$",
    "TWD": "NT$",
    "BRL": "R$|reais",
    "MXN": "MX$|Mex$",
    "CHF": "SFr.|Sfr.|sFr.|Swiss francs|Swiss Francs|Schweizer Franken|Franken|francs suisses|chf",
    "JPY": "円|JP¥|yen",
    "CNY": "元|RMB|CN¥|yuan",
    "KRW": "₩|원",
    "INR": "₹|rupees",
    "PLN": "zł|zl|złotych",
    "CZK": "Kč|korun",
    "HUF": "Ft|forint",
    "ILS": "₪|NIS",
    "TRY": "₺",
    "UAH": "₴|грн",
    "RUB": "₽|руб.",
    "VND": "₫",
    "THB": "฿",
    "PHP": "₱",
    "NGN": "₦",
    "KZT": "₸",
    "GEL": "₾",
    "SEK": "SKr",
    "NOK": "NKr",
    "DKK": "DKr",
    "ISK": "ISKr",
    # Several countries have one of the name: the author is asked which.
    _DOLLARS: "$|dollars|Dollars|Dollar",
    "CAD NIO": "C$",
    "JPY CNY": "¥",
    _CROWNS: "kr|kr.|kronor|kroner",
    "RON MDL": "lei",
    "CHF XOF XAF": "Fr.|francs",
}
_MEANINGS = {
    spelling: tuple(codes.split()) for codes, spellings in _SPELLINGS.items() for spelling in spellings.split("|")
} | {code: (code,) for code in CURRENCIES}
_WORDS = frozenset(f"€ £ $ EUR GBP USD CHF {_DOLLARS} {_CROWNS} JPY PLN CZK INR HUF BRL ZAR AED ILS".split())
"""Those that are looked for in running text: other codes (ALL, TOP, TRY) may be words in capitals."""

_OF_COUNTRIES = {
    "USD": "US EC SV PA PR GU",
    "CAD": "CA",
    "AUD": "AU",
    "NZD": "NZ",
    "SGD": "SG",
    "HKD": "HK",
    "JPY": "JP",
    "CNY": "CN",
    "SEK": "SE",
    "NOK": "NO",
    "DKK": "DK GL FO",
    "ISK": "IS",
    "RON": "RO",
    "MDL": "MD",
    "CHF": "CH LI",
    "NIO": "NI",
    "XOF": "BJ BF CI GW ML NE SN TG",
    "XAF": "CM CF TD CG GQ GA",
}


def currencies_meant(spelling: str) -> tuple[str, ...]:
    """Return the codes that a sign, a word or a code may mean, the commonest first; none if it is no currency's.

    `€` is EUR, `$` is one of six, and of `DEM`, which is out of use, there is none.
    """
    text = " ".join(spelling.split())
    return _MEANINGS.get(text) or _MEANINGS.get(text.upper()) or ()


def currencies_of(countries: set[str | None], meant: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of several currencies that are the money of one of the countries (alpha-2 codes); all where none is."""
    own = tuple(code for code in meant if countries & set(_OF_COUNTRIES.get(code, "").split()))
    return own or meant


def _pattern(spellings: list[str]) -> str:
    """Return a pattern of any of them, the longest first, which does not begin or end within a word."""
    ends: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        after = r"(?![^\W\d_])" if spelling[-1].isalpha() and spelling[-1] not in "円元원" else ""
        ends.setdefault(spelling[0], []).append(re.escape(spelling[1:]).replace(r"\ ", r"\s") + after)
    # By their first characters, since one that does not fit rules out all that begin with it.
    letters: list[str] = []
    signs: list[str] = []
    for first, rest in ends.items():
        is_letter = first.isalpha() and first not in "円元원"
        (letters if is_letter else signs).append(f"{re.escape(first)}(?:{'|'.join(rest)})")
    # Not within a word, but for the T of thousands: "60 TEUR".
    return rf"(?:{'|'.join(signs)}|(?<![^\W\d_T])(?:{'|'.join(letters)}))"


CURRENCY = _pattern(list(_MEANINGS))
"""A pattern of all spellings."""
CURRENCY_IN_TEXT = _pattern(
    [spelling for spelling, codes in _MEANINGS.items() if spelling not in CURRENCIES or codes[0] in _WORDS]
)
"""A pattern of those spellings that are no words of another meaning."""
