"""SFTP servers: which are trusted, who is let in, and what is done without second names for files."""

from pathlib import Path

from tests.publish.editions import codes, edition, lay, publish
from tests.publish.servers import Reached
from tests.sites import tree


def test_a_server_with_an_unknown_key_is_refused(ssh: Reached, site: Path, tmp_path: Path) -> None:
    """The message says whom to ask and what to compare; nothing is sent."""
    home = _home(ssh, tmp_path)
    (home / ".ssh/known_hosts").unlink()
    done = publish(f"{ssh.target}/unknown", "--output", str(lay(site, edition("one"))), HOME=str(home))
    assert (3, ["unknown-host-key"]) == (done.returncode, codes(done))
    assert f"`ssh -p {ssh.port} 127.0.0.1`" in done.stderr
    assert not Path(f"/{ssh.target.split('/', 3)[3]}/unknown").exists()


def test_a_server_with_another_key_than_before_is_refused(ssh: Reached, site: Path, tmp_path: Path) -> None:
    """It may be another server."""
    home = _home(ssh, tmp_path)
    known = home / ".ssh/known_hosts"
    key = (home / ".ssh/id_ed25519.pub").read_text(encoding="ascii").rpartition(" ")[0]
    known.write_text(f"{known.read_text(encoding='ascii').split()[0]} {key}\n", encoding="ascii")
    done = publish(f"{ssh.target}/other", "--output", str(lay(site, edition("one"))), HOME=str(home))
    assert (3, ["unknown-host-key"]) == (done.returncode, codes(done))


def test_who_has_no_key_is_not_let_in(ssh: Reached, site: Path, tmp_path: Path) -> None:
    """And is asked for nothing: no password is ever typed."""
    home = _home(ssh, tmp_path)
    (home / ".ssh/id_ed25519").unlink()
    done = publish(f"{ssh.target}/nobody", "--output", str(lay(site, edition("one"))), HOME=str(home))
    assert (3, ["cannot-publish"]) == (done.returncode, codes(done))


def test_a_server_that_does_not_answer_is_told(site: Path) -> None:
    """Nobody listens on that port."""
    done = publish("sftp://127.0.0.1:1/www", "--output", str(lay(site, edition("one"))))
    assert (3, ["cannot-publish"]) == (done.returncode, codes(done))


def test_a_name_in_the_settings_of_ssh_is_enough(ssh: Reached, site: Path, tmp_path: Path) -> None:
    """Host, port, user and key may stand in ~/.ssh/config, as for ssh itself; and it can be gone back."""
    home = _home(ssh, tmp_path)
    settings = f"Host campaign\n  HostName 127.0.0.1\n  Port {ssh.port}\n  HostKeyAlias [127.0.0.1]:{ssh.port}\n"
    (home / ".ssh/config").write_text(settings, encoding="ascii")
    folder = Path(f"/{ssh.target.split('/', 3)[3]}/configured")
    for word in ("one", "two"):
        done = publish(f"sftp://campaign{folder}", "--output", str(lay(site, edition(word))), HOME=str(home))
        assert 0 == done.returncode, done.stderr
    assert edition("two").items() <= tree((folder / "current").resolve()).items()
    assert 2 == (folder / "current/same/index.html").stat().st_nlink
    back = publish(f"sftp://campaign{folder}", "--rollback", HOME=str(home))
    assert 0 == back.returncode, back.stderr
    assert edition("one").items() <= tree((folder / "current").resolve()).items()


def _home(ssh: Reached, folder: Path) -> Path:
    """Return a home folder of one's own with what lets us in."""
    home = folder / "home"
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    for name in ("id_ed25519", "id_ed25519.pub", "known_hosts"):
        copy = home / ".ssh" / name
        copy.write_bytes((Path(ssh.variables["HOME"]) / ".ssh" / name).read_bytes())
        copy.chmod(0o600)
    return home
