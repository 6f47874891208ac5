"""Portuguese. A word with two senses is read in the sense that judges no deadline too early.

Words are also listed without accents, unless that is another word ("marco" is a milestone).
"""

from .table import Clues, Language, Relative, Token, numbered, same, unaccented

MONTHS = (
    "janeiro, jan; fevereiro, fev; março, mar; abril, abr; maio, mai; junho, jun; julho, jul; agosto, ago;"
    "setembro, set; outubro, out; novembro, nov; dezembro, dez"
)
BEFORE = "antes de, antes do, antes da"
AFTER = "depois de, depois do, depois da, após, apos"
SINCE = "desde, a partir de, a partir do, a partir da"
DOUBT = "previsto, prevista, previsto para, prevista para, provavelmente, possivelmente"
LIMITS = f"até, ate, para, entre, {BEFORE}, {AFTER}, {SINCE}, {DOUBT}"

UNITS = {
    "semana": "week",
    "mês": "month",
    "trimestre": "quarter",
    "semestre": "half",
    "ano": "year",
    "década": "decade",
}
CURRENT = (
    "este {0}, esta {0}, neste {0}, nesta {0}, deste {0}, desta {0}, {0} corrente, corrente {0}, {0} em curso,"
    " presente {0}, o presente {0}, {0} presente, {0} atual, atual {0}"
)
COMING = "próximo {0}, próxima {0}, {0} próximo, {0} próxima, {0} que vem"
PASSED = "{0} passado, {0} passada, passado {0}, passada {0}"
RELATIVE = {
    **{
        phrase: Relative(unit, shift)
        for word, unit in UNITS.items()
        for shift, phrases in ((0, CURRENT), (1, COMING), (-1, PASSED))
        for phrase in same(None, phrases.format(word))
    },
    **same(
        Relative("day"), "hoje, agora, atualmente, actualmente, no momento, o presente, presente, o momento, à data"
    ),
    **same(Relative("day", 1), "amanhã"),
    **same(Relative("day", -1), "ontem"),
    **same(Relative("day", 2), "depois de amanhã"),
    **same(Relative("day", -2), "anteontem"),
    **same(Relative("nearest", 1), "próximo, próxima, que vem"),  # no próximo dia 15 de maio
    **same(Relative("nearest", -1), "passado, passada"),
    **same(Relative("year", bare=True), "ano"),
    **same(Relative("month", bare=True), "mês"),
}

LANGUAGE = Language(
    "pt",
    {
        Token.MONTH: numbered(1, MONTHS),
        Token.WEEKDAY: numbered(  # "segunda" and "quarta" alone are ordinals
            1, "segunda - feira, segunda feira, seg;"
            " terça - feira, terça feira, terca - feira, terca feira, terça, terca, ter;"
            " quarta - feira, quarta feira, qua; quinta - feira, quinta feira, quinta, qui;"
            " sexta - feira, sexta feira, sexta, sex; sábado, sabado, sáb, sab; domingo, dom",
        ),
        Token.SEASON: numbered(21, "primavera; verão, verao; outono; inverno"),
        Token.ORDINAL: {
            **numbered(
                1, "primeiro, primeira, i; segundo, segunda, ii; terceiro, terceira, iii; quarto, quarta, iv"
            ),
            **same(-1, "último, última, ultimo, ultima"),
        },
        Token.NUMBER: same(1, "primeiro de"),  # primeiro de maio: the only day also written in words
        Token.UNIT: {
            **same("quarter", "trimestre"), **same("third", "quadrimestre"), **same("half", "semestre, metade"),
        },
        Token.CODE: {**numbered(33, "t1; t2; t3; t4"), **numbered(40, "s1; s2")},
        Token.PART: {  # None: "fim" may be the last third or the last day; the grammar takes the wider
            **same(
                ("early", None), "início, inicio, inícios, inicios, começo, comeco, começos, comecos,"
                " princípio, principio, princípios, principios"
            ),
            **same(("mid", None), "meados"),
            **same(("late", None), "fim, fins, final, finais"),
        },
        Token.ACADEMIC: same(
            None, "ano letivo, ano lectivo, ano acadêmico, ano académico, ano academico, ano escolar"
        ),
        Token.BY: {
            # "Até 2027" may include 2027, so it does. "Para 2026" is by 2026 or in 2026: "by" is wider.
            **same(
                "limit", "para, o mais tardar até, no mais tardar até,"
                " o mais tardar ate, no mais tardar ate, no máximo até, no maximo ate, não depois de, nao depois de,"
                " não depois do, nao depois do, não depois da, nao depois da, não após, nao apos"
            ),
            **same("either", "o mais tardar, no mais tardar, no máximo, no maximo"),
            **same("until", "até, ate, até a, ate a, até à, ate à, até ao, ate ao"),
        },
        Token.BEFORE: same(None, BEFORE),
        Token.AFTER: same(None, AFTER),
        Token.NOT_BEFORE: same(
            None, "não antes de, nao antes de, não antes do, nao antes do, não antes da, nao antes da"
        ),
        Token.FROM: same(None, SINCE),
        Token.ONWARDS: same(None, "em diante, e em diante"),
        Token.OF: same(None, "de, do, da"),
        Token.TO: same("at", "a, ao, à"),  # ao final de 2024; but: a 17 de maio de 2024 is refused
        Token.BETWEEN: same(None, "entre"),
        Token.AND: same(None, "e"),
        Token.OR: same(None, "ou"),
        Token.ABOUT: same(
            None, "por volta de, por volta do, por volta da, por volta dos, cerca de,"
            " aproximadamente, aprox, circa, c, ca"
        ),
        Token.DOUBT: same(None, DOUBT),
        Token.UNSCHEDULED: same(
            None, "a definir, a determinar, a confirmar, a anunciar, por definir, por determinar, por confirmar,"
            " data a definir, data a determinar, data a confirmar, data por definir, data por determinar,"
            " data por confirmar, sem data"
        ),
        Token.PLURAL: {
            **same("decade", "década, decada, década dos, decada dos, década dos anos, decada dos anos"),
            **same("either", "anos, os, nos, dos, os anos, nos anos, dos anos"),  # "os 2020" is not a year
        },
        # "No" means "in the" in Portuguese, but before a limit it can only be the Spanish "not".
        Token.UNKNOWN: same(None, ", ".join(f"no {words}" for words in LIMITS.split(", "))),
        Token.RELATIVE: unaccented(RELATIVE),
        Token.SKIP: same(
            None, "o, em, no, na, durante, dia, os dias, nos dias, dos dias, às"
        ),
    },
    ordinal_endings=("º", "ª", ".º", ".ª", "°", ".°", "o", "a"),
    examples=("maio de 2024", "primeiro trimestre de 2023", "até o fim de 2024", "desde 2019"),
    samples={
        "quarter": "primeiro trimestre de 2024", "half": "primeiro semestre de 2024",
        "third": "primeiro quadrimestre de 2024", "day": "17 de maio de 2024",
        "weekday": "quarta-feira, 29 de maio de 2024", "clock": "29 de maio de 2024, 10:00",
        "academic": "ano letivo 2023/2024", "span": "2023-2024", "between": "entre 2021 e 2023",
    },
    clues=Clues.of(
        years="ano anos",
        leads="em durante desde até no do após",
        function_words="o a os as um uma uns umas este esta estes estas esse essa seu sua seus suas e ou nem mas como"
        " ao à aos às com contra de do da dos das desde durante em no na nos nas entre para por pelo pela segundo sem"
        " sobre após até que quando onde quem qual cujo cuja se lhe há foi foram é são era eram será serão está estão"
        " não já também além embora porque enquanto mais menos então",
        abbreviations="jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sáb dom c ca aprox",
        negations="não nao nunca jamais nem tampouco nenhum nenhuma ninguém nada dificilmente",
    ),
)  # fmt: skip
