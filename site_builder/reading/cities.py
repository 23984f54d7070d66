"""Well-known towns and their countries: never read as a fact, only offered ("did you mean London, United Kingdom?")."""

from site_builder.reading.countries import country_name, plain

_CITIES = {
    "AE": "Dubai|Abu Dhabi",
    "AR": "Buenos Aires",
    "AT": "Vienna|Wien|Graz|Linz|Salzburg|Innsbruck",
    "AU": "Sydney|Melbourne|Brisbane|Adelaide|Canberra",
    "BE": "Brussels|Bruxelles|Brussel|Antwerp|Antwerpen|Ghent|Gent",
    "BG": "Sofia",
    "BR": "São Paulo|Sao Paulo|Rio de Janeiro",
    "CA": "Toronto|Vancouver|Montreal|Montréal|Ottawa|Calgary",
    "CH": "Zurich|Zürich|Geneva|Genève|Genf|Basel|Bern|Lausanne",
    "CL": "Santiago de Chile",
    "CN": "Beijing|Shanghai|Shenzhen",
    "CO": "Bogotá|Bogota|Medellín|Medellin",
    "CZ": "Prague|Praha|Brno",
    "DE": "Berlin|Hamburg|Munich|München|Muenchen|Cologne|Köln|Koeln|Frankfurt|Frankfurt am Main|Stuttgart|Düsseldorf|Leipzig|Dresden|Hannover|Nürnberg|"
    "Nuremberg|Münster|Bonn|Karlsruhe|Freiburg|Bremen|Dortmund|Essen|Darmstadt|Heidelberg|Mannheim|Aachen",
    "DK": "Copenhagen|København|Aarhus",
    "EE": "Tallinn",
    "ES": "Madrid|Barcelona|Valencia|Sevilla|Málaga|Bilbao",
    "FI": "Helsinki|Tampere",
    "FR": "Paris|Lyon|Marseille|Toulouse|Nantes|Bordeaux|Lille|Strasbourg|Rennes|Grenoble|Montpellier|Nice",
    "GB": "London|Manchester|Edinburgh|Glasgow|Bristol|Leeds|Oxford|Cambridge|Liverpool|Sheffield|Brighton|Cardiff|Belfast|Nottingham|Newcastle|Reading",
    "GR": "Athens|Thessaloniki",
    "HU": "Budapest",
    "IE": "Dublin|Cork|Galway",
    "IL": "Tel Aviv|Jerusalem|Haifa",
    "IN": "Bangalore|Bengaluru|Mumbai|Delhi|New Delhi|Hyderabad|Chennai|Pune",
    "IT": "Milan|Milano|Rome|Roma|Turin|Torino|Bologna",
    "JP": "Tokyo|Osaka|Kyoto|東京|大阪|京都|福岡",
    "KE": "Nairobi",
    "KR": "Seoul",
    "LT": "Vilnius",
    "LV": "Riga",
    "MX": "Mexico City|Ciudad de México|Guadalajara",
    "NG": "Lagos",
    "NL": "Amsterdam|Rotterdam|Utrecht|The Hague|Den Haag|Eindhoven|Groningen|Delft",
    "NO": "Oslo|Bergen|Trondheim",
    "NZ": "Auckland|Wellington",
    "PL": "Warsaw|Warszawa|Kraków|Krakow|Wrocław|Wroclaw|Gdańsk|Poznań|Katowice",
    "PT": "Lisbon|Lisboa|Porto",
    "RO": "Bucharest|București|Cluj-Napoca|Iași",
    "RS": "Belgrade|Beograd",
    "SE": "Stockholm|Gothenburg|Göteborg|Malmö",
    "TR": "Istanbul|Ankara",
    "UA": "Kyiv|Kiev|Lviv|Kharkiv",
    "US": "New York|New York City|NYC|San Francisco|Los Angeles|Chicago|Boston|Seattle|Austin|Denver|Houston|Dallas|Atlanta|Philadelphia|San Diego|"
    "Washington|Washington, D.C.|Miami|Minneapolis|Detroit|Pittsburgh|Brooklyn|Manhattan|San Jose|Palo Alto|Mountain View",
    "ZA": "Cape Town|Johannesburg",
}
_COUNTRY_OF = {plain(city): code for code, cities in _CITIES.items() for city in cities.split("|")}


def country_of_city(name: str) -> str | None:
    """Return the English name of the country in which the best-known town of a name lies; None where it is not in the table."""
    code = _COUNTRY_OF.get(plain(name))
    return None if code is None else country_name(code)
