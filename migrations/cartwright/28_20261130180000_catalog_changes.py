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
    "QWgEa3N6o32GcgGI8y0/TtO+S4n/YOszYLSfK2ILE8lrqNM7c0F25x/2eU1DDI2oigyZRD"
    "hxrJW+DowVp01Wc70FcUmJ02NTOhxFdfiRl5DjhdNnOl1JVUgWnoaw4ThE1pU1b2ZSCctX"
    "PV+P/Eqw0h2/skiCDT+hWpo5p/n8ibqACYTId0077WrFRnFLtRrsxt7DpPOHhWS1FWUNC8"
    "WzfQZZNQpZxKB6HOWlX3N99G8fiDU+9rPUyGWKgS5c4BGjmXve1fO+R/O/8O5k6F0wpKp+"
    "3cn2bw6F6kaeXx1xwBsVfl2Ksk2i13/HQKdA9UDzI9b+Pbg4W3aHY3MrFlW3/DLiIm43Cc"
    "i7cxWGNAurxqBaVllHaxuP6bELFn+4R/mJq7VkGBu1Y3IlSrzjWuNu+/tH+aRdCzNnpXxB"
    "ZE3+UmbyqvxX4d2+SFirpBb0SAirohqpKU4zcVFGhdCbHq8YYKTAM/eGwNfLromeY7Girp"
    "oJLu/BZgevG21wcXfdEcb8vElm3jbbiIgHjbvPQ0DOKY0yCOMBD0FspX4yCuoYt4+bLt9I"
    "3G8Rv16OeTeDi33PLOEVrQPLbZnV691XZLp/IaeDgjjOKmmFvRau31GUKL7TzCPEE/wE8O"
    "CampTrYAqt2+HoTzOYRLo7mRzhMeieXeQ6bZ3gw95gisjibPsY7VKDAysve+Ro7Lv5VJHe"
    "FA+sabZqtQWIWvWYUwwCqhwSIEEgj1GUuUddItFaA2zI68oW2HRmTYpvp9OAKodlbLIMMd"
    "IRIOkfDzW4AJRcK/J6uFJPodPVoei3j/chDqNcj9JesUtrEd+ji+U+/nSui7MpJ6aXypTS"
    "UtjM6Mn6fvqjzCGlrj+tU/EGKfU4gdJjAPWFzM/8hQKW6TATSkt/+Zy37gkMBhgrLNhlBN"
    "DtHJsOmvqy4/lBX2bRml4ea9aKUcLhq0w0VdPcxvQPto7mjfqqJpPHvjzI+mAe0QUGztiv"
    "ro2SVIQL4801yAjLjBf/t9qC0ONfZa1dgHoaccWMkxOtkeI6uSwnwdtd4GreLnPQ4L/tXs"
    "0C9Shem0oXusBUd0o5RFKyBgq9Z9kzUOAv71FQgtYYDSWqJXfO+7PMsrufIdqFyQvad2W3"
    "AG6GRvTc2tGL4KysWI4i459AoQvLjuXlyAJaMSGuujijBgvyv7URIOJ1yqqJkKTLtg0QAz"
    "QaL5SspRuTJKO5oHUekJZ4WLjlu3IVSBGvA9doDoULGnsscLEA0Ir4b4W0X4GwL8tQIo4l"
    "lhwBWv9ayaUBFAtSO8/7E4UHF2+hGnQZcFKOPAROxct+14Du0y274ChBWYb8nf66hDcyGv"
    "+0ueL1sU/5k4Ex2yz/1L/FkOVO+dfidHGFn1Xr5I7Vcgx8Ch2t3vV3REx3dBZ5zGnUk2cU"
    "ZJrxmkFGbE5p4EW7W0Qo7QzmMcJAYF92CMfJ5Fw/u4pyEaPNeYxSnCwEHpzD5k0U68ApBe"
    "gPTCGaQX4ryjCukZAMhuRfaEwk7/iPuWJDGnf6RNTc0Bp6z36TRDFeP/KujjVF67Ozb6ar"
    "6QR5IcavoopFgUTCKE2xmeJJ5XxFV4X3HgUFoie2VcRfHw4cPbkqJ4eFPVBD++e3jNT8V4"
    "LbiQwyQmR0Kb4v3CJZAGOnmEu4UPlKm6lCUYGNYzzb38Mwm8yOYNZ2GZI2OGczk4B095Dv"
    "bokciPwg2hSsV8qbyOsf1BplUqzcr29ctV9RaIjs1zQcjuyDADfUYFjzExK6/6Uti1FRTs"
    "XtH8vdDzos9rz2oBAb0uoqusobd4sKT0CcvoJkf1yVJUJsVYvcW7ioRF6LwIAaXm6pmJjI"
    "7GJvsiTBvVPfYPgBDfdNGjepa2DAT+u/H/hAPqqM2pLUC0C9b10yowoVjRA38nlzx+5zxG"
    "7TSSkFFZaHkscrRKxPnXyOSPRZAWnzfY2BHKjF/Iihpsg5ixxwE27BAbjmcgI3biov8lHp"
    "d0vJBhgwTGhoTB0kCezTHYcIn3iPmb7JHDDLKOZZP3QtSgzHHd6A1fLCorP/6nC+eRUh/F"
    "v5rkwE7SUNWBpFCTPMma5HTpWrshB3kNvZA23Wvy5rVa7xpUxY184sOs0EEHANrY5+9co7"
    "dhbsxBXqct3d+sE5d/EabsHJRgOhF7XonOyC4N/Y+h12S4JgKtjNbQN4OD7LB9ZqWh8kom"
    "3bnYc4Ndr3ratPKptcTwqSOIyA8akbcxQ6KCeXk1a47QIBozdu0wdf5X8fK3FAEBx27uBw"
    "lsHKgMVswB2lDem3m8wo9IPXVURIFx3L29hv+x6qnTIgrIn6tn8mqDre07FGwXEs8kF1ge"
    "80ysSNTcpbJHQ+l/I3v+KIhD0itCttRAATa2Htl7BiPGKoljR1pzaVCSRKgjWY+bEEb8YY"
    "abwJixjx5a/OsbLt9xQT1yPvSHQQHpdIJYcqcqLjZQzUAUQNqc3KOPoIfg+NkdKw3xrux5"
    "y0OlbbQrTpBGv1eDI6LUJvK4Xmf4MbrCKlHj4qRqCwxo+Dlo+KCDHxGAFzHjIRVAf/TKk0"
    "O4Mcq/qkpIogzSif3+hjORUHTfpzyMmQFGjGJ++VmfOKZwFlZzIPNrxmGdbR9oafIEcdUD"
    "QAUQMD9XO90JrNCRDj9NHx+30guCR230e4Pi4MmxsEFCRh37UHyIXNdIenmjIkTiG4hu+Y"
    "IZ+43jYsNhhk0wNTzCJT26F8V4+nxjsPbnYO0fxuur2DxFiDbhnP7qlHz+x6ufBSUYnAZd"
    "z2E/ICusPgyjgNJmR5+CeRU1kgO0obzHawfFtR9N16FrVPtRPgSvWhUvXTUUL13Vi5dOYr"
    "BPcc+el7n+LfZd8rxruK6gIHHUaLfLsicZnjOFtr0JWcx93fAjt5ghE3deKuO7wwVkEn3x"
    "XX4/WbOyKFxkdhpNIcray5WEMF0/f/3Q15Vrcv2wdUThbjnRqbyGRdH935MZs6NAbiqvIb"
    "nDDC9zhROUGyZ2uvpMUB6hZ2JPAltpolkG0HAH37Ri+KaB4RuBY+fslMIQmbxOFlp/yVsn"
    "oKzD1X45SidaTzESqtM0KKBeC5+jeVZLWWjZ0v9QmtUS1XyTNcPRYJQD3tjwj4lyFVG599"
    "p5SoekUHHFuBJaOCvl8AM4eE8wJWUyv5clBElOvQDzu1l9do4+WJb9WZZTOmHjU7Cpb6sg"
    "cfxsjWU7dm4lYMqPRn4cBhjZzb1XYnGotplDtc18uqe0OCAnpG++J6sHxKyNTNtkz4/qmu"
    "iC61UmOplMwrkY1oONq/HDletYQu3QEH4tgsZSyIs/r0PPivgzdsTGLn1B+RfE9ovs29AX"
    "Ht6b2T//MlLEto3Jdyk3+S7rIwnjv1JlQXKEjjb1EGPnYYbQcPRaG0Kx0v7NEdoldAZJN/"
    "C/MhDcnCLvbsoAGvA7dm8ToiZZKwaWUggU7HULLD0SzCn0TLRmyR1x7bmvQaGuvesqMLTl"
    "XIYeRWtRc1/TFaZVKNxiqnCLaYARVTMAc4SGFsogRyg3mYlAszTa2ESkT3RgeJA7YhlhSN"
    "BN0FDnfpDXKd7UW02EhTwUOEqpgCJEG0OkN0J9HJhJGliB0jIISK2S6hE1xzqV18AtGeHM"
    "svgx3+W6vDJOJ/U6dr7b8Ry66bACFSC4JDNPqLxheLc4klSJZZatEyumk8r3ml35sji8e7"
    "wpo09L7wQo3RhQFOp+ewCUOvWreeR5m+J6tbRdihCdzoDejJfDj0NpV+cYnSgd+ViFfMyg"
    "+ZgA0+j7KvCbI7QzzAfp64/yzl20RxkHVqHudagj7fH+q1BHrKw+2w09LTenuQskF1i2cX"
    "BUuj8+1G7ATe+6jXqWo//n7/jCeBtv9uQ6AIuEHku6O1ahtcWM5pcBRG9ADQt50V0ByLa5"
    "WOjXa11H+9QWN/PGvdnQcjKZH+aywQ+Di3nhYt5Zb20YITHKCAnsxdcYq8RrihDINNXyoS"
    "5ydkp8FhBAZy0EE1oWxrYSoSUMUCpySpX4zAFAZpXMPXLUr+EugLRhdGSjIAg9ZdpzDLDe"
    "jfVo4wpIl9d3Z4ARY1m//T5UNGvsCm++YZXYTuWB7JZkTyi09QMKKbb/HvkukthWQWJ5LL"
    "jlx7Jm6gqdpjHytI7bhFqp+3LbGq4pm0Vl9pxr3A6/qJWgvamhIbUI0jAeMUh99oE05WsL"
    "ijAIt801xfPJ2uAd+hT6PgmkY8nLQkdPQxqLm7Qgf5IDcec8Bki1h7oE0u5ovLy5aaVBbh"
    "o0yM2x05GGQrelIYAk9lpmrUZ0mVX0DtsOkimG5OFRhbDLxE6iB2DG0OHXf9fGULuT22l3"
    "Rw1j/vHscCNF1ZTwUPAsicjnoGp/6DNL+pZmpgOarILIFV4WnGnO7sOb9/cffxJ706m8Ty"
    "h7DOI3Wjz89Pn1fTVW5Nhso6B0M3lQuoLI2wanSqwlnTkA+BSl6aBl6azdjHscOPL5Y4en"
    "R+0IlMvB6LF5qQK5yTCFO6ROrRKG8tEKZVT8h6XA8EFcQ3YvWkUrLxqilReCjlyZ2fv9pw"
    "/vVY1e27GY8X+G69A5Hm8N5EZkNOeRqimjit0bvcHJ80i//z8OIAX7"
)
