"""The servers that sites are made for, as Debian packages them: started by the tests, on this machine only.

Each is given what the site brings with it, and as little beside that as its documentation asks for.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import pytest
from msgspec import Struct

PATIENCE = 15  # seconds until a server must answer
MODULES = Path("/usr/lib/apache2/modules")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

NGINX = """\
load_module {brotli};
daemon off;
{user}
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
    {plain}
    server {{
        listen 127.0.0.1:{port}{secure};
        root {root};
        brotli_static on;
        include {site}/.server/nginx.conf;
    }}
}}
"""

APACHE = """\
ServerRoot {home}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
{secure}
PidFile {home}/httpd.pid
ErrorLog {home}/error.log
{user}
Mutex file:{home} default
{modules}
TypesConfig /dev/null
DocumentRoot {root}
<Directory {root}>
    AllowOverride FileInfo Indexes
    Require all granted
</Directory>
"""
LOADED = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")

CADDY = """\
{{
    admin off
    auto_https disable_redirects
    skip_install_trust
    storage file_system {home}/storage
}}
{plain}
{scheme}://{host}:{port} {{
    bind 127.0.0.1
    {secure}
    {site_block}
}}
"""


class Secure(Struct, frozen=True):
    """What HTTPS takes: a certificate for localhost with its key, and the port that leads on to it."""

    certificate: Path
    key: Path
    port: int


class Reply(Struct, frozen=True):
    """What a server has answered; names of headers in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(Struct, frozen=True):
    """A server that is running: where, and the path that the site is published under there."""

    port: int
    base: str

    def get(self, path: str, **headers: str) -> Reply:
        """Return what it answers for a path below the site's; nothing is followed or unpacked."""
        return self.ask(self.base + path, **headers)

    def ask(self, path: str, **headers: str) -> Reply:
        """Return what it answers for a path from the root of the host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={name.replace("_", "-"): told for name, told in headers.items()})
            return _reply(connection.getresponse())
        finally:
            connection.close()


def _reply(response: HTTPResponse) -> Reply:
    told = {name.lower(): value for name, value in response.getheaders()}
    return Reply(response.status, MappingProxyType(told), response.read())


class Start(Struct, frozen=True):
    """How a program is started for a site: its command, and the text of the file that it is told to read."""

    command: Callable[[Path], tuple[str, ...]]
    settings: Callable[[Path, Path, str, int, Secure | None], str]


def _nginx(home: Path, site: Path, base: str, port: int, secure: Secure | None) -> str:
    user = "user nobody nogroup;" if os.geteuid() == 0 else ""
    told = {"home": home, "port": port, "root": _root(site, base), "site": site, "plain": "", "secure": ""}
    if secure:
        on = f"return 301 https://127.0.0.1:{port}$request_uri;"
        told["plain"] = f"server {{ listen 127.0.0.1:{secure.port}; {on} }}"
        told["secure"] = f" ssl http2; ssl_certificate {secure.certificate}; ssl_certificate_key {secure.key}"
    return NGINX.format(user=user, brotli=BROTLI, **told)


def _apache(home: Path, site: Path, base: str, port: int, secure: Secure | None) -> str:
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    loaded = (*LOADED, "ssl", "alias") if secure else LOADED
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in loaded)
    told = {"home": home, "port": port, "root": _root(site, base), "modules": modules, "secure": ""}
    if secure:
        told["secure"] = (
            f"Listen 127.0.0.1:{secure.port}\n"
            f"<VirtualHost 127.0.0.1:{secure.port}>\nRedirect permanent / https://127.0.0.1:{port}/\n</VirtualHost>\n"
            f"<VirtualHost 127.0.0.1:{port}>\nDocumentRoot {_root(site, base)}\nSSLEngine on\n"
            f"SSLCertificateFile {secure.certificate}\nSSLCertificateKeyFile {secure.key}\n</VirtualHost>"
        )
    return APACHE.format(user=user, **told)


def _caddy(home: Path, site: Path, base: str, port: int, secure: Secure | None) -> str:
    directives = f"root * {site}\n    import {site}/.server/Caddyfile"
    block = directives if base == "/" else f"handle_path {base}* {{\n    {directives}\n    }}"
    told = {"home": home, "port": port, "site_block": block, "plain": "", "secure": "", "scheme": "http"}
    if secure:
        on = f"redir https://127.0.0.1:{port}{{uri}} permanent"
        told["plain"] = f"http://127.0.0.1:{secure.port} {{\n    bind 127.0.0.1\n    {on}\n}}"
        told |= {"secure": f"tls {secure.certificate} {secure.key}", "scheme": "https"}
    return CADDY.format(host="127.0.0.1", **told)


def _root(site: Path, base: str) -> Path:
    """Return the root of a host on which the site lies at `base`."""
    return site.parents[base.count("/") - 2] if base != "/" else site


SERVERS: Mapping[str, Start] = MappingProxyType(
    {
        "nginx": Start(lambda file: ("nginx", "-c", str(file)), _nginx),
        "apache": Start(lambda file: ("apache2", "-DFOREGROUND", "-f", str(file)), _apache),
        "caddy": Start(lambda file: ("caddy", "run", "--adapter", "caddyfile", "--config", str(file)), _caddy),
    }
)


@contextmanager
def open_folder() -> Iterator[Path]:
    """Yield a folder that a server may read that runs as nobody, as those of the tests are closed to others."""
    with TemporaryDirectory(prefix="sitegen-servers-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextmanager
def serving(name: str, site: Path, home: Path, base: str = "/", *, secure: Secure | None = None) -> Iterator[Server]:
    """Serve a finished site with a server while the block runs; under a `base`, it lies in folders called so."""
    home.mkdir(parents=True, exist_ok=True)
    program = SERVERS[name]
    port, file = free_port(), home / "settings"
    file.write_text(program.settings(home, site, base, port, secure), encoding="utf-8")
    command = program.command(file)
    if shutil.which(command[0], path="/usr/sbin:/usr/bin:/usr/local/bin") is None:
        pytest.fail(f"{command[0]} is not installed: scripts/install-servers", pytrace=False)
    log = (home / "log").open("wb")
    variables = {"PATH": "/usr/sbin:/usr/bin:/usr/local/bin", "HOME": str(home), "XDG_DATA_HOME": str(home)}
    process = subprocess.Popen(command, env=variables, stdout=log, stderr=log)  # noqa: S603  # a server of the system's
    try:
        _await(port, process, home)
        yield Server(port, base)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        log.close()


def self_signed(folder: Path) -> Secure:
    """Return a certificate that is good for this machine, and for whoever is told to trust it."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1")
    made = ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2")
    command = ("openssl", *made, *names, "-keyout", str(key), "-out", str(certificate))
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # fixed words
    return Secure(certificate, key, free_port())


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(port: int, process: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until a server answers; say what it has said if it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    logs = (file.read_text(errors="replace") for file in (home / "log", home / "error.log") if file.is_file())
    pytest.fail("the server does not start:\n" + "\n".join(logs), pytrace=False)
