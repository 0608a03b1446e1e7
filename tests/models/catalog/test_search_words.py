"""What people type, and the product they mean: a shop of names from all over the world, one query a line."""

import pytest
import pytest_asyncio

from models.audit.audit_log import Actor
from models.catalog import category_changes, product_changes
from models.catalog.admin_product_list import list_all
from models.catalog.product_changes import NewProduct
from models.catalog.product_lists import ProductQuery, list_products
from models.catalog.search.search_index import is_one_error
from models.catalog.search.search_terms import singulars
from models.catalog.stock_list import list_stock
from models.database import Transaction, read, write
from models.shared.letters import fold

ADMIN = Actor("admin@shop.com")
SHELF = {
    "MUG-0067": "Stoneware Mug",
    "MUG-0068": "Porcelain Beaker",
    "ab.12_x": "Reading Lens",
    "JP-1": "おいしいお茶セット",
    "CN-1": "工夫茶 Tea Brick",
    "JP-2": "ガラスのコップ",
    "KIM-1": "배추김치 선물",
    "THAI-1": "ผ้าไหมไทย",
    "GR-1": "Ελληνικός Καφές",
    "RU-1": "Йод ёлка",
    "HE-1": "שָׁלוֹם תֵּה",
    "AR-1": "قَهْوَة عَرَبِيَّة",
    "AR-2": "أكواب",
    "HI-1": "क़लम और किताब",
    "FR-1": "Œuf Cup Æsir Edition",
    "DE-1": "Straßenlampe",
    "DE-2": "Mütze aus Wolle",
    "PL-1": "Łódź Blanket",
    "DK-1": "Smørrebrød Plate",
    "TR-1": "Işık Lantern",
    "IT-1": "Boccale d’olive",
    "VI-1": "Cà phê sữa",
    "FI-1": "ﬁne Ribbon",
    "GL-1": "Drinking Glasses",
    "BX-1": "Bread Boxes",
    "KN-1": "Chef’s Knife",
    "KN-2": "Steak Knives",
    "BF-1": "Butterfly Net",
    "BF-2": "Woven Batteries",
    "WM-1": "Women's Scarf",
    "TS-1": "T-Shirt",
    "TP-1": "Tea Pot Cosy",
    "NB-1": "Notebook",
    "CM-1": "Cable 20 cm",
    "WD-1": "Full Width ＡＢＣ Sign",
    "SH-1": "Soft\u00adHyphen Card",
    "DG-1": "Ruler ٣٠",
    "WB-1": "Watch Box",
    "WB-2": "Jewelbox",
    "KR-1": "한국 전통 가방",
    "KR-2": "대한민국태극기",
    "JP-3": "抹茶 セット 特選",
    "TH-2": "กาแฟ ดอยช้าง",
    "CN-2": "青花 瓷碗",
    "RR-1": "Rock & Roll Poster",
    "RR-2": "Salt and Pepper Mill",
    "RR-3": "Drum'n'Bass Record",
    "RR-4": "Zucker und Zimt",
    "RR-5": "Mac＋Cheese Bowl",
    "DIY-1": "Do It Yourself Kit",
    "DIY-2": "Merrygoround",
    "TYPO-1": "Umbrella",
    "TYPO-2": "Лампочка",
}
FOUND = [
    ("MUG-0067", "MUG-0067"),
    ("mug-0067", "MUG-0067"),
    ("MUG-006", "MUG-0067"),
    ("mug0067", "MUG-0067"),
    ("mug 0067", "MUG-0067"),
    ("0068", "MUG-0068"),
    ("AB.12", "ab.12_x"),
    ("ab12x", "ab.12_x"),
    ("お茶", "JP-1"),
    ("セット", "JP-1"),
    ("おいしい", "JP-1"),
    ("せっと", "JP-1"),
    ("夫", "CN-1"),
    ("夫茶", "CN-1"),
    ("tea 茶", "CN-1"),
    ("コップ", "JP-2"),
    ("ｶﾞﾗｽ", "JP-2"),
    ("김치", "KIM-1"),
    ("선물", "KIM-1"),
    ("ไหม", "THAI-1"),
    ("καφες", "GR-1"),
    ("ΚΑΦΕΣ", "GR-1"),
    ("ελληνικοσ", "GR-1"),
    ("елка", "RU-1"),
    ("ЁЛКА", "RU-1"),
    ("йод", "RU-1"),
    ("שלום", "HE-1"),
    ("תה", "HE-1"),
    ("قهوة", "AR-1"),
    ("قهوه", "AR-1"),
    ("عربية", "AR-1"),
    ("اكواب", "AR-2"),
    ("कलम", "HI-1"),
    ("किताब", "HI-1"),
    ("oeuf", "FR-1"),
    ("œuf", "FR-1"),
    ("aesir", "FR-1"),
    ("strassenlampe", "DE-1"),
    ("STRASSENLAMPE", "DE-1"),
    ("straße", "DE-1"),
    ("mutze", "DE-2"),
    ("muetze", "DE-2"),
    ("MÜTZE", "DE-2"),
    ("lodz", "PL-1"),
    ("Łodz", "PL-1"),
    ("smorrebrod", "DK-1"),
    ("smoerrebroed", "DK-1"),
    ("isik", "TR-1"),
    ("IŞIK", "TR-1"),
    ("olive", "IT-1"),
    ("d'olive", "IT-1"),
    ("ca phe sua", "VI-1"),
    ("fine", "FI-1"),
    ("ﬁne", "FI-1"),
    ("glass", "GL-1"),
    ("drinking glass", "GL-1"),
    ("bread box", "BX-1"),
    ("chefs knife", "KN-1"),
    ("chef knife", "KN-1"),
    ("chef's knife", "KN-1"),
    ("chef's knives", "KN-1"),
    ("steak knife", "KN-2"),
    ("butterflies", "BF-1"),
    ("battery", "BF-2"),
    ("womens", "WM-1"),
    ("women", "WM-1"),
    ("tshirt", "TS-1"),
    ("t shirt", "TS-1"),
    ("t-shirts", "TS-1"),
    ("teapot", "TP-1"),
    ("teapots", "TP-1"),
    ("tea-pot", "TP-1"),
    ("note book", "NB-1"),
    ("note-book", "NB-1"),
    ("note books", "NB-1"),
    ("20cm", "CM-1"),
    ("abc sign", "WD-1"),
    ("softhyphen", "SH-1"),
    ("30", "DG-1"),
    ("umbrela", "TYPO-1"),
    ("umbrelal", "TYPO-1"),
    ("umbrellla", "TYPO-1"),
    ("unbrella", "TYPO-1"),
    ("mubrella", "TYPO-1"),
    ("umberlla", "TYPO-1"),
    ("umbrellas", "TYPO-1"),
    ("umbrelas", "TYPO-1"),
    ("drinkign glass", "GL-1"),
    ("лампичка", "TYPO-2"),
    ("stonware mug", "MUG-0067"),
    ("watchbox", "WB-1"),
    ("watch-box", "WB-1"),
    ("wach box", "WB-1"),
    ("wachbox", "WB-1"),
    ("watch bx", "WB-1"),
    ("watchboxes", "WB-1"),
    ("wathc boxes", "WB-1"),
    ("jewel box", "WB-2"),
    ("jewl box", "WB-2"),
    ("jewelboxs", "WB-2"),
    ("한국전통", "KR-1"),
    ("전통가방", "KR-1"),
    ("한국전통가방", "KR-1"),
    ("한국 가방", "KR-1"),
    ("대한민국 태극기", "KR-2"),
    ("대한민극태극기", "KR-2"),
    ("抹茶セット", "JP-3"),
    ("セット特選", "JP-3"),
    ("กาแฟดอยช้าง", "TH-2"),
    ("青花瓷碗", "CN-2"),
    ("rock and roll", "RR-1"),
    ("rock & roll", "RR-1"),
    ("rock&roll", "RR-1"),
    ("rock'n'roll", "RR-1"),
    ("rock ’n’ roll poster", "RR-1"),
    ("rock n roll", "RR-1"),
    ("rock-and-roll", "RR-1"),
    ("rocknroll", "RR-1"),
    ("rockandroll", "RR-1"),
    ("rock an", "RR-1"),
    ("ROCK AND ROLL POSTERS", "RR-1"),
    ("salt & pepper", "RR-2"),
    ("salt ＆ pepper mill", "RR-2"),
    ("salt n pepper", "RR-2"),
    ("saltandpepper", "RR-2"),
    ("salt+pepper", "RR-2"),
    ("drum and bass", "RR-3"),
    ("drum & bass", "RR-3"),
    ("drumnbass", "RR-3"),
    ("zucker & zimt", "RR-4"),
    ("zucker and zimt", "RR-4"),
    ("mac and cheese", "RR-5"),
    ("doityourself", "DIY-1"),
    ("do-it-yourself", "DIY-1"),
    ("merry go round", "DIY-2"),
    ("mill salt pepper salt mill pepper peper", "RR-2"),
    ("mery go round", "DIY-2"),
]
NOT_FOUND = [
    "mug-0069",
    "mug0069",
    "茶碗",
    "ΚΑΦΕΝΕΙΟ",
    "umbella x",
    "nitebok",
    "boz",
    "김밥",
    "0069",
    "한국김치",
    "wch bx",
    "andes",
]


@pytest_asyncio.fixture
async def shelf(shop: str) -> str:
    """A shop that sells the products of `SHELF`, each with the same words said of it. Its URL."""

    async def fill(tx: Transaction) -> None:
        category = await category_changes.create(tx, ADMIN, "Everything")
        for sku, name in SHELF.items():
            new = NewProduct(sku=sku, name=name, price_cents=100, category_id=category.id, description="Good.")
            await product_changes.create(tx, ADMIN, new)

    await write(fill)
    return shop


async def found_by(text: str) -> list[str]:
    page = await read(lambda tx: list_products(tx, ProductQuery(q=text, per_page=100)))
    assert page.total == len(page.items)
    return [product.sku for product in page.items]


@pytest.mark.asyncio
async def test_people_find_what_they_mean_first(shelf: str) -> None:
    assert len(FOUND) >= 60
    answers = {query: (await found_by(query), sku) for query, sku in FOUND}
    assert {query: answer for query, answer in answers.items() if answer[0][:1] != [answer[1]]} == {}


@pytest.mark.asyncio
async def test_one_letter_finds_every_name_that_holds_it(shelf: str) -> None:
    assert sorted(await found_by("茶")) == ["CN-1", "JP-1", "JP-3"]


@pytest.mark.asyncio
async def test_other_words_find_nothing(shelf: str) -> None:
    assert {query: found for query in NOT_FOUND if (found := await found_by(query))} == {}


@pytest.mark.asyncio
async def test_a_right_word_is_not_corrected_because_of_a_filter(shelf: str) -> None:
    async def rename(tx: Transaction) -> None:
        for sku, name in (("TYPO-1", "Slate"), ("TYPO-2", "Plate of Tin")):
            row = await tx.fetch_one("SELECT public_id FROM product WHERE sku = ?", sku)
            assert row is not None
            cents = 100 if sku == "TYPO-1" else 900
            await product_changes.change(tx, ADMIN, row["public_id"], {"name": name, "price_cents": cents})

    await write(rename)
    cheap = ProductQuery(q="plate tin", max_price=500)
    assert (await read(lambda tx: list_products(tx, cheap))).total == 0
    assert await found_by("umbrella") == []  # its old name


@pytest.mark.asyncio
async def test_whole_words_of_the_name_come_before_beginnings_and_descriptions(shelf: str) -> None:
    async def add(tx: Transaction) -> None:
        for sku, name, words in (
            ("R-1", "Quartzite Slab", ""),
            ("R-2", "A Rather Long Name with Quartz", ""),
            ("R-3", "Stone", "Holds quartz."),
            ("QUARTZ", "Clock", ""),
        ):
            new = NewProduct(sku=sku, name=name, price_cents=100, category_id="everything", description=words)
            await product_changes.create(tx, ADMIN, new)

    await write(add)
    assert await found_by("quartz") == ["QUARTZ", "R-2", "R-1", "R-3"]


@pytest.mark.asyncio
@pytest.mark.parametrize("query", ["καφες", "ΚΑΦΕΣ", "GR-1", "ληνικ", "r-1"])
async def test_the_people_of_the_shop_find_it_in_their_lists_too(shelf: str, query: str) -> None:
    products = await read(lambda tx: list_all(tx, q=query))
    stock = await read(lambda tx: list_stock(tx, q=query))
    for page in (products, stock):
        assert "GR-1" in [each.sku for each in page.items]
        assert page.total == len(page.items) < len(SHELF)


def test_one_typing_error_is_one_letter() -> None:
    near = [("lamp", "lap"), ("lap", "lamp"), ("lomp", "lamp"), ("lmap", "lamp"), ("lamp", "lamps"), ("alamp", "lamp")]
    assert [pair for pair in near if not is_one_error(*pair)] == []
    far = [("lamp", "lamp"), ("lamp", "palm"), ("lamp", "la"), ("xlamp", "lampx")]
    assert [pair for pair in far if is_one_error(*pair)] == []


def test_singulars_are_those_of_english() -> None:
    assert [singulars(word) for word in ("glass", "bus", "iris", "gas", "tea")] == [[], [], [], [], []]
    assert "knife" in singulars("knives")
    assert "dish" in singulars("dishes")


def test_folding_twice_is_folding_once() -> None:
    every = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    assert [letter for letter in every if fold(fold(letter)) != fold(letter)] == []
