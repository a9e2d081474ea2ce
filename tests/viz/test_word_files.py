"""Comments in a whole Word file: which parts change, what happens to one's own comments and to those of others."""

from __future__ import annotations

import io
import zipfile

import pytest
from word_parts import DOCUMENT, MACROS, RELATIONS, STRICT, W, covered, document, parts_of, texts, tree, word_file

from graphmodel.problems import Problem
from viz.word_comments.comments import Note
from viz.word_comments.marks import At
from viz.word_comments.package import Remark, WordFile

BODY = document("<w:p><w:r><w:t>甲乙丙丁</w:t></w:r></w:p>")
BESIDE = "word/_rels/document.xml.rels"
W14, W15 = "http://schemas.microsoft.com/office/word/2010/wordml", "http://schemas.microsoft.com/office/word/2012/wordml"
HEAD = "错误 OWN101 no-owner（任务无人负责）"


def remark(start: int, end: int, *paragraphs: str) -> Remark:
    return Remark(At(0, start), At(0, end), Note(paragraphs or (HEAD, "没有单位")))


def commented(data: bytes, *remarks: Remark, zh: bool = True) -> bytes:
    """As the command does it. Twice gives the same bytes as once."""

    def once(given: bytes) -> bytes:
        return WordFile(given, "plan.docx").without_own().with_remarks(remarks, zh).data

    made = once(data)
    assert once(made) == made
    return made


def own(id: int, key: str = "", author: str = "分工审校", initials: str = "FG", words: str = HEAD) -> str:
    at = f' w14:paraId="{key}"' if key else ""
    return f'<w:comment w:id="{id}" w:author="{author}" w:initials="{initials}"><w:p{at}><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'


def with_comments(comments: str, more: str = "", **parts: str) -> bytes:
    """A file that has comments 0 and 1 on its words."""
    marks = '<w:commentRangeStart w:id="{0}"/><w:r><w:t>{1}</w:t></w:r><w:commentRangeEnd w:id="{0}"/><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:commentReference w:id="{0}"/></w:r>'
    body = document(f"<w:p>{marks.format(0, '甲乙')}{marks.format(1, '丙丁')}</w:p>")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    listed = f'<Relationship Id="rId5" Type="{kind}" Target="comments.xml"/><Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    held = f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{comments}</w:comments>'
    talk = f'<w15:commentsEx xmlns:w15="{W15}">{more}</w15:commentsEx>'
    return word_file(body, {BESIDE: RELATIONS.format(listed), "word/comments.xml": held, "word/commentsExtended.xml": talk, **parts})


def ids(data: bytes) -> list[str | None]:
    return [c.get(f"{{{W}}}id") for c in tree(parts_of(data)["word/comments.xml"])]


def test_only_the_parts_that_must_change_do() -> None:
    data = word_file(
        BODY,
        {
            "word/media/a.png": b"\x89PNG" * 50,
            BESIDE: RELATIONS.format('<Relationship Id="rId1" Type="x" Target="y.xml"/>'),
            "word/styles.xml": "<s/>",
            "docProps/名.xml": "<a/>",
        },
    )
    made = commented(data, remark(1, 3))
    before, after = parts_of(data), parts_of(made)
    assert list(after) == [*before, "word/comments.xml"]
    assert {m for m in before if before[m] != after[m]} == {"[Content_Types].xml", BESIDE, "word/document.xml"}
    assert covered(after["word/document.xml"], 0) == "乙丙"
    assert (
        b'<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Rel' in after[BESIDE]
    )
    assert b'<Override PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        for a, b in zip(old.infolist(), new.infolist()):
            assert (a.filename, a.date_time, a.compress_type, a.external_attr) == (b.filename, b.date_time, b.compress_type, b.external_attr)
        assert new.infolist()[-1].date_time == (1980, 1, 1, 0, 0, 0)


def test_the_comment_says_who_and_what_and_no_day() -> None:
    made = parts_of(commented(word_file(BODY), remark(0, 1, "错误 <b>&", "a\x01\u202e]]>\ud800", "改：")))
    (comment,) = tree(made["word/comments.xml"])
    assert dict(comment.attrib) == {f"{{{W}}}id": "0", f"{{{W}}}author": "分工审校", f"{{{W}}}initials": "FG"}
    assert texts(made["word/comments.xml"]) == ["错误 <b>&", "a\\x01\\u202e]]>\\ud800", "改："]
    english = parts_of(commented(word_file(BODY), remark(0, 1), zh=False))["word/comments.xml"]
    assert b'w:author="Fengong"' in english


def test_nothing_to_say_changes_nothing() -> None:
    data = word_file(BODY)
    assert commented(data) == data


def test_python_docx_reads_what_was_written(tmp_path: object) -> None:
    from docx import Document

    out = io.BytesIO()
    plan = Document()
    plan.add_paragraph("甲乙丙丁").add_run("戊")
    plan.save(out)
    (comment,) = Document(io.BytesIO(commented(out.getvalue(), remark(1, 2)))).comments
    assert (comment.author, comment.initials, comment.text.split("\n")[0]) == ("分工审校", "FG", HEAD)


@pytest.mark.parametrize(("comment", "stays"), [
    (own(0), False),
    (own(0, author="Fengong"), False),
    (own(0, author="Fengong", initials="F", words="error OWN101 no-owner (Nobody answers for a task)"), False),
    (own(0, author="作者", initials=""), False),
    (own(0, author="Fengong", initials="F", words="请冯工看看"), True),  # a person of that name
    (own(0, author="王", initials="FG"), True),
    (own(0, author="作者", words="错误 OWN101 no-owner？我不同意"), True),
], ids=["own", "English", "initials lost", "names taken away", "a person of that name", "another author", "quoted by a nameless person"])  # fmt: skip
def test_own_comments_are_known(comment: str, stays: bool) -> None:
    data = with_comments(comment + own(1, author="李四", initials="L", words="好"))
    made = commented(data, remark(0, 2))
    held = texts(parts_of(made)["word/comments.xml"])
    assert held[-3:] == ["好", HEAD, "没有单位"] and len(held) == 3 + stays
    assert covered(parts_of(made)["word/document.xml"], 1) == "丙丁"
    assert ids(made) == (["0", "1", "2"] if stays else ["1", "2"])


TALKS = {
    "answered by a person": (own(0, "00000001") + own(1, "00000002", "李四", "L", "已改"), '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>', True),
    "marked as done": (own(0, "00000001"), '<w15:commentEx w15:paraId="00000001" w15:done="1"/>', True),
    "open": (own(0, "00000001"), '<w15:commentEx w15:paraId="00000001" w15:done="0"/>', False),
    "of others": (own(0, "00000001") + own(1, "00000002", "李四", "L", "已改"), '<w15:commentEx w15:paraId="00000002"/>', False),
}  # fmt: skip


@pytest.mark.parametrize("row", TALKS)
def test_what_a_person_has_taken_up_stays(row: str) -> None:
    comments, talk, stays = TALKS[row]
    data = with_comments(comments, talk)
    made = commented(data, remark(0, 2, "警告 TXT601 numbering-gap", "另一条"))
    assert ("0" in ids(made)) == stays
    assert parts_of(made)["word/commentsExtended.xml"] == parts_of(data)["word/commentsExtended.xml"]
    again = commented(data, remark(0, 2, HEAD))
    assert texts(parts_of(again)["word/comments.xml"]).count(HEAD) == 1, "what a person has answered is not said again"


def test_ids_do_not_collide() -> None:
    high = 2**31 - 1
    data = with_comments(own(high, author="李", initials="L") + own(0, author="李", initials="L") + own(2, author="李", initials="L"))
    assert ids(commented(data, remark(0, 1), remark(1, 2))) == [str(high), "0", "2", "3", "4"]  # 1 has marks, though no comment
    assert ids(commented(with_comments(own(5, author="李")), remark(0, 1))) == ["5", "6"]


@pytest.mark.parametrize("empty", ["<x:comments xmlns:x='{}'/>", "<comments xmlns='{}' />", "<x:comments xmlns:x='{}'>\n</x:comments>"])
def test_a_part_for_comments_that_is_spelt_otherwise(empty: str) -> None:
    data = with_comments("", **{"word/comments.xml": empty.format(W)})
    made = commented(data, remark(0, 2))
    assert ids(made) == ["2"]
    assert covered(parts_of(made)["word/document.xml"], 2) == "甲乙"


def test_a_main_part_of_another_name_and_strict_files() -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    data = word_file(document("<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>", STRICT), name="word/document2.xml", space=kind)
    made = parts_of(commented(data, remark(0, 1)))
    assert covered(made["word/document2.xml"], 0, STRICT) == "甲"
    assert f'Type="{kind}/comments"'.encode() in made["word/_rels/document2.xml.rels"]
    assert tree(made["word/comments.xml"]).tag == f"{{{STRICT}}}comments"


def test_kinds_and_signatures_are_noticed() -> None:
    kinds = {DOCUMENT: ".docx", MACROS: ".docm", DOCUMENT.replace("document.main", "template.main"): ".dotx"}
    assert {kind: WordFile(word_file(BODY, kind=kind), "").suffix for kind in kinds} == kinds
    assert WordFile(word_file(BODY, {"_xmlsignatures/sig1.xml": "<a/>"}), "").signed and not WordFile(word_file(BODY), "").signed


def test_sizes_behind_the_data_are_put_before_it() -> None:
    """As .NET and LibreOffice write them when they cannot go back in the file."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts_of(word_file(BODY)).items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(content)
    made = commented(out.getvalue(), remark(0, 1))
    assert covered(parts_of(made)["word/document.xml"], 0) == "甲"


@pytest.mark.parametrize("data", [
    b"", b"PK\3\4", word_file("<a>"), word_file(BODY)[:-30], word_file(BODY.replace("document", "docum")),
    with_comments("", **{"word/comments.xml": "<a/>"}), with_comments("", **{"word/comments.xml": "<!DOCTYPE a><a/>"}),
])  # fmt: skip
def test_a_damaged_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Problem, match="plan.docx"):
        WordFile(data, "plan.docx").without_own().with_remarks([remark(0, 1)], True)


def test_five_thousand_comments() -> None:
    import time

    words = "甲乙丙丁戊己庚辛壬癸" * 1_000
    data = word_file(document(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" + "<w:p><w:r><w:t>甲</w:t></w:r></w:p>" * 5_000))
    begun = time.perf_counter()
    word = WordFile(data, "").with_remarks([remark(n, n + 3, str(n)) for n in range(5_000)], True)
    assert word.without_own().data != data and parts_of(word.without_own().data)["word/document.xml"] == parts_of(data)["word/document.xml"]
    assert time.perf_counter() - begun < 20
