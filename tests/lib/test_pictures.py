from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from broadsheet.lib.pictures import NotAPicture, drawn_anew

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "uploads"
SCRIPTS = (b"<script", b"alert(", b"onload", b"javascript:")


def file_of(picture: Image.Image, format_name: str, **options: Any) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, format_name, **options)
    return buffer.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("format_name", ["AVIF", "GIF", "JPEG", "PNG", "WEBP"])
def test_it_works(format_name: str) -> None:
    clean = drawn_anew(file_of(Image.new("RGB", (40, 30), "teal"), format_name))
    again = opened(clean.content)
    assert (again.format, again.size) == (format_name, (40, 30))
    red, green, blue = again.convert("RGB").getpixel((20, 15))  # type: ignore[misc]
    assert red < 20 < 110 < green < 145 > blue > 110


def test_what_is_hidden_stays_behind() -> None:
    exif = Image.Exif()
    exif[0x010E] = "<script>alert(1)</script>"
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}  # where the camera stood
    photo = file_of(Image.new("RGB", (9, 9)), "JPEG", exif=exif, comment=b"javascript:1")
    assert b"alert(" in photo
    clean = drawn_anew(photo + b"<script>trailing</script>")
    assert not any(word in clean.content for word in SCRIPTS)
    assert not opened(clean.content).getexif()


def test_a_photo_taken_on_its_side_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = file_of(Image.new("RGB", (40, 20)), "JPEG", exif=exif)
    assert opened(drawn_anew(photo).content).size == (20, 40)


def test_a_moving_picture_goes_on_moving() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "lime", "blue")]
    gif = file_of(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=70, loop=0)
    again = opened(drawn_anew(gif).content)
    assert again.n_frames == 3  # type: ignore[attr-defined]
    assert again.info["duration"] == 70


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_stays_clear(mode: str) -> None:
    picture = Image.new("RGBA", (8, 8), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": 0} if mode == "P" else {}
    again = opened(drawn_anew(file_of(picture, "PNG", **options)).content)
    assert again.convert("RGBA").getpixel((4, 4))[3] == 0  # type: ignore[index]


def test_print_colours_become_screen_colours() -> None:
    photo = file_of(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG")
    again = opened(drawn_anew(photo).content)
    red, green, blue = again.getpixel((4, 4))  # type: ignore[misc]
    assert again.mode == "RGB"
    assert red > 200 > 60 > max(green, blue)


def test_a_text_in_a_picture_is_not_kept() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "<script>alert(1)</script>")
    png = file_of(Image.new("RGB", (8, 8)), "PNG", pnginfo=notes)
    assert b"alert(" in png
    assert b"alert(" not in drawn_anew(png).content


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff" + b"\x00" * 99],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture, match="not a picture"):
        drawn_anew(content)


@pytest.mark.parametrize("size", [(9000, 9000), (20_000, 20_000)])
def test_a_picture_too_large_to_open_is_refused(size: tuple[int, int]) -> None:
    small = bytearray(file_of(Image.new("1", (1, 1)), "GIF"))
    small[6:10] = size[0].to_bytes(2, "little") + size[1].to_bytes(2, "little")
    with pytest.raises(NotAPicture):
        drawn_anew(bytes(small))


@pytest.mark.skipif(not HOSTILE.exists(), reason="the shared data is not beside the project")
def test_hostile_uploads_are_refused_or_harmless() -> None:
    taken = 0
    for path in sorted(HOSTILE.iterdir()):
        try:
            clean = drawn_anew(path.read_bytes())
        except NotAPicture:
            continue
        taken += 1
        assert not any(word in clean.content for word in SCRIPTS), path.name
    assert taken == 5
