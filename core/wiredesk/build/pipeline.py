"""Which functions of which rooms the way in is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from wiredesk.build.batch import Extraction
from wiredesk.build.methods import Methods
from wiredesk.build.signature import extraction_signature, linking_signature

if TYPE_CHECKING:
    from wiredesk.build.linking import Linking


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The way in, as functions that load a part when it is first needed.

    Attributes:
        methods: Gives the methods that a wish comes to for so many articles.
        extraction: Gives the steps over one file. A function of a module: worker processes call it too.
        linking: Gives the steps over all articles.
        extraction_signature: Gives a digest that changes whenever the facts of a file might.
        linking_signature: Gives a digest that changes whenever the linking might.
    """

    methods: Callable[[Methods, int], Methods]
    extraction: Callable[[Methods], Extraction]
    linking: "Callable[[], Linking]"
    extraction_signature: Callable[[Methods], str]
    linking_signature: Callable[[], str]


def choose_methods(wanted: Methods, articles: int) -> Methods:
    """The methods that are installed and fit for so many articles.

    Raises:
        ConfigError: what is wanted by name is not there; the message says what to install.
    """
    from wiredesk.extract.keywords import keyword_engine
    from wiredesk.extract.names.tiers import choose_tier

    return Methods(choose_tier(wanted.names, articles), keyword_engine(wanted.keywords))


def extraction(methods: Methods) -> Extraction:
    """The steps over one file, as this version of wiredesk has them.

    Raises:
        ConfigError: a method's model cannot be loaded.
    """
    # Loaded here: these rooms bring libraries along that take longer to load than an index to open.
    from wiredesk import clean, extract, read
    from wiredesk.extract.names import load_tagger

    return Extraction(
        read=read.read_file,
        clean=clean.clean_documents,
        frames=clean.frames_of,
        sentences=extract.split_sentences,
        events=extract.extract_events,
        figures=extract.extract_figures,
        names=partial(extract.extract_names, tagger=load_tagger(methods.names)),
        keywords=partial(extract.extract_keywords, engine=methods.keywords),
    )


def linking() -> "Linking":
    """The steps over all articles, as this version of wiredesk has them."""
    from wiredesk import link
    from wiredesk.build.linking import Linking

    return Linking(copies=link.find_copies, actors=link.link_actors)


PIPELINE = Pipeline(choose_methods, extraction, linking, extraction_signature, linking_signature)
