"""Countries by their ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

from ...errors import FieldError, did_you_mean

CODES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)

NAMES = {
    "AG": "Antigua and Barbuda", "AR": "Argentina", "BS": "Bahamas", "BB": "Barbados", "BZ": "Belize",
    "BO": "Bolivia", "BR": "Brazil", "CL": "Chile", "CO": "Colombia", "CR": "Costa Rica", "CU": "Cuba",
    "DM": "Dominica", "DO": "Dominican Republic", "EC": "Ecuador", "SV": "El Salvador", "GD": "Grenada",
    "GT": "Guatemala", "GY": "Guyana", "HT": "Haiti", "HN": "Honduras", "JM": "Jamaica", "MX": "Mexico",
    "NI": "Nicaragua", "PA": "Panama", "PY": "Paraguay", "PE": "Peru", "RU": "Russia",
    "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines",
    "SR": "Suriname", "TT": "Trinidad and Tobago", "UY": "Uruguay", "VE": "Venezuela",
}  # fmt: skip
"""English names in the home domain; elsewhere the code stands for itself."""

BY_NAME = {name.casefold(): code for code, name in NAMES.items()}


def read_country(text: str) -> str:
    """An ISO 3166-1 alpha-2 code, in capitals.

    Raises:
        FieldError: S006, not such a code; a name is answered with its code.
    """
    code = text.upper()
    if code in CODES and text.isascii():
        return code
    named = BY_NAME.get(text.casefold())
    rule = "use two letters of ISO 3166-1, such as CU, NI, VE, RU"
    hint = f"write {named}" if named else rule if len(text) <= 3 else did_you_mean(text, NAMES.values(), rule)
    raise FieldError("S006", f"unknown country '{text}'", hint)
