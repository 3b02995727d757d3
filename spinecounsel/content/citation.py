"""A source in one line."""

from spinecounsel.content.model import Source


def citation(source: Source) -> str:
    """Give a source in one line: authors, title, journal, year, and where to find it."""
    found = (
        source.authors,
        source.title,
        source.journal,
        str(source.year) if source.year else "",
        source.doi and f"doi:{source.doi}",
        source.pmid and f"PMID {source.pmid}",
    )
    return ". ".join(part.rstrip(".") for part in found if part)
