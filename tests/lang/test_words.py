"""Word families of spoken Indonesian, checked by hand, and pairs that must stay apart."""

import pytest

from qualcode.lang.analyser import analyser

# A root, and words of interviews and messages that a reader takes for its family.
FAMILIES = """
    latih: latih latihan pelatihan dilatih melatih terlatih ngelatih dilatihnya pelatihannya
        pelatihan-pelatihan latihan2 melatihkan ngelatihin berlatih pelatih
    ajar: ajar belajar mengajar ngajar ngajari ngajarin diajarin diajari diajarkan mengajarkan
        pelajaran mempelajari dipelajari pembelajaran
    jual: jual jualan berjualan menjual njual jualin jualke dijual dijualin penjualan penjualannyo
        penjual
    beli: beli membeli mbeli dibeli beliin dibeliin pembeli pembeliannya ngebeli
    usaha: usaha usahanya usahonyo usaho pengusaha berusaha mengusahakan diusahain usaha-usaha
    modal: modal modalnya modalnyo permodalan bermodal bermodalkan dimodali
    kemas: kemas kemasan mengemas ngemas dikemas pengemasan kemasan-kemasannya
    sadar: sadar menyadari disadarkan penyadaran kesadaran menyadarkan nyadar
    daya: daya pemberdayaan memberdayakan diberdayakan berdaya pendayaan
    kapasitas: kapasitas pengkapasitasan
    promosi: promosi promosiin mempromosikan dipromosikan promosi-promosi promosinya dipromosiin
    sosialisasi: sosialisasi disosialisasikan mensosialisasikan sosialisasinyo
    tipu: tipu ditipu penipuan ketipu tertipu menipu penipu
    takut: takut ketakutan menakutkan takutnyo ditakuti takut-takut
    bantu: bantu membantu mbantu dibantu bantuan dibantuin bantuin pembantu
    damping: pendampingan didampingi mendampingi pendamping
    urus: ngurus ngurusin diurus mengurus pengurusan urusan
    izin: izin ijin perizinan izinnya diizinkan
    bayar: bayar mbayar bayarnyo pembayaran dibayar ngebayar bayarin membayar
    cetak: mencetak nyetak dicetak cetakan pencetakan percetakan
    cari: nyari nyariin mencari dicari nyarikan cariin
    coba: nyoba nyobain mencoba dicoba
    tulis: nulis ditulis menulis nulisin tulisan
    pinjam: minjem minjam pinjem meminjam pinjaman dipinjemin
    tanya: nanya nanyo nanyain bertanya ditanya pertanyaan
    dengar: denger dengerin mendengar didengerin kedengaran
    lihat: liat ngeliat ngeliatin melihat dilihat jingok dijingok
    pakai: pake dipake pakek makenya memakai pakaian
    kirim: ngirim ngirimin dikirim mengirim pengiriman
    cerita: ceritain diceritain nyeritain bercerita
    jalan: ngejalanin dijalanin berjalan jalan-jalan menjalankan
    masuk: masukin masukkin memasukkan dimasukin
    datang: dateng didatangin kedatangan mendatangi
    kumpul: ngumpul ngumpulin perkumpulan dikumpulin
    hitung: ngitung itung dihitung perhitungan
    pikir: mikir kepikiran mikirin berpikir pemikiran
    teman: temen teman-teman temannya temen-temen berteman
    senang: seneng nyenengin kesenangan
    print: ngeprint nge-print diprint di-print printnya
    share: di-share dishare ngeshare share-nya
    upload: diupload ngupload uploadnya
    posting: posting diposting postingan
    daftar: ndaftar mendaftar didaftarin pendaftaran terdaftar
    iklan: ngiklanin diiklanin periklanan
    tahu: tahu tau mengetahui ketahui pengetahuan memberitahu
    pengalaman: pengalaman pengalamannyo mengalami dialami berpengalaman pengalaman-pengalaman
    pasar: pasar memasarkan dipasarkan pemasaran pasarnyo
    ibu: ibu ibu2 ibu-ibu ibu-ibunya
    bapak: bapak bapak-bapak bapak2
    anak: anak anak-anaknyo anak2nya beranak
    tolong: tolong tolong-menolong menolong pertolongan
    kerja: kerja kerjo gawe bekerja begawe pekerjaan dikerjain ngerjain
    tidak: dak idak gak nggak katek tdk ndak
    bisa: biso pacak
    besar: besak besar-besaran membesarkan
    whatsapp: WA wasap WA-nya whatsapp
    qris: QRIS QRIS-nya qrisnyo
"""

# Pairs of a keyword and a word that it must not find.
STRANGERS = """
    pemasaran:pasar  pemasaran:memasarkan  pelatihan:latihan  pengalaman:alam  alam:mengalami
    daya:budaya  daya:kebudayaan  tahu:beri  beri:tahu  galak:menggalakkan  budak:perbudakan
    perbudakan:budak  emas:mengemas  emas:kemasan  modal:model  pakat:paket  perintah:pemerintah
    angkat:perangkat  palu:memalukan  sari:nyari  asih:ngasih  lumbago:lumayan  laku:pelaku
    karang:sekarang  kali:sekali  main:kemarin  sosial:sosialisasi  ajar:wajar  bang:bank  guna:gunung
    kaya:kayak  uang:ruang  uang:peluang  alas:alasan  belum:sebelumnya  buka:bukan  tuju:setuju
    orang:seorang  awak:berawak  masa:masalah  bel:beli  bel:ngebeli  eja:meja  pak:mak  raga:seragam
    sama:pertama  tanya:hanya  pala:kepala  tawan:tawaran  tipu:tipe
"""


def _families() -> list[tuple[str, str]]:
    pairs = []
    root = ""
    for word in FAMILIES.split():
        if word.endswith(":"):
            root = word[:-1]
        else:
            pairs.append((root, word))
    return pairs


def _finds(keyword: str, text_word: str) -> bool:
    wanted, word = (analyser("id").word(each) for each in (keyword, text_word))
    return wanted.families[0] in word.families if wanted.is_base else wanted.lemma == word.lemma


def test_the_table_is_as_large_as_promised() -> None:
    assert len(_families()) >= 200


@pytest.mark.parametrize(("root", "word"), _families())
def test_a_root_finds_its_family(root: str, word: str) -> None:
    assert analyser("id").word(root).is_base
    assert _finds(root, word)


@pytest.mark.parametrize(("keyword", "word"), [pair.split(":") for pair in STRANGERS.split()])
def test_a_keyword_leaves_strangers_alone(keyword: str, word: str) -> None:
    assert not _finds(keyword, word)


@pytest.mark.parametrize(
    ("keyword", "word"),
    [
        ("pemasaran", "pemasarannyo"),
        ("pelatihan", "pelatihan-pelatihannya"),
        ("pelatihan", "pelatihanku"),
        ("mengajar", "ngajar"),
        ("pendampingan", "Pendampingannya"),
        ("kemasan", "kemasan2"),
    ],
)
def test_a_derived_word_finds_its_own_spellings(keyword: str, word: str) -> None:
    assert not analyser("id").word(keyword).is_base
    assert _finds(keyword, word)


@pytest.mark.parametrize("word", ["buku", "ilmu", "masalah", "sekolah", "hanya", "punya", "tanya"])
def test_an_ending_that_looks_like_a_clitic_stays(word: str) -> None:
    assert analyser("id").word(word).lemma == word


@pytest.mark.parametrize("word", ["Palembang", "Astuti", "Herman", "Pemulutan", "Medan"])
def test_a_name_is_its_own_family(word: str) -> None:
    assert analyser("id").word(word).families[0] == word.lower()
