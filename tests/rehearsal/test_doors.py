"""Which doors a rehearsal goes to, and how it gets in."""

from pathlib import Path

import pytest

from rehearsal.__main__ import main
from rehearsal.doors import IN_ENVIRONMENT, LEFT_BY_RUN, find_sign_in_link, loopback


@pytest.mark.parametrize(
    "server", ["http://127.0.0.1:5000", "http://localhost", "http://[::1]:5000", "http://127.8.8.8"]
)
def test_this_machine_is_loopback(server: str) -> None:
    assert loopback(server)


@pytest.mark.parametrize(
    "server", ["https://dugnad.kommune.example", "http://10.0.0.4:5000", "http://127.0.0.1.example"]
)
def test_another_machine_is_not(server: str) -> None:
    assert not loopback(server)


def test_a_rehearsal_does_not_go_to_another_machine_by_mistake(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as misused:
        main(["simulate", "--server", "https://dugnad.kommune.example", "--code", "ABC123"])

    assert misused.value.code == 2
    assert "--anywhere" in capsys.readouterr().err


def test_the_link_comes_from_the_shell_then_the_environment_then_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(IN_ENVIRONMENT, raising=False)
    assert find_sign_in_link(None) is None

    LEFT_BY_RUN.parent.mkdir()
    LEFT_BY_RUN.write_text("http://127.0.0.1:5000/sign-in/file\n")
    assert find_sign_in_link(None) == "http://127.0.0.1:5000/sign-in/file"

    monkeypatch.setenv(IN_ENVIRONMENT, "environment")
    assert find_sign_in_link(None) == "environment"
    assert find_sign_in_link("shell") == "shell"


def test_a_missing_link_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(IN_ENVIRONMENT, raising=False)

    with pytest.raises(SystemExit) as misused:
        main(["replay", "somewhere"])

    assert misused.value.code == 2
    assert "no sign-in link" in capsys.readouterr().err
