"""A record, and the good reference to it, that the tests change."""

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Record
from claimcheck.model.works import Name, Reference

_DOUBLE_BLIND = (
    "Psilocybin produces substantial and sustained decreases in depression and anxiety in "
    "patients with life-threatening cancer: A randomized double-blind trial"
)
_CONTROLLED = (
    "Rapid and sustained symptom reduction following psilocybin treatment for anxiety and "
    "depression in patients with life-threatening cancer: a randomized controlled trial"
)
RECORD = Record(
    doi="10.1177/0269881116675513",
    type="journal-article",
    titles=(_DOUBLE_BLIND,),
    containers=("Journal of Psychopharmacology", "J Psychopharmacol"),
    authors=(
        Name(family="Griffiths", given="Roland R"),
        Name(family="Johnson", given="Matthew W"),
        Name(family="Carducci", given="Michael A"),
        Name(family="Umbricht", given="Annie"),
    ),
    issued=PartialDate(2016, 11),
    printed=PartialDate(2016, 12),
    online=PartialDate(2016, 11),
    volume="30",
    issue="12",
    page="1181-1197",
)
GOOD = Reference(
    id="griffiths-2016",
    title=RECORD.titles[0],
    author=RECORD.authors,
    container_title="Journal of Psychopharmacology",
    issued=PartialDate(2016),
    volume="30",
    issue="12",
    page="1181-1197",
    doi=RECORD.doi,
)
NEIGHBOUR = Record(
    doi="10.1177/0269881116675512",
    type="journal-article",
    titles=(_CONTROLLED,),
    containers=RECORD.containers,
    authors=(Name(family="Ross", given="Stephen"), Name(family="Bossis", given="Anthony")),
    issued=PartialDate(2016, 11),
    volume="30",
    issue="12",
    page="1165-1180",
)
