"""Static files under names that change with their content, with compressed twins beside them."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

COMPRESSED = {".css", ".js", ".svg", ".json", ".txt", ".html"}


class CompressedManifestStorage(ManifestStaticFilesStorage):
    manifest_strict = False

    def post_process(self, *args: Any, **options: Any) -> Iterator[Any]:
        for name, hashed, processed in super().post_process(*args, **options):
            if processed is True and hashed and Path(hashed).suffix in COMPRESSED:
                write_twins(Path(self.path(hashed)))
            yield name, hashed, processed


def write_twins(path: Path) -> None:
    content = path.read_bytes()
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))
    path.with_name(path.name + ".br").write_bytes(brotli.compress(content, quality=9))
