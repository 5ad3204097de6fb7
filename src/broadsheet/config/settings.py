"""The one settings file. Everything an outlet may change is read from the environment, which
`broadsheet` fills from `broadsheet.env` in the site folder: docs/reference/settings.md.
"""

from pathlib import Path
from urllib.parse import urlsplit

from broadsheet.config import env
from broadsheet.config.database import database

PACKAGE = Path(__file__).resolve().parent.parent

# The site folder and what is in it
BROADSHEET_FOLDER = env.folder("FOLDER", Path.cwd())
BROADSHEET_PUBLIC_FOLDER = env.folder("PUBLIC_FOLDER", BROADSHEET_FOLDER / "public")
BROADSHEET_RUN_FOLDER = env.folder("RUN_FOLDER", BROADSHEET_FOLDER / "run")

# The site
BROADSHEET_SITE_URL = env.text("SITE_URL", "http://localhost:8000").rstrip("/")
BROADSHEET_BEHIND_FRONT = env.flag("BEHIND_FRONT", default=False)
BROADSHEET_TRUSTED_PROXIES = env.words("TRUSTED_PROXIES")

# Claims
BROADSHEET_COUNTRY = env.text("COUNTRY").upper()

# The discussion
BROADSHEET_EDIT_MINUTES = env.number("EDIT_MINUTES", 15)
BROADSHEET_COMMENT_MAX_LENGTH = env.number("COMMENT_MAX_LENGTH", 5000)
BROADSHEET_COMMENTS_PER_MINUTE = env.number("COMMENTS_PER_MINUTE", 6)
BROADSHEET_NETWORK_SHARE = env.number("NETWORK_SHARE", 4)
BROADSHEET_MAX_LINKS = env.number("MAX_LINKS", 2)

# The maps
BROADSHEET_MAP_OUTLINES = env.text("MAP_OUTLINES")
BROADSHEET_MAP_VIEW = env.text("MAP_VIEW").upper()

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = [
    urlsplit(BROADSHEET_SITE_URL).hostname or "localhost",
    *env.words("EXTRA_HOSTS", "localhost 127.0.0.1 [::1]"),
]

INSTALLED_APPS = [
    "broadsheet.outbox",
    "broadsheet.accounts",
    "broadsheet.claims",
    "broadsheet.moderation",
    "broadsheet.discussion",
    "broadsheet.publication",
    "broadsheet.delivery",
    "broadsheet.theme",
    "broadsheet.config",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "django_tasks",
    "django_tasks_db",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "broadsheet.config.middleware.SecurityHeadersMiddleware",
    "broadsheet.delivery.middleware.PageFilesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "broadsheet.config.urls"
WSGI_APPLICATION = "broadsheet.config.wsgi.application"

# What readers see is Jinja (`jinja2/`); Wagtail's admin is Django's own language (`templates/`).
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BROADSHEET_FOLDER / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "broadsheet.config.jinja.environment",
            "extensions": [
                "wagtail.jinja2tags.WagtailCoreExtension",
                "wagtail.images.jinja2tags.WagtailImagesExtension",
            ],
            "trim_blocks": True,
            "lstrip_blocks": True,
            "auto_reload": DEBUG,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": database(env.text("DATABASE", "sqlite:///newsroom.sqlite3"), BROADSHEET_FOLDER)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "broadsheet_accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = env.text("LANGUAGE", "en-gb")
TIME_ZONE = env.text("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL, STATIC_ROOT = "/static/", BROADSHEET_PUBLIC_FOLDER / "static"
# An outlet's own styles and scripts; they also take the place of ours of the same name.
STATICFILES_DIRS = [folder for folder in (BROADSHEET_FOLDER / "static",) if folder.is_dir()]
MEDIA_URL, MEDIA_ROOT = "/media/", BROADSHEET_PUBLIC_FOLDER / "media"
PRIVATE_ROOT = BROADSHEET_FOLDER / "private"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "broadsheet.config.static.CompressedManifestStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_PERMISSIONS = 0o644

is_https = BROADSHEET_SITE_URL.startswith("https:")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = is_https
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BROADSHEET_SITE_URL]
# The front drops this header from outside and sets it itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BROADSHEET_BEHIND_FRONT else None

WAGTAIL_SITE_NAME = "Broadsheet"
WAGTAILADMIN_BASE_URL = BROADSHEET_SITE_URL
WAGTAIL_PAGE_MODEL = "broadsheet_publication.BasePage"
WAGTAILIMAGES_IMAGE_MODEL = "broadsheet_publication.Picture"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "broadsheet.publication.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "broadsheet_publication.SourceDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    *(
        "csv",
        "docx",
        "geojson",
        "json",
        "odp",
        "ods",
        "odt",
        "pdf",
        "pptx",
        "rtf",
        "txt",
        "xlsx",
        "zip",
    ),
]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"waitress.queue": {"level": "ERROR"}},  # a queue is no reason to worry
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "WARNING").upper()},
}
