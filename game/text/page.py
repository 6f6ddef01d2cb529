"""A page of HTML as every part of the game makes it: no network, no script, ready to print.

The texts of levels are escaped; a strict content policy keeps a page from loading anything.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

_STYLE = """
:root{color-scheme:light}
body{font:15px/1.5 Inter,"Segoe UI",Helvetica,Arial,sans-serif;color:#15222d;background:#f3f6f8;
margin:0}
header{background:#0f202e;color:#fff;padding:24px 32px}header p{color:#adbecb;margin:4px 0 0}
h1{font-size:24px;margin:0}h2{font-size:19px;margin:0 0 8px}h3{font-size:15px;margin:16px 0 4px}
main{max-width:1180px;margin:0 auto;padding:16px}
section{background:#fff;border:1px solid #dbe2e8;border-radius:12px;padding:20px 24px;margin:16px 0;
overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:6px 12px 6px 0;
border-bottom:1px solid #eaeff3;vertical-align:top}th{font-size:12px;color:#576775}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
ol,ul{margin:4px 0;padding-left:22px}details{margin:4px 0 12px}a{color:#0b5c8a}
.small{color:#576775;font-size:13px}
@media print{body{background:#fff}section{break-inside:avoid;border:0;padding:8px 0}
header{color:#000;background:#fff;padding:0}header p{color:#333}details{display:block}}
"""
_CITATION = re.compile(r"\[(\d{1,3})\]")


class Cited(Protocol):
    """A source as it is printed; ``number`` is its place in the level's citations."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def place(self) -> str: ...


def page(locale: str, title: str, captions: Iterable[str], parts: Iterable[str], style: str) -> str:
    """Return a whole page.

    Args:
        locale: Language of the page.
        title: Printed on top, and the name of the window.
        captions: Lines below the title; empty ones are left out.
        parts: Sections, in HTML; empty ones are left out.
        style: CSS beside that of every page; may be empty.
    """
    under = "".join(f"<p>{escape(line)}</p>" for line in captions if line)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(locale)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(title)}</h1>{under}</header>\n<main>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def link_citations(text: str) -> str:
    """Return a text escaped, its ``[1]`` turned into links to the list of sources."""
    return _CITATION.sub(r'<a href="#source-\1">[\1]</a>', escape(text))


def section(heading: str, inner: str) -> str:
    """Return a titled section, or nothing when there is nothing inside."""
    return f"<section><h2>{escape(heading)}</h2>\n{inner}\n</section>" if inner else ""


def paragraphs(texts: Iterable[str]) -> str:
    """Return texts as paragraphs; empty ones are left out."""
    return "\n".join(f"<p>{link_citations(text)}</p>" for text in texts if text)


def listed(texts: Iterable[str], kind: str = "ul") -> str:
    """Return texts as a list with dots, or with numbers where ``kind`` is ``ol``."""
    inner = "\n".join(f"<li>{link_citations(text)}</li>" for text in texts)
    return f"<{kind}>\n{inner}\n</{kind}>" if inner else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers_from: int) -> str:
    """Return a table; cells are HTML already, columns from ``numbers_from`` on are figures."""

    def cells(tag: str, row: Sequence[str]) -> str:
        return "".join(
            f'<{tag} class="n">{cell}</{tag}>'
            if place >= numbers_from
            else f"<{tag}>{cell}</{tag}>"
            for place, cell in enumerate(row)
        )

    body = "\n".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table>\n<tr>{cells('th', heads)}</tr>\n{body}\n</table>"


def source_list(sources: Iterable[Cited]) -> str:
    """Return the sources as a list; links in texts lead to its lines."""
    rows = "\n".join(
        f'<li id="source-{source.number}" value="{source.number}">{escape(source.title)}. '
        f"{escape(', '.join(x for x in (source.publisher, source.place) if x))}</li>"
        for source in sources
    )
    return f"<ol>\n{rows}\n</ol>" if rows else ""
