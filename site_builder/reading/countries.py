"""Countries, their states, and regions of the world, by the names that postings use."""

import re
import unicodedata
from functools import cache

from site_builder.reading.country_codes import codes, english_names
from site_builder.reading.country_names import other_names
from site_builder.reading.regions import REGION_OF, REGIONS, VAGUE_REGIONS

__all__ = ["AMBIGUOUS", "ANYWHERE", "PARTS_OF_BRITAIN", "REGIONS"]

ANYWHERE = frozenset(
    "anywhere|anywhere in the world|anywhere in world|everywhere|global|globally|worldwide|world wide|weltweit|überall|monde entier|"
    "partout dans le monde|todo el mundo|wereldwijd|mondo intero|全世界".split("|")
)
"""Words for a place that is none."""

AMBIGUOUS = frozenset({"georgia"})
"""Names that mean a country or a state of another country: they count only where nothing else can be meant."""

PARTS_OF_BRITAIN = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern ireland": "Northern Ireland",
}

_ALIASES = """
AE UAE, Emirates; BA Bosnia, Bosnia-Herzegovina; BN Brunei Darussalam; BO Plurinational State of Bolivia; CD DR
Congo, DRC, Democratic Republic of the Congo; CG Republic of the Congo; CI Ivory Coast; CV Cabo Verde; CZ Czech
Republic, Czechia; FK Falkland Islands; GB UK, United Kingdom, Great Britain, United Kingdom of Great Britain
and Northern Ireland, Britain; HK Hong Kong, Hongkong; IE Republic of Ireland, Eire; IR Islamic Republic of
Iran; KN Saint Kitts and Nevis; KP Democratic People's Republic of Korea; KR South Korea, Republic of Korea; LC
Saint Lucia; MD Republic of Moldova; MM Myanmar, Burma; MO Macao, Macau; NL Holland, Netherlands; PS Palestine,
State of Palestine; PT Portugal; RU Russian Federation; SY Syrian Arab Republic; SZ Swaziland; TL East Timor; TR
Turkey, Turkiye; TW Taiwan, Republic of China; TZ United Republic of Tanzania; US US, USA, United States of
America; VA Vatican, Holy See; VC Saint Vincent and the Grenadines; VE Bolivarian Republic of Venezuela; VN Viet
Nam; CN PRC, People's Republic of China;
"""

_OWN_NAMES = """
AE الإمارات العربية المتحدة; AL Shqipëri, Shqipëria; AM Հայաստան; AT Österreich; AX Åland; AZ Azərbaycan; BA
Bosna i Hercegovina, Босна и Херцеговина; BD বাংলাদেশ; BE België, Belgique, Belgien; BG България; BH البحرين; BJ
Bénin; BR Brasil; BY Беларусь; CH Schweiz, Suisse, Svizzera, Svizra; CM Cameroun; CN 中国; CW Kòrsou; CY Κύπρος,
Kıbrıs; CZ Česko, Česká republika; DE Deutschland; DK Danmark; DO República Dominicana; DZ الجزائر, Algérie; EE
Eesti; EG مصر; ES España; ET ኢትዮጵያ; FI Suomi; FO Føroyar; GE საქართველო; GL Kalaallit Nunaat; GN Guinée; GR
Ελλάδα; HK 香港; HR Hrvatska; HT Haïti; HU Magyarország; IE Éire; IL ישראל; IN भारत; IQ العراق; IR ایران; IS
Ísland; IT Italia; JO الأردن; JP 日本; KG Кыргызстан; KH កម្ពុជា; KR 대한민국, 한국; KW الكويت; KZ Казахстан, Қазақстан;
LA ລາວ; LB لبنان; LK ශ්‍රී ලංකාව; LT Lietuva; LU Lëtzebuerg, Luxemburg; LV Latvija; LY ليبيا; MA المغرب, Maroc;
ME Crna Gora; MG Madagasikara; MK Северна Македонија; MM မြန်မာ; MN Монгол; MX México; MZ Moçambique; NG
Nàìjíríà; NL Nederland; NO Norge, Noreg; NP नेपाल; NZ Aotearoa; OM عُمان; PA Panamá; PE Perú; PH Pilipinas; PK
پاکستان; PL Polska; QA قطر; RO România; RS Srbija, Србија; RU Россия; SA المملكة العربية السعودية, السعودية; SE
Sverige; SG 新加坡; SI Slovenija; SK Slovensko; SN Sénégal; SY سوريا; TD Tchad; TH ไทย, ประเทศไทย; TN تونس,
Tunisie; TR Türkiye; TW 台灣, 臺灣; UA Україна; UZ Oʻzbekiston; VN Việt Nam; YE اليمن;
"""

_STATES = {
    "US": "Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|"
    "District of Columbia DC|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|"
    "Kentucky KY|"
    "Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|"
    "Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|"
    "Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|"
    "Texas TX|"
    "Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY",
    "CA": "Alberta AB|British Columbia BC|Manitoba MB|New Brunswick NB|Newfoundland and Labrador NL|Nova Scotia NS|"
    "Northwest Territories NT|Nunavut NU|Ontario ON|Prince Edward Island PE|Quebec QC|Québec QC|Saskatchewan SK|"
    "Yukon YT",
    "AU": "New South Wales NSW|Queensland QLD|South Australia SA|Tasmania TAS|Victoria VIC|Western Australia WA|"
    "Australian Capital Territory ACT|Northern Territory NT",
    "DE": "Baden-Württemberg BW|Bayern BY|Bavaria BY|Brandenburg BB|Hessen HE|Hesse HE|Mecklenburg-Vorpommern MV|"
    "Niedersachsen NI|Lower Saxony NI|Nordrhein-Westfalen NW|North Rhine-Westphalia NW|Rheinland-Pfalz RP|Saarland SL|"
    "Rhineland-Palatinate RP|Sachsen SN|Saxony SN|Sachsen-Anhalt ST|Saxony-Anhalt ST|Schleswig-Holstein SH|"
    "Thüringen TH|"
    "Thuringia TH",
    "GB": "England|Scotland|Wales|Northern Ireland",
}
_CITIES_TOO = {"new york": "US", "washington": "US", "ontario": "US", "quebec": "CA", "québec": "CA"}
"""States that share their name with a well-known city, and its country: such a name alone may mean either."""


def find_country(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's name, or None.

    Known are the English names of CLDR, those in a country's own main languages and common short ones; not codes but
    UK, US, USA and UAE. Neither capitals nor dots nor a leading "the" count.
    """
    return _names().get(plain(name))


def find_country_code(code: str) -> str | None:
    """Return the alpha-2 code for an ISO 3166-1 code of two or three letters in any case, or None."""
    return _codes().get(code.upper()) if len(code) in (2, 3) and code.isascii() else None


def country_name(code: str) -> str:
    """Return the English name of a country by its alpha-2 code."""
    return _english()[code]


def country_names() -> list[str]:
    """Return the English names of all countries, to find near ones among."""
    return list(_english().values())


def find_region(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a region of the world by its usual name, with its countries' codes (none for all of the world), or None."""
    key = plain(name)
    known = REGION_OF.get(key)
    if known is not None:
        return known, REGIONS[known]
    return (name, ()) if key in VAGUE_REGIONS or key in ANYWHERE else None


def is_state(name: str, country: str) -> bool:
    """Say whether a name or an abbreviation is that of a state of a country (US, CA, AU, DE and GB are known)."""
    return plain(name) in _states(country)


def states_of_code(code: str) -> list[tuple[str, str]]:
    """Return the states that an abbreviation stands for, each as its country's code and its name: WA is two, in the US and in Australia."""
    return [
        (country, row.rpartition(" ")[0])
        for country in ("US", "CA", "AU")
        for row in dict.fromkeys(_STATES[country].split("|"))
        if row.rpartition(" ")[2] == code and row != "Québec QC"
    ]


def area_name(text: str) -> str:
    """Return the name in words about where applicants live: "anywhere in the US", "UK-only", "within Germany", "US-based"."""
    return _AREA_END.sub("", _AREA_START.sub("", text)).strip() or text


_AREA_START = re.compile(
    r"^(?:anywhere |from anywhere |everywhere |located |based |living |remote(?:ly)? )?(?:in|within|across|from|inside|all of|innerhalb|dans|en) (?=\S)",
    re.IGNORECASE,
)
_AREA_END = re.compile(r"(?:[ -]+(?:only|based|residents?|weit|wide))$", re.IGNORECASE)


def country_of_state(name: str) -> str | None:
    """Return the country of a state's full name (of the United States or Canada), where only that can be meant."""
    key = plain(name)
    if key in AMBIGUOUS or len(key) < len("Iowa"):
        return None
    return next((country for country in ("US", "CA") if key in _states(country)), None)


def is_city_too(name: str, country: str | None = None) -> bool:
    """Say whether a state's name is that of a well-known city as well (of a country, if one is given)."""
    city_in = _CITIES_TOO.get(plain(name))
    return city_in is not None and country in (None, city_in)


def plain(name: str) -> str:
    """Return a name without what its spellings differ by: capitals, dots, `&` or "and", a leading "the"."""
    key = " ".join(name[:80].casefold().replace("&", " and ").replace(".", "").replace("’", "'").split())
    return key.removeprefix("the ")


_english = cache(english_names)
_codes = cache(codes)


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name in _english().items():
        short = name.removesuffix(" SAR China")
        for spelling in (name, short, short.replace("St. ", "Saint ")):
            found[plain(spelling)] = code
    for row in (_ALIASES + _OWN_NAMES).replace("\n", " ").split(";"):
        code, _, names = row.strip().partition(" ")
        for name in filter(None, names.split(", ")):
            found[plain(name)] = code
    for name, code in list(found.items()):
        bare = "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))
        if bare.isascii():
            found.setdefault(bare, code)
    return other_names() | found | dict.fromkeys(PARTS_OF_BRITAIN, "GB")


@cache
def _states(country: str) -> frozenset[str]:
    found = set()
    for row in filter(None, _STATES.get(country, "").split("|")):
        name, _, code = row.rpartition(" ") if row.rpartition(" ")[2].isupper() else (row, "", "")
        found |= {plain(name), plain(code)} - {""}
    return frozenset(found)
