"""Settings, read once from the environment.

`ISP_MODE` says what this process is for: `production` (the default, so that nothing is ever
served unprotected by accident), `demo` (made-up people, sign-in with one click) or `test`.
Production refuses to start without its secrets, and says in one sentence what to set.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from isp_portal.databases import tuned

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("ISP_VAR_DIR", str(BASE_DIR / "var")))

MODES = ("production", "demo", "test")
MODE = env.str("ISP_MODE", "production")
if MODE not in MODES:
    raise ImproperlyConfigured(f"ISP_MODE is {MODE!r}: set it to one of {', '.join(MODES)}.")
VAR_DIR.mkdir(parents=True, exist_ok=True)
PRODUCTION, DEMO = MODE == "production", MODE == "demo"


def needed(name: str, what: str, otherwise: str) -> str:
    """A value that production must be given; elsewhere `otherwise` serves."""
    if not PRODUCTION:
        return env.str(name, otherwise)
    try:
        value = env.str(name)
    except EnvError:
        value = ""
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set: {what} For a trial with made-up data, use `make run` instead."
        )
    return value


DEBUG = False
SECRET_KEY = needed(
    "SECRET_KEY",
    "give it 50 random characters, for example from `openssl rand -base64 48`.",
    "not-a-secret-only-for-the-demo-and-the-tests-0123456789",
)
# The keys before this one, until all is re-signed.
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = [
    host.strip()
    for host in needed(
        "ALLOWED_HOSTS",
        "name the addresses this portal answers to, such as isp.example.org.",
        "localhost,127.0.0.1,[::1],testserver",
    ).split(",")
]
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])
SITE_ADDRESS = needed(
    "SITE_ADDRESS",
    "the address people open, such as https://isp.example.org; links in emails begin with it.",
    "http://localhost:8000",
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "simple_history",
    "accounts",  # above django_tasks_db, whose db_worker it extends
    "children",
    "agencies",
    "plans",
    "reviews",
    "isp_portal.languages",
    "isp_portal.documents",
    "isp_portal.sharing",
    "isp_portal.dashboards",
    "isp_portal.bench",
    "django_tasks",
    "django_tasks_db",
]
if not PRODUCTION:
    INSTALLED_APPS.append("isp_portal.demo")

MIDDLEWARE = [
    "isp_portal.headers.EveryResponseHeaders",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "isp_portal.uploads.RefuseHugeRequests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "accounts.middleware.LinkOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.WhoIsActing",
    "accounts.middleware.Doorkeeper",
]

ROOT_URLCONF = "isp_portal.urls"
WSGI_APPLICATION = "isp_portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["accounts.templatetags.opened_for"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "accounts.context.acting",
            ],
        },
    }
]

if DEMO:
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("isp_portal.demo.context.people")

# Database
DATABASES = {
    "default": tuned(
        env.dj_db_url(
            "DATABASE_URL",
            needed(
                "DATABASE_URL",
                "for example postgres://user:password@host/isp_portal or sqlite:////srv/isp/portal.sqlite3.",
                f"sqlite:///{VAR_DIR / 'portal.sqlite3'}",
            ),
        ),
        is_pooled=env.bool("DATABASE_POOLED", False),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits and single-use codes must be seen by every worker process at once: a table of the
# database, made by `manage.py createcachetable`.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
    if MODE != "test"
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the link of the invitation has proven the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second step is told to its owner
ACCOUNT_ADAPTER = "accounts.adapter.InvitedOnlyAdapter"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {
    "secret_link": "40/10m/ip"
}  # presses at doors of secret links; others as allauth has them
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "accounts.adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "accounts.forms.second_step.PasskeyForm"}
MFA_TOTP_ISSUER = "ISP Portal"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)
SECOND_FACTOR_REQUIRED = not DEMO  # cannot be switched off outside the demo
IDLE_LOCK_MINUTES = env.int("IDLE_LOCK_MINUTES", 10)
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "full_name")},
    },
]

# Language and time: dates are the nursery's own, never the server's. Staff read English; parents
# their own language, in what is said inside `isp_portal.languages.speaking`.
LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [BASE_DIR / "isp_portal" / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = True  # "1,336 children"; what machines read says `unlocalize`

# Files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
PRIVATE_FILES_DIR = VAR_DIR / "private"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_FILES_DIR, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Background work, and mail: by a server where one is named, in the demo into files of var/mail
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if DEMO else 'locmem'}.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_TIMEOUT = 20  # seconds
if _mail_url := env.str("EMAIL_URL", "smtp://localhost:25" if PRODUCTION else ""):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    _mail = env.dj_email_url("EMAIL_URL", _mail_url)
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "ISP Portal <portal@localhost>")

# Forms
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# Headers and cookies
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "isp_portal.errors.csrf_failed"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if env.bool("BEHIND_TLS_PROXY", False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # of words; files have caps of their own
DATA_UPLOAD_MAX_NUMBER_FILES = 3
FILE_UPLOAD_HANDLERS = ["isp_portal.uploads.InMemoryUpToTheCap"]

SIMPLE_HISTORY_ENFORCE_HISTORY_MODEL_PERMISSIONS = False
SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO" if MODE != "test" else "WARNING"},
}
