"""Places: kept as written, and taken apart only where nothing else can be meant."""

from itertools import count

import pytest

from site_builder.model.posting import Place, RemoteRule
from site_builder.reading.countries import find_country, find_country_code
from site_builder.reading.places import PlacesRead, read_applicant_places, read_places
from site_builder.reading.wrong import Wrong

# text, locality, region, country
ONE_PLACE = [
    ("Berlin, Germany", "Berlin", None, "DE"),
    ("Nantes,France", "Nantes", None, "FR"),
    ("München, Deutschland", "München", None, "DE"),
    ("Wien, Österreich", "Wien", None, "AT"),
    ("Wien (Österreich)", "Wien", None, "AT"),
    ("Athens (Greece)", "Athens", None, "GR"),
    ("東京, 日本", "東京", None, "JP"),
    ("Amsterdam, The Netherlands", "Amsterdam", None, "NL"),
    ("Amsterdam, Holland", "Amsterdam", None, "NL"),
    ("Praha, Czech Republic", "Praha", None, "CZ"),
    ("Dubai, UAE", "Dubai", None, "AE"),
    ("Seoul, South Korea", "Seoul", None, "KR"),
    ("Sheung Wan, Hong Kong", "Sheung Wan", None, "HK"),
    ("Santo Domingo, D.N., DOMINICAN REPUBLIC", None, None, "DO"),
    ("London, UK", "London", None, "GB"),
    ("London, U.K.", "London", None, "GB"),
    ("London, United Kingdom", "London", None, "GB"),
    ("London, England", "London", "England", "GB"),
    ("London, England, UK", "London", "England", "GB"),
    ("Edinburgh, Glasgow, Scotland, UK", None, "Scotland", "GB"),
    ("Boston, MA, USA", "Boston", "MA", "US"),
    ("Boston, Massachusetts, U.S.A.", "Boston", "Massachusetts", "US"),
    ("Storrs, Connecticut USA", "Storrs", "Connecticut", "US"),
    ("North Vancouver, BC Canada", "North Vancouver", "BC", "CA"),
    ("Washington, D.C., USA", "Washington", "D.C.", "US"),
    ("Atlanta, Georgia, USA", "Atlanta", "Georgia", "US"),
    ("Austin, Texas", "Austin", "Texas", "US"),
    ("Waterloo, Ontario", "Waterloo", "Ontario", "CA"),
    ("Bayern, Deutschland", None, "Bayern", "DE"),
    ("California", None, "California", "US"),
    ("Germany", None, None, "DE"),
    ("New York, USA", None, None, "US"),
    ("250 Vesey St, New York City, New York, USA", None, "New York", "US"),
    ("38 Grosvenor Gardens London SW1W 0EB, United Kingdom", None, None, "GB"),
    ("Cambridge, CB3 0FA, UK", None, None, "GB"),
    ("Soho, London, UK.", None, None, "GB"),
    ("Garching near Munich, Germany", None, None, "DE"),
    ("Wroclaw/Krakow, Poland", None, None, "PL"),
    ("Edinburgh and Glasgow, Scotland", None, "Scotland", "GB"),
    ("Luxembourg, Luxembourg", "Luxembourg", None, "LU"),
    # What may be two things is none.
    ("Berlin", None, None, None),
    ("Atlanta, GA", None, None, None),
    ("Berlin, DE", None, None, None),
    ("Austin, TX", None, None, None),
    ("Atlanta, Georgia", None, None, None),
    ("Tbilisi, Georgia", None, None, None),
    ("Georgia", None, None, None),
    ("New York", None, None, None),
    ("Ontario", None, None, None),
    ("London, us", None, None, None),
    ("London/England", None, None, None),
    ("Linz / Austria", None, None, None),
    ("This role will be based remotely in North America", None, None, None),
    ("Berlin, , Germany", None, None, None),
]


def _beside(place: Place, *applicants: Place) -> PlacesRead:
    return PlacesRead((place,), applicants=applicants, remote_beside_place=True)


REMOTE = [
    ("Remote", PlacesRead(remote=RemoteRule.FULL)),
    ("(Remote)", PlacesRead(remote=RemoteRule.FULL)),
    ("Remote job", PlacesRead(remote=RemoteRule.FULL)),
    ("Home office", PlacesRead(remote=RemoteRule.FULL)),
    (["Remote", "fully remote"], PlacesRead(remote=RemoteRule.FULL)),
    ("Remote (US)", PlacesRead(remote=RemoteRule.FULL, applicants=(Place("US", country="US"),))),
    ("Remote, UK-only", PlacesRead(remote=RemoteRule.FULL, applicants=(Place("UK-only", country="GB"),))),
    ("Remote in Germany", PlacesRead(remote=RemoteRule.FULL, applicants=(Place("Germany", country="DE"),))),
    ("Remote - Europe", PlacesRead(remote=RemoteRule.FULL, region="Europe")),
    ("Anywhere (remote)", PlacesRead(remote=RemoteRule.FULL, region="Anywhere")),
    ("Worldwide", PlacesRead(region="Worldwide")),
    ("Anywhere", PlacesRead(region="Anywhere")),
    ("Europe", PlacesRead(region="Europe")),
    ("Berlin, Germany (hybrid)", PlacesRead((Place("Berlin, Germany (hybrid)", locality="Berlin", country="DE"),), RemoteRule.HYBRID)),
    ("Athens (Greece), Remote", _beside(Place("Athens (Greece), Remote", locality="Athens", country="GR"))),
    ("United Kingdom (Remote)", _beside(Place("United Kingdom (Remote)", country="GB"))),
    ("Oslo or remote", _beside(Place("Oslo or remote"))),
    ("Amsterdam, NL (Remote possible)", _beside(Place("Amsterdam, NL (Remote possible)"))),
    ("Remote, London", _beside(Place("Remote, London"))),
    (["Athens", "Remote"], _beside(Place("Athens"))),
    (["Remote (US)", "Berlin"], _beside(Place("Berlin"), Place("US", country="US"))),
]  # fmt: skip

SEVERAL = [
    ("London or Berlin", ("London", "Berlin")),
    ("London; Berlin", ("London", "Berlin")),
    ("London / Berlin", ("London", "Berlin")),
    ("London | Berlin", ("London", "Berlin")),
    ("London\nBerlin\n", ("London", "Berlin")),
    ("Brest, Minsk and Berlin", ("Brest, Minsk and Berlin",)),
    ("Oregon", ("Oregon",)),
    (["London", "Berlin; Rome", "London", "", None], ("London", "Berlin", "Rome")),
    ([], ()),
]

MAPPINGS = [
    ({"city": "Berlin", "country": "de"}, Place("Berlin, de", locality="Berlin", country="DE")),
    ({"name": "Berlin", "country": "DEU"}, Place("Berlin, DEU", locality="Berlin", country="DE")),
    ({"country": "Georgia"}, Place("Georgia", country="GE")),
    ({"city": "Berlin", "region": "Berlin"}, Place("Berlin", locality="Berlin", region="Berlin")),
    (
        {"street": "Main St 1", "zip": 12345, "town": "Springfield", "state": "IL", "country": "United States"},
        Place("Main St 1, 12345 Springfield, IL, United States", "Main St 1", "12345", "Springfield", "IL", "US"),
    ),
    (
        {"streetAddress": "Main St 1", "postalCode": 12345, "addressLocality": "Springfield", "addressRegion": ""},
        Place("Main St 1, 12345 Springfield", "Main St 1", "12345", "Springfield"),
    ),
    (
        {
            "@type": "Place",
            "name": "Head office",
            "address": {"@type": "PostalAddress", "addressLocality": "Oslo", "addressCountry": {"name": "NO"}},
        },
        Place("Head office, Oslo, NO", locality="Oslo", country="NO"),
    ),
]

WRONG_PLACES: list[tuple[object, str]] = [
    ({"citty": "Berlin"}, "Did you mean city?"),
    ({"city": "A", "town": "B"}, "Keep one"),
    ({"address": {"city": "A"}, "city": "B"}, "Keep one"),
    ({"address": "Main St 1", "street": "Main St 2"}, "Keep street_address"),
    ({"country": "Germny"}, "Did you mean Germany?"),
    ({"country": "ZZ"}, "ISO 3166-1"),
    ({"country": "EU"}, "ISO 3166-1"),
    ({}, "Write its parts"),
    ({"city": ["Berlin"]}, "Write one line"),
    (7, "Berlin, Germany"),
    (True, "Berlin, Germany"),
    ([["Berlin"]], "Berlin, Germany"),
    ("Ber\u202elin", "Delete it"),
    (["x"] * 501, "at most 500"),
    ("x;" * 501, "at most 500"),
]

APPLICANTS: list[tuple[object, list[tuple[str | None, str]]]] = [
    ("Germany", [(None, "DE")]),
    ("DE", [(None, "DE")]),
    ("UK", [(None, "GB")]),
    ("USA only", [(None, "US")]),
    (["DE", "AT", "CH"], [(None, "DE"), (None, "AT"), (None, "CH")]),
    (["US", "CA", "GA"], [(None, "US"), (None, "CA"), (None, "GA")]),
    ("DE, AT, CH", [(None, "DE"), (None, "AT"), (None, "CH")]),
    ("US and Canada", [(None, "US"), (None, "CA")]),
    ("Germany or Austria", [(None, "DE"), (None, "AT")]),
    ("Trinidad and Tobago", [(None, "TT")]),
    ("England", [("England", "GB")]),
    ("California", [("California", "US")]),
    ("California, USA", [("California", "US")]),
    ("TX, USA", [("TX", "US")]),
    ("Georgia, USA", [("Georgia", "US")]),
    ("Bavaria, Germany", [("Bavaria", "DE")]),
    ({"@type": "Country", "name": "US"}, [(None, "US")]),
    ({"region": "Bavaria", "country": "DE"}, [("Bavaria", "DE")]),
    (["DE", "DE", None], [(None, "DE")]),
]

WRONG_APPLICANTS: list[tuple[object, str]] = [
    ("EU", "SI, SK]"),
    ("European Union", "SI, SK]"),
    ("EEA", "IS, LI, NO]"),
    ("DACH", "[DE, AT, CH]"),
    ("Benelux", "[BE, NL, LU]"),
    ("Nordics", "[DK, FI, IS, NO, SE]"),
    (["North America"], "[US, CA, MX]"),
    ("US, EU", "SI, SK]"),
    *((region, "take out the countries") for region in ("EMEA", "APAC", "LATAM", "Europe", "North America")),
    *((words, "Name the countries") for words in ("Worldwide", "Anywhere")),
    ("Georgia", 'GE for the country, "Georgia, USA"'),
    ("CA, US", "[CA, US]"),
    ("US, CA", "[US, CA]"),
    ("Bavaria, DE", '"Bavaria, Germany"'),
    ("San Francisco, CA", '"San Francisco, Canada" or "San Francisco, USA"'),
    ("New York", '"New York, USA"'),
    ("Germny", "Did you mean Germany?"),
    ("de", "Did you mean DE?"),
    ("no", "Did you mean NO?"),
    ({"region": "Bavaria"}, "Write it too"),
    (True, "Write countries"),
    ([["DE"]], "Write countries"),
    (["x"], "Write countries"),
    ("DE;" * 301, "countries that matter"),
]


@pytest.mark.parametrize(("text", "locality", "region", "country"), ONE_PLACE, ids=map(str, count()))
def test_a_place_is_kept_as_written_and_its_certain_parts_are_read(
    text: str, locality: str | None, region: str | None, country: str | None
) -> None:
    """Country, region and locality only where the text says them beyond doubt."""
    expected = Place(text=text, locality=locality, region=region, country=country)
    assert read_places(text) == PlacesRead((expected,))


@pytest.mark.parametrize(("value", "read"), REMOTE, ids=map(str, count()))
def test_words_for_remote_work_are_told_from_places(value: object, read: PlacesRead) -> None:
    """Remote alone is remote; beside a place it is a question for the author."""
    assert read_places(value) == read


@pytest.mark.parametrize(("value", "texts"), SEVERAL, ids=map(str, count()))
def test_several_places_need_a_clear_separator(value: object, texts: tuple[str, ...]) -> None:
    """Commas and "and" never separate places; repeats are one."""
    assert tuple(place.text for place in read_places(value).places) == texts


@pytest.mark.parametrize(("value", "place"), MAPPINGS, ids=map(str, count()))
def test_a_mapping_is_an_address(value: object, place: Place) -> None:
    """Keys go by several names, a country by code or name."""
    assert read_places(value).places == (place,)


@pytest.mark.parametrize(("value", "mend"), WRONG_PLACES, ids=map(str, count()))
def test_a_wrong_place_is_refused_with_what_to_write(value: object, mend: str) -> None:
    """Misspelt keys and countries, contradictions, and what is no text."""
    with pytest.raises(Wrong) as wrong:
        read_places(value)
    assert mend in wrong.value.mend


@pytest.mark.parametrize(("value", "read"), APPLICANTS, ids=map(str, count()))
def test_applicants_live_in_countries_and_states(value: object, read: list[tuple[str | None, str]]) -> None:
    """Every place has its country's code."""
    assert [(place.region, place.country) for place in read_applicant_places(value)] == read


@pytest.mark.parametrize(("value", "mend"), WRONG_APPLICANTS, ids=map(str, count()))
def test_where_applicants_live_is_asked_when_unclear(value: object, mend: str) -> None:
    """Regions are refused with their countries' codes, and two meanings with both."""
    with pytest.raises(Wrong) as wrong:
        read_applicant_places(value)
    assert mend in wrong.value.mend


@pytest.mark.parametrize(
    ("name", "code"),
    [("Türkiye", "TR"), ("turkey", "TR"), ("Cote d'Ivoire", "CI"), ("Saint Lucia", "LC"), ("ESPAÑA", "ES"),
     ("Espana", "ES"), ("Bosnia and Herzegovina", "BA"), ("Schweiz", "CH"), ("CH", None), ("Kosovo", None),
     ("European Union", None)],
)  # fmt: skip
def test_countries_are_found_by_name(name: str, code: str | None) -> None:
    """English names, own names, common names; no codes, no regions."""
    assert find_country(name) == code


def test_country_codes_are_those_of_iso_3166() -> None:
    """Two or three letters in any case; codes that CLDR adds for its own use are none."""
    assert find_country_code("de") == find_country_code("DEU") == "DE"
    assert [find_country_code(code) for code in ("XK", "EU", "ZZ", "UK", "D", "276")] == [None] * 6
