"""`claimcheck refs` beside other checkers of reference lists, on one list, in one run.

    python bench/refs/peers.py CORPUS --admin URL [--works 6] [--keep FOLDER]

`--admin` is the admin URL of a stand-in that serves CORPUS (tests/standin). The peers are installed
from the package index into environments of their own in a temporary folder. Their services'
addresses are fixed, so every checker, ours too, is run as it comes behind a proxy on this machine
(HTTPS_PROXY, with a certificate of its own by SSL_CERT_FILE) that hands on what is meant for
Crossref, doi.org and DataCite to the stand-in and refuses every other host. The stand-in enforces
the polite pool's limits.

Prints wall time, requests and refusals, and of every kind of entry how many were objected to: of
the right ones that should be none, of the others all.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from compare_eval import read_corpus
from refs_eval import Case, fetch, make_cases

from claimcheck.bibliography.export import bibtex

AUTHORITY = """req -x509 -newkey rsa:2048 -nodes -keyout authority.key -out authority.pem -days 2
    -subj /CN=bench -addext basicConstraints=critical,CA:TRUE
    -addext keyUsage=critical,keyCertSign"""
HOST_KEY = "req -newkey rsa:2048 -nodes -keyout host.key -out host.csr -subj /CN=bench-host"
HOST = """x509 -req -in host.csr -CA authority.pem -CAkey authority.key -CAcreateserial
    -out host.pem -days 2 -extfile names.cnf"""
MAILTO = "reader@example.org"
GOOD = ("right, with DOI", "right, without DOI", "distorted")


@dataclass(frozen=True)
class Checker:
    """A program, how it is started on a list, and the entries that its output objects to."""

    name: str
    command: Callable[[Path, Path], list[str]]
    objected: Callable[[str, Mapping[int, str]], set[str]]
    package: str = ""


def ours(text: str, _: Mapping[int, str]) -> set[str]:
    """Entries with an error or warning; a DOI that may be added is no objection."""
    found = json.loads(text)["findings"]
    return {f["reference"] for f in found if f["severity"] != "info"}


def ghostcite(text: str, by_line: Mapping[int, str]) -> set[str]:
    """Entries with any finding; it names them by the line on which they begin."""
    return {by_line[finding["line"]] for finding in json.loads(text)["findings"]}


def bibaudit(text: str, _: Mapping[int, str]) -> set[str]:
    """Entries whose verdict fails the run."""
    return {row["key"] for row in json.loads(text)["results"] if row["fails"]}


CHECKERS = (
    Checker(
        "claimcheck",
        lambda _, path: [sys.executable, "-m", "claimcheck", "refs", str(path), "-f", "json", "-q"],
        ours,
    ),
    Checker(
        "ghostcite",
        lambda bin_, path: [str(bin_ / "ghostcite"), "--json", str(path)],
        ghostcite,
        "ghostcite",
    ),
    Checker(
        "bibaudit",
        lambda bin_, path: [
            str(bin_ / "bibaudit"), "check", str(path), "--format", "json", "--mailto", MAILTO,
            "--no-corroborate", "--no-isbn", "--no-europepmc", "--no-openalex",
            "--no-retraction-check",
        ],
        bibaudit,
        "bibaudit",
    ),
)  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("corpus", type=Path)
    options.add_argument("--admin", required=True)
    options.add_argument("--works", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, help="folder for environments and outputs")
    args = options.parse_args()
    rng = Random(args.seed)
    cases = [
        replace(case, reference=replace(case.reference, id=f"c{n}"))
        for n, case in enumerate(make_cases(read_corpus(args.corpus), args.works, rng))
    ]
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or Path(scratch)
        folder.mkdir(exist_ok=True)
        path = folder / "list.bib"
        path.write_text(bibtex([case.reference for case in cases]), encoding="utf-8")
        urls = fetch(f"{args.admin}/_standin/urls")
        with Proxy(folder, urls) as proxy:
            rows = [measure(one, folder, path, args.admin, proxy) for one in CHECKERS]
        print_rows(cases, rows)


def measure(one: Checker, folder: Path, path: Path, admin: str, proxy: Proxy) -> dict[str, Any]:
    home = folder / one.name
    home.mkdir(exist_ok=True)
    bin_ = environment(one, home)
    shutil.rmtree(home / "cache", ignore_errors=True)
    shutil.rmtree(home / ".cache", ignore_errors=True)
    post(f"{admin}/_standin/reset")
    proxy.refused.clear()
    env = {k: v for k, v in os.environ.items() if not k.startswith("CLAIMCHECK_")} | {
        "HTTPS_PROXY": proxy.url, "https_proxy": proxy.url, "HOME": str(home),
        "SSL_CERT_FILE": str(proxy.authority), "REQUESTS_CA_BUNDLE": str(proxy.authority),
        "XDG_CACHE_HOME": str(home / "cache"), "CLAIMCHECK_CACHE_DIR": str(home / "cache"),
        "CLAIMCHECK_MAILTO": MAILTO, "GHOSTCITE_MAILTO": MAILTO,
    }  # fmt: skip
    began = time.perf_counter()
    ran = subprocess.run(
        one.command(bin_, path), env=env, capture_output=True, text=True, check=False, timeout=1800
    )
    seconds = time.perf_counter() - began
    (home / "out.json").write_text(ran.stdout, encoding="utf-8")
    (home / "err.txt").write_text(ran.stderr, encoding="utf-8")
    stats = fetch(f"{admin}/_standin/stats")
    return {
        "name": one.name, "seconds": seconds, "requests": stats["requests"],
        "refused": stats["refused"], "objected": one.objected(ran.stdout, keys_by_line(path)),
        "elsewhere": dict(proxy.refused), "version": version(one, bin_),
    }  # fmt: skip


def keys_by_line(path: Path) -> dict[int, str]:
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return {n: line.partition("{")[2].rstrip(",") for n, line in lines if line.startswith("@")}


def environment(one: Checker, home: Path) -> Path:
    """The `bin` folder of the environment that holds a peer."""
    bin_ = home / "venv" / "bin"
    if one.package and not (bin_ / one.package).exists():
        subprocess.run([sys.executable, "-m", "venv", str(home / "venv")], check=True)
        subprocess.run(
            [str(bin_ / "pip"), "install", "-q", "--no-warn-script-location", one.package],
            check=True,
        )
    return bin_


def version(one: Checker, bin_: Path) -> str:
    program = [str(bin_ / one.package)] if one.package else [sys.executable, "-m", "claimcheck"]
    told = subprocess.run([*program, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.split()[-1] if told.stdout.split() else ""


def print_rows(cases: list[Case], rows: list[dict[str, Any]]) -> None:
    first = rows[0]
    head = f"{'':<34}" + "".join(f"{row['name']:>13}" for row in rows)
    print(head)
    print(f"{'version':<34}" + "".join(f"{row['version']:>13}" for row in rows))
    for name in ("seconds", "requests", "refused"):
        print(f"{name:<34}" + "".join(f"{round(row[name], 1):>13}" for row in rows))
    for name in ("seconds", "requests"):
        shares = "".join(f"{row[name] / first[name]:>13.1f}" for row in rows)
        print(f"{f'{name}, ÷ ours':<34}{shares}")
    counts = Counter(kind_of(case) for case in cases)
    for good in (True, False):
        told = "objected to, though right" if good else "objected to, and wrong"
        print(f"{told}")
        for kind, count in counts.items():
            if (kind in GOOD) == good:
                print(f"  {kind:<32}" + "".join(share(cases, kind, count, row) for row in rows))
    for row in rows:
        if row["elsewhere"]:
            print(f"{row['name']} was refused other hosts: {row['elsewhere']}")


def share(cases: list[Case], kind: str, count: int, row: dict[str, Any]) -> str:
    hits = sum(case.reference.id in row["objected"] for case in cases if kind_of(case) == kind)
    return f"{f'{hits} of {count}':>13}"


def kind_of(case: Case) -> str:
    if case.kind.startswith("distorted"):
        return "distorted"
    return "one wrong field" if case.expected == "mismatch" else case.kind


def post(url: str) -> None:
    urllib.request.urlopen(urllib.request.Request(url, b"", method="POST")).close()


# --- the proxy -----------------------------------------------------------------------------------


class Proxy:
    """Ends TLS for the hosts that the stand-in serves, and hands their requests on to it."""

    def __init__(self, folder: Path, urls: dict[str, str]) -> None:
        self.authority = folder / "authority.pem"
        self.refused: Counter[str] = Counter()
        self.hosts = {
            "api.crossref.org": urls["crossref_url"], "doi.org": urls["doi_url"],
            "dx.doi.org": urls["doi_url"], "api.datacite.org": urls["datacite_url"],
        }  # fmt: skip
        make_certificates(folder, list(self.hosts))
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(folder / "host.pem", folder / "host.key")
        handler = type("Handler", (Handler,), {"proxy": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> Proxy:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: Proxy
    target = ""

    def do_CONNECT(self) -> None:
        host = self.path.partition(":")[0]
        if host not in self.proxy.hosts:
            self.proxy.refused[host] += 1
            self.send_error(502)
            return
        self.send_response(200)
        self.end_headers()
        self.target = self.proxy.hosts[host]
        try:
            self.connection = self.proxy.tls.wrap_socket(self.connection, server_side=True)
        except (ssl.SSLError, OSError):
            self.close_connection = True
            return
        self.rfile = self.connection.makefile("rb", -1)
        self.wfile = self.connection.makefile("wb", 0)  # type: ignore[assignment]
        self.close_connection = False  # some ask for the tunnel in HTTP/1.0

    def do_GET(self) -> None:
        upstream = http.client.HTTPConnection(urlsplit(self.target).netloc, timeout=60)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in {"host", "connection"}}
        upstream.request(self.command, self.path, headers=headers)
        answer = upstream.getresponse()
        content = answer.read()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in {"transfer-encoding", "content-length", "connection"}:
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        upstream.close()

    do_HEAD = do_GET  # noqa: N815 - the name that the base class calls

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def make_certificates(folder: Path, hosts: list[str]) -> None:
    """An authority of our own, and a certificate by it for these hosts."""
    names = ",".join(f"DNS:{host}" for host in hosts)
    (folder / "names.cnf").write_text(f"subjectAltName={names}\n", encoding="utf-8")
    for command in AUTHORITY, HOST_KEY, HOST:
        subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    main()
