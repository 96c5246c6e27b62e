"""Which functions of which rooms the way in is made of."""

from collections.abc import Callable
from dataclasses import dataclass

from wiredesk.build.batch import Extraction, Steps
from wiredesk.build.linking import Linking
from wiredesk.build.signature import extraction_signature, linking_signature


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The way in, as functions that load a part when it is first needed.

    Attributes:
        extraction: Gives the steps over one file. A function of a module: worker processes call it too.
        linking: Gives the steps over all articles.
        extraction_signature: Gives a digest that changes whenever the facts of a file might.
        linking_signature: Gives a digest that changes whenever the linking might.
    """

    extraction: Steps
    linking: Callable[[], Linking]
    extraction_signature: Callable[[], str]
    linking_signature: Callable[[], str]


def extraction() -> Extraction:
    """The steps over one file, as this version of wiredesk has them."""
    # Loaded here: these rooms bring libraries along that take longer to load than an index to open.
    from wiredesk import clean, extract, read

    return Extraction(
        read=read.read_file,
        clean=clean.clean_documents,
        frames=clean.frames_of,
        sentences=extract.split_sentences,
        events=extract.extract_events,
        figures=extract.extract_figures,
        names=extract.extract_names,
        keywords=extract.extract_keywords,
    )


def linking() -> Linking:
    """The steps over all articles, as this version of wiredesk has them."""
    from wiredesk import link

    return Linking(copies=link.find_copies, actors=link.link_actors)


PIPELINE = Pipeline(extraction, linking, extraction_signature, linking_signature)
