"""Whom a made-up setting is full of. Everybody is made up."""

from agencies.models import AgencyKind

FIRST = (
    *("Zofia", "Jaxon", "Noor Fatima", "Kwabena", "Bilal", "Ottilie", "Siôn", "Harpreet Kaur"),
    *("Amelia-Rose", "Luca", "Maisie", "Yusuf", "Rosa", "Elsie", "Caoimhe", "Teddy", "Freddie"),
    *("Oluwaseyifunmi", "Zoë", "Haruki", "Anaïs", "Łukasz", "Ngozi", "Dmytro", "Ffion", "Ibrahim"),
    *("Saoirse", "Mateo", "Aanya", "Wren", "Tomos"),
)
LAST = (
    *("Wiśniewska-Dąbrowska", "Pritchard", "Hussain", "Osei-Mensah", "Sheikh", "Grey", "Pugh"),
    *(
        "Dhaliwal",
        "Featherstonehaugh",
        "Ferraro",
        "Hartley",
        "Warsame",
        "Santos de Oliveira",
        "Tan",
    ),
    *("Ní Dhomhnaill", "O’Brien", "Cole", "Adeyemi-Blackwood", "Müller", "Tanaka", "Petit"),
    *("Nowak", "Okonkwo", "Kovalenko", "Rees", "Khan", "Doyle", "García", "Patel", "Ashworth"),
    *("Griffiths", "Lane", "Begum", "Thistlethwaite", "Nguyen", "Clarke", "Abara"),
)
STAFF = ("Kemi Adebayo", "Dele Okafor", "Ruth Lindqvist", "Hannah Price", "Tomasz Zając")
AGENCIES = (
    (AgencyKind.SPEECH, "Speech and language therapy"),
    (AgencyKind.PHYSIOTHERAPY, "Physiotherapy"),
    (AgencyKind.EDUCATIONAL_PSYCHOLOGY, "Educational psychology"),
)
ROOMS = ("Orchard", "Meadow", "Saplings")
