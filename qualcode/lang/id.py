"""Indonesian as it is spoken in interviews, with the Palembang Malay that is mixed into it."""

from qualcode.lang.data import Language, grouped, words
from qualcode.model import Role

STOP_WORDS = words(
    """
    ada adalah adanya agak agar akan aku amat anda antara apa apabila apakah apalagi asal atas atau
    bagai bagaimana bagi bahkan bahwa banget banyak baru beberapa begini begitu belum benar berapa
    bersama biar biasa biasanya bila bisa boleh buat bukan cuma dalam dan dapat dari daripada demi
    demikian dengan depan di dia dulu entah gitu hal hampir hanya harus hingga ia ialah ini itu iya jadi
    jangan jika juga justru kadang kah kala kalau kali kalian kami kamu kan kapan karena kata kayak ke
    kemarin kembali kemudian kenapa kepada ketika khusus kini kira kita kok lagi lah lain lainnya lalu
    lama langsung lebih lewat lumayan maka makanya makin malah mana mau maupun melainkan memang mengapa
    mengenai menjadi menurut mereka merupakan meski meskipun misalnya mungkin nah namun nanti nih nya
    oleh pada padahal paling para pasti per pernah pula pun punya rasanya saat saja sama sambil sampai
    sana sangat saya se sebab sebagai sebagaimana sebagian sebelum sebelumnya sebenarnya sebentar
    sebetulnya sebuah sedang sedangkan sedikit segala sehingga sejak sekadar sekali sekarang sekitar
    selain selalu selama seluruh semakin sementara semua seorang seperti sering serta sesuai sesuatu
    sesudah setelah setiap siapa sih sini situ suatu sudah supaya tadi tanpa tapi telah tentang tentu
    tepat terhadap terlalu ternyata tersebut terus tetap tetapi tiap tidak toh tuh untuk walau walaupun
    ya yaitu yakni yang
    """
)

FILLERS = words(
    "ah anu deh dong eee eh em emm haha hehe hm hmm kan kok lah loh mah nah nih oh oke "
    "sih toh tuh wah ya yah yo"
)

# Standard spelling: what transcripts write for it, in messages, in Jakarta speech, in Palembang.
VARIANTS = grouped(
    """
    yang: yg
    dengan: dgn dg
    untuk: utk
    karena: krn karna krna olehnyo karno
    dari: dr
    dalam: dlm
    pada: pd
    kepada: kpd
    tidak: tdk gak ga nggak ngga enggak engga kagak tak ndak dak idak dk katek dakdo
    sudah: sdh udh udah dah
    belum: blm belom
    banget: bgt
    juga: jg jugo
    jangan: jgn
    saya: sy
    orang: org wong uwong
    tersebut: tsb
    sekarang: skrg skrng
    harus: hrs
    bisa: bs biso pacak
    lagi: lg
    sama: sm samo
    tapi: tp
    kalau: klo kl kalo men kalu amon
    seperti: spt sprti kayak cak
    banyak: bnyk byk
    dapat: dpt dapet
    terus: trs trus
    masih: msh
    jadi: jd
    kerja: krj gawe kerjo
    punya: pny
    teman: tmn temen
    tahun: thn
    bulan: bln
    hari: hr
    juta: jt
    ribu: rb
    kelurahan: kel
    kecamatan: kec
    whatsapp: wa whatsap watsap wasap wea
    instagram: ig insta
    facebook: fb pesbuk
    handphone: hp hape henpon
    online: onlen
    bazar: bazaar
    offline: ofline
    medsos: sosmed
    transfer: tf trf
    izin: ijin
    sertifikat: sertipikat
    pelatihan: pelatian
    praktik: praktek
    risiko: resiko
    kualitas: kwalitas
    analisis: analisa
    nasihat: nasehat
    zaman: jaman
    utang: hutang utangan
    saja: aja doang sajo bae
    begitu: gitu cakitu
    begini: gini cakini
    bagaimana: gimana gmn cakmano
    memang: emang
    tahu: tau taunya
    lihat: liat jingok
    sampai: ampe sampe
    ingin: pengen pengin pingin kepengen
    buat: bikin
    cuma: cuman
    terimakasih: makasih
    habis: abis
    hidup: idup
    hilang: ilang
    hitung: itung
    uang: duit
    aku: gue gua gw
    kamu: lu lo elu kau
    nanti: entar ntar agek
    bareng: barengan
    misalnya: misal
    melulu: mulu
    kasih: kasi
    teruskan: terusin
    pakai: pake
    sekali: nian
    kita: kito
    apa: apo
    siapa: siapo
    mana: mano
    sepertinya: caknyo
    mengapa: ngapo
    sendiri: dewek
    sendirian: dewean
    bekerja: begawe
    ikut: melok milu
    besar: besak
    kecil: kecik
    air: banyu
    tadi: tadik
    kemarin: kemaren
    kami: kamek
    satu: sikok
    dua: duo
    tiga: tigo
    lima: limo
    ada: ado
    iya: iyo
    ya: yo
    pula: pulo
    semua: galo galonyo
    supaya: supayo
    makanya: makonyo
    mula: mulo
    mulanya: mulonyo
    cara: caro
    usaha: usaho
    berhenti: berenti
    delapan: lapan
    harga: rego hargo
    melihat: nyingok nyelok
    memberi: ngenjuk
    beri: enjuk njuk
    diberi: dienjuk
    balik: balek
    saudara: sanak
    bantu: rewang
    membantu: ngerewangi
    qris: qiris
    """
)

FALSE_FRIENDS = {
    "galak": "willing, fond of; often (standard: fierce)",
    "budak": "child (standard: slave)",
    "awak": "you, oneself (standard: crew)",
    "lemak": "tasty, pleasant (standard: fat)",
    "payo": "come on",
    "uji": "says (standard: test)",
    "lawang": "door (standard: mace)",
    "kaya": "like, as (standard: rich)",
    "laju": "then, so (standard: speed)",
    "bujang": "young man, son",
    "sanjo": "visit",
}

# Root: words whose root the table has wrong, does not have, or, having gone their own way, should not have.
BASES = grouped(
    """
    nak: nak
    rapi: dirapikan merapikan
    harap: ngarepke ngarepin
    seragam: seragam
    pameran: pameran
    balai: balai
    berisik: berisik
    naskah: naskah
    tahu: tahu tahukan mengetahui pengetahuan ketahuan diketahui memberitahu memberitahukan diberitahu
        pemberitahuan setahu
    pengalaman: pengalaman berpengalaman mengalami dialami
    alami: alami
    malu: memalukan
    awal: mengawali
    mohon: memohon memohonkan permohonan
    mulai: memulai
    mula: pemula
    perempuan: perempuan
    mudah: mempermudah
    sungguh: sungguh-sungguh sesungguhnya
    erti: mengerti ngerti
    pemerintah: pemerintah pemerintahan
    perangkat: perangkat
    langgan: pelanggan
    alasan: alasan beralasan
    lingkungan: lingkungan
    jurusan: jurusan
    angkatan: angkatan
    keluar: keluaran
    halaman: halaman
    kawasan: kawasan
    selatan: selatan
    penasaran: penasaran
    pendapat: pendapat berpendapat
    peserta: peserta
    pelaku: pelaku
    perilaku: perilaku berperilaku
    setuju: setuju menyetujui persetujuan disetujui
    sama: bersama-sama
    terimakasih: terimakasih
    sedia: bersedia
    arti: berarti
    kemas: kemasan pengemasan mengemas dikemas
    bupati: kabupaten
    lurah: kelurahan
    camat: kecamatan
    sosialisasi: sosialisasi
    sosial: sosial
    pandu: pemandu
    mitra: kemitraan bermitra
    kapasitas: pengkapasitasan berkapasitas
    daya: pendayaan berdaya memberdayakan diberdayakan pemberdayaan keberdayaan
    damping: pendampingan mendampingi didampingi pendamping
    suluh: penyuluh penyuluhan
    kasih: ngasih dikasih ngasi
    cari: nyari nyariin nyarikan
    coba: nyoba nyobain
    omong: ngomong ngomongin
    aku: ngaku
    sadar: nyadar
    sablon: nyablon nyablonin
    cuci: nyuci
    lamar: ngelamar
    layan: ngelayani
    adu: ngadu
    urus: ngurus ngurusin ngurusi diurusin
    ajar: belajar ngajari
    sampai: nyampaikan
    setor: nyetor
    cetak: nyetak
    pinjam: minjem minjam pinjem minjemin dipinjemin
    pesan: mesen pesen mesan
    tawar: nawarin
    tabung: nabung
    pakai: makek pakek dipakek dipake makenya make
    lihat: dijingok ngeliat ngeliatin diliat diliatin liatin
    tanya: nanyo nanya nanyain
    ajak: ngajak ngajakin diajakin
    beli: mbeli
    bantu: mbantu mbantuin
    bayar: mbayar
    buat: mbuat
    buka: mbuka
    jual: njual njualin
    jahit: njahit
    daftar: ndaftar ndaftarin
    dagang: dagangan
    makan: makan
    minum: minum
    """
)

KNOWN = words(
    """
    ajar alat anak angsur aplikasi aturan bahan baju bank bantu bapak barang bareng bayar bazar benang
    bengkel berani beras besi bimbing bordir brosur camat cat cetak cicil daftar damping data desain
    didik dinas disiplin duplikat erti expo facebook fasilitas foto gambar grup gubernur handphone harga
    hibah ibu ilmu ingin instagram instal internet istri izin jahit jilbab jujur kain kantor kapasitas
    kasih keluarga kemarin kemas kios kirim komputer komunitas konsumen konten kontrak koperasi kota
    kredit kualitas kunci kuota kurir kursus labar label lapak lapor laptop latih lukis lurah magang
    meja nak mak mal balai ketik seragam naskah pempek pemulutan sekayu berisik pameran maker
    model paket tiket target hotel tender item sistem level sales panel seken talent
    malu mandiri manfaat materi medali medan medsos menit merek merk mesin minat modal modul motif
    motivasi muda mudah mula mulai mulus musyawarah nilai offline omong omzet ongkos online organisasi
    pajak pameran pasar pelanggan pelat penasaran percaya pesan plat potong praktik printer produk
    promosi proses proyek rapat rekening risiko rugi ruko sablon sadar saing saldo saudara scan semangat
    sepatu seperti sertifikat setor sewa siar sinyal songket spanduk status stempel suami suluh susah
    tabung takut tamat tas tekun teman tenun terimakasih tetangga tipu toko transaksi transfer tua tunai
    uang unduh untung urus usaha utang video wali warna warung whatsapp yakin zaman
    """
)

INDONESIAN = Language(
    code="id",
    name="Bahasa Indonesia",
    table="id_lemma_lookup",
    stemmer="indonesian",
    stop_words=STOP_WORDS,
    fillers=FILLERS,
    variants=VARIANTS,
    false_friends=FALSE_FRIENDS,
    bases=BASES,
    known=KNOWN,
    clitics=("nyalah", "nyakah", "nyapun", "kulah", "mulah", "nya", "nyo", "lah", "kah", "pun", "ku", "mu"),
    loose_clitics=frozenset({"nya", "nyo"}),
    prefixes=(
        ("memper", ("",)), ("diper", ("",)), ("pember", ("",)), ("keber", ("",)), ("dinge", ("",)),
        ("member", ("",)), ("diber", ("",)), ("menge", ("",)), ("penge", ("",)), ("meng", ("", "k")),
        ("peng", ("", "k")), ("meny", ("s",)), ("peny", ("s",)), ("mem", ("", "p")), ("pem", ("", "p")),
        ("men", ("", "t")), ("pen", ("", "t")), ("nge", ("",)), ("ng", ("", "k", "h")), ("ny", ("s", "c")),
        ("ber", ("",)), ("ter", ("",)), ("per", ("",)), ("me", ("",)), ("pe", ("",)), ("di", ("",)),
        ("ke", ("",)), ("se", ("",)), ("be", ("",)), ("te", ("",)), ("n", ("t", "", "c")), ("m", ("p", "")),
    ),
    loose_prefixes=words("nge di dinge ng ke"),
    suffixes=("kan", "kin", "ken", "ke", "an", "in", "i"),
    respellings=(
        (r"o$", "a"), (r"o$", "au"), (r"e$", "ai"), (r"e([bdghklmnprst]|ng)$", r"a\1"), (r"^(?=[aiu])", "h"),
        (r"^ny", "meny"), (r"^ng", "meng"), (r"k$", ""),
    ),
    reduplicates=True,
    speaker_labels={
        Role.INTERVIEWER: (
            "p", "t", "pewawancara", "peneliti", "penanya", "tanya", "pertanyaan", "moderator", "enumerator",
            "pemandu", "fasilitator", "mahasiswa", "mahasiswi", "pw", "pwc", "penemubual",
        ),
        Role.INFORMANT: (
            "i", "j", "n", "informan", "narasumber", "responden", "partisipan", "peserta", "jawab", "jawaban",
            "penjawab", "subjek", "subyek", "inf", "ns", "nara",
        ),
        Role.OTHER: ("penerjemah", "notulis", "pengamat", "semua", "lainnya", "bersama", "tidak dikenal"),
    },
)  # fmt: skip
