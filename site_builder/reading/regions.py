"""Regions of the world, by the names that postings use, and the countries that an author may mean by them.

Nobody takes a region for a country: its codes are offered, as a line to confirm and to shorten. Where a region has a treaty, its members
are listed (EU, EEA, EFTA, ASEAN, GCC); else the countries of the United Nations' geoscheme (M49), without dependent territories.
"""

_EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_EUROPE = "AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA"
_MIDDLE_EAST = "AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE"
_NORTH_AFRICA = "DZ EG LY MA SD TN"
_AFRICA = (
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN "
    "TZ UG ZA ZM ZW"
)
_CENTRAL_AMERICA = "BZ CR GT HN NI PA SV"
_CARIBBEAN = "AG BB BS CU DM DO GD HT JM KN LC TT VC"
_SOUTH_AMERICA = "AR BO BR CL CO EC GY PE PY SR UY VE"
_ASEAN = "BN ID KH LA MM MY PH SG TH VN"
_OCEANIA = "AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS"
_ASIA = f"AF AM AZ BD BT CN GE HK IN JP KG KP KR KZ LK MN MO MV NP PK TJ TM TW UZ {_ASEAN}"
_APAC = f"{_ASEAN} AU BD BT CN FJ HK IN JP KR LK MN MO MV NP NZ PG PK TW"

_REGIONS = {
    "EU": _EU,
    "EEA": f"{_EU} IS LI NO",
    "EFTA": "CH IS LI NO",
    "Europe": _EUROPE,
    "DACH": "DE AT CH",
    "Benelux": "BE NL LU",
    "Nordics": "DK FI IS NO SE",
    "Scandinavia": "DK NO SE",
    "Baltics": "EE LT LV",
    "Iberia": "ES PT",
    "UK and Ireland": "GB IE",
    "CEE": "AL BA BG CZ EE HR HU LT LV ME MK PL RO RS SI SK UA",
    "Balkans": "AL BA BG GR HR ME MK RO RS SI",
    "EMEA": " ".join(dict.fromkeys(f"{_EUROPE} {_MIDDLE_EAST} {_AFRICA}".split())),
    "Middle East": _MIDDLE_EAST,
    "GCC": "AE BH KW OM QA SA",
    "MENA": " ".join(dict.fromkeys(f"{_MIDDLE_EAST} {_NORTH_AFRICA}".split())),
    "Africa": _AFRICA,
    "North America": "US CA MX",
    "Central America": _CENTRAL_AMERICA,
    "Caribbean": _CARIBBEAN,
    "South America": _SOUTH_AMERICA,
    "LATAM": f"MX {_CENTRAL_AMERICA} {_SOUTH_AMERICA} CU DO HT",
    "Americas": f"US CA MX {_CENTRAL_AMERICA} {_CARIBBEAN} {_SOUTH_AMERICA}",
    "ASEAN": _ASEAN,
    "Asia": _ASIA,
    "APAC": _APAC,
    "Oceania": _OCEANIA,
    "ANZ": "AU NZ",
}
REGIONS: dict[str, tuple[str, ...]] = {name: tuple(codes.split()) for name, codes in _REGIONS.items()}
"""Regions with their countries' ISO 3166-1 codes, offered to authors to choose from."""

_NAMES = {
    "EU": "eu|european union|within eu|eu countries|eu member states|europäische union|union européenne|unión europea|ue",
    "EEA": "eea|european economic area|ewr|eee|eu/eea",
    "EFTA": "efta",
    "Europe": "europe|europa|all of europe|continental europe|europa weit|europaweit",
    "DACH": "dach|d-a-ch|dach region|dach-region|dach area|german-speaking countries",
    "Benelux": "benelux|benelux countries",
    "Nordics": "nordics|nordic countries|nordic region|nordic",
    "Scandinavia": "scandinavia|skandinavien|scandinavie",
    "Baltics": "baltics|baltic states|baltikum",
    "Iberia": "iberia|iberian peninsula",
    "UK and Ireland": "uk and ireland|uki|uk and i|british isles",
    "CEE": "cee|central and eastern europe|eastern europe|osteuropa|central europe",
    "Balkans": "balkans|western balkans",
    "EMEA": "emea|europe, middle east and africa",
    "Middle East": "middle east|naher osten|moyen-orient",
    "GCC": "gcc|gulf|gulf region",
    "MENA": "mena|middle east and north africa",
    "Africa": "africa|afrika|afrique",
    "North America": "north america|northern america|noram|nordamerika|amérique du nord|na region",
    "Central America": "central america",
    "Caribbean": "caribbean",
    "South America": "south america|südamerika|amérique du sud|sudamérica",
    "LATAM": "latam|latin america|lateinamerika|amérique latine|latinoamérica|américa latina",
    "Americas": "americas|amer",
    "ASEAN": "asean|southeast asia|south east asia|south-east asia|sea region",
    "Asia": "asia|asien|asie",
    "APAC": "apac|asia pacific|asia-pacific|apj|asia pac",
    "Oceania": "oceania",
    "ANZ": "anz|australia and new zealand|australasia",
}
REGION_OF = {name: region for region, names in _NAMES.items() for name in names.split("|")}
"""Regions by their names as `countries.plain` writes them."""

VAGUE_REGIONS = frozenset(
    "antarctica|cis|northern europe|southern europe|western europe|international|world|monde|abroad|overseas|multiple locations|various locations|"
    "flexible location|nationwide|bundesweit|deutschlandweit".split("|")
)
"""Words for more than a country of which nobody can say which countries they mean."""
