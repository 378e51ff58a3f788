"""Words that are written with a stop, per language: data for finding sentence ends."""

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What the stop after a short form means. All words are lower case, without their last stop.

    Attributes
    ----------
    before_names
        Something always follows: titles, forms of address, currencies. Never a sentence end.
    before_numbers
        Short forms only before a number (``No. 5``); otherwise ordinary words (``No. I refused.``).
    closing
        May close a sentence (``dll.``, ``etc.``): an end where a capital follows.
    openers
        Words that open a sentence. After initials and degrees (``S.E.``), where a capital may as well go
        on with the name, only these tell that a new one begins.
    """

    before_names: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()

    def __or__(self, other: "Abbreviations") -> "Abbreviations":
        """Return what either holds."""
        return Abbreviations(
            self.before_names | other.before_names,
            self.before_numbers | other.before_numbers,
            self.closing | other.closing,
            self.openers | other.openers,
        )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHARED = Abbreviations(
    before_names=_words("dr prof mr mrs ms st vs cf rp rps usd idr"),
    before_numbers=_words("no nr vol fig tel telp hp"),
    closing=_words("inc ltd co corp jr sr min max"),
)

INDONESIAN = Abbreviations(
    before_names=_words(
        "bpk bp sdr sdri sdra tn ny nn yth drs dra ir hj kh ust ustz kol kapt jend brigjen mayjen "
        "jl jln gg kab kec kel ds prov kpt pt cv cth msl mis"
    ),
    before_numbers=_words("hlm hal tgl bab ps psl ay lamp tab gbr rt rw th thn pkl"),
    closing=_words(
        "dll dsb dst dkk tsb tst tbk ket maks bln hr mgg jt rb krg lk sda ybs a.l d.l.l d.s.b d.s.t d.k.k"
    ),
    openers=_words(
        "saya aku kami kita dia ia beliau mereka kamu anda itu ini jadi tapi tetapi namun lalu terus "
        "kemudian setelah sesudah sebelum waktu ketika kalau kalo karena dan di dari pada untuk dengan "
        "yang ada tidak bukan sekarang dulu akhirnya makanya memang sudah belum awalnya katanya apa siapa "
        "bagaimana kenapa mengapa iya ya oh nah selain menurut bapak ibu pak bu awak kito dio kau yo idak dak"
    ),
)

ENGLISH = Abbreviations(
    before_names=_words("messrs rev hon gen col capt lt sgt sen rep mt ft ave rd viz e.g i.e esp approx"),
    before_numbers=_words("nos p pp ch sec art para app"),
    closing=_words(
        "etc dept est hr hrs wk yr yrs mo jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m al"
    ),
    openers=_words(
        "i we he she it they you this that these those the a an there then so but and or now before after "
        "when while if because since although however in on at for from with by as not no yes what who how "
        "why where which my our his her their your well later finally"
    ),
)

_BY_LANGUAGE = {"id": SHARED | INDONESIAN, "en": SHARED | ENGLISH}


@cache
def abbreviations(language: str) -> Abbreviations:
    """Return the abbreviations of a language; of an unknown one, those that all share."""
    return _BY_LANGUAGE.get(language, SHARED)
