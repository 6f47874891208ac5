"""Spanish. A word with two senses is read in the sense that judges no deadline too early.

Words are also listed without accents, unless that is another word.
"""

from .table import Clues, Language, Relative, Token, numbered, same, unaccented

MONTHS = (
    "enero, ene; febrero, feb; marzo, mar; abril, abr; mayo, may; junio, jun; julio, jul; agosto, ago;"
    "septiembre, setiembre, sept, sep, set; octubre, oct; noviembre, nov; diciembre, dic"
)

UNITS = {
    "semana": "week",
    "mes": "month",
    "trimestre": "quarter",
    "semestre": "half",
    "año": "year",
    "década": "decade",
}
CURRENT = (
    "este {0}, esta {0}, {0} en curso, presente {0}, el presente {0}, {0} presente, {0} actual, actual {0},"
    " corriente {0}"
)
COMING = "próximo {0}, próxima {0}, {0} próximo, {0} próxima, {0} que viene, {0} entrante"
PASSED = "{0} pasado, {0} pasada, pasado {0}, pasada {0}"
RELATIVE = {
    **{
        phrase: Relative(unit, shift)
        for word, unit in UNITS.items()
        for shift, phrases in ((0, CURRENT), (1, COMING), (-1, PASSED))
        for phrase in same(None, phrases.format(word))
    },
    **same(
        Relative("day"), "hoy, ahora, actualmente, en la actualidad, el presente, presente, la actualidad, la fecha"
    ),
    **same(Relative("day", 1), "mañana"),
    **same(Relative("day", -1), "ayer"),
    **same(Relative("day", 2), "pasado mañana"),
    **same(Relative("day", -2), "anteayer"),
    **same(Relative("nearest", 1), "próximo, próxima, que viene"),  # el próximo 15 de mayo
    **same(Relative("nearest", -1), "pasado, pasada"),
    **same(Relative("year", bare=True), "año"),
    **same(Relative("month", bare=True), "mes"),
}

LANGUAGE = Language(
    "es",
    {
        Token.MONTH: numbered(1, MONTHS),
        Token.WEEKDAY: numbered(  # "mar" is March
            1, "lunes, lun; martes; miércoles, miercoles, mié, mie; jueves, jue; viernes, vie;"
            " sábado, sabado, sáb, sab; domingo, dom",
        ),
        Token.SEASON: numbered(21, "primavera; verano; otoño, otono; invierno"),
        Token.ORDINAL: {
            **numbered(
                1,
                "primer, primero, primera, i; segundo, segunda, ii; tercer, tercero, tercera, iii; cuarto, cuarta, iv",
            ),
            **same(-1, "último, última, ultimo, ultima"),
        },
        Token.NUMBER: same(1, "primero de"),  # primero de mayo: the only day also written in words
        # A semester is half a year, at universities too. "Mitad" is a unit only after an ordinal.
        Token.UNIT: {
            **same("quarter", "trimestre"), **same("third", "cuatrimestre"), **same("half", "semestre, mitad"),
        },
        Token.CODE: {**numbered(33, "t1; t2; t3; t4"), **numbered(40, "s1; s2")},
        Token.PART: {  # None: "fines" may be the last third or the last day; the grammar takes the wider
            **same(("early", None), "principio, principios, comienzo, comienzos, inicio, inicios"),
            **same(("mid", None), "mediados"),
            **same(("late", None), "final, finales, fin, fines"),
        },
        Token.ACADEMIC: same(
            None, "curso, curso académico, curso academico, curso escolar, curso lectivo, año académico,"
            " ano academico, año lectivo, ano lectivo, año escolar, ano escolar, ciclo lectivo, ciclo escolar"
        ),
        Token.BY: {
            # "Hasta 2027" may include 2027, so it does. "Para 2026" is by 2026 or in 2026: "by" is wider.
            **same(
                "limit", "para, a más tardar para, a mas tardar para, no más tarde de,"
                " no mas tarde de, no más tarde del, no mas tarde del, no después de, no despues de, no después del,"
                " no despues del, como máximo hasta, como maximo hasta"
            ),
            **same("either", "a más tardar, a mas tardar, como máximo, como maximo"),
            **same("until", "hasta"),
        },
        Token.BEFORE: same(None, "antes de, antes del"),
        Token.AFTER: same(None, "después de, despues de, después del, despues del, tras"),
        Token.NOT_BEFORE: same(None, "no antes de, no antes del"),
        Token.FROM: same(None, "desde, a partir de, a partir del"),
        Token.ONWARDS: same(None, "en adelante, y en adelante"),
        Token.OF: same(None, "de, del"),
        Token.TO: same("at", "a, al"),  # a finales de 2024, but: al 31 de diciembre de 2024 ("as of") is refused
        Token.BETWEEN: same(None, "entre"),
        Token.AND: same(None, "y, e"),
        Token.OR: same(None, "o, u"),
        Token.ABOUT: same(
            None, "alrededor de, alrededor del, hacia, en torno a, aproximadamente, aprox, cerca de, cerca del,"
            " circa, c, ca"
        ),
        Token.DOUBT: same(
            None, "previsto, prevista, previsto para, prevista para, previsto en, prevista en, probablemente,"
            " posiblemente, tentativamente"
        ),
        Token.UNSCHEDULED: same(
            None, "por determinar, por definir, por confirmar, por anunciar, a determinar, a definir, a confirmar,"
            " fecha por determinar, fecha por definir, fecha por confirmar, fecha por anunciar, fecha a determinar,"
            " fecha a definir, fecha a confirmar, sin fecha"
        ),
        Token.PLURAL: {
            **same("decade", "década, decada, década de los, decada de los, década de los años, decada de los anos"),
            **same("either", "años, anos, los, los años, los anos"),  # "los 2020" is not a year
        },
        Token.RELATIVE: unaccented(RELATIVE),
        Token.SKIP: same(
            None, "el, la, en, durante, día, dia, los días, los dias, a las"
        ),
    },
    ordinal_endings=("º", "ª", ".º", ".ª", "°", ".°", "o", "a", "er", ".er", "ro", "ra", "do", "da", "to", "ta"),
    examples=("mayo de 2024", "primer trimestre de 2023", "antes de fines de 2024", "desde 2019"),
    samples={
        "quarter": "primer trimestre de 2024", "half": "primer semestre de 2024",
        "third": "primer cuatrimestre de 2024", "day": "17 de mayo de 2024",
        "weekday": "miércoles 29 de mayo de 2024", "clock": "29 de mayo de 2024, 10:00",
        "academic": "curso 2023/2024", "span": "2023-2024", "between": "entre 2021 y 2023",
    },
    clues=Clues.of(
        years="año años ano anos",
        leads="en durante desde hasta el del tras",
        function_words="el la los las un una unos unas este esta estos estas ese esa su sus y e o u ni pero como a al"
        " ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras que cuando"
        " donde quien cual cuyo cuya se lo le les ha han había fue fueron es son era eran será serán está están no ya"
        " también además aunque porque si mientras más menos entonces",
        abbreviations="ene feb mar abr may jun jul ago sep sept set oct nov dic lun mié jue vie sáb dom c ca aprox",
        negations="no nunca jamás ni tampoco ningún ninguno ninguna nadie nada difícilmente apenas",
    ),
)  # fmt: skip
