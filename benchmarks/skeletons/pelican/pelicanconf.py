SITENAME = "Bench"
SITEURL = "https://bench.example"
SECTIONS = ["benefits", "housing", "tax", "health", "education", "transport", "business", "notices"]
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["related"]
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "en"
TYPOGRIFY = False

ARTICLE_PATHS = [""]
USE_FOLDER_AS_CATEGORY = True
ARTICLE_URL = ARTICLE_LANG_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{category}/{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"category": 50}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

MARKDOWN = {
    "extensions": ["tables", "footnotes", "toc", "admonition", "attr_list", "def_list", "fenced_code", "sane_lists", "meta"],
    "output_format": "html5",
}
