from qualcode.pseudonyms import telling

PEOPLE = {
    "Zul": {"Usaha": "kunci", "Desa": "Ilir", "Umur": "44 tahun"},
    "Lina": {"usaha": "pempek", "desa": "Ilir", "umur": "43"},
    "Tuti": {"Usaha": "pempek", "Desa": "Ulu", "Umur": "47 tahun"},
    "Ida": {"Usaha": "kunci", "Desa": "Ulu", "Umur": "61"},
}


def test_a_rare_trade_with_a_village_tells_who_it_is() -> None:
    found = {(each.case, tuple(key for key, _ in each.attributes)) for each in telling(PEOPLE)}

    assert ("Zul", ("desa", "usaha")) in found
    assert ("Ida", ("umur",)) in found


def test_only_the_smallest_combinations_are_named() -> None:
    assert [each.attributes for each in telling(PEOPLE) if each.case == "Ida"] == [
        (("umur", "61"),),
        (("desa", "Ulu"), ("usaha", "kunci")),
    ]


def test_ages_of_one_decade_count_as_the_same() -> None:
    assert all("umur" not in dict(each.attributes) for each in telling(PEOPLE, most=1) if each.case != "Ida")


def test_it_is_said_how_few_share_them() -> None:
    pairs = telling(PEOPLE, few=2, most=1)

    assert {(each.case, each.share) for each in pairs if dict(each.attributes) == {"usaha": "pempek"}} == {
        ("Lina", 2), ("Tuti", 2),
    }  # fmt: skip
