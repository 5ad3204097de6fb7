"""The drawn pictures: every name, the right size, the same again."""

import pytest

from broadsheet.demo.pictures import SCENES, draw_picture, draw_portrait


@pytest.mark.parametrize("name", sorted(SCENES))
def test_every_picture_has_its_size_and_many_colours(name: str) -> None:
    drawn = draw_picture(name)
    assert (drawn.size, drawn.mode) == ((1600, 1067), "RGB")
    assert len(drawn.reduce(8).getcolors(1 << 16) or []) > 100


def test_a_picture_is_the_same_again() -> None:
    assert draw_picture("storm").tobytes() == draw_picture("storm").tobytes()
    assert draw_picture("storm").tobytes() != draw_picture("school").tobytes()


def test_an_unknown_name_is_refused_and_told_what_there_is() -> None:
    with pytest.raises(KeyError, match=r"'sphinx'.*lighthouse"):
        draw_picture("sphinx")


def test_authors_look_different_and_stay_themselves() -> None:
    slugs = ("ada-quill", "bo-marsh", "ines-tallow", "tom-harrow")
    faces = {slug: draw_portrait(slug) for slug in slugs}
    assert all((face.size, face.mode) == ((480, 480), "RGB") for face in faces.values())
    assert len({face.tobytes() for face in faces.values()}) == len(slugs)
    assert draw_portrait("bo-marsh").tobytes() == faces["bo-marsh"].tobytes()
