"""The list of countries: what is in it, and what an address needs in each."""

import re

import pytest

from models.shipping.countries import countries, country_name, find_country, replaced_by


def test_the_list_has_the_countries_of_the_world_in_the_order_of_their_names() -> None:
    names = [each.name for each in countries().values()]
    assert len(names) == len(set(names)) > 240
    assert names[0] == "Afghanistan"
    assert names.index("Albania") - names.index("Åland Islands") == 1
    assert {"Denmark", "Hong Kong SAR China", "Türkiye", "Ireland"} <= set(names)


@pytest.mark.parametrize(
    ("code", "instead"), [("UK", ["GB"]), ("EL", ["GR"]), ("AN", ["CW", "SX", "BQ"]), ("ZZ", []), ("AC", []), ("", [])]
)
def test_what_is_no_code_is_not_in_it_and_what_stands_for_it_is_known(code: str, instead: list[str]) -> None:
    assert find_country(code) is None
    assert sorted(replaced_by(code)) == sorted(instead)
    assert country_name(code) == code


@pytest.mark.parametrize("code", ["HK", "AE", "PA", "BS", "AO", "QA", "JM", "CW", "SX", "SS", "IE", "FJ", "GH"])
def test_no_postal_code_is_needed_where_there_is_none_or_few_know_theirs(code: str) -> None:
    country = find_country(code)
    assert country
    assert "postal_code" not in country.needed


@pytest.mark.parametrize("code", ["US", "DE", "GB", "FR", "CA", "AU", "JP", "BR", "NL", "SG"])
def test_elsewhere_it_is_needed(code: str) -> None:
    country = find_country(code)
    assert country
    assert "postal_code" in country.needed
    assert country.postal_code(country.postal_code_example) == country.postal_code_example


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("GB", "ec1y 8sy", "EC1Y 8SY"), ("GB", "GIR 0AA", "GIR 0AA"), ("GB", "GIR 0AA or so", None),
        ("GB", "12345", None), ("US", "97201", "97201"), ("US", "97201-1234", "97201-1234"), ("US", "9720", None),
        ("CA", "k1a 0b1", "K1A 0B1"), ("DE", "1011", None), ("DE", "10115", "10115"), ("IE", "a65 f4e2", "A65 F4E2"),
        ("HK", "999077", "999077"), ("JP", "\uff11\uff15\uff14\uff0d\uff10\uff10\uff12\uff13", "154-0023"),
        ("JP", "154ー0023", "154-0023"),
        ("IN", "110 001", "110001"),
        ("US", "\uff19\uff17\uff12\uff10\uff11", "97201"),
        ("PL", "00\u2013950", "00-950"), ("IN", "110 0", None), ("US", "٩٧٢٠١", None),
    ],
)  # fmt: skip
def test_a_postal_code_fits_its_country(code: str, typed: str, kept: str | None) -> None:
    country = find_country(code)
    assert country
    assert country.postal_code(typed) == kept


@pytest.mark.parametrize(
    ("code", "order"),
    [
        ("US", ("city", "region", "postal_code")), ("DE", ("postal_code", "city", "region")),
        ("AE", ("region", "postal_code", "city")), ("HK", ("city", "region", "postal_code")),
    ],
)  # fmt: skip
def test_the_parts_stand_in_the_order_of_the_country(code: str, order: tuple[str, ...]) -> None:
    country = find_country(code)
    assert country
    assert country.order == order


def test_a_city_is_needed_but_where_the_region_says_it_or_the_country_is_one() -> None:
    needs = {code: ("city" in each.needed, each.needs_city_or_region) for code, each in countries().items()}
    assert (needs["US"], needs["HK"], needs["AE"], needs["SG"]) == (
        (True, False), (False, True), (False, True), (False, False),
    )  # fmt: skip


def test_a_published_pattern_takes_whole_codes_only() -> None:
    """Clients search with it: both its ends bind every alternative."""
    for country in countries().values():
        if pattern := country.postal_code_pattern:
            assert re.search(pattern, country.postal_code_example), country.name
            assert not re.search(pattern, f"!{country.postal_code_example}"), country.name
            assert not re.search(pattern, f"{country.postal_code_example}!"), country.name
    assert not re.search(countries()["GB"].postal_code_pattern, "GIR 0AA!")
    assert not re.search(countries()["GB"].postal_code_pattern, "!BFPO 1")


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("US", ["ZIP code", "City", "State"]),
        ("GB", ["Postcode", "Town", "State or region"]),
        ("IE", ["Eircode", "City", "County"]),
        ("IN", ["PIN code", "City", "State"]),
        ("AU", ["Postcode", "Suburb", "State"]),
        ("CA", ["Postal code", "City", "Province"]),
        ("JP", ["Postal code", "City", "Prefecture"]),
        ("KR", ["Postal code", "City", "Province or city"]),
        ("AE", ["Postal code", "City", "Emirate"]),
        ("HK", ["Postal code", "District", "Area"]),
        ("RU", ["Postal code", "City", "Region"]),
        ("DE", ["Postal code", "City", "State or region"]),
    ],
)
def test_the_parts_of_an_address_are_called_as_its_country_calls_them(code: str, labels: list[str]) -> None:
    assert list(countries()[code].labels.values()) == labels


def test_every_label_is_plain_english() -> None:
    found = {label for each in countries().values() for label in each.labels.values()}
    assert found == {
        *("Postal code", "Postcode", "ZIP code", "PIN code", "Eircode", "City", "Town", "District", "Suburb"),
        *("State or region", "State", "Province", "Province or city", "County", "Prefecture", "Emirate", "Region"),
        *("Island", "Parish", "Department", "Area"),
    }
