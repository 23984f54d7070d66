"""What the invented company of the benchmark is made of: its departments, places, tags, and the phrases of its postings."""

DEPARTMENTS = {
    "Engineering": ["Firmware Engineer", "Control Engineer", "Test Engineer", "Backend Developer", "Platform Engineer"],
    "Data": ["Data Analyst", "Forecast Modeller", "Data Engineer", "Statistician"],
    "Design": ["Product Designer", "Technical Illustrator", "Interaction Designer"],
    "Operations": ["Site Manager", "Logistics Planner", "Fleet Coordinator", "Night Dispatcher"],
    "Finance": ["Payroll Accountant", "Financial Controller", "Purchasing Clerk"],
    "People": ["Recruiter", "Training Coordinator", "Works Doctor"],
    "Sales": ["Account Manager", "Tender Writer", "Regional Representative"],
    "Customer Care": ["Support Technician", "Hotline Adviser", "Customer Trainer"],
    "Research": ["Research Physicist", "Materials Scientist", "Laboratory Assistant"],
    "Workshop": ["Welder", "Lathe Operator", "Assembly Mechanic", "Apprentice Mechanic", "Tool Maker"],
}

GRADES = ["", "", "", "Senior", "Junior", "Lead", "Deputy", "Principal"]
FIELDS = ["Pumps", "Sluices", "Ferries", "Cranes", "Lifts", "Locks", "Turbines", "Cable Cars", "Signals", "Boilers"]

# Town, country, its code (ISO 3166-1), its currency (ISO 4217).
PLACES = [
    *[(town, "Germany", "DE", "EUR") for town in ("Bremen", "Kassel", "Jena", "Ulm", "Passau", "Emden", "Rostock")],
    *[(town, "France", "FR", "EUR") for town in ("Lyon", "Nantes", "Brest", "Dijon")],
    *[(town, "Netherlands", "NL", "EUR") for town in ("Delft", "Zwolle", "Breda")],
    *[(town, "Spain", "ES", "EUR") for town in ("Bilbao", "Vigo", "Murcia")],
    *[(town, "Italy", "IT", "EUR") for town in ("Turin", "Parma", "Trieste")],
    *[(town, "Austria", "AT", "EUR") for town in ("Linz", "Graz")],
    *[(town, "Ireland", "IE", "EUR") for town in ("Cork", "Galway")],
    *[(town, "United Kingdom", "GB", "GBP") for town in ("Leeds", "Dundee", "Swansea", "Exeter")],
    *[(town, "United States", "US", "USD") for town in ("Duluth", "Tacoma", "Mobile", "Albany", "Fresno")],
    *[(town, "Canada", "CA", "CAD") for town in ("Halifax", "Regina")],
    *[(town, "Switzerland", "CH", "CHF") for town in ("Basel", "Bern")],
    *[(town, "Poland", "PL", "PLN") for town in ("Lublin", "Opole")],
    ("Uppsala", "Sweden", "SE", "SEK"),
]

# What a year is paid in each currency, beside a euro's worth.
PAY_FACTORS = {"EUR": 1.0, "GBP": 0.85, "USD": 1.1, "CAD": 1.5, "CHF": 1.2, "PLN": 3.0, "SEK": 9.0}

# Kinds of employment: schema.org's value, the words of a page, and how many of a hundred postings are such.
EMPLOYMENT = [
    ("FULL_TIME", "Full-time", 74),
    ("PART_TIME", "Part-time", 12),
    ("CONTRACTOR", "Contract", 5),
    ("TEMPORARY", "Temporary", 5),
    ("INTERN", "Internship", 4),
]

# Two hundred tags, the most frequent first (what a posting draws by Zipf's law).
TAGS = [
    f"{thing} {work}"
    for work in ("design", "testing", "repair", "control", "planning", "safety", "sales", "research", "training", "law")
    for thing in (
        *("Pump", "Valve", "Motor", "Sensor", "Crane", "Ferry", "Lock", "Cable", "Boiler", "Signal"),
        *("Hull", "Brake", "Gear", "Weld", "Filter", "Harbour", "Turbine", "Battery", "Bearing", "Radio"),
    )
]

WHO = ["you", "you and your team", "our planners", "colleagues from the workshop", "two mechanics", "the night shifts",
       "our customers", "the people on site", "five of us", "your mentors"]  # fmt: skip
VERBS = ["check", "plan", "build", "repair", "describe", "measure", "improve", "order", "test", "calibrate", "document",
         "deliver", "compare", "simplify", "watch", "install", "replace", "explain", "calculate", "draw"]  # fmt: skip
ADJECTIVES = ["quiet", "heavy", "older", "electric", "hydraulic", "narrow", "remote", "seasonal", "new", "rented", "noisy",
              "floating", "automatic", "hand-operated", "frost-proof", "shared"]  # fmt: skip
THINGS = ["pumps", "gates", "winches", "control cabinets", "drawings", "gauges", "timetables", "contracts", "gearboxes",
          "safety barriers", "spare parts", "test benches", "wiring plans", "reports", "sluice gates", "ferry ramps",
          "forecasts", "invoices", "bearings", "work plans"]  # fmt: skip
WHERE = ["on the river", "in the workshop", "at the customer's", "in the test hall", "on three sites", "at the lock",
         "in our laboratory", "on board", "from the office in town", "along the canal", "at the terminal"]  # fmt: skip
WHEN = ["every week", "before the winter", "within a day", "as long as the water is low", "during the night shift", "twice a year",
        "when the alarm goes", "after each flood", "on the first working day of a month", "until it runs well"]  # fmt: skip
WHY = ["so that nobody has to wait", "because a standstill is expensive", "which keeps the harbour open", "and write down what you found",
       "and tell the next shift", "so that the figures are right at the first look", "without asking three departments",
       "for about forty customers", "with tools that you choose yourself", "and train others to do the same"]  # fmt: skip
SKILLS = ["a finished apprenticeship or a degree", "some years with machines of this kind", "a driving licence", "good written English",
          "steady hands and a calm voice", "a head for figures", "practice in reading drawings", "joy in order", "patience with old software",
          "the will to learn a second trade", "a certificate for work at heights", "experience with public tenders"]  # fmt: skip
OFFERS = ["thirty days of leave", "a bicycle or a ticket for the train", "a pension that we pay half of", "working hours that you record yourself",
          "a room for children", "a canteen that cooks", "two weeks of training each year", "paid time for the fire brigade",
          "a company flat for the first months", "a share in the yearly profit"]  # fmt: skip
HEADINGS = {
    "tasks": ["What you will do", "Your tasks", "A week in this job", "The work"],
    "skills": ["What you bring", "Who we look for", "Your profile"],
    "offers": ["What we offer", "Why with us", "Good to know"],
    "apply": ["How to apply", "The next steps"],
    "table": ["Shifts and pay", "The stages of this job"],
}
