"""The words of sources for statuses, in four languages; `parser` reads them.

The words of a status are separated by commas. A mark at the end of a word stands for its `ENDINGS`: `firmad*` is
firmado, firmada, firmados, firmadas. Case, hyphens and ё for е make no difference. The words in `REFUSED` are
ambiguous, or follow from a date; `REASONS` say what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping

from .status import Status

Vocabulary = Mapping[Status, str]

LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese", "ru": "Russian"}

ENDINGS: Mapping[str, Mapping[str, str]] = {
    "en": {},
    "es": {"*": "o a os as"},
    "pt": {"*": "o a os as"},
    "ru": {
        "*": "- а о ы",  # подписан
        "+": "ый ая ое ые",  # запланированный
        "^": "ся ась ось ись",  # состоялся
        "~": "- а о и",  # стартовал
    },
}
"""The endings for gender and number that each mark stands for; "-" is the bare stem."""

ENGLISH: Vocabulary = {
    Status.PROPOSED: (
        "tentative, pledged, suggested, under discussion, negotiated, under negotiation, under consideration"
    ),
    Status.PLANNED: "scheduled, confirmed, committed, expected, announced, agreed, awaited",
    Status.UNDERWAY: "ongoing, in progress, under way, active, running, under implementation, resumed",
    Status.PARTIAL: (
        "partly completed, partially completed, partly delivered, partially delivered, partly met, partially met,"
        " partly implemented, partially implemented"
    ),
    Status.COMPLETED: (
        "done, held, delivered, launched, signed, met, finished, concluded, opened, supplied, received, shipped,"
        " commissioned, established, reported, observed, in force, won, took place, implemented, fulfilled, achieved,"
        " accomplished, carried out, handed over, inaugurated, entered into force"
    ),
    Status.POSTPONED: "suspended, on hold, put on hold, put off, deferred, paused, frozen",
    Status.MISSED: "failed, not met, broken, not delivered, not held, fell through",
    Status.CANCELLED: "canceled, called off, dropped, abandoned, terminated, withdrawn, scrapped, annulled, rescinded",
}

SPANISH: Vocabulary = {
    Status.PROPOSED: (
        "propuest*, tentativ*, sugerid*, prometid*, en discusión, en negociación, en estudio, negociad*,"
        " bajo consideración"
    ),
    Status.PLANNED: (
        "planificad*, planead*, programad*, previst*, agendad*, confirmad*, comprometid*, anunciad*, acordad*,"
        " convenid*, esperad*, convocad*, se prevé, se espera"
    ),
    Status.UNDERWAY: (
        "en curso, en marcha, en ejecución, en proceso, en progreso, en desarrollo, en implementación, activ*,"
        " reanudad*, continúa, continúan"
    ),
    Status.PARTIAL: (
        "parcial, parciales, parcialmente completad*, parcialmente cumplid*, parcialmente entregad*,"
        " parcialmente realizad*, parcialmente ejecutad*, cumplid* parcialmente, entregad* parcialmente,"
        " realizad* parcialmente, ejecutad* parcialmente"
    ),
    Status.COMPLETED: (
        "completad*, celebrad*, realizad*, entregad*, lanzad*, firmad*, suscrit*, cumplid*, finalizad*, terminad*,"
        " concluid*, inaugurad*, suministrad*, recibid*, enviad*, establecid*, efectuad*, ejecutad*, implementad*,"
        " lograd*, hech*, ganad*, reportad*, observad*, registrad*, puest* en servicio, puest* en marcha,"
        " llevad* a cabo, se celebró, se realizó, se firmó, se entregó, tuvo lugar, en vigor, vigente, vigentes,"
        " entró en vigor"
    ),
    Status.POSTPONED: (
        "aplazad*, pospuest*, postergad*, suspendid*, diferid*, paralizad*, congelad*, en suspenso, en pausa"
    ),
    Status.MISSED: (
        "incumplid*, no cumplid*, no realizad*, no celebrad*, no entregad*, no ejecutad*, fracasad*,"
        " fallid*, malograd*, frustrad*"
    ),
    Status.CANCELLED: "cancelad*, anulad*, abandonad*, desechad*, descartad*, retirad*, rescindid*",
}

PORTUGUESE: Vocabulary = {
    Status.PROPOSED: (
        "propost*, sugerid*, prometid*, em discussão, em negociação, em estudo, negociad*, em consideração"
    ),
    Status.PLANNED: (
        "planejad*, planead*, programad*, previst*, agendad*, marcad*, confirmad*, comprometid*, anunciad*, acordad*,"
        " esperad*, aguardad*, convocad*, prevê-se, espera-se"
    ),
    Status.UNDERWAY: (
        "em curso, em andamento, em execução, em processo, em progresso, em desenvolvimento, em implementação, ativ*,"
        " retomad*, continua, continuam"
    ),
    Status.PARTIAL: (
        "parcial, parciais, parcialmente concluíd*, parcialmente cumprid*, parcialmente entregue,"
        " parcialmente entregues, parcialmente realizad*, parcialmente executad*, concluíd* parcialmente,"
        " cumprid* parcialmente, entregue parcialmente, entregues parcialmente, realizad* parcialmente"
    ),
    Status.COMPLETED: (
        "concluíd*, completad*, realizad*, celebrad*, entregue, entregues, lançad*, assinad*, firmad*, cumprid*,"
        " finalizad*, terminad*, inaugurad*, fornecid*, recebid*, enviad*, estabelecid*, efetuad*, executad*,"
        " implementad*, alcançad*, feit*, ganh*, relatad*, observad*, registrad*, realizou-se,"
        " realizaram-se, ocorreu, ocorreram, aconteceu, teve lugar, em vigor, vigente, vigentes, entrou em vigor,"
        " colocad* em funcionamento"
    ),
    Status.POSTPONED: "adiad*, postergad*, protelad*, suspens*, diferid*, paralisad*, congelad*, em suspenso, em pausa",
    Status.MISSED: (
        "descumprid*, incumprid*, não cumprid*, não realizad*, não celebrad*, não entregue, não entregues,"
        " não executad*, fracassad*, falhad*, frustrad*"
    ),
    Status.CANCELLED: "cancelad*, anulad*, abandonad*, descartad*, retirad*, rescindid*",
}

RUSSIAN: Vocabulary = {
    Status.PROPOSED: (
        "предложен*, предложенн+, предлагается, предлагаются, обещан*, обсуждается, обсуждаются, рассматривается,"
        " рассматриваются, прорабатывается, прорабатываются, на рассмотрении, в проработке, предварительно,"
        " ведутся переговоры, идут переговоры"
    ),
    Status.PLANNED: (
        "запланирован*, запланированн+, планируется, планируются, намечен*, намеченн+, намечается, намечаются,"
        " предусмотрен*, ожидается, ожидаются, анонсирован*, объявлен*, подтвержден*, согласован*"
    ),
    Status.UNDERWAY: (
        "идет, идут, ведется, ведутся, реализуется, реализуются, осуществляется, осуществляются, выполняется,"
        " выполняются, проводится, проводятся, продолжается, продолжаются, возобновлен*, в работе, в процессе,"
        " в стадии реализации, на стадии реализации, в ходе реализации"
    ),
    Status.PARTIAL: (
        "частично, частично выполнен*, частично исполнен*, частично завершен*, частично реализован*,"
        " частично поставлен*, выполнен* частично, исполнен* частично, завершен* частично, реализован* частично,"
        " поставлен* частично"
    ),
    Status.COMPLETED: (
        "состоял^, проведен*, прошел, прошла, прошло, прошли, поставлен*, поставленн+, доставлен*, отгружен*, передан*,"
        " получен*, подписан*, подписанн+, заключен*, завершен*, завершенн+, завершил^, закончен*, окончен*, выполнен*,"
        " выполненн+, исполнен*, реализован*, осуществлен*, сделан*, запущен*, открыл^, учрежден*, создан*,"
        " достигнут*, выигран*, зафиксирован*, введен* в эксплуатацию, введен* в строй, сдан* в эксплуатацию,"
        " вступил~ в силу"
    ),
    Status.POSTPONED: (
        "отложен*, отложенн+, приостановлен*, приостановленн+, перенесен*, перенесенн+, отсрочен*, заморожен*, на паузе"
    ),
    Status.MISSED: (
        "сорван*, сорвал^, провален*, не состоял^, не проведен*, не выполнен*, не исполнен*, не поставлен*,"
        " не осуществлен*, невыполненн+"
    ),
    Status.CANCELLED: ("отменен*, отмененн+, аннулирован*, расторгнут*, прекращен*, прекращенн+, отозван*"),
}

WORDS_OF: Mapping[str, Vocabulary] = {"en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE, "ru": RUSSIAN}

IN_FORCE: Mapping[str, str] = {
    "en": "in force, entered into force",
    "es": "en vigor, vigente, vigentes, entró en vigor",
    "pt": "em vigor, vigente, vigentes, entrou em vigor",
    "ru": "вступил~ в силу",
}
"""Words for completed whose date is that of an agreement taking effect, not of its signing."""

REASONS = {
    "delay": "'{word}' means a new date (postponed, with 'when') or lateness (planned, and it is overdue)",
    "late": "lateness is derived from the date: write planned",
    "ahead": "that an event is ahead is derived from the date: write planned",
    "start": "if the start is the event, write completed; if the work goes on, underway with 'since …'",
    "new date": "a new date is a new statement: write planned with the new 'when'",
    "longer": "a new end is a new statement: write underway, or planned, with the new 'when'",
    "open": "if the opening is the event, write completed; if it is still open, underway",
    "closed": "'{word}' does not say how it ended: write completed, missed or cancelled",
    "approved": "if the approval is the event, write completed; for the thing approved, planned",
    "pending": "'{word}' does not say whether it was agreed: write proposed or planned",
    "not yet": "'{word}' may mean not yet: write planned or underway; if it should have happened, missed",
    "named": "for a date that is set, write planned; for a person who was appointed, completed",
    "valid": "for an agreement in force, write completed; for work that goes on, underway",
}
"""The remedies for refused words."""

REFUSED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "delay": "delayed",
        "late": "late, overdue, behind schedule, past due",
        "ahead": "upcoming, due, forthcoming",
        "start": "started, begun, began, commenced",
        "new date": "rescheduled, brought forward",
        "longer": "extended, prolonged",
        "open": "open",
        "closed": "closed, ended, expired",
        "approved": "approved, adopted, ratified",
        "pending": "pending",
        "not yet": "not signed, not completed, not finished, not implemented, not started",
    },
    "es": {
        "delay": "retrasad*, demorad*",
        "late": "atrasad*, vencid*, con retraso",
        "start": "iniciad*, comenzad*, empezad*, arrancad*",
        "new date": "reprogramad*, adelantad*",
        "longer": "prorrogad*, extendid*, prolongad*",
        "open": "abiert*",
        "closed": "cerrad*, expirad*",
        "approved": "aprobad*, adoptad*, ratificad*",
        "pending": "pendiente, pendientes",
        "not yet": "no firmad*, no completad*, no concluid*, no iniciad*",
    },
    "pt": {
        "late": "atrasad*, vencid*, em atraso",
        "start": "iniciad*, começad*",
        "new date": "reagendad*, remarcad*, reprogramad*, antecipad*",
        "longer": "prorrogad*, estendid*, prolongad*",
        "open": "abert*",
        "closed": "fechad*, encerrad*, expirad*",
        "approved": "aprovad*, adotad*, ratificad*",
        "pending": "pendente, pendentes",
        "not yet": "não assinad*, não concluíd*, não iniciad*",
    },
    "ru": {
        "delay": "задержан*, задерживается, задерживаются",
        "late": "просрочен*, просроченн+, опаздывает, с опозданием",
        "ahead": "предстоит, предстоят, предстоящий, предстоящая, предстоящее, предстоящие",
        "start": "начат*, начал^, стартовал~",
        "longer": "продлен*, продленн+",
        "open": "открыт*, открыт+",
        "closed": "закрыт*, закрыт+, истек, истекла, истекло, истекли",
        "approved": "утвержден*, одобрен*, принят*, ратифицирован*",
        "not yet": "не подписан*, не завершен*, не закончен*, не реализован*, не достигнут*, не начат*",
        "named": "назначен*",
        "valid": "действует, действуют, действующий, действующая, действующее, действующие",
    },
}
"""The refused words of each language, by reason."""
