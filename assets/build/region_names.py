"""Ids, ISO letters and English names of the countries that get a label or a role."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """One country: our id, ISO alpha-3 (empty for background), map name, ASEAN membership."""

    id: str
    iso: str
    name: str
    asean: bool = False

    @classmethod
    def background(cls, name: str) -> Named:
        """Return a country that is drawn but never labelled (empty name)."""
        words = "".join(letter if letter.isalpha() else " " for letter in name.lower()).split()
        plain = "-".join(words)
        return cls(f"other-{plain}", "", "")


COUNTRIES = {
    "096": Named("brunei", "BRN", "Brunei", True),
    "116": Named("cambodia", "KHM", "Cambodia", True),
    "360": Named("indonesia", "IDN", "Indonesia", True),
    "418": Named("laos", "LAO", "Lao PDR", True),
    "458": Named("malaysia", "MYS", "Malaysia", True),
    "104": Named("myanmar", "MMR", "Myanmar", True),
    "608": Named("philippines", "PHL", "Philippines", True),
    "702": Named("singapore", "SGP", "Singapore", True),
    "764": Named("thailand", "THA", "Thailand", True),
    "626": Named("timor-leste", "TLS", "Timor-Leste", True),
    "704": Named("vietnam", "VNM", "Viet Nam", True),
    "036": Named("australia", "AUS", "Australia"),
    "050": Named("bangladesh", "BGD", "Bangladesh"),
    "156": Named("china", "CHN", "China"),
    "356": Named("india", "IND", "India"),
    "392": Named("japan", "JPN", "Japan"),
    "410": Named("korea", "KOR", "Republic of Korea"),
    "144": Named("sri-lanka", "LKA", "Sri Lanka"),
    "598": Named("papua-new-guinea", "PNG", "Papua New Guinea"),
}
