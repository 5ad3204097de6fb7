"""The settings of the product, in a throw-away site folder, with what makes tests quick.

The database is SQLite in a file, since the product's writers meet at a file; or the one named by
BROADSHEET_TEST_DATABASE, see tests/postgres.py.
"""

import os
import secrets
import tempfile
from pathlib import Path

TEST_DATABASE = os.environ.get("BROADSHEET_TEST_DATABASE", "")
SITE = Path(tempfile.mkdtemp(prefix="broadsheet-tests-")).resolve()

# Whoever runs the tests inside a real site folder must not find them in it.
for name in [name for name in os.environ if name.startswith("BROADSHEET_")]:
    if name != "BROADSHEET_TEST_DATABASE":
        del os.environ[name]
os.environ["BROADSHEET_FOLDER"] = str(SITE)
os.environ["BROADSHEET_SITE_URL"] = "http://paper.test"
os.environ["BROADSHEET_SECRET_KEY"] = secrets.token_urlsafe(48)
if TEST_DATABASE:
    os.environ["BROADSHEET_DATABASE"] = TEST_DATABASE

from broadsheet.config.settings import *  # noqa: E402, F403
from broadsheet.config.settings import (  # noqa: E402
    BROADSHEET_PUBLIC_FOLDER,
    BROADSHEET_RUN_FOLDER,
    DATABASES,
    MEDIA_ROOT,
    PRIVATE_ROOT,
    STATIC_ROOT,
    STORAGES,
)

places = [BROADSHEET_PUBLIC_FOLDER, BROADSHEET_RUN_FOLDER, MEDIA_ROOT, PRIVATE_ROOT, STATIC_ROOT]
if not TEST_DATABASE:
    places.append(DATABASES["default"]["NAME"])
if strange := [str(place) for place in places if not place.is_relative_to(SITE)]:
    raise SystemExit(f"The tests would write outside their own folder: {strange}")

if TEST_DATABASE:
    # Every test is one connection or a few threads; a pool would hold on to a dropped database.
    del DATABASES["default"]["OPTIONS"]["pool"]
else:
    options = DATABASES["default"]["OPTIONS"]
    # What a test wrote need not survive a power cut; that the product's does is a test of its own.
    options["init_command"] = options["init_command"].replace("=FULL", "=OFF")
    DATABASES["default"]["TEST"] = {"NAME": SITE / "tests.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
