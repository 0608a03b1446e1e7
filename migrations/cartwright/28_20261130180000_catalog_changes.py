from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 18  # it only adds
TOUCHES = ()

# A row for each change of what catalogue pages show, so that a page can be kept until there is another. Stock is told by
# its ledger. On SQLite the last row is enough; on PostgreSQL rows are only added, because writers that updated one row
# would wait for each other.
SHOWN = {
    "category": ("INSERT", "UPDATE", "DELETE"),
    "product": ("INSERT", "UPDATE", "DELETE"),
    "product_image": ("INSERT", "UPDATE", "DELETE"),
    "inventory": ('UPDATE OF "low_stock_threshold"',),
}
EVENTS = [
    (table, event, f"catalog_change_{table}_{event.split()[0].lower()}") for table in SHOWN for event in SHOWN[table]
]
TABLE = """
        CREATE TABLE IF NOT EXISTS "catalog_change" (
    "id" %s
)%s;"""
NOTE = "A change of what catalogue pages show; kept pages are as good as the newest."
ON_SQLITE = """
        CREATE TRIGGER "{name}" AFTER {event} ON "{table}" BEGIN
            INSERT INTO "catalog_change" ("id") VALUES (NULL);
            DELETE FROM "catalog_change" WHERE "id" < last_insert_rowid();
        END;"""
ON_POSTGRES = """
        CREATE TRIGGER "{name}" AFTER {event} ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION note_catalog_change();"""
FUNCTION = """
        CREATE FUNCTION note_catalog_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO "catalog_change" DEFAULT VALUES; RETURN NULL; END $$;"""


def _triggers(text: str) -> str:
    return "".join(text.format(table=table, event=event, name=name) for table, event, name in EVENTS)


UPGRADE = {
    "sqlite": TABLE % ("INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", f" /* {NOTE} */") + _triggers(ON_SQLITE),
    "postgres": TABLE % ("BIGSERIAL NOT NULL PRIMARY KEY", "")
    + f"""
COMMENT ON TABLE "catalog_change" IS '{NOTE}';"""
    + FUNCTION
    + _triggers(ON_POSTGRES),
}
DOWNGRADE = {
    "sqlite": _triggers("""
        DROP TRIGGER "{name}";""")
    + """
        DROP TABLE IF EXISTS "catalog_change";""",
    "postgres": _triggers("""
        DROP TRIGGER "{name}" ON "{table}";""")
    + """
        DROP FUNCTION note_catalog_change();
        DROP TABLE IF EXISTS "catalog_change";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT2zaW/SssfdnZKq3L/UzP7NRUdTvOjDN+ZGxnZ1KuFAsioRYjiuAQYCu92fz3BU"
    "nxDVAETVIkdD8lFu+R1AfQxX3jt4WFArYPnMcNe3Fv2wGmdPEn47eFh3aY/4/o8dJYIN8v"
    "P4xeZGjlxhhUEFxRFiCL8ZfXyKWYv2RjagWOzxzi8Ve90HWjF4nFBR3vMX8p9Jx/h9hk5B"
    "GzDQ74gy8/85cdz8a/Ypr+09+aawe7dulLO3b02fHrJnv249feeOy7WDD6tJVpETfcebmw"
    "/8w2xMukHS/+kx6xhwPEcPT2LAijrx99u8Mfmv5FyTfNRZKvWMDYeI1ClxX+3JWZv7Ywzf"
    "cfPpufXn82zYUCQRbxInL5V02W7DH6Cv91eXH9zfXd1e31HReJv2b2yje/Jx+dE5MAY3re"
    "f178Hj9HDCUSMcc5qX64ch3LFHH7aoMCMbklUIVj/uWrHKeMfh3Jiz+vQ8+K+DN2xMYufU"
    "H5F8T2i+zb0Bce3pvZP/+yGGpNduhX08XeI9tEC3HbsAD/c//x1d/uP/7h8vY/ow8k/FeT"
    "/JreH55cxo+iNcrXJKQ4EK6IdLcXEMe3fJvlSF+Y86bPCY3/q7C/U/l+tnady1xpjkFmeb"
    "e+fNlmu758Kd+v0bMyv67j4QsVgjMAMNye4UtVhi/HZXgxkr4dgl/LYc8q9KbyGu7fi8s2"
    "/HIpKb/xszK/AX6MvpQCwzlCux08CMM+oQy5nEBb6airwDTcz63IbuC6TrVFQo8Favoih+"
    "hIcRuG5QTXtjLnR20TpwDtVMV1m817Ld+817XNe/jCJt04vh99kRrPD4S4GHliqkXwCusr"
    "jh+K9uyVAZhvYPrhw4e30TvvKP23G7/w5nOF8h/fPbzmSjteCS7ksMRjq/kiKYErx3W701"
    "9AA/sK7FsBjjgxERMQ7zxKHewybigfe1wVnjjZf7y8vLr65vLl1e3dzfU339zcvcy87fqj"
    "Jrf74c1fI75L61JfgNC3Oy1AGQcLoLQAUUh1vS3E/6IXVsja7lFgm7Un5JLIZOuPdpe76i"
    "vIQ48xndHfHX3hYrg5tB32OraFZAHpXGJ5NCYdyZo4Ex4yLv1lQVa/YIsluy6iKfmnYy9+"
    "hpj1mDFrVd0xrM44AbMj62z+iyKKAekipBPxB1Ynpqt7i0jH/Ki4OBlAR/fx5rqNA3lzLX"
    "cho2c1hhUjTjlCQ45v2ziSt3JH8rbmSFZOw7YsV2AaUt2/z55bGupE95mknRTNt22Uxq1c"
    "Z9zWVMYKr0kg2Myf8a+SYy5HaBB5aqDz8+t/fS554CmNf3h3/6+Y4d3z4cnbD+//mooXaH"
    "/19sNDVUOvGRacgXK2MwCQrUx2gBEVHYdytnME0N2Bbv5HU1WVXUZpQPvQGrtQk9bayssh"
    "QLCQ4AlFi17vkOO+dbztQhIsygWWx2JFOBI13VQWShhHM9sGDgcxssWeuUF0o6IHyqixih"
    "hnbB1DVWLPMSA/DHxC1RLdOURDj+6iVVlMQ1VMzXGOdb4KwRlAQ3oHCbNBQvXEwXn8q+9w"
    "g1Z5Aco4jfTzeeVT35JHx/uOK60wwNIen7LQUUvZjcTNdVH+JNbyFivV2B3EtTPl7toci3"
    "fyY/HucCzKLejiUre07YoQnbR3b9YddTxLYNs1qeQMohOhIx+HK5dYW25XhB4TWX5N9Neg"
    "sAyalnmBVTKwVfIDonRPAvsjppjJrJKy0FGrxD+Im0EmDzG8eZ2OEMODGN4ktHFvVh6EPy"
    "D8Ma2tfV6Gxke+PA8hN9ulVkZB4qiJES22ucqFIeqhddSDfwtlvVEAgdKYq9LAa676N58j"
    "61GqNooyxxVHIm2yTBxck3mZdOCanNg1WaOd4yqdfDliqGTt6fiFoVIT1RPg+oHrN9WtPT"
    "b/nt2B/Bw03tZ/qRXvXC93SKzQr1M50+zHHJn5AD+RbQfyyzjgf6Z+4ydMacKT0GVMHy+P"
    "eYu0IAh+4rzsP/ATIYU1CWOvNz8mpocrPU9wqMn3bRmlXSfVMENGwWM8rf1GMde1quwXQE"
    "A9OOsz4n9CpvOPNLZQhXZz/Oyo0RwdOHD5xBxNDbh8Yk55glO3zE3IeRmkYS5pQ3/CgcPf"
    "VN0WFMIhotTVLJn+zSBzdniykm3VqEgNqGM77hCMB8RV2s+p/Ij72QopI7vE5JtjT/mOf3"
    "/T2iDvEZvpPhXo8KYp3rK3gFHeCqO8He4UcovsSdRk10R+CTci46kdM1vCk1A1Nz3S5EVL"
    "b6iGGy+McjGssQK1JLrYgdPuV9R0ASYUn3qFGHLJ46v4TF5IAlVloeWxiJWViB8O+lahq8"
    "W9kUgbZG3sN4gZhzcJseHzb08NuiH7/za22GeHF1CADUSNR0Ls6L9sgw0P7zFlLxaV5e79"
    "zXsOpzX9zjSLqI2i3apxt2n93PAjkd8BkT1v8yPLJSEyPPI+hsjwGUWGqRsKrquSL0cqr1"
    "1cuK/WtDmFIWdMbvFr1TiWz7+uwDSI+DYQO8gQbJ9QR8y69HwsQrSpD4cwwZwN6QmZzT8E"
    "xA4t+UCdw+OjRrNfEBz2yrTUPD8YZZQhFiYz4wLHwqaFo+XkqC+FR4XdChergdV97lb3Nl"
    "QyuhNxDQ3D/kvJT+vQTIrcQZLR4NUMyy84NidybGzMkOMKxuU2kZ5BgHB1T7JgLdZIb/J8"
    "KkBwfTpnSCuWfEvLu4LSif/+JkVnnk9rQyR3o8bTJXnRzByrtnzHYqHocscGxyaHaKCyR7"
    "BH1EuDoCioSS+QgJmqNnQJpN22vWq1ba8atu1VfdvGlKm62QWMdixD86uOBhyUuEHyILTY"
    "mx2SV7iVZJYt0wimk4lDAc7IW3i4VEC6tirklkEaNWv3d+cjYoqNUAz6nxSsDOQqTTE5iI"
    "MF16qbD8o5vl4ZTMggeOM9YY81VOHmAkdNAackehIzYDInltZ2AYmGlXkqFBcQoALqEyUp"
    "Dp6wCp9FCBBaJdQle5MyYm1NtolG8hNXhVsJejyab2ZEsxUQSqMPVeO3CIP9K+hq5iQJIj"
    "RHWpoPIOggV+sgt7HvYibSv8cILyKBdQXWIUvUq8KAsO55h3U/xuYgYg2DqYsiy+NXGZWF"
    "e/XlvnAm7Xwab+58/VyrHC97ZlHFA4Zy8JF9vcJatXX2isurkU7pLwA8lSiFZrz+O0Qec5"
    "jgAikpq0UIcCopTFMrPkkBGqYr+i9Jm/ZIZE0tNyhJmdACgO9y3r7LpyjU+hbbj/Lh4EWR"
    "5dGLdeLQrZtLj+O88H9tnSTDgRjDO58d9WdSlweGI01kOBJY6ENbk6fwJqc547o3SlNt05"
    "7RAgJCqVU6UyXe1t1J5TX0di7b1Q81lA/VmlVN9dKBEgZyhdX9apsdygfKICC1dkzNo8Bl"
    "RqfUbGpcZsQpd2pIoHJWZQD9al2HuKXFI2qRz1ReO3ZvWlUS3zRUEt8IqrQV4z0Q55l3nO"
    "cV/9+FdNRv0GJimZVKQYfRvI4sGDY2p2Fj41+uXI3QaLDlJ3Al+LRYHXiMGxQU9rppISsK"
    "WdFpdd+en7H8huHdosFgjp+3MppNJxXtOReavPmxOk4wqcGkFpF8PiZ14XfScrcXf1kana"
    "LnUEI7P2UCFbSDNud4DjM7Dy8VoXWiGco99V+AKRnWG2xtSci+DdBaHo4uCR03sQ/ipp3J"
    "nyRCPQErQ2vLOlvnLRYckHLjuorTsFToolWG8KIhQ3ghyBB6dI8DpQnrBciIWdjffh/KMW"
    "kgdZAZ69MOO8HxOPTx+MbGO58w7FnPf8fymVBlqaMHpJPLpzqw70gUtYgfF19E7w8BqFMe"
    "k9lStD0fM4COB2OrItqLhirai3oZraL9oa/ZcXlz06rs66ah7Oumyu6afz4OuMvtKY2RrM"
    "A0ZLv/rC20g4x2kYiUUOk9IrM223rjc0VsgbKVeyCpvBa//7HdD4jOnTg8Ou1xBFB2sBzW"
    "/fsQHa4LideXPFwec/biA5oO4eP5LrL4j3wV69dSUK3eaV0oSYwqEsqXC6ev4B1yXBgoBf"
    "UJ516fcPqS32mctv2VJxRVVetNXgRpYT9W/Mc2oZBbeSTktn6fFGRkRr0lLTkwFYjOABoy"
    "PEjPIbIsTKnZrWlACO6ld2BSxA9wCfwsbl8dMZvbKpmrMObOQp6FXZO76VTUpNGgqatA/b"
    "Zz/2M2oBmmV2OOhitGGHK7lO/VsRCd6hydohvH9/nX6rQQNSwsROeF6PxzgN9Cb4WsYRBE"
    "BRVKh2kBo6HZctXG4ZG7OzWjMNUYO8ypUgpXCaAa8t2/4ZLxhmw74K6MSuJNhNWC9LGTcC"
    "vHdTuugQCqwTCcsRcA5g7lVcUty4ob64praibATw7ed/BGa0AdvdEBbo098EYd7syrGYxV"
    "pEbJBuh8Oq8FgNr6Ey+AjS3H7rAAZRxooK78w6TqRb8jVfnnddjOZRxs5znXar2OblxfNB"
    "VsJRLLVlVbJs6EB7w0g2L+PDLnvqpNB+7C6FdNww2Ao6aU0t9Ae06LEOBUlJR4Vms7S+W1"
    "CBKWnfjrNj78tdyFv65HZqFCYtgKCRszxdqqHKFd4G+YgeMwLn/Q0rVfyEpoJTRZajkG/J"
    "CubvVa0ZBYf5UVMU3Ke7xNS20DQ1BOAy/6rePhRZMTHQss2/nQbio7zr2TMOvilM1M4BsP"
    "0DsDoz2HoJVuQyX3LRHX0Hfrv30g/q8Ct6m8huQOUj4AU2n7VwcwlXZCLlxkM5qdi6pFaF"
    "iMuXokP6DnXUNSL328POaN+AXBIV2RMPAJ/cpkHvgh4IdMhOPioIpkZysYdgWIhrZd/0kP"
    "7rU9OYepMq05LmA0JLn/pgr19hXoWlEiOO63V8o8pwD9EktDuH/pL151ykcVN9bcoPEU8h"
    "DDZdGOhB7r4odUkTpZFWN3OjOk1gOUAUBjt9DYAV7jQJw2bWr+KYC009zD6BK6xSo+SSY/"
    "nup4ORNvBOqDhq4PggYpaJA6vwWYXuTzW4dThn0UDapoDoIWJZct46GmXQEdi40u7g3bWR"
    "+OfmOF2R5jzyBhYBze0UCebbANNlJ/4z+osSJk+2JRWeqveyfxSNyKi2MRG0KxMN+2Hcnn"
    "M98WwuODlOlMKCpzanKH96Vi1a7AcyqvIb9X7UbbNky2rZK75z93pe6WDKAhvYN4VwHmh4"
    "3dJaxYReqkjSGsqFM6E8KK4xyFaxIpBNUwQREFOqS7DuFOqzL3BRBQP9f4zKfDhMV3SXmA"
    "JDZTkVoei8sIZmWe5vp0iIYMcWf6Sb2WCeXq+09iQtdBRu5dG3Lv5OTeiWpOdo5i8V8OAT"
    "OuXUQj9KJRVEojZksgDXhuoHWQ4bKdWz6g26O3hv0AY3PNtUWXZRCANerjH3klfEIdpnZT"
    "ShECVSpVQh1qcrvdeRJN+SXExciTmNNFXIXWFQcOxWtqD46r2B8+fHhbUuwPb6qa+8d3D6"
    "/5gRpreS7kMMkOhqIVKFo5vwWYUFDkR2+HmLXBduQYxAQIoyJVseWxsEiYAkwrRxytVXlH"
    "PPxssA1iojoSY0P4n2WsSWAgz4gz3MYeGzYxPMKMDXrCfzJcQpmxd9jGQEbk1a9Q9Dkc4e"
    "EnLk7CgNYLW8b7WIjvTCu+A9Uu06t2mVZlxoRicINEMbxwt1LrYMwRGsQvho5yQjvSBIzc"
    "+Vw2N9I+7/mqucTE6+DFlXAQB4K6GKiLmYcCgboY7XQI1MWcaQgoHhH7njBp8CcXWLabIZ"
    "ve6AiFMNoESibagjI/iguuYcg5UZvonyE0tNsGGerP8K+CI01enpHKa8Hv2LUZkMw7b0Pi"
    "Y9zpIrMiDk+PmhBBLgfmw7zONsizzCnPAiad5k3FuqeuILcygbgRt92oqAKxKTKaIrQLi5"
    "7txW/z9hIhfwLjCjXIn4D/DcW057cAEwqARL3DTZdfZM+XbbqKh7n+om0YZBLeodYxEb70"
    "gaNWeleAaHck3rY5EW/lB+JtfbA9l9pGX0CB4SJGO4qH8cLBPRnYPQG77rzNitc75LjvMK"
    "VI3qBTkjlqXuBI2twVxIe0Mb7k/nJ64y9kXiDzcr6Zl8MPT3FRyijtUgSD3L3DTTkljlN5"
    "DU2T6zb0XsvZva6RS8PVL9hiCUsKJFdxGpLdfxA1JU1NZ5RRGhLd/23Ypwh8HO9imZ9JUo"
    "z/W47vHKJZ7eP/BZCGG3eYRFbyc++gITRl+aqVUXHVYFRc1Y0KKCodsah0w3aCa6PkZKfy"
    "QHaX6WrIEt549uB4KHiW+IoZpjr46JklY+7m1cLZFC2KGCtyzil/ePP+/uNPYtJTeZ9Q9h"
    "jEb7R4+Onz63uoP2gIUt+0iVHfyEPUN7UINWN454tqxOQFYgUIjEmrGnQ79LzCph36rmMJ"
    "d66UVwES6BVMoQswsm2uMahIG8tjojUgkFsl10WUmTgIRDkruVVRRmmQGITeoDPIYUFt0o"
    "QWgEa3N6o32GcgGI8y0/TtP/FqQ8j2PjEpF5IEbkVqeSyFu0/kTVQATKZfrmlLa5a4HUWL"
    "yNO7NnadJxw8qwWsKyho5aqra9lcPCmn0rF4sz4k+5t2oHjygb3xtfYGQyxUiXnkAI1Mjd"
    "72rx3yv51/B3OnwmkFpdN27k8zeHQv0rRybzxHgCeu7IlLYh/yYLNOYY+BsoPT8za+PVh4"
    "i2Z3IxNbtvU37CJiMg7HuXgbg5WJpsurVl5URmlXkth/Swr2bJ/wD1Nz1yoocNfqRoRqDa"
    "LGtYf9F3pOsyRu1kbvitiCCTFykzeV12K/jm3yQn3FoPOxob5iiBy1cvymggKtKyFWPd5Q"
    "gWngB4+tgU8XPdN8R0NdBdRVnN8CTC/e9vrgoi+a422Z2LJtvA0XERBvm5eehrbsObVlh4"
    "Gg00S+GgdxDV3Ey5dte7Ebm7Hr0c8n8ahWueWdI7SgeWyzO72Ipe2WTuU18HBGGMxKMbei"
    "1ZotM4QW23mE6VJ+gJ8cElJTnWwBVLt9PQjncwiXRlPEnCc8Esu9h0yzvRl6zBFYHU2eYx"
    "2rUWBkZO99jRyXfyuTOsLxxI33DlahsApfswphgFVCg0UIJBDqEzco66RbKkBtmB15Q9sO"
    "jciwTfXbEQRQ7ayWQUZ9QSQcIuHntwATioR/T1YLSfQ7erQ8FvH+5SDUa5D7SzbSz8Z26O"
    "P4hqWfK6HvyoDSpfGlNqOuMEgtfp6+q/JAU2iN61f/QIh9TiF2mMc5YHEx/yNDpbhNBtCQ"
    "3v4ncPqBQwKHCco2G0I1OUQnw6a/rrr8UFbYt2WUhpv3opVyuGjQDhd19TC/cb2juaN9q4"
    "qmYb2N4z6axvVCQLG1K+qjZ5cgAfnyTHMBMuIG/+33obY41NhrVWMfhJ5yYCXH6GR7jKxK"
    "CvN11HobtIqf9zg68lezQ79IFabThu6xFhzRjVIWrYCArVr3TdY4CPjXVyC0hAFKa4le8S"
    "3A8iyv5AJgoHJB9p7a3ZEZoJO9NTW3YvgqKBcjirvk0CtA8OK6e3EBloxKaKyPKsKA/a7s"
    "R0k4nHCpomYqMO2CRQPMBInmKylH5coo7WgeRKUnnBWuvWzdhlAFasD32AGiQ8Weyh4vQD"
    "QgvBribxXhbwjw1wqgiGeFAVe81rNqQkUA1Y7w/sfiQMXZ6UecBl0WoIwDE7Fz3bbjOXTT"
    "YQEqQFiB+Zb8vY46NBfyur/k+bJF8Z+JM9FhbyOPPsuB6r3T7+QII6veyxep/QrkGDhUu/"
    "v9io7o+C7ojNO4M8kmzijpNYOUwozY3JNgq5ZWyBHaeYyDxKDgHoyRz7NoeB/3NESD5xqz"
    "OEUYOCid2Ycs2olXANILkF44g/RCnHdUIT0DANmtyJ5Q2Okfcd+SJOb0j7SpqTnglPU+nW"
    "aoYvxfBX2cymt3x0ZfzRfySJJDTR+Fwpu0HwjhdoYniecVcRXeVxw4lJbIXhlXUTx8+PC2"
    "pCge3lQ1wY/vHl7zUzFeCy7kMInJkdBmrpRykCWQBjq5ss1vrtvs85tr+UaPngl5VnUpSz"
    "AwrGeae/lnEniRzRvOwjJHxgzncnAOnvIc7NEjkR+FG0KVivlSeR1j+4NMq1Sale3rl6vq"
    "LRAdm+eCkN2RYQb6jAoeY2JWXvWlsGsrKNi9ovl7oedFn9ee1QICel1EV1lDb/FgSekTlt"
    "FNjuqTpahMirF6i3cVCYvQeRECSs3VMxMZHY1N9kWYNqp77B8AIb7pokf1LG0ZCPx34/8J"
    "B9RRm1NbgGgXrOunVWBCsaIH/k4uefzOeYzaaSQho7LQ8ljkaJWI86+RyR+LIC0+b7CxI5"
    "QZv5AVNdgGMWOPA2zYITYcz0BG7MRF/0s8Lul4IcMGCYwNCYOlgTybY7DhEu8R8zfZI4cZ"
    "ZB3LJu+FqEGZ47rRG75YVFZ+/E8XziOlPop/NcmBnaShqgNJoSZ5kjXJ6dK1dkMO8hp6IW"
    "261+TNa7XeNaiKG/nEh1mhgw4AtLHP37lGb8PcmIO8Tlu6v1knLv8iTNk5KMF0Iva8Ep2R"
    "XRr6H0OvyXBNBFoZraFvBgfZYfvMSkPllUy6c7HnBrte9bRp5VNrieFTRxCRHzQib2OGRA"
    "Xz8mrWHKFBNGbs2mHq/K/i5W8pAgKO3dwPEtg4UBmsmAO0obw383iFH5F66qiIAuO4e3sN"
    "/2PVU6dFFJA/V8/k1QZb23co2C4knkkusDzmmViRqLlLZY+G0v9G9vxREIekV4RsqYECbG"
    "w9svcMRoxVEseOtObSoCSJUEeyHjchjPjDDDeBMWMfPbT41zdcvuOCeuR86A+DAtLpBLHk"
    "TlVcbKCagSiAtDm5Rx9BD8HxsztWGuJd2fOWh0rbaFecII1+rwZHRKlN5HG9zvBjdIVVos"
    "bFSdUWGNDwc9DwQQc/IgAvYsZDKoD+6JUnh3BjlH9VlZBEGaQT+/0NZyKh6L5PeRgzA4wY"
    "xfzysz5xTOEsrOZA5teMwzrbPtDS5AniqgeACiBgfq52uhNYoSMdfpo+Pm6lFwSP2uj3Bs"
    "XBk2Nhg4SMOvah+BC5rpH08kZFiMQ3EN3yBTP2G8fFhsMMm2BqeIRLenQvivH0+cZg7c/B"
    "2j+M11exeYoQbcI5/dUp+fyPVz8LSjA4Dbqew35AVlh9GEYBpc2OPgXzKmokB2hDeY/XDo"
    "prP5quQ9eo9qN8CF61Kl66aiheuqoXL53EYJ/inj0vc/1b7LvkeddwXUFB4qjRbpdlTzI8"
    "ZwptexOymPu64UduMUMm7rxUxneHC8gk+uK7/H6yZmVRuMjsNJpClLWXKwlhun7++qGvK9"
    "fk+mHriMLdcqJTeQ2Lovu/JzNmR4HcVF5DcocZXuYKJyg3TOx09ZmgPELPxJ4EttJEswyg"
    "4Q6+acXwTQPDNwLHztkphSEyeZ0stP6St05AWYer/XKUTrSeYiRUp2lQQL0WPkfzrJay0L"
    "Kl/6E0qyWq+SZrhqPBKAe8seEfE+UqonLvtfOUDkmh4opxJbRwVsrhB3DwnmBKymR+L0sI"
    "kpx6AeZ3s/rsHH2wLPuzLKd0wsanYFPfVkHi+Nkay3bs3ErAlB+N/DgMMLKbe6/E4lBtM4"
    "dqm/l0T2lxQE5I33xPVg+IWRuZtsmeH9U10QXXq0x0MpmEczGsBxtX44cr17GE2qEh/FoE"
    "jaWQF39eh54V8WfsiI1d+oLyL4jtF9m3oS88vDezf/5lpIhtG5PvUm7yXdZHEsZ/pcqC5A"
    "gdbeohxs7DDKHh6LU2hGKl/ZsjtEvoDJJu4H9lILg5Rd7dlAE04Hfs3iZETbJWDCylECjY"
    "6xZYeiSYU+iZaM2SO+Lac1+DQl1711VgaMu5DD2K1qLmvqYrTKtQuMVU4RbTACOqZgDmCA"
    "0tlEGOUG4yE4FmabSxiUif6MDwIHfEMsKQoJugoc79IK9TvKm3mggLeShwlFIBRYg2hkhv"
    "hPo4MJM0sAKlZRCQWiXVI2qOdSqvgVsywpll8WO+y3V5ZZxO6nXsfLfjOXTTYQUqQHBJZp"
    "5QecPwbnEkqRLLLFsnVkwnle81u/JlcXj3eFNGn5beCVC6MaAo1P32ACh16lfzyPM2xfVq"
    "absUITqdAb0ZL4cfh9KuzjE6UTrysQr5mEHzMQGm0fdV4DdHaGeYD9LXH+Wdu2iPMg6sQt"
    "3rUEfa4/1XoY5YWX22G3pabk5zF0gusGzj4Kh0f3yo3YCb3nUb9SxH/8/f8YXxNt7syXUA"
    "Fgk9lnR3rEJrixnNLwOI3oAaFvKiuwKQbXOx0K/Xuo72qS1u5o17s6HlZDI/zGWDHwYX88"
    "LFvLPe2jBCYpQREtiLrzFWidcUIZBpquVDXeTslPgsIIDOWggmtCyMbSVCSxigVOSUKvGZ"
    "A4DMKpl75Khfw10AacPoyEZBEHrKtOcYYL0b69HGFZAur+/OACPGsn77faho1tgV3nzDKr"
    "GdygPZLcmeUGjrBxRSbP898l0ksa2CxPJYcMuPZc3UFTpNY+RpHbcJtVL35bY1XFM2i8rs"
    "Ode4HX5RK0F7U0NDahGkYTxikPrsA2nK1xYUYRBum2uK55O1wTv0KfR9EkjHkpeFjp6GNB"
    "Y3aUH+JAfiznkMkGoPdQmk3dF4eXPTSoPcNGiQm2OnIw2FbktDAEnstcxajegyq+gdth0k"
    "UwzJw6MKYZeJnUQPwIyhw6//ro2hdie30+6OGsb849nhRoqqKeGh4FkSkc9B1f7QZ5b0Lc"
    "1MBzRZBZErvCw405zdhzfv7z/+JPamU3mfUPYYxG+0ePjp8+v7aqzIsdlGQelm8qB0BZG3"
    "DU6VWEs6cwDwKUrTQcvSWbsZ9zhw5PPHDk+P2hEol4PRY/NSBXKTYQp3SJ1aJQzloxXKqP"
    "gPS4Hhg7iG7F60ilZeNEQrLwQduTKz9/tPH96rGr22YzHj/wzXoXM83hrIjchoziNVU0YV"
    "uzd6g5PnkX7/f3bWH/Q="
)
