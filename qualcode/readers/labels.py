"""Words that transcripts put before what was said, and words that only look like it, in several languages.

All words are in the folded form of `qualcode.readers.marks.fold`: lower case, no dots, numbers cut off.
"""

from qualcode.lang import language
from qualcode.lang.detect import LANGUAGES
from qualcode.model import Role, SourceKind


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _named(role: Role) -> frozenset[str]:
    """Return the words for a role in the languages that have data of their own; letters stand apart."""
    return frozenset(
        word for code in LANGUAGES for word in language(code).speaker_labels[role] if len(word) > 1
    )


INTERVIEWER = _named(Role.INTERVIEWER) | _words(
    """
    intervieweren spørger spørgsmål ordstyrer intervjuare fråga interviewerin frage vraag
    enquêteur enquêtrice intervieweuse entrevistador entrevistadora pregunta pergunta
    """
)
INFORMANT = _named(Role.INFORMANT) | _words(
    """
    informanten respondenten interviewperson interviewpersonen deltager svar befragter befragte antwort
    deelnemer antwoord geïnterviewde répondant enquêté entrevistado entrevistada respuesta resposta
    """
)
OTHER = _named(Role.OTHER)
NEUTRAL = _words("speaker pembicara penutur spk suara")
"""Labels without a role of their own."""

LETTERS = _words("p i t j q a r n")
"""Single letters that are labels even where they occur once."""

PAIRS = (("t", "j"), ("q", "a"))
"""Question and answer letters: certain where both occur."""

ANSWERS = {
    "jawab": "Pertanyaan", "jawaban": "Pertanyaan", "j": "T", "answer": "Question", "a": "Q",
    "svar": "Spørgsmål", "antwort": "Frage", "antwoord": "Vraag",
}  # fmt: skip
"""Labels of answers, each with the one of the question where that has none of its own."""

NAMES_TOO = {"hari": r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|\d)"}
"""Words that are a name besides, with what follows where they are not."""

HONORIFICS = _words(
    """
    bu ibu pak bapak bpk mbak mas kak bang uni yuk cek kakak adik ustadz haji hj h mr mrs ms miss dr
    """
)
INNER = _words("dan and & bin binti al el von de van of / - tahun thn th years år jahre jaar ans")
"""Words within a name, or an age beside it, that need no capital."""

ASIDES = _words(
    """
    catatan keterangan ket note notes comment komentar transcriber transkriptor penulis editor
    """
)
"""A line so labelled is the transcriber's, and belongs to no turn."""

SOUNDS = _words(
    """
    tertawa ketawa tersenyum menangis musik hening jeda batuk diam mengangguk
    inaudible crosstalk laughter laughs laughing laugh music applause cheering pause silence sighs cough
    coughs noise beep sic redacted overlapping
    latter griner ler uhørligt utydeligt skratt lachen lacht gelach muziek pauze rires risas
    """
)
"""What stands in brackets and is nobody's name."""

HEADER_KEYS = _words(
    """
    nama umur usia usaha jenis pekerjaan pendidikan alamat tanggal tgl hari waktu pukul jam tempat
    lokasi durasi jabatan kode lama tahun agama status omzet kecamatan kelurahan desa kota nomor no
    judul topik tema interviewer jk name age business occupation job education address date time day
    place location duration position code gender sex topic title file recording rekaman pelaksanaan
    navn alder køn stilling erhverv uddannelse dato tidspunkt sted varighed emne namn ålder kön datum plats
    längd naam leeftijd geslacht beroep plaats duur onderwerp alter geschlecht beruf ort dauer thema
    nom âge profession lieu durée nombre edad fecha lugar duración nome idade
    """
)
"""First words of the keys that head a transcript: one makes a block of ``key: value`` lines a header."""

NOT_LABELS = (
    ASIDES
    | (HEADER_KEYS - INTERVIEWER)
    | _words(
        """
    pukul jam tanggal tgl hari waktu tempat lokasi durasi date time place location duration day kode
    code contoh contohnya misal misalnya yaitu yakni artinya intinya maksudnya alasan alasannya pertama
    kedua ketiga kesimpulan tujuan sasaran hasil materi peserta kegiatan tema topik judul nomor no bab
    tabel gambar lampiran sumber harga total jumlah alamat telepon telp hp wa email http https www link
    example reason reasons first second third conclusion goal goals aim result results topic title
    number chapter table figure appendix source price total address phone pertanyaannya masalahnya
    solusinya jawabannya problem solution subject re to from cc kind language warning update ps ingat
    penting syarat syaratnya key legend nøgle forklaring
    """
    )
)

PERSON_KEYS = INTERVIEWER | INFORMANT | _words("nama name")
"""Keys of a header whose value is a person."""

GREETINGS = _words(
    """
    assalamualaikum assalamu'alaikum waalaikumsalam wa'alaikumsalam selamat halo hallo hai hello hi pagi
    siang sore malam ya iya yes ok oke okay good thanks terima mari silakan silahkan baik
    """
)
"""First words of a greeting, which a name in a header never has."""

QUESTION_WORDS = _words(
    """
    apa apakah siapa kapan dimana mana kenapa mengapa bagaimana gimana berapa bisakah bolehkah ngapo
    cakmano what who when where why how which could can do did does is are was were would
    """
)

KIND_IN_NAME: tuple[tuple[SourceKind, str], ...] = (
    (SourceKind.INTERVIEW, r"^w\d+\b|wawancara|interview|transkrip|transcript"),
    (SourceKind.FOCUS_GROUP, r"^fgd?\d*\b|fgd|focus.?group|diskusi.?kelompok"),
    (
        SourceKind.OBSERVATION,
        r"^o\d+\b|^obs\d*\b|observasi|observation|pengamatan|field.?notes?|catatan.?lapangan",
    ),
    (
        SourceKind.DOCUMENT,
        r"^d\d+\b|^dok\d*\b|dokumen|document|laporan|report|modul\b|brosur|brochure|pedoman",
    ),
)
"""Patterns over a file's name, lower case, ``_`` as space; the first that fits wins."""

KIND_IN_HEADING: tuple[tuple[SourceKind, str], ...] = (
    (SourceKind.FOCUS_GROUP, r"\bfgd\b|focus group|diskusi kelompok"),
    (
        SourceKind.OBSERVATION,
        r"\b(catatan|lembar|hasil) (observasi|pengamatan|lapangan)|observation notes?|field ?notes?",
    ),
    (SourceKind.INTERVIEW, r"\b(transkrip|transcript|wawancara|interview)\b"),
    (
        SourceKind.DOCUMENT,
        r"\b(dokumen|laporan|modul|pedoman|brosur|siaran pers|report|press release|guidelines?)\b",
    ),
)
"""Patterns over the first lines of a text."""

ROLE_WORDS: dict[Role, frozenset[str]] = {
    Role.INTERVIEWER: INTERVIEWER,
    Role.INFORMANT: INFORMANT,
    Role.OTHER: OTHER,
}

INFORMANT_LABEL = {"id": "Informan", "en": "Informant"}
"""The label given where a file names nobody."""

QUESTION_LABEL = {"id": "Pertanyaan", "en": "Question"}
"""The label of the questions of a questionnaire."""

COLUMNS: dict[str, frozenset[str]] = {
    "speaker": _words(
        """
        speaker pembicara penutur label siapa who name nama peserta participant
        """
    ),
    "time": _words("time waktu start mulai timestamp menit begin timecode awal"),
    "time_end": _words("end selesai stop akhir finish"),
    "text": _words(
        """
        text teks ucapan ujaran isi transkrip transcript kalimat utterance content words tuturan pernyataan
        turn speech perkataan
        """
    ),
    "question": _words("question pertanyaan soal item"),
    "answer": _words("answer jawaban response tanggapan jawab"),
    "person": _words(
        """
        case kasus id responden respondent informan informant nama name participant partisipan kode code no
        """
    ),
}
"""Names of table columns, by what they hold; longer headings are read by their first word."""

CODINGS = (
    _words("source sumber document dokumen"),
    _words("quote quotation kutipan segment"),
    _words("code kode codes theme tema"),
)
"""Heads of a table of codings, one of each."""
