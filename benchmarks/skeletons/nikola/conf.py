BLOG_AUTHOR = "Bench"
BLOG_TITLE = "Bench"
SITE_URL = "https://bench.example/"
BLOG_EMAIL = "bench@bench.example"
BLOG_DESCRIPTION = "Bench"
DEFAULT_LANG = "en"
TRANSLATIONS = {DEFAULT_LANG: ""}
NAVIGATION_LINKS = NAVIGATION_ALT_LINKS = {DEFAULT_LANG: ()}
THEME = "bench"
POSTS = (("posts/*.md", "", "post.tmpl"),)
PAGES = ()
TIMEZONE = "UTC"
COMPILERS = {"markdown": [".md"]}
MARKDOWN_EXTENSIONS = ["tables", "footnotes", "toc", "admonition", "attr_list", "def_list", "fenced_code", "sane_lists"]
OUTPUT_FOLDER = "public"
PRETTY_URLS = STRIP_INDEXES = True
URL_TYPE = "full_path"

INDEX_DISPLAY_POST_COUNT = 50
INDEXES_STATIC = False
CATEGORY_PATH = CATEGORY_PREFIX = ""
CATEGORY_PAGES_ARE_INDEXES = True
CATEGORY_ALLOW_HIERARCHIES = CATEGORY_OUTPUT_FLAT_HIERARCHY = False
CATEGORIES_INDEX_PATH = "categories.html"
TAG_PATH = "tags"
TAG_PAGES_ARE_INDEXES = False
TAGS_INDEX_PATH = "tags/index.html"
FEED_LENGTH = 20
COPY_SOURCES = SHOW_SOURCELINK = False
GENERATE_ATOM = False
USE_BUNDLES = False
COMMENT_SYSTEM = ""
DISABLED_PLUGINS = [
    "render_galleries", "render_listings", "classify_archive", "classify_authors",
    "classify_sections", "classify_page_index", "copy_assets", "redirect", "robots",
    "create_bundles", "gallery_index", "scale_images", "render_site", "posts_copy_source",
]
GLOBAL_CONTEXT = {
    "sections": ["benefits", "housing", "tax", "health", "education", "transport", "business", "notices"],
}
