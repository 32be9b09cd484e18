"""The real app on a free port and a real Chromium; only what was started here is ended here."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "data" / "snapshots"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
NOT_DRAWN = ":not(:has(svg.main-svg))"
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}

expect.set_options(
    timeout=30_000
)  # only a failure waits this long; two cores draw maps without a graphics card


@contextmanager
def served(log: Path, snapshots: Path | None) -> Iterator[str]:
    """The address of a fresh server of our snapshots, or of those of another folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = f"--server.port={port} --server.address=127.0.0.1 --server.headless=true"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options.split()]
    environment = os.environ | {"TABLERO_SNAPSHOTS": str(snapshots or PUBLISHED)}
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_until_healthy(server, f"http://127.0.0.1:{port}/_stcore/health", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            end(server)


def wait_until_healthy(server: subprocess.Popen, url: str, log: Path, seconds: int = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"Streamlit stopped while starting:\n{log.read_text('utf-8')}")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} did not answer in {seconds} s:\n{log.read_text('utf-8')}")


def end(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@pytest.fixture(scope="module")
def addresses() -> list[str]:
    """Of the servers that this module started; nothing else may be asked for anything."""
    return []


@pytest.fixture(scope="module")
def serve(addresses, tmp_path_factory):
    """Starts a fresh server, of another folder of snapshots where one is given."""
    with ExitStack() as servers:

        def start(snapshots: Path | None = None) -> str:
            log = tmp_path_factory.mktemp("server") / "output.txt"
            addresses.append(servers.enter_context(served(log, snapshots)))
            return addresses[-1]

        yield start


@pytest.fixture(scope="module")
def snapshots() -> Path | None:
    """The folder that this module's server publishes; a module with another one overrides it."""
    return None


@pytest.fixture(scope="module")
def app_url(serve, snapshots) -> str:
    """A fresh server for each module: what its first request sees is part of the test."""
    return serve(snapshots)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(browser: Browser, app_url: str) -> Iterator[BrowserContext]:
    """One reader's browser for a module, so that Streamlit's own 12 MB are loaded once."""
    context = browser.new_context(base_url=app_url, viewport=WIDE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, addresses: list[str]) -> Iterator[Page]:
    """A page that, with any other opened beside it, fails on what only a browser would notice.

    A script error, something our own headers block, a request that leaves the server.
    """
    errors, asked = [], []

    def on_console(message):
        if "Content Security Policy" in message.text:
            errors.append(message.text)

    listeners = {
        "weberror": lambda error: errors.append(str(error.error)),
        "console": on_console,
        "request": lambda request: asked.append(request.url),
        "page": lambda page: page.on("websocket", lambda socket: asked.append(socket.url)),
    }
    for event, listener in listeners.items():
        context.on(event, listener)
    yield context.new_page()
    for page in context.pages:
        page.close()
    for event, listener in listeners.items():
        context.remove_listener(event, listener)
    here = (*addresses, *(url.replace("http", "ws", 1) for url in addresses), "data:", "blob:")
    assert errors == []
    assert [url for url in asked if not url.startswith(here)] == []


def opened(page: Page, path: str) -> Page:
    """The page once all of it is drawn."""
    page.goto(path)
    return drawn(page)


def drawn(page: Page) -> Page:
    """The page once the server has said all of it, each part is in place, and none has failed."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stPlotlyChart").and_(page.locator(NOT_DRAWN))).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    return page


def address(path: str, **carried: str) -> re.Pattern:
    """Any address of the page that carries the values, in whatever order."""
    values = "".join(
        rf"(?=.*[?&]{name}={re.escape(quote(value))}(&|$))" for name, value in carried.items()
    )
    return re.compile(rf"^http://[^/]+{path}(?=\?){values}")


def under(page: Page, reading: str, name: str) -> Locator:
    """A button under a reading: `origin`, `csv` or `xlsx`."""
    return page.locator(f".st-key-{name}-{reading}").get_by_role("button")


def first_line(page: Page) -> Locator:
    """Plan, state, cut-off and last report: also the control that changes them."""
    return page.locator(".st-key-line").get_by_test_id("stPopover").get_by_role("button")


def choices(page: Page) -> Locator:
    """What the first line, or the filters, open to."""
    return page.get_by_test_id("stPopoverBody")
