"""What a clause that looks ahead is about, and the events that would fulfil it.

A topic is a sort of decision: words that announce it, and a finder of the events that fit what the
clause says of who, what, for what and where. Only names decide which events fit; the wording around
them does not matter.
"""

from __future__ import annotations

import re

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.fulfilled import (
    advised,
    anything_approved,
    bought,
    decided,
    designated,
    gathered,
    guided,
    heard,
    let_in,
    opened,
    ordered,
    paid_for,
    rescheduled,
)
from claimcheck.statements.decisions.lawtopics import enacted, licensed
from claimcheck.statements.decisions.questions import Finder, fitting


@dataclass(frozen=True, slots=True)
class Topic:
    """A sort of decision: how clauses name it, and the events that would fulfil the clause."""

    said: re.Pattern[str]
    find: Finder


TOPICS: tuple[Topic, ...] = (
    Topic(
        lazy(
            r"\b(?:lift\w*|remov\w+|releas\w+|clear(?:ed|s|ing)?|end(?:ed|s|ing)?|resolv\w+)\b"
            r"[^.;]{0,60}?\bhold\b|\bhold\b[^.;]{0,80}?\b(?:lift\w*|remov\w+|releas\w+|clear\w*|"
            r"resolv\w+|end(?:ed|s)?|in (?:place|force|effect)|remains?)\b"
        ),
        fitting({"hold-lifted"}),
    ),
    Topic(lazy(r"\b(?:workshop|public hearing|public meeting)\b"), gathered),
    Topic(lazy(r"\b(?:committee|panel(?:l?ists?)?|advis[eo]rs)\b"), heard),
    Topic(
        lazy(
            r"^(?!.*\b(?:review|assess)\w*).*\b(?:piece by piece|bit by bit|"
            r"in (?:parts|stages|sections|inst[a]?ll?ments))\b"
            r"(?![^.;]*\b(?:last|final|finish\w*|complet\w*)\b)"
        ),
        fitting({"rolling-review"}, anybody=True),
    ),
    Topic(
        lazy(
            r"\b(?:trials?|stud(?:y|ies)|tested|testing)\b[^.;]{0,60}?\b(?:fda|allow\w*|let|clear\w*|"
            r"permi\w+|green light|go-ahead|approv\w+|authori[sz]\w+|proceed)\b|\b(?:allow\w*|let|"
            r"clear\w*|permi\w+|green light|go-ahead|approv\w+|authori[sz]\w+)\b[^.;]{0,60}?"
            r"\b(?:trials?|stud(?:y|ies)|tested|testing)\b"
        ),
        let_in,
    ),
    Topic(lazy(r"\b(?:acqui\w+|buy(?:ing)?|bought|tak(?:e|ing) over|takeover|merg\w+)\b"), bought),
    Topic(lazy(r"\bexecutive order\b|\b(?:white house|presidential) order\b"), ordered),
    Topic(
        lazy(
            r"\bdesignat\w+|\bstatus\b|\bvouchers?\b|\bpassport\b|\bbreakthrough\b|\bfast[- ]track|"
            r"\borphan\b|\b(?:btd|ftd|odd|cnpv|ilap|rmat|prime)\b|\bpriority review\b|\brolling\b"
        ),
        designated,
    ),
    Topic(
        lazy(r"\baccept\w*\b(?! (?:\w+ )?applications\b)"), fitting({"acceptance"}, anybody=True)
    ),
    Topic(
        lazy(
            r"\b(?:respond|reply|answer|react|options|steps?)\b[^.;]*\b(?:letter|rejection|refusal)\b"
        ),
        fitting({"meeting"}, anybody=True),
    ),
    Topic(
        lazy(
            r"\b(?:submit\w*|submission|fil(?:e|ed|es|ing)|lodg\w+|hand(?:ed|s)? in|"
            r"appl(?:y|ied|ies) for approval)\b|"
            r"\bapplication\b[^.;]{0,60}?\b(?:expected|awaited|planned|due)\b"
        ),
        fitting({"application"}, anybody=True),
    ),
    Topic(
        lazy(
            r"\b(?:licen[sc]\w+|open\w*|certif\w+|start\w*|approv\w+|issu\w+)\b[^.;]{0,60}?"
            r"\b(?:cent(?:re|er)s?|"
            r"facilit(?:y|ies)|services)\b|\b(?:cent(?:re|er)s?|facilit(?:y|ies)|services)\b"
            r"[^.;]{0,60}?\b(?:licen[sc]\w+|open\w*(?! (?:to|for) )|certif\w+|start\w*|"
            r"will \w+ be an? (?:reality|option))\b|"
            r"\bapplications? for licen[cs]es?\b"
        ),
        licensed,
    ),
    Topic(
        lazy(
            r"\b(?:sign\w*|govern\w+|legislat\w+|parliament|lawmakers|voters?|vot(?:e|es|ing)|ballot|bill|"
            r"act|measure|"
            r"proposition|prop|question|initiative|ordinance|laws?|legal(?:i[sz]\w+)?|"
            r"regulat(?!ed\b)\w+|rules?|decree|de-?criminali[sz]\w+|enact\w*|pass(?:ed|es)?|"
            r"task force|"
            r"pilot|set aside|"
            r"[sh]\.?b\.?|(?:put|spent|given|invested) \w+ (?:cent|dollar|money)|public money|"
            r"state money|taxpayers?)\b"
        ),
        enacted,
    ),
    Topic(
        lazy(
            r"\b(?:fund\w*|financ\w*|pa(?:y|ys|id|ying) for [^.;]{0,40}?(?:trials?|stud(?:y|ies)|"
            r"research))\b"
        ),
        fitting({"programme"}, placed=True),
    ),
    Topic(
        lazy(
            r"\b(?:letters?|text|documents?|minutes|review)\b[^.;]{0,80}?\b(?:public\w*|publish\w*|"
            r"releas\w+|disclos\w+)\b|\b(?:publish\w*|releas\w+|"
            r"disclos\w+)\b[^.;]{0,60}?\bletters?\b"
            r"|\bletters?\b[^.;]{0,40}?\b(?:under wraps|secret|confidential|to itself)\b"
        ),
        fitting({"transparency"}),
    ),
    Topic(
        lazy(
            r"\b(?:list(?:ed|ing)?|reimburs\w+|subsid\w+|fund(?:s|ed|ing)?|cover(?:s|ed|age)?|"
            r"pay(?:s|ing)?|paid|pharmaceutical benefits)\b"
        ),
        paid_for,
    ),
    Topic(
        lazy(
            r"\b(?:guidance|guidelines?|recommend\w*|opinion|(?<!to the )(?<!on the )advice|"
            r"advis(?:e|es|ing)|apprais\w+|draft|endors\w+|"
            r"added benefit)\b"
        ),
        advised,
    ),
    Topic(
        lazy(
            r"\b(?:no|not (?:one|a single)) (?:drug|medicine|medication|treatment)s? (?:(?:has|"
            r"have|is|are)(?: [\w-]+){0,3}? (?:approved|cleared|licen[cs]ed|authori[sz]ed)\b"
            r"(?! to\b)|that (?:the )?\w+ (?:has )?(?:approv|clear|licen[cs]|authori[sz]|allow))|"
            r"\b(?:approv|clear|licen[cs]|authori[sz]|allow)\w* (?:no|any|a single) "
            r"(?:drug|medicine|medication|treatment)\b"
        ),
        anything_approved,
    ),
    Topic(lazy(r"\bguid(?:ance|elines?)\b"), guided),
    Topic(
        lazy(
            r"\b(?:re|de|down-?)schedul\w+|\b(?:re)?classif\w+|\bmov\w+ (?:out of|from|to|into)\b"
        ),
        rescheduled,
    ),
    Topic(
        lazy(
            r"\b(?:prescri\w+|on offer|offered|(?:legal|lawful) (?:way|route|means|path)|"
            r"access\w*|available|get|request|ask|obtain\w*|receive|treated?|"
            r"will (?:\w+ ){0,4}?(?:option|reality|open to)\b|"
            r"compassionate|on offer|(?:may|can|cannot|let|allow\w*|able to) "
            r"[^.;]{0,30}?giv(?:e|en)\b|"
            r"legally|medical use|medicinally)\b"
        ),
        opened,
    ),
    Topic(
        lazy(
            r"\bapplications?\b[^.;]{0,40}?\b(?:before|with|on|in front of)\b|"
            r"\b(?:say|announc\w+|tell|declare)\b[^.;]{0,20}? (?:whether|if)\b|"
            r"\b(?:answer|word (?:from|of|on)|hear(?:ing)? (?:back )?from|mind(?! you)|response|"
            r"reply|fate|"
            r"decid\w+|decision|verdict|ruling|rule|ruled|review\w*|assess\w*|"
            r"evaluat\w*|weigh\w*|consider\w*|approval|authori[sz]ation|clearance|green light|"
            r"licen[cs](?:e|ing|ure)|(?:should|if|to|will) (?:\w+ ){0,3}?(?:clear|greenlight|"
            r"says? yes)|(?:through|past) the)\b"
        ),
        decided,
    ),
)
"""In the order in which a clause is asked; more than one may apply."""
