"""Word documents and mails: what is read of them, and what is said of those that cannot be read."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import ROOT, Run
from docx_maker import W, core, docx, para, run, save, table
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcast.errors import SourceError
from broadcast.intake import LIMIT, intake
from broadcast.intake.mailtext import tidy_subject, what_it_says
from broadcast.model import Article

PROSE = (
    "Warga Desa Klepu mulai membersihkan rumah setelah air sungai surut pada Senin pagi.",
    "Camat setempat menyebutkan, dua perahu karet masih disiagakan di tepi sungai.",
)
RELEASE = (
    "Pemerintah Kabupaten Wanasari membuka dapur umum di tiga kecamatan sejak Senin pagi untuk warga yang rumahnya terendam.\n\n"
    "Kepala Dinas Sosial Ratna Dewi mengatakan, setiap dapur umum menyiapkan seribu bungkus nasi sehari selama masa tanggap darurat.\n\n"
    "Bantuan dibagikan oleh relawan dengan perahu karet karena jalan desa masih tergenang air setinggi lutut orang dewasa.\n\n"
    "Warga yang sakit dibawa ke puskesmas terdekat, dan obat-obatan untuk penyakit kulit serta diare sudah ditambah.\n\n"
    "Hujan diperkirakan masih turun sampai akhir pekan, sehingga warga di tepi sungai diminta tetap waspada."
)


def read(path: Path) -> Article:
    (found,) = intake([str(path)])
    assert isinstance(found, Article), found
    return found


def refused(path: Path) -> str:
    (found,) = intake([str(path)])
    assert isinstance(found, SourceError), found
    assert str(found).startswith(str(path))
    return str(found)


# ---------------------------------------------------------------- .docx


def test_paragraphs_and_rows_come_in_order(tmp_path: Path) -> None:
    body = (para(PROSE[0]), table(("Kecamatan", "Rumah"), ("Klepu", "120")), para(), para(PROSE[1]))
    found = read(save(tmp_path, "rilis.docx", docx(*body)))
    assert found.text.split("\n") == [PROSE[0], "Kecamatan, Rumah", "Klepu, 120", PROSE[1]]
    assert (found.id, found.title, found.byline, found.outlet, found.date) == ("rilis", "", "", "", None)


def test_a_table_for_layout_keeps_its_paragraphs(tmp_path: Path) -> None:
    inner = table(("Ketua", "Rudi"))
    body = table((para(PROSE[0]) + para(PROSE[1]), "Foto"), (para("Susunan") + inner,))
    found = read(save(tmp_path, "a.docx", docx(body)))
    assert found.text.split("\n") == [*PROSE, "Foto", "Susunan", "Ketua, Rudi"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    gone = f"<w:del>{run('seratus').replace('w:t ', 'w:delText ').replace('/w:t', '/w:delText')}</w:del>"
    moved = f"<w:moveFrom>{run('dulu di sini ')}</w:moveFrom>"
    body = (
        para("Sebanyak ", gone, f"<w:ins>{run('dua ratus')}</w:ins>", " warga ", moved, f"<w:moveTo>{run('mengungsi')}</w:moveTo>", "."),
        f"<w:ins>{para('Paragraf sisipan.')}</w:ins>",
        f"<w:del>{para('Paragraf hapus.')}</w:del>",
        para("Kalimat ini", properties="<w:rPr><w:del/></w:rPr>"),
        para("menyambung."),
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + para("Baris hapus") + "</w:tc></w:tr></w:tbl>",
    )
    found = read(save(tmp_path, "a.docx", docx(*body)))
    assert found.text.split("\n") == ["Sebanyak dua ratus warga mengungsi.", "Paragraf sisipan.", "Kalimat ini menyambung."]


def test_only_what_the_reader_sees_is_read(tmp_path: Path) -> None:
    link = f"<w:hyperlink>{run('situs kami')}</w:hyperlink>"
    field = "<w:r><w:fldChar/><w:instrText>PAGE rahasia</w:instrText></w:r>"
    box = f"<wps:txbx><w:txbxContent>{para('Isi kotak.')}</w:txbxContent></wps:txbx>"
    drawing = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{para('Ketik di sini')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Isian.')}</w:sdtContent></w:sdt>"
    body = (
        para("Lihat ", link, run("tersembunyi", "<w:vanish/>"), run(" ya", '<w:vanish w:val="0"/>'), field, "."),
        para("Baris satu", "<w:r><w:br/><w:tab/></w:r>", "baris dua", "<w:r><w:noBreakHyphen/></w:r>", "an"),
        para("Di samping kotak.", f"<w:r>{drawing}</w:r>"),
        form,
        filled,
    )
    found = read(save(tmp_path, "a.docx", docx(*body)))
    expected = ["Lihat situs kami ya.", "Baris satu", "baris dua-an", "Di samping kotak.", "Isi kotak.", "Isian."]
    assert found.text.split("\n") == expected


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    about = core(title="Undangan Rapat Tahunan Dinas")
    found = read(save(tmp_path, "a.docx", docx(para("Kop surat"), para("Air Surut di Klepu", style="Judul1"), para(PROSE[0]), about=about)))
    assert (found.title, found.text) == ("Air Surut di Klepu", f"Kop surat\n{PROSE[0]}")
    late = docx(*(para(f"Alinea {number}.") for number in range(6)), para("Penutup", style="Judul1"))
    assert read(save(tmp_path, "b.docx", late)).title == ""
    assert read(save(tmp_path, "c.docx", docx(para("Subjudul", style="Judul2"), para(PROSE[0])))).title == ""


@pytest.mark.parametrize(
    ("about", "title", "byline", "day"),
    [
        (core("Warga Klepu Membersihkan Rumah", "Siti Rahmawati"), "Warga Klepu Membersihkan Rumah", "Siti Rahmawati", None),
        (core("Microsoft Word - Warga Desa Klepu.doc", "ASUS"), "", "", None),
        (core("Pelantikan Pejabat Eselon Dua", "Windows User"), "", "", None),
        (core("", "", "2026-11-22T22:10:00Z", "2026-11-22T23:30:00Z"), "", "", date(2026, 11, 23)),
        (core("", "", "2024-01-02T03:04:05Z", "2026-11-22T23:30:00Z"), "", "", None),
        (core("", "", "kemarin", ""), "", "", None),
    ],
)
def test_properties_count_where_they_can_be_believed(tmp_path: Path, about: str, title: str, byline: str, day: date | None) -> None:
    found = read(save(tmp_path, "a.docx", docx(*map(para, PROSE), about=about)))
    assert (found.title, found.byline, found.date) == (title, byline, day)


def test_other_shapes_of_the_package_are_read(tmp_path: Path) -> None:
    assert read(save(tmp_path, "a.docx", docx(para(PROSE[0]), main="word/document2.xml"))).text == PROSE[0]
    strict = docx(para(PROSE[0]), space="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(save(tmp_path, "b.DOCX", strict)).text == PROSE[0]


def zipped(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in parts.items():
            file.writestr(name.replace("__", "/"), raw)
    return packed.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "kosong"),
        (OLE + bytes(600), "Word lama (.doc)"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(90), "bersandi"),
        (b"%PDF-1.7 ...", "bukan dokumen Word"),
        (b"Berita biasa.", "bukan dokumen Word"),
        (docx(para(PROSE[0]))[:400], "rusak atau tidak lengkap"),
        (docx(para(PROSE[0])).replace(b"PK\x01\x02", b"PK\x01\x09"), "rusak atau tidak lengkap"),
        (zipped(xl__workbook_xml=b"<a/>"), "bukan dokumen Word"),
        (docx().replace(b"word/document.xml", b"word/dokumen1.xml"), "bukan dokumen Word"),
        (docx(para(), table(("", ""))), "tidak berisi teks"),
        (docx("<w:p>"), "rusak atau tidak lengkap"),
    ],
)
def test_what_is_no_document_gets_a_sentence(tmp_path: Path, raw: bytes, says: str) -> None:
    assert says in refused(save(tmp_path, "a.docx", raw))


def test_a_damaged_middle_is_a_sentence(tmp_path: Path) -> None:
    raw = bytearray(docx(*(para(f"Alinea nomor {number} {number * 7919}.") for number in range(300))))
    raw[len(raw) // 2 : len(raw) // 2 + 40] = bytes(40)
    assert "rusak atau tidak lengkap" in refused(save(tmp_path, "a.docx", bytes(raw)))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    body = f"<w:document xmlns:w='{W}'><w:body><w:p><w:r><w:t>{'a' * (LIMIT + 10)}</w:t></w:r></w:p></w:body></w:document>"
    bomb = zipped(**{"word__document.xml": body.encode()})
    assert len(bomb) < 50_000
    assert "5 MB" in refused(save(tmp_path, "bom.docx", bomb))
    many = zipped(**{f"f{number}": b"" for number in range(5_001)})
    assert "terlalu banyak" in refused(save(tmp_path, "banyak.docx", many))
    lol = (
        f'<!DOCTYPE w:document [<!ENTITY a "tawa"><!ENTITY b "{"&a;" * 90}"><!ENTITY c "{"&b;" * 90}"><!ENTITY d "{"&c;" * 90}">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Halo &d;</w:t></w:r></w:p></w:body></w:document>'
    )
    found = next(intake([str(save(tmp_path, "tawa.docx", zipped(**{"word__document.xml": lol.encode()})))]))
    assert isinstance(found, SourceError) or "tawa" not in found.text


def test_an_outer_file_is_not_read(tmp_path: Path) -> None:
    secret = save(tmp_path, "rahasia.txt", b"isi rahasia")
    text = (
        f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Halo &x; dunia</w:t></w:r></w:p></w:body></w:document>'
    )
    found = next(intake([str(save(tmp_path, "a.docx", zipped(**{"word__document.xml": text.encode()})))]))
    assert isinstance(found, SourceError) or "rahasia" not in found.text


def test_deep_nesting_is_no_crash(tmp_path: Path) -> None:
    deep = "<w:ins>" * 5000 + para("Halo.") + "</w:ins>" * 5000
    assert "rusak" in refused(save(tmp_path, "a.docx", docx(deep)))
    nested = "<w:tbl><w:tr><w:tc>" * 60 + para("Di dalam.") + "</w:tc></w:tr></w:tbl>" * 60
    assert read(save(tmp_path, "b.docx", docx(nested))).text == "Di dalam."


@given(raw=st.binary(max_size=300), at=st.integers(0, 1500))
@settings(max_examples=60, deadline=None)
def test_damage_anywhere_is_text_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes, at: int) -> None:
    whole = docx(para(PROSE[0]), about=core("Judul", "Nama"))
    path = save(tmp_path_factory.getbasetemp(), "acak.docx", whole[:at] + raw + whole[at + len(raw) :])
    (found,) = intake([str(path)])
    assert isinstance(found, (Article, SourceError))


def test_words_lock_files_are_left_alone(tmp_path: Path) -> None:
    save(tmp_path, "~$rilis.docx", b"\x05Siti")
    save(tmp_path, "rilis.docx", docx(para(PROSE[0])))
    assert [found.id for found in intake([str(tmp_path)]) if isinstance(found, Article)] == ["rilis"]


# ---------------------------------------------------------------- .eml


def mail(
    text: str = RELEASE, *, html: str = "", subject: str = "Dapur Umum Dibuka", sent: str = "Mon, 23 Nov 2026 08:15:00 +0700"
) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"], made["Date"] = subject, "Humas Wanasari <humas@contoh.id>", "redaksi@contoh.id", sent
    made.set_content(text, cte="quoted-printable")
    if html:
        made.add_alternative(html, subtype="html")
    return made


def attach(made: EmailMessage, name: str, raw: bytes, kind: str = "application/octet-stream") -> EmailMessage:
    main, _, sub = kind.partition("/")
    made.add_attachment(raw, maintype=main, subtype=sub, filename=name)
    return made


def test_a_mail_is_an_article(tmp_path: Path) -> None:
    found = read(save(tmp_path, "surat.eml", bytes(mail(subject="Fwd: Re: Dapur Umum Dibuka"))))
    assert found.text.split("\n") == RELEASE.split("\n\n")
    assert (found.id, found.title, found.date) == ("surat", "Dapur Umum Dibuka", date(2026, 11, 23))
    assert (found.byline, found.outlet) == ("", "")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "tidak-dikenal"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_encodings_of_mails(tmp_path: Path, charset: str, coding: str) -> None:
    made = EmailMessage()
    made["Subject"], made["Date"] = "Café di Alun-alun", "Mon, 23 Nov 2026 08:15:00 +0700"
    made.set_content("Kafé “Senja” dibuka.", charset="utf-8" if charset == "tidak-dikenal" else charset, cte=coding)
    raw = bytes(made).replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    found = read(save(tmp_path, "a.eml", raw))
    assert (found.title, found.text) == ("Café di Alun-alun", "Kafé “Senja” dibuka.")


def test_a_raw_eight_bit_mail(tmp_path: Path) -> None:
    raw = "Subject: =?windows-1252?Q?Harga_=93Murah=94?=\r\nContent-Type: text/plain\r\n\r\nHarga “murah”.\r\n".encode("cp1252")
    found = read(save(tmp_path, "a.eml", raw))
    assert (found.title, found.text, found.date) == ("Harga “Murah”", "Harga “murah”.", None)


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("Mon, 23 Nov 2026 00:30:00 +0700", date(2026, 11, 23)),
        ("Mon, 23 Nov 2026 00:30:00 +0900", date(2026, 11, 23)),
        ("Sun, 22 Nov 2026 23:30:00 +0000", date(2026, 11, 23)),
        ("Sun, 22 Nov 2026 23:30:00 -0000", date(2026, 11, 23)),
        ("kapan-kapan", None),
        ("", None),
    ],
)
def test_the_day_a_mail_was_sent(tmp_path: Path, sent: str, day: date | None) -> None:
    raw = bytes(mail()).replace(b"Date: Mon, 23 Nov 2026 08:15:00 +0700", f"Date: {sent}".encode())
    assert read(save(tmp_path, "a.eml", raw)).date == day


def test_the_rich_part_is_read_only_beside_a_stub(tmp_path: Path) -> None:
    page = "".join(f"<p>{row}</p>" for row in RELEASE.split("\n\n"))
    found = read(save(tmp_path, "a.eml", bytes(mail("Surel ini perlu pembaca HTML.", html=page))))
    assert found.text.split("\n") == RELEASE.split("\n\n")
    found = read(save(tmp_path, "b.eml", bytes(mail(RELEASE, html=f"<p>Lain.</p>{page}"))))
    assert found.text.split("\n") == RELEASE.split("\n\n")


WRAPPED = """\
Pemerintah Kabupaten Wanasari membuka dapur umum di tiga kecamatan sejak
Senin pagi untuk warga yang rumahnya terendam air sungai sampai setinggi
lutut orang dewasa.
Kepala Dinas Sosial Ratna Dewi mengatakan, setiap dapur umum menyiapkan
seribu bungkus nasi sehari.

Lihat https://contoh.id/sebuah-alamat-yang-panjang-sekali-dan-tidak-dipotong/oleh-program-surel.html
"""
UNWRAPPED = [
    " ".join(WRAPPED.split("\n")[:3]),
    "Kepala Dinas Sosial Ratna Dewi mengatakan, setiap dapur umum menyiapkan seribu bungkus nasi sehari.",
    "Lihat https://contoh.id/sebuah-alamat-yang-panjang-sekali-dan-tidak-dipotong/oleh-program-surel.html",
]


def test_wrapped_lines_are_joined() -> None:
    assert what_it_says(WRAPPED).text.split("\n") == UNWRAPPED
    assert what_it_says("Satu \ndua \ntiga.\nEmpat.", flowed=True).text == "Satu dua tiga.\nEmpat."


def test_lines_that_were_not_wrapped_stay() -> None:
    text = "Air sungai surut di Klepu.\nWarga pulang ke rumah.\nPosko ditutup hari Senin."
    assert what_it_says(text).text == text
    text = "Daftar posko di Kabupaten Wanasari yang dibuka hari ini:\n- Balai Desa Klepu\n- SD Negeri 2\nTelepon 0334."
    assert what_it_says(text).text == text


GMAIL = """\
---------- Forwarded message ---------
Dari: Humas Wanasari <humas@contoh.id>
Date: Jum, 20 Nov 2026 pukul 16.02
Subject: Dapur Umum
To: Redaksi <redaksi@contoh.id>,
 Liputan <liputan@contoh.id>

"""
OUTLOOK = """\
________________________________
*Dari:* Humas Wanasari <humas@contoh.id>
*Dikirim:* Jumat, 20 November 2026 16.02
*Kepada:* Redaksi
*Subjek:* Dapur Umum

"""
APPLE = """\
Begin forwarded message:

From: Humas Wanasari <humas@contoh.id>

Subject: Dapur Umum

Date: November 20, 2026 at 16:02

To: redaksi@contoh.id

"""
FIGURES = "-------- Pesan Terusan --------\nSubjek: Dapur Umum\nTanggal: 20/11/2026\nDari: Humas\nKepada: Redaksi\n\n"
FORWARDS = [(GMAIL, date(2026, 11, 20)), (OUTLOOK, date(2026, 11, 20)), (APPLE, date(2026, 11, 20)), (FIGURES, None)]


@pytest.mark.parametrize(("head", "day"), FORWARDS)
def test_the_header_of_a_forwarded_mail_goes(tmp_path: Path, head: str, day: date | None) -> None:
    text = f"Mohon dinaikkan siang ini ya.\n\n-- \nTono\nReporter\n\n{head}{RELEASE}\n\n-- \nHumas Kabupaten Wanasari\nJalan Veteran 1\n"
    found = read(save(tmp_path, "a.eml", bytes(mail(text, subject="Fwd: Dapur Umum"))))
    assert found.text.split("\n") == RELEASE.split("\n\n")
    assert found.date == day


def test_a_long_note_above_a_forwarded_mail_stays() -> None:
    note = "Catatan redaksi: " + " ".join(f"kata{number}" for number in range(40)) + "."
    found = what_it_says(f"{note}\n\n{GMAIL}{RELEASE}")
    assert found.text.split("\n") == [note, *RELEASE.split("\n\n")]


@pytest.mark.parametrize(
    "block",
    [
        "Tanggal: 24 November 2026\nTempat: Balai Desa Klepu\nAcara: Musyawarah warga",
        "Dari: Pasar Klepu menuju alun-alun\nJarak: dua kilometer",
        "Kepada: Yth. Kepala Dinas\nPerihal: Undangan",
        "Kepada: Yth. Kepala Dinas\nTanggal: 24 November 2026\nPerihal: Undangan",
    ],
)
def test_lines_with_labels_that_are_no_header_stay(block: str) -> None:
    assert what_it_says(f"{RELEASE}\n\n{block}").text.split("\n")[-len(block.split("\n")) :] == block.split("\n")


def test_signatures_go_and_what_only_looks_like_one_stays() -> None:
    assert what_it_says("Air surut.\n\n-- \nHumas\nTelp. 0334").text == "Air surut."
    assert what_it_says("Air surut.\n\nDikirim dari iPhone saya").text == "Air surut."
    kept = "Air surut.\n--\nWarga desa mulai pulang ke rumah masing-masing sejak pagi tadi."
    assert what_it_says(kept).text == kept
    kept = "Bantuan dikirim.\nDikirim dari Surabaya dengan dua truk."
    assert what_it_says(kept).text == kept
    long = "\n".join(["Air surut.", "-- ", *(f"Posko {number} dibuka" for number in range(40))])
    assert "Posko 39 dibuka" in what_it_says(long).text


def test_quoted_replies_go_and_a_quoted_article_stays() -> None:
    ask = "Pada Sen, 23 Nov 2026 pukul 07.00 Redaksi <redaksi@contoh.id> menulis:\n> Mohon rilisnya.\n"
    assert what_it_says(f"{RELEASE}\n\n{ask}").text.split("\n") == RELEASE.split("\n\n")
    quoted = "\n".join(f"> {row}" for row in RELEASE.split("\n"))
    assert what_it_says(f"Siap, naikkan.\n\nOn Mon, 23 Nov 2026 Humas wrote:\n{quoted}").text.split("\n") == RELEASE.split("\n\n")


def test_marks_of_mail_programs_go() -> None:
    text = "*WANASARI* - Bupati *Ratna Dewi* hadir [image: foto.jpg] di <https://contoh.id/a> balai. Luas 3*4*5 meter, *catatan."
    assert what_it_says(text).text == "WANASARI - Bupati Ratna Dewi hadir di balai. Luas 3*4*5 meter, *catatan."


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: RE: FW: Air Surut", "Air Surut"),
        ("Bls: Trs: Air Surut", "Air Surut"),
        ("Re[2]: Air Surut", "Air Surut"),
        ("Siaran Pers: Air Surut", "Siaran Pers: Air Surut"),
        ("Refleksi: Air Surut", "Refleksi: Air Surut"),
        ("", ""),
    ],
)
def test_subjects(subject: str, title: str) -> None:
    assert tidy_subject(subject) == title


def test_an_attached_document_is_read_for_a_cover_note(tmp_path: Path) -> None:
    release = docx(para("Dapur Umum Dibuka di Tiga Kecamatan", style="Judul"), *map(para, RELEASE.split("\n\n")))
    made = attach(mail("Yth. Redaksi, terlampir siaran pers kami. Terima kasih.", subject="Siaran Pers"), "Rilis Dapur.docx", release)
    found = read(save(tmp_path, "surat.eml", bytes(made)))
    assert (found.id, found.title, found.date) == ("surat", "Dapur Umum Dibuka di Tiga Kecamatan", date(2026, 11, 23))
    assert found.text.split("\n") == RELEASE.split("\n\n")
    made = attach(mail("Terlampir.", subject="Dapur Umum"), "rilis.txt", RELEASE.encode("utf-16"), "text/plain")
    assert read(save(tmp_path, "b.eml", bytes(made))).title == "Dapur Umum"


def test_the_same_text_twice_is_one_article_and_two_texts_are_two(tmp_path: Path) -> None:
    same = attach(mail(), "rilis.docx", docx(*map(para, RELEASE.split("\n\n"))))
    assert read(save(tmp_path, "a.eml", bytes(same))).text.split("\n") == RELEASE.split("\n\n")
    other = attach(mail(), "lain.docx", docx(*map(para, PROSE)))
    found = list(intake([str(save(tmp_path, "b.eml", bytes(other)))]))
    assert [one.id for one in found if isinstance(one, Article)] == ["b", "b-2"]


def test_attachments_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    scan = attach(mail("Terlampir siaran pers."), "siaran pers.pdf", b"%PDF-1.7", "application/pdf")
    assert "siaran pers.pdf" in refused(save(tmp_path, "a.eml", bytes(scan)))
    broken = attach(mail(), "rilis.docx", b"PK\x03\x04 rusak")
    article, error = intake([str(save(tmp_path, "b.eml", bytes(broken)))])
    assert isinstance(article, Article)
    assert isinstance(error, SourceError)
    assert "b.eml, lampiran rilis.docx: dokumen ini rusak" in str(error)
    logo = attach(mail(), "logo.png", b"\x89PNG", "image/png")
    assert len(list(intake([str(save(tmp_path, "c.eml", bytes(logo)))]))) == 1


def test_a_mail_in_a_mail_is_opened(tmp_path: Path) -> None:
    outer = mail("Silakan.", subject="Rilis")
    outer.add_attachment(mail(subject="Dapur Umum Dibuka", sent="Fri, 20 Nov 2026 09:00:00 +0700"))
    found = read(save(tmp_path, "a.eml", bytes(outer)))
    assert (found.title, found.date) == ("Dapur Umum Dibuka", date(2026, 11, 20))
    assert found.text.split("\n") == RELEASE.split("\n\n")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "kosong"),
        (b"Halo redaksi, ini bukan surel.\n", "bukan surel"),
        (bytes(mail("\n")), "tidak berisi teks"),
        (OLE + bytes(900), "bukan surel"),
    ],
)
def test_what_is_no_mail_gets_a_sentence(tmp_path: Path, raw: bytes, says: str) -> None:
    assert says in refused(save(tmp_path, "a.eml", raw))


HOSTILE = [
    b"Subject: =?utf-8?b?!!!?= =?x?y?z?=\r\nDate: 99 Foo\r\n\r\nIsi.\r\n",
    b"From: \r\nSubject: " + b"<" * 5000 + b"\r\n\r\nIsi.\r\n",
    b'Subject: a\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\nIsi tanpa batas.\r\n',
    b"Subject: a\r\nContent-Type: text/plain; charset*=utf-8''%ff; format=\xff\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@@\r\n",
    b'Subject: a\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename*0="a"; filename*2=".docx"\r\n\r\nIsi.\r\n',
    b"Subject: a\r\nContent-Type: message/rfc822\r\n\r\n" * 40 + b"Subject: b\r\n\r\nIsi.\r\n",
    b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(150)) + b"\r\nIsi.\r\n",
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_mails_are_text_or_a_sentence(tmp_path: Path, raw: bytes) -> None:
    found = list(intake([str(save(tmp_path, "a.eml", raw))]))
    assert found
    assert all(isinstance(one, (Article, SourceError)) for one in found)


@given(raw=st.binary(max_size=120), at=st.integers(0, 900))
@settings(max_examples=60, deadline=None)
def test_a_damaged_mail_is_text_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes, at: int) -> None:
    whole = bytes(attach(mail("Terlampir.", html="<p>Terlampir.</p>"), "a.docx", docx(para(PROSE[0]))))
    path = save(tmp_path_factory.getbasetemp(), "acak.eml", whole[:at] + raw + whole[at + len(raw) :])
    assert all(isinstance(one, (Article, SourceError)) for one in intake([str(path)]))


@given(rows=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=90), max_size=12))
@settings(max_examples=150)
def test_no_word_of_a_plain_mail_is_lost(rows: list[str]) -> None:
    """Without marks, labels, quotes and signatures every word stays."""
    text = "\n".join("".join(char for char in row if char.isalnum() or char == " ") for row in rows)
    said = what_it_says(text).text
    assert said.split() == text.split()
    assert "\n\n" not in said


def test_a_large_mail_takes_no_time(tmp_path: Path) -> None:
    rows = ["Dari: a", "> " * 40, "-- ", "*" * 70, "[image: " * 9, "<https://" * 8, "On " + "x " * 30] * 2_000
    found = list(intake([str(save(tmp_path, "a.eml", bytes(mail("\n".join(rows)))))]))
    assert len(found) == 1


# ---------------------------------------------------------------- on the command line


def test_a_folder_of_documents_is_cleaned(run: Run, tmp_path: Path) -> None:
    save(tmp_path, "rilis.docx", docx(*map(para, PROSE)))
    save(tmp_path, "surat.eml", bytes(mail()))
    save(tmp_path, "rusak.docx", b"PK\x03\x04")
    done = run("clean", tmp_path, cwd=ROOT)
    assert done.returncode == 1
    assert PROSE[0] in done.stdout
    assert "dapur umum" in done.stdout
    assert "rusak.docx" in done.stderr
    assert "Traceback" not in done.stderr
