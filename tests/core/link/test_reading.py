"""Many articles: few are held at a time, and each keeps its own names and roles."""

from marked import pile

from wiredesk.link import link_actors

MANY = 1_203
"""More than twice as many as are held at a time, and no multiple of that."""


def marked(number: int) -> str:
    if number % 3 == 0:
        return f"Note {number} names nobody."
    name = f"Vell{number}"
    return f"Note {number}. Then mayor [Oren {name}](person) of [Sorvik](place) spoke. [{name}](person) left."


def test_names_and_roles_stay_with_their_articles_however_many_there_are() -> None:
    made = pile(*map(marked, range(MANY)))
    found = link_actors(made.articles, made.texts.reverse(), made.sentences.reverse(), made.names.reverse())
    number_of = {key: number for number, key in enumerate(made.articles["article_id"])}
    told = [number for number in range(MANY) if number % 3]

    named = dict(found.actors.select("actor_id", "name").iter_rows())
    mentions = found.mentions.select("article_id", "actor_id", "surface").rows()
    assert [(number_of[key], named[actor], surface) for key, actor, surface in mentions] == [
        row
        for number in told
        for row in (
            (number, f"Oren Vell{number}", f"Oren Vell{number}"),
            (number, "Sorvik", "Sorvik"),
            (number, f"Oren Vell{number}", f"Vell{number}"),
        )
    ]
    roles = found.roles.select("article_id", "actor_id", "role").rows()
    assert sorted((number_of[key], named[actor], role) for key, actor, role in roles) == [
        (number, f"Oren Vell{number}", "mayor") for number in told
    ]
