"""Pictures from outside, drawn anew: what was hidden in the file stays behind."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps, ImageSequence

# Format: (usual ending, how it is written). Drawings (SVG) are programs and never taken.
FORMATS: dict[str, tuple[str, dict[str, Any]]] = {
    "AVIF": ("avif", {"quality": 80}),
    "GIF": ("gif", {}),
    "JPEG": ("jpg", {"quality": 90, "progressive": True}),
    "PNG": ("png", {}),
    "WEBP": ("webp", {"quality": 90}),
}
MOVING = {"AVIF", "GIF", "PNG", "WEBP"}
MOST_PIXELS = 64_000_000  # of one picture; the same over all frames of a moving one
MOST_FRAMES = 500


class NotAPicture(ValueError):
    """These bytes are no picture that we take; the message says why."""


@dataclass(frozen=True)
class CleanPicture:
    """`ending` is of the file's name, without the dot."""

    content: bytes
    ending: str


def drawn_anew(content: bytes) -> CleanPicture:
    """The same picture without metadata, trailing bytes, comments or colour profile (its colours
    are converted to sRGB), turned the right way up, in the same format.

    Raises NotAPicture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=tuple(FORMATS)) as picture:
                check_size(picture)
                return encode(picture)
    except NotAPicture:
        raise
    except Exception as error:  # a hostile file can make a decoder raise anything
        raise NotAPicture("This is not a picture, or its file is damaged.") from error


def check_size(picture: Image.Image) -> None:
    frames = getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > MOST_PIXELS or frames > MOST_FRAMES:
        size = f"{picture.width:,} x {picture.height:,}" + (
            f", {frames:,} times" if frames > 1 else ""
        )
        raise NotAPicture(f"The picture has too many pixels: {size}.")


def encode(picture: Image.Image) -> CleanPicture:
    name = str(picture.format)
    ending, options = FORMATS[name]
    frames = [clean_frame(frame) for frame in ImageSequence.Iterator(picture)]
    if len(frames) > 1 and name in MOVING:
        options = options | {
            "save_all": True,
            "append_images": frames[1:],
            "duration": picture.info.get("duration", 100),
            "loop": picture.info.get("loop", 0),
        }
    buffer = BytesIO()
    frames[0].save(buffer, name, **options)
    return CleanPicture(buffer.getvalue(), ending)


def clean_frame(frame: Image.Image) -> Image.Image:
    """One frame with nothing but its pixels."""
    upright = ImageOps.exif_transpose(frame)
    pixels = in_srgb(upright)
    bare = Image.new(pixels.mode, pixels.size)
    if pixels.mode == "P" and (palette := pixels.getpalette("RGB")):
        bare.putpalette(palette)
    bare.paste(pixels)
    if (clear := upright.info.get("transparency")) is not None and pixels.mode == upright.mode:
        bare.info["transparency"] = clear
    return bare


def in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if picture.mode in {"CMYK", "YCbCr", "LAB", "HSV"} and not profile:
        return picture.convert("RGB")
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK"}:
        return picture
    try:
        wanted = "RGBA" if picture.mode == "RGBA" else "RGB"
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, srgb, outputMode=wanted)
    except ImageCms.PyCMSError:
        return picture.convert("RGB")
    return converted or picture
