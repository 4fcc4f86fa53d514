"""The network client: where it may go, how long, how much, and what it says when it may not."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st
from news_server import LOCAL, NewsServer, Reply, Tunnel, bomb, gone, to

from broadcast.errors import SourceError
from broadcast.intake.answer import StatusError, inflate
from broadcast.intake.net import AGENT, MOST_AT_ONCE, MOST_FAILURES, Client
from broadcast.intake.pinning import is_public, look_up
from broadcast.model import Net

pytestmark = pytest.mark.usefixtures("plain_net")


def client(net: Net = LOCAL, hosts: dict[str, list[str]] | None = None, waits: list[float] | None = None) -> Client:
    """Return a client that looks names up in `hosts` and notes what it would wait."""

    def resolve(host: str, port: int) -> Sequence[str]:
        if hosts is None or host not in hosts:
            return look_up(host, port, 2)
        return hosts[host]

    return Client(net, resolve, (waits if waits is not None else []).append)


def refusal(address: str, net: Net = LOCAL, hosts: dict[str, list[str]] | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        client(net, hosts).get(address)
    said = str(caught.value)
    assert said.endswith("."), said
    assert "\n" not in said
    return said


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Make certificates of an authority that the client trusts."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))

    def issue(host: str) -> Path:
        path = tmp_path / "server.pem"
        authority.issue_cert(host).private_key_and_cert_chain_pem.write_to_path(str(path))
        return path

    return issue


# ---------------------------------------------------------------- what comes back


def test_an_answer_is_read_whole_with_what_it_claims_of_itself() -> None:
    with NewsServer({"/a": Reply("Air surut", "Text/HTML; Charset=ISO-8859-1", headers={"X-WP-TotalPages": "3"})}) as server:
        found = client().get(f"{server.address}/a")
    assert (found.url, found.kind, found.charset) == (f"{server.address}/a", "text/html", "cp1252")
    assert (found.headers["x-wp-totalpages"], found.text) == ("3", "Air surut")


def test_the_client_says_who_it_is_and_sends_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with NewsServer({"/a": "isi"}) as server:
        client().get(f"{server.address}/a")
    (headers,) = server.headers
    assert headers["User-Agent"] == AGENT
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert "Authorization" not in headers


@pytest.mark.parametrize(
    "pack",
    [gzip.compress, zlib.compress, lambda raw: zlib.compress(raw)[2:-4], lambda raw: gzip.compress(raw[:3]) + gzip.compress(raw[3:])],
)
def test_compressed_answers(pack: Callable[[bytes], bytes]) -> None:
    text = "Air sungai surut perlahan. " * 9000
    coding = "gzip" if pack(b"a").startswith(b"\x1f\x8b") else "deflate"
    with NewsServer({"/a": Reply(pack(text.encode()), headers={"Content-Encoding": coding})}) as server:
        assert client().get(f"{server.address}/a").text == text


@settings(deadline=None)
@given(st.binary(max_size=4000), st.integers(1, 700), st.sampled_from([gzip.compress, zlib.compress]))
def test_inflate_gives_back_what_was_packed_however_it_arrives(raw: bytes, size: int, pack: Callable[[bytes], bytes]) -> None:
    packed = pack(raw)
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert b"".join(inflate(pieces, "gzip")) == raw


def test_inflate_hands_out_small_pieces() -> None:
    assert max(map(len, inflate([gzip.compress(b"a" * 50_000_000)], "gzip"))) <= 65_536


def test_text_in_an_old_charset_and_what_is_no_text() -> None:
    routes = {
        "/lama": Reply("“Aman,” kata José".encode("cp1252"), "text/html; charset=iso-8859-1"),
        "/meta": Reply('<meta charset="windows-1252">“Aman”'.encode("cp1252"), "text/html"),
        "/pdf": Reply(b"%PDF-1.7", "application/pdf"),
        "/foto": Reply(b"\xff\xd8\xff", "image/jpeg"),
        "/bohong": Reply(b"\x89PNG\r\n\x1a\n" + bytes(99), "text/html"),
    }
    with NewsServer(routes) as server:
        assert client().get(f"{server.address}/lama").text == "“Aman,” kata José"
        assert client().get(f"{server.address}/meta").text.endswith("“Aman”")
        for path, words in [("/pdf", "PDF"), ("/foto", "gambar"), ("/bohong", "bukan teks")]:
            answer = client().get(f"{server.address}{path}")
            with pytest.raises(SourceError, match=words):
                _ = answer.text


# ---------------------------------------------------------------- bounds


def test_what_is_larger_than_the_limit_is_refused_however_it_is_sent() -> None:
    net = replace(LOCAL, limit=100_000)
    routes = {
        "/panjang": Reply("a" * 100_001),
        "/tanpa-panjang": Reply("a" * 100_001, length=False),
        "/bom": bomb(80_000_000),
        "/pas": Reply("a" * 100_000),
    }
    with NewsServer(routes) as server:
        for path in ("/panjang", "/tanpa-panjang", "/bom"):
            said = refusal(f"{server.address}{path}", net)
            assert said.startswith(f"{server.address}{path}: lebih besar dari 0,1 MB")
        assert len(client(net).get(f"{server.address}/pas").raw) == 100_000


def test_an_endless_redirect_body_is_not_read() -> None:
    def endless(handler: object) -> None:
        handler.send_response(302)  # type: ignore[attr-defined]
        handler.send_header("Location", "/b")  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        while not server.released.wait(0.001):
            handler.wfile.write(b"a" * 9999)  # type: ignore[attr-defined]

    with NewsServer({"/b": "isi"}) as server:
        server.routes["/a"] = endless
        assert client().get(f"{server.address}/a").raw == b"isi"


@pytest.mark.parametrize("how", ["drip", "drip_head"])
def test_a_slow_loris_is_left_when_time_is_up(how: str) -> None:
    with NewsServer({}) as server:
        server.routes["/a"] = getattr(server, how)
        said = refusal(f"{server.address}/a", replace(LOCAL, total_s=0.5))
    assert "tidak selesai menjawab dalam 0,5 detik" in said


def test_a_silent_server_is_left_after_the_read_timeout() -> None:
    with NewsServer({}) as server:
        server.routes["/a"] = server.hang
        assert "tidak menjawab dalam 0,3 detik" in refusal(f"{server.address}/a", replace(LOCAL, read_s=0.3))


def test_time_is_counted_over_all_redirects() -> None:
    def slow(handler: object) -> None:
        server.released.wait(0.2)
        server._send(handler, to("/a"))  # type: ignore[arg-type]

    with NewsServer({}) as server:
        server.routes["/a"] = slow
        assert "tidak selesai menjawab" in refusal(f"{server.address}/a", replace(LOCAL, total_s=0.5, redirects=90))


def test_closing_the_client_ends_what_is_under_way() -> None:
    said: list[str] = []
    with NewsServer({}) as server:
        begun = threading.Event()

        def hang(handler: object) -> None:
            begun.set()
            server.hang(handler)  # type: ignore[arg-type]

        server.routes["/a"] = hang
        asker = client(replace(LOCAL, read_s=20, total_s=20))

        def ask() -> None:
            with pytest.raises(SourceError) as caught:
                asker.get(f"{server.address}/a")
            said.append(str(caught.value))

        asking = threading.Thread(target=ask)
        asking.start()
        assert begun.wait(5)
        asker.close()
        asking.join(5)
        assert not asking.is_alive()
        with pytest.raises(SourceError, match="dihentikan"):
            asker.get(f"{server.address}/a")
    assert len(said) == 1


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_named() -> None:
    routes = {"/a": to("/b?x=1 2"), "/b": to("{here}/c", 308), "/c": "isi"}
    with NewsServer(routes) as server:
        assert client().get(f"{server.address}/a").url == f"{server.address}/c"
        server.routes["/c"] = Reply("", status=404)
        assert f"{server.address}/a: dialihkan ke {server.address}/c: halaman ini tidak ada (404)" in refusal(f"{server.address}/a")


def test_a_cookie_wall_is_passed_but_its_cookie_goes_nowhere_else() -> None:
    def wall(handler: object) -> None:
        lets = "lewat=1" in (handler.headers.get("Cookie") or "")  # type: ignore[attr-defined]
        away = Reply("", status=302, headers={"Location": "/a", "Set-Cookie": "lewat=1"})
        server._send(handler, Reply("isi") if lets else away)  # type: ignore[arg-type]

    with NewsServer({"/b": "isi"}) as server:
        server.routes["/a"] = wall
        asker = client()
        assert asker.get(f"{server.address}/a").raw == b"isi"
        asker.get(f"{server.address}/b")
    assert "Cookie" not in server.headers[-1]


def test_a_redirect_loop_ends() -> None:
    with NewsServer({"/a": to("/b"), "/b": to("/a")}) as server:
        assert "dialihkan lebih dari 5 kali" in refusal(f"{server.address}/a")
    assert len(server.heard) == 6


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://127.0.0.2:9/", "jaringan dalam"),
        ("http://169.254.169.254/latest/meta-data/", "jaringan dalam"),
        ("http://[::1]:9/", "jaringan dalam"),
        ("http://[::ffff:10.0.0.1]/", "jaringan dalam"),
        ("http://192.168.1.1/", "jaringan dalam"),
        ("http://2130706433/", "jaringan dalam"),
        ("http://0x7f.1/", "jaringan dalam"),
        ("http://0/", "jaringan dalam"),
        ("http://100.64.3.2/", "jaringan dalam"),
        ("http://224.0.0.1/", "jaringan dalam"),
        ("file:///etc/passwd", "hanya alamat http"),
        ("ftp://contoh.id/a", "hanya alamat http"),
        ("http://admin:rahasia@contoh.id/", "sandi"),
        ("http://[::1", "tidak sah"),
        ("http://a:99999/", "tidak sah"),
    ],
)
def test_a_redirect_leads_nowhere_inside(target: str, words: str) -> None:
    with NewsServer({"/a": to(target)}) as server:
        said = refusal(f"{server.address}/a")
    assert said.startswith(f"{server.address}/a: ")
    assert words in said
    assert "rahasia" not in said
    assert len(server.heard) == 1


# ---------------------------------------------------------------- where it may go


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",  # noqa: S104  # refused, not bound
        "100.127.255.255", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "fec0::1", "ff02::1",
        "2001:db8::1", "::ffff:127.0.0.1", "::ffff:192.168.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:1::1",
        "2001:0:1:2:3:4:80ff:fffe", "::127.0.0.1", "contoh", "", "127.1",
    ],
)  # fmt: skip
def test_inner_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "103.10.66.1", "2001:4860:4860::8888", "64:ff9b::101:101", "::ffff:8.8.8.8", "100.128.0.1"])
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_wrapping(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    wrapped = [ipaddress.IPv6Address((0xFFFF << 32) | number), ipaddress.IPv6Address((0x64FF9B << 96) | number)]
    assert {is_public(str(one)) for one in wrapped} == {is_public(str(address))}
    if not is_public(str(address)):
        assert not is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80))))


def test_this_machine_is_refused_unless_allowed() -> None:
    with NewsServer({"/a": "isi"}) as server:
        said = refusal(f"{server.address}/a", Net())
        assert "127.0.0.1 berada di jaringan dalam" in said
        assert 'masukkan "127.0.0.1" ke private di bagian [network] station.toml' in said
        assert not server.heard
        refusal(f"http://localhost:{server.port}/a", replace(LOCAL, private=frozenset({"127.0.0.1"})))
        assert client().get(f"http://LOCALHOST:{server.port}/a").raw == b"isi"


def test_one_inner_address_among_public_ones_is_enough() -> None:
    assert "(10.0.0.5)" in refusal("http://kabar.test/", Net(), {"kabar.test": ["93.184.215.14", "10.0.0.5"]})


def test_dns_rebinding_gets_nowhere() -> None:
    """A name that is public at the first look-up and 127.0.0.1 at the second is looked up once."""
    asked: list[str] = []

    def rebind(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ["203.0.114.7"] if len(asked) == 1 else ["127.0.0.1"]

    with NewsServer({"/": "rahasia"}) as server:
        connected: list[tuple[str, int]] = []
        asker = Client(replace(LOCAL, connect_s=0.2, total_s=1), rebind, lambda _s: None)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "create_connection", lambda place, *_: connected.append(place) or _refuse())
            with pytest.raises(SourceError):
                asker.get(f"http://jahat.test:{server.port}/")
    assert connected[0] == ("203.0.114.7", server.port)
    assert all(place[0] != "127.0.0.1" for place in connected)
    assert not server.heard


def _refuse() -> socket.socket:
    raise ConnectionRefusedError


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    net = replace(LOCAL, private=frozenset({"kabar.test"}))
    with NewsServer({"/a": "isi"}) as server:
        assert client(net, {"kabar.test": ["127.0.0.1"]}).get(f"http://kabar.test:{server.port}/a").raw == b"isi"
    assert server.headers[0]["Host"] == f"kabar.test:{server.port}"


def test_the_next_address_is_tried_when_one_is_dead() -> None:
    net = replace(LOCAL, private=frozenset({"kabar.test"}))
    with NewsServer({"/a": "isi"}) as server:
        assert client(net, {"kabar.test": ["127.0.0.9", "127.0.0.1"]}).get(f"http://kabar.test:{server.port}/a").raw == b"isi"


# ---------------------------------------------------------------- TLS


def test_tls_verifies_the_name_though_the_address_is_pinned(trusted: Callable[[str], Path]) -> None:
    net = replace(LOCAL, private=frozenset({"kabar.test", "lain.test"}))
    hosts = {"kabar.test": ["127.0.0.1"], "lain.test": ["127.0.0.1"]}
    with NewsServer({"/a": "isi"}, certificate=trusted("kabar.test")) as server:
        assert client(net, hosts).get(f"https://kabar.test:{server.port}/a").raw == b"isi"
        assert "sertifikat" in refusal(f"https://lain.test:{server.port}/a", net, hosts)
        assert "sertifikat" in refusal(f"{server.address}/a")
    assert server.heard == ["/a"]


def test_a_certificate_nobody_vouches_for_is_refused(trusted: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = trusted("127.0.0.1")
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with NewsServer({"/a": "isi"}, certificate=certificate) as server:
        assert "sertifikat keamanan (TLS) situs ini tidak sah" in refusal(f"{server.address}/a")
    assert not server.heard


def test_https_where_only_http_is_spoken() -> None:
    with NewsServer({"/a": "isi"}) as server:
        assert "TLS" in refusal(f"https://127.0.0.1:{server.port}/a")


def test_a_drip_over_tls_is_left_too(trusted: Callable[[str], Path]) -> None:
    with NewsServer({}, certificate=trusted("127.0.0.1")) as server:
        server.routes["/a"] = server.drip
        server.routes["/b"] = server.drip_head
        for path in ("/a", "/b"):
            assert "tidak selesai menjawab" in refusal(f"{server.address}{path}", replace(LOCAL, total_s=0.5))


# ---------------------------------------------------------------- trouble, and trying again


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "meminta sandi"), (403, "menolak"), (404, "tidak ada"), (410, "dihapus"), (429, "membatasi"), (451, "hukum"),
        (418, "kode 418"), (500, "bermasalah"), (304, "kode 304"),
    ],
)  # fmt: skip
def test_refusals_are_told_plainly(status: int, words: str) -> None:
    with NewsServer({"/a": Reply("", status=status)}) as server:
        with pytest.raises(StatusError, match=words) as caught:
            client().get(f"{server.address}/a")
        assert caught.value.status == status
        assert str(caught.value).startswith(f"{server.address}/a: ")


@pytest.mark.parametrize(
    ("first", "waited"),
    [
        (Reply("", status=429, headers={"Retry-After": "3"}), [3.0]),
        (Reply("", status=503), [0.01]),
        (Reply("", status=429, headers={"Retry-After": "Mon, 23 Nov 2020 07:00:00 GMT"}), [0.01]),
        (gone, [0.01]),
        (Reply(gzip.compress(b"a" * 99)[:-9], headers={"Content-Encoding": "gzip"}), [0.01]),
    ],
)
def test_what_passes_is_asked_for_once_more(first: Reply, waited: list[float]) -> None:
    waits: list[float] = []
    with NewsServer({"/a": [first, "isi"]}) as server:
        assert client(waits=waits).get(f"{server.address}/a").raw == b"isi"
    assert waits == waited


@pytest.mark.parametrize(
    ("first", "asked"),
    [(Reply("", status=429, headers={"Retry-After": "120"}), 1), (Reply("", status=500), 2), (gone, 2), (Reply("", status=404), 1)],
)
def test_patience_has_an_end(first: Reply, asked: int) -> None:
    with NewsServer({"/a": [first]}) as server:
        refusal(f"{server.address}/a")
    assert len(server.heard) == asked


def test_an_answer_that_is_cut_off_is_no_answer() -> None:
    def cut(handler: object) -> None:
        handler.send_response(200)  # type: ignore[attr-defined]
        handler.send_header("Content-Length", "100")  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        handler.wfile.write(b"separuh")  # type: ignore[attr-defined]
        handler.close_connection = True  # type: ignore[attr-defined]

    with NewsServer({"/a": cut}) as server:
        assert "terputus" in refusal(f"{server.address}/a")


def test_odd_answers_get_a_sentence() -> None:
    def rubbish(handler: object) -> None:
        handler.wfile.write(b"bukan HTTP\r\n\r\n")  # type: ignore[attr-defined]
        handler.close_connection = True  # type: ignore[attr-defined]

    routes = {
        "/kosong": Reply(" \n"),
        "/br": Reply(b"abc", headers={"Content-Encoding": "br"}),
        "/rusak": Reply(b"abc", headers={"Content-Encoding": "gzip"}),
        "/sampah": rubbish,
    }
    with NewsServer(routes) as server:
        for path, words in [("/kosong", "kosong"), ("/br", "tidak dikenal (br)"), ("/rusak", "rusak"), ("/sampah", "terputus")]:
            assert words in refusal(f"{server.address}{path}")


def test_nobody_there_no_such_name_and_no_network() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "tidak ada sambungan ke 127.0.0.1" in refusal(f"http://127.0.0.1:{port}/")
    assert "tidak ditemukan" in refusal("http://kabar.test/", hosts={"kabar.test": []})

    def offline(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure")

    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def dead(_host: str, _port: int) -> Sequence[str]:
        raise TimeoutError

    for resolve, words in ((offline, "tidak ada sambungan ke internet"), (unknown, "periksa ejaan"), (dead, "DNS")):
        with pytest.raises(SourceError, match=words):
            Client(LOCAL, resolve, lambda _s: None).get("http://kabar.test/")


def test_look_up_gives_addresses_or_an_oserror() -> None:
    assert "127.0.0.1" in look_up("127.0.0.1", 80, 2)
    with pytest.raises(socket.gaierror):
        look_up("a" * 70 + ".test", 80, 2)


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http:///a",
        "https://a b/",
        "http://a\\@127.0.0.1/",
        "http://a\n.id/",
        "http://x:y/",
        "http://[::g]/",
        "http://" + "a" * 300 + "/",
    ],
)
def test_addresses_that_are_none(address: str) -> None:
    refusal(address)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_address_gives_a_sentence(rest: str) -> None:
    def nowhere(_host: str, _port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "")

    with pytest.raises(SourceError):
        Client(Net(), nowhere, lambda _s: None).get(f"http://{rest}")


def test_a_dead_host_is_left_in_peace_and_others_are_not() -> None:
    with NewsServer({"/a": Reply("", status=500), "/b": "isi"}) as server, NewsServer({"/b": "isi"}) as other:
        asker = client()
        for _again in range(MOST_FAILURES):
            with pytest.raises(StatusError):
                asker.get(f"{server.address}/a")
        asked = len(server.heard)
        with pytest.raises(SourceError, match="3 kali tidak menjawab"):
            asker.get(f"{server.address}/b")
        assert len(server.heard) == asked
        assert asker.get(f"{other.address}/b").raw == b"isi"


def test_a_missing_page_is_no_dead_host() -> None:
    with NewsServer({"/b": "isi"}) as server:
        asker = client()
        for number in range(MOST_FAILURES + 1):
            with pytest.raises(StatusError):
                asker.get(f"{server.address}/hilang-{number}")
        assert asker.get(f"{server.address}/b").raw == b"isi"


def test_at_most_two_at_once_at_one_host() -> None:
    def slow(handler: object) -> None:
        server.released.wait(0.02)
        server._send(handler, Reply("isi"))  # type: ignore[arg-type]

    with NewsServer({}) as server:
        server.routes["/a"] = slow
        asker = client()
        asking = [threading.Thread(target=asker.get, args=(f"{server.address}/a",)) for _ in range(9)]
        for one in asking:
            one.start()
        for one in asking:
            one.join()
    assert server.most_at_once == MOST_AT_ONCE
    assert len(server.heard) == 9


# ---------------------------------------------------------------- proxies


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsServer]:
    with NewsServer({"http://kabar.test/a": "lewat proksi", "http://jauh.test/a": "lewat proksi"}) as server:
        monkeypatch.setenv("http_proxy", server.address)
        monkeypatch.setenv("no_proxy", "")
        yield server


def test_the_proxy_of_the_environment_is_used(proxy: NewsServer) -> None:
    assert client(Net(), {"kabar.test": ["93.184.215.14"]}).get("http://kabar.test/a").text == "lewat proksi"

    def unknown(host: str, port: int) -> Sequence[str]:
        if host == "jauh.test":
            raise socket.gaierror(socket.EAI_NONAME, "")
        return look_up(host, port, 2)

    assert Client(Net(), unknown, lambda _s: None).get("http://jauh.test/a").text == "lewat proksi"
    assert len(proxy.heard) == 2


@pytest.mark.parametrize("address", ["http://dalam.test/a", "http://10.0.0.1/a", "http://2130706433/a"])
def test_no_proxy_leads_inside_as_far_as_can_be_seen(proxy: NewsServer, address: str) -> None:
    assert "jaringan dalam" in refusal(address, Net(), {"dalam.test": ["192.168.0.4"]})
    assert not proxy.heard


def test_allowed_inner_hosts_are_reached_without_the_proxy(proxy: NewsServer) -> None:
    with NewsServer({"/a": "langsung"}) as server:
        assert client().get(f"{server.address}/a").text == "langsung"
    assert not proxy.heard


def test_tls_goes_through_the_proxy_to_the_name(trusted: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    with NewsServer({"/a": "isi"}, certificate=trusted("kabar.test")) as server, Tunnel(server.port) as tunnel:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{tunnel.port}")
        monkeypatch.setenv("no_proxy", "")
        assert client(Net(), {"kabar.test": ["93.184.215.14"]}).get("https://kabar.test/a").text == "isi"
        assert "sertifikat" in refusal("https://lain.test/a", Net(), {"lain.test": ["93.184.215.14"]})
        server.routes["/lambat"] = server.drip
        late = replace(Net(), total_s=0.5)
        assert "tidak selesai menjawab" in refusal("https://kabar.test/lambat", late, {"kabar.test": ["93.184.215.14"]})
    assert tunnel.asked == ["kabar.test:443", "lain.test:443", "kabar.test:443"]


def test_a_dead_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free.getsockname()[1]}")
    monkeypatch.setenv("no_proxy", "")
    assert "127.0.0.1" in refusal("http://kabar.test/", Net(), {"kabar.test": ["93.184.215.14"]})
