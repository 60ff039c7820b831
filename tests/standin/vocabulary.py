"""The names that the routes of Crossref accept, as its own error texts list them."""

from __future__ import annotations

SELECTS = (
    "abstract URL resource member posted score created degree update-policy short-title license "
    "ISSN container-title issued update-to issue prefix approved indexed article-number "
    "clinical-trial-number accepted author group-title DOI is-referenced-by-count updated-by event "
    "chair standards-body original-title funder translator published archive published-print "
    "alternative-id subject subtitle published-online publisher-location content-domain reference "
    "title link type publisher volume references-count ISBN issn-type assertion deposited page "
    "contributor content-created short-container-title relation editor"
).split()

WORK_FILTERS = (
    "alternative-id archive article-number assertion assertion-group award.funder award.number "
    "category-name clinical-trial-number container-title content-domain directory doi "
    "from-accepted-date from-approved-date from-awarded-date from-created-date from-deposit-date "
    "from-event-end-date from-event-start-date from-index-date from-issued-date "
    "from-online-pub-date from-posted-date from-print-pub-date from-pub-date from-update-date "
    "full-text.application full-text.type full-text.version funder funder-doi-asserted-by "
    "group-title gte-award-amount has-abstract has-affiliation has-affiliation-ror-id has-alias "
    "has-archive has-assertion has-authenticated-orcid has-award has-clinical-trial-number "
    "has-content-domain has-domain-restriction has-event has-full-text has-funder has-funder-doi "
    "has-funder-ror-id has-license has-orcid has-prime-doi has-references has-relation has-ror-id "
    "has-update has-update-policy is-update isbn issn license.delay license.url license.version "
    "lte-award-amount member orcid prefix relation.object relation.object-type relation.type "
    "ror-id type type-name until-accepted-date until-approved-date until-awarded-date "
    "until-created-date until-deposit-date until-event-end-date until-event-start-date "
    "until-index-date until-issued-date until-online-pub-date until-posted-date "
    "until-print-pub-date until-pub-date until-update-date update-type updates"
).split()

MEMBER_FILTERS = ("prefix", "backfile-doi-count", "current-doi-count")

SORT_FIELDS = (
    "score created issued indexed is-referenced-by-count relevance published published-print "
    "published-online updated references-count deposited"
).split()

FACETS = (
    "type-name published issn container-title publisher-name update-type source relation-type"
).split()

PARAMETERS = frozenset(
    "query rows offset sample facet filter sort order cursor select mailto "
    "pingback url filename parent test debug".split()
)

TYPES = {
    "book-section": "Book Section",
    "monograph": "Monograph",
    "report-component": "Report Component",
    "report": "Report",
    "peer-review": "Peer Review",
    "book-track": "Book Track",
    "journal-article": "Journal Article",
    "book-part": "Part",
    "other": "Other",
    "book": "Book",
    "journal-volume": "Journal Volume",
    "book-set": "Book Set",
    "reference-entry": "Reference Entry",
    "proceedings-article": "Proceedings Article",
    "journal": "Journal",
    "component": "Component",
    "book-chapter": "Book Chapter",
    "proceedings-series": "Proceedings Series",
    "report-series": "Report Series",
    "proceedings": "Proceedings",
    "database": "Database",
    "standard": "Standard",
    "reference-book": "Reference Book",
    "posted-content": "Posted Content",
    "journal-issue": "Journal Issue",
    "dissertation": "Dissertation",
    "grant": "Grant",
    "dataset": "Dataset",
    "book-series": "Book Series",
    "edited-book": "Edited Book",
}
