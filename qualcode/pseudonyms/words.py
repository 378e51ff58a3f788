"""What stands around names in Indonesian and English, as data."""

from qualcode.lang.data import words

SHORT = words("sdr sdri yth h hj ir drs dra dr prof mr mrs ms")
"""Words of address that take a full stop; behind all others one ends a sentence."""

ADDRESS = SHORT | words(
    """
    pak bu mas mbak mba kak bang cek cik yuk yu ayuk mang mamang bik bicik wak uwak nek kek koh ko cici ci
    teh teteh kang aa gus ning uda uni ustad ustadz ustadzah kyai tuan nyonya nona om tante si sang
    dek dik adek nak haji hajjah miss mister madam
    """
)
"""Words said before a name and before nothing else: what follows them directly is a name."""

KINSHIP = words("bapak ibu kakak abang adik saudara saudari paman bibi nenek kakek suami istri anak orangtua")
"""Words said before a name as well as before somebody's: ``Ibu Lina``, ``ibu Anda``."""

ROLES = words(
    """
    haji hajjah rt rw lurah camat kades kadus gubernur bupati wali walikota menteri presiden guru dosen dokter
    bidan kepala ketua sekretaris bendahara direktur manajer koordinator kabid kadis ustad ustadz kyai imam
    dan atau yang ini itu saya kami kita saja sekalian semua rumah kos kost
    """
)
"""What follows a word of address without being a name: ``Pak Lurah``, ``ibu-ibu sekalian``."""

DEGREES = (
    r"(?:,\s*|\s+)(?:[SMAD]\.?\s?(?:[A-Z][a-z]{0,5}\.?\s?){1,3}|Ph\.?D|Dr|Ir|SH|SE|ST|MM|MT|MBA|MSi|MPd|SPd"
    r"|SSos|MA|BA|BSc|MSc)\.?(?=,|\s|$)"
)
"""An academic degree behind a name: ``, S.E.``, ``, M.Si``."""

NAMED = (
    r"\b(?:nama(?:nya|ku|mu)?|bernama|dipanggil|panggil(?:an(?:nya|ku)?)?|named?|called)\b(?:\s+\w+){0,2}\s+$"
)
"""What says that a name follows: ``nama saya memang``, ``dipanggil``."""

ALWAYS_CAPITAL = words("anda")
"""Words that are no names though they are written with a capital wherever they stand."""

OF_OTHERS = words("kata sama oleh dari ke dengan soal tentang buat")
"""Function words that stand before names as well as before ``Anda``."""

STREET = r"\b(?:(?:jln?|gg|lrg?)\b\.?|(?:jalan|lorong|gang|perumahan|perum|komplek|kompleks|street|road)\b)"
"""What the name of a street begins with."""

PLACES = words(
    """
    aceh sumatera sumatra riau jambi bengkulu lampung bangka belitung banten jakarta jawa yogyakarta jogja
    bali kalimantan sulawesi gorontalo maluku papua medan padang palembang pekanbaru batam bandung bogor
    bekasi depok tangerang semarang surakarta solo surabaya malang denpasar mataram kupang pontianak
    banjarmasin balikpapan samarinda makassar manado ambon jayapura
    """
)
"""Provinces and the biggest cities."""

NOT_NAMES = words(
    """
    januari februari maret april mei juni juli agustus september oktober november desember
    january february march may june july august october december
    senin selasa rabu kamis jumat sabtu minggu monday tuesday wednesday thursday friday saturday sunday
    allah tuhan alhamdulillah insyaallah assalamualaikum waalaikumsalam islam kristen indonesia indonesian
    whatsapp facebook instagram tiktok shopee tokopedia lazada gojek grab google youtube telegram zoom
    rp usd idr ramadan ramadhan lebaran idul fitri natal
    """
)
"""Words with a capital that name nobody: months, days, faiths, services."""
