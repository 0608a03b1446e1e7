from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 18  # it only adds

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
    "eJztXWtz4zaW/SssfdnZKm1X22473t2pqbI7zkxn+pHp7uxMqivFgkjIQkwRDAHa8Wbz3x"
    "ekxDdAEWySIqH7KWnxHkk+gC7uG78vHBTyp5Dcb/iLG9cNMWOL/7J+X/hoi8X/yB4vrQUK"
    "gvLD+EWOVl6CQQXBFeMhcrh4eY08hsVLLmZOSAJOqC9e9SPPi1+kjhAk/n3+UuSTXyNsc3"
    "qP+QaH4sGXn8XLxHfxb5il/wwe7DXBnlv60sSNPzt53ebPQfLaG59/lwjGn7ayHepFWz8X"
    "Dp75hvqZNPGTP+ke+zhEHMdvz8Mo/vrxt9v/oelftPumucjuKxYwLl6jyOOFP3dl568tbP"
    "v9h8/2p7vPtr3QIMihfkyu+Kq7JbuPv8J/nJ+9+ubV9cXVq2shknzN7JVv/th9dE7MDpjQ"
    "8/7z4o/kOeJoJ5FwnJMaRCuPOLaM29cbFMrJLYEqHIsvX+U4ZfTrSF78eR35TsyftaUu9t"
    "gLJr4gdl9k34a98PGTnf3zL4uh1mSLfrM97N/zTbwQVw0L8D83H1//7ebjn86v/j3+QCp+"
    "Nbtf0/v9k/PkUbxG+ZpEDIfSFVHu9gLi8JZvsxzpC3Pe9DmhyX819ncq38/WrnOZK80xyC"
    "zv1pcv22zXly/V+zV+VubXIz4+0yE4AwDD7Rk+12X4fFyGFyPp2yH4dQh/1qE3lTdw/56d"
    "t+FXSCn5TZ6V+Q3xffylNBjOEcbt4EEYDijjyBMEulpHXQVm4H5uRXYD13WqHRr5PNTTFz"
    "nERIrbMKwmuLaVBT96mzgFGKcqXrXZvK/Um/dVbfPuv7DNNiQI4i9S4/mWUg8jX061DF5h"
    "fSXwQ9GevTIA8w1M33748DZ+5y1jv3rJC28+Vyj/8d3tnVDayUoIIcJ3HlvNF0kJXBHP60"
    "5/AQ3sa7DvhDjmxEZcQjy5VzrYZdxQPva4KnznZP/n+fnFxTfnLy+uri9fffPN5fXLzNuu"
    "P2pyu2/f/DXmu7Qu9QWIArfTApRxsABaCxCHVNcPhfhf/MIKOQ9PKHTt2hN6TlWy9Ufb82"
    "31FeSj+4TO+O+Ov3Ax3By5hN8ltpAqIJ1LLA/GpGNZG2fCQ8alvyzo6hfs8N2ui2na/ZO4"
    "i58hZj1mzFpXdwyrM47A7Mg6W/yiqGZAugjpRPye1Ynp6t4i0gk/Oi5OBjDRfbx81caBvH"
    "yldiHjZzWGNSNOOcJAjq/aOJJXakfyquZIVk7DtixXYAZS3b/Pnlsa+kT3maSdFM1XbZTG"
    "lVpnXNVUxgqvaSjZzJ/xb4pjLkcYEHlqoPPz3b8+lzzwlMY/vbv5V8Lw9nn/5O2H939NxQ"
    "u0v3774baqodccS85ANdsZAMjWJjvEiMmOQzXbOQLo7kC3+KOZrsouowygfWiNXahJa23l"
    "5RAgWErwhKJFd1tEvLfEf1gogkW5wPJQrAjHoraXykIJ42hm28DhIE4fsG9vENvo6IEyaq"
    "wixhlbx1CV2HMMKIjCgDK9RHcOMdCjO2tVFtNQFVNznBOdr0NwBjCQ3kHCbJBQPXJwHv8W"
    "EGHQai9AGWeQfj6tfOpbek/874TSikKs7PEpCx20lL1Y3F4X5Y9iLT9grRq7vbhxptx1m2"
    "PxWn0sXu+PRbUFXVzqlrZdEWKS9u7NumPEdyS2XZNKziAmETrycbjyqPMg7IrI5zLLr4n+"
    "GhSWwdAyL7BKBrZKfkCMPdHQ/YgZ5iqrpCx00CoJ9uJ2mMlDDG9epyPE8CCGNwlt3JuVB+"
    "EPCH9Ma2uflqHxUSzPbSTMdqWVUZA4aGLEi22vcmGIehgd9RDfQltvFECgNOaqNPBaqP7N"
    "59h6VKqNosxhxbGTtnkmDq7JvEw6cE2O7Jqs0ZZ4WidfjhgqWXs8fmGo1ET1BLh+4PpNdW"
    "uPzb/vdiA/B4239V8axbvQyx0SK+zrVM40+zFHZj7Ej/ShA/llHPA/U7/xE2Zsx5PUZUwf"
    "Lw95i6wgCH7ivOw/8BMhhTUJY683PyahRyg9X3KoqfdtGWVcJ9UwQ0bBYzyu/caw0LW67B"
    "dAQD046zPif0Km848ssVCldnPy7KDRHB84cPnEHE0NuHxiTnmCY7fMTch5GaRhbteG/ohD"
    "It5U3xaUwiGi1NUsmf7NIHN2eLKSbd2oSA1oYjvuEIyH1NPaz6n8iPvZiRin253JN8ee8q"
    "34/razQf49ttN9KtHhTVO8VW8Bo7w1RnkT4RQKi+xR1mTXRH4JNyLjqR0zW8J3oWpheqTJ"
    "i5beUA03XhjlbFhjBWpJTLEDp92vaOgCTCg+9Rpx5NH718mZvFAEqspCy0MRK2cnvj/oW4"
    "WuFjfWTtqia+tpg7i1f5MIW4H49sxiG/r039YDDvj+BRRiCzHrnlI3/i/fYMvHT5jxF4vK"
    "cvf+5j2H05p+Z4ZF1EbRbtW427R+bviequ+AyJ63+ZHlkhAZHnkfQ2T4hCLDzIsk11Wply"
    "OVNy4u3Fdr2pzCkDMmt/i1ahyr519XYAZEfBuIHWQIdkAZkbOuPB+LEGPqwyFMMGdDekJm"
    "8w8hdSNHPVBn//ig0RwUBIe9Mi01z/dGGeOIR7uZcSFxsO3geDkF6kvhUWG3wsVqYHWfut"
    "X9EGkZ3TtxAw3D/kvJj+vQTIrcQZLR4NUMyy84NkdybFzMEfEk43KbSM8gQLi+J1mwFmuk"
    "N3k+FSC4Pp0zpBVLvqXlXUGZxH9/k6Izz6e1IZK7UePpkrxoZo5VWwFxeCS73LHBsckhBq"
    "jsEewR/dIgKApq0gs05LauDV0CGbdtL1pt24uGbXtR37YJZbpudgFjHMvQ/GqiAQclbpA8"
    "iBz+ZovUFW4lmWXLNIJNMnEowBl5Cw+XCkjXVofcMsigZu3+7nxEXLMRikP/k4aVgTytKS"
    "Z7cbDgWnXzQTnH1yuDCRkEb/xH7POGKtxc4KApQEqiRzEDJnNiGW0X0HhYma9DcQEBKqA+"
    "UZLh8BHr8FmEAKFVQj36ZDNOnQebb+KR/NTT4VaBHo/myxnR7ISUsfhD9fgtwmD/SrqaBU"
    "mSCM2BluY9CDrI9TrIXRx4mMv07yHCi0hgXYN1yBL1qjAgrHvaYd2PiTmIeMNg6qLI8vBV"
    "RmXhXn25L4JJN5/GmztfP9cqx8ueWVzxgKEcfGRfr7BWbZ294vIapFP6CwBPJUphGK+/Rs"
    "jnhEsukFKyWoQAp4rCNL3ikxRgYLqi/5K0aY9ENtRyg5KUCS0A+C6n7bt8ikOtb7F7rx4O"
    "XhRZHrxYJwndern0OM6L+NcD2WU4EOd4G/CD/kzq8sBwpIkMRwILfWhr8hje5DRnXPdGaa"
    "pt2jNaQEAotUpnqsTbujupvIHeznm7+qGG8qFas6qtXzpQwkCusLpfXbtD+UAZBKTWjql5"
    "FLjM6JSaTY3LjDgVTg0Ndc6qDGBeresQt7T4VC/ymcobx+5lq0riy4ZK4ktJlbZmvAfiPP"
    "OO87wW/7tQjvoNW0wsc1Ip6DCa15EFw8bmNGxs/MuVqxEaA7b8BK4EnxarA49xg4LCXjct"
    "ZEUhKzqt7tvTM5bfcLxdNBjMyfNWRrNNUtGec6G7Nz9UxwkmNZjUMpJPx6Qu/E5a7vbiL8"
    "ugU/QUSmjnp0yggnbQ5hyfcLvz8FIZ2iSaodzT/AWYkmG9wc4Djfi3IVqrw9ElocMm9l7c"
    "djP5o0SoJ2BlGG1ZZ+v8gCUHpNq4ruIMLBU6a5UhPGvIEJ5JMoQ+e8Kh1oT1AmTELOzvfw"
    "zlmDSQOsiM9WmHneB4HPp4fOPibUA59p3nv2P1TKiy1MEDkuTyqQ7sOxLFHBokxRfx+0MA"
    "6pjHZLYUbc/HDGDiwdiqiPasoYr2rF5Gq2l/mGt2nF9etir7umwo+7qssrsWn49D4XL7Wm"
    "MkKzAD2e4/awvtIKNdJKIkVHmPyKzNtt74XFFXomzVHkgqb8Tvf2z3A6JzRw6PTnscAZQd"
    "LId1/z7Eh+tC4fXtHi4POXvJAc2G8PECDzniR75K9GspqFbvtC6UJMYVCeXLhdNX8BYRDw"
    "ZKQX3CqdcnHL/kdxqnbX/lCUVV1XqTF0FG2I8V/7FNKORKHQm5qt8nBRmZUW9J2x2YGkRn"
    "AAMZHqTnEDkOZszu1jQgBffSOzAp4ge4BH4Wt6+OmM1tlczVGHPnIN/Bni3cdCZr0mjQ1F"
    "Wgedu5/zEb0AzTqzHHohWnHHldyvfqWIhOdY5OsQ0JAvG1Oi1EDQsL0XkhOv8c4LfQWyFr"
    "FIZxQYXWYVrAGGi2XLRxeNTuTs0oTDXGFguqtMJVEqiBfPdvuGS8IdcNhSujk3iTYY0gfe"
    "wk3Ip4Xsc1kEANGIYz9gLA3KG8qrhlWXFjXXFNzYT4keCnDt5oDWiiNzrArbF73hgRzrye"
    "wVhFGpRsgM6n01oAqK0/8gK42CFuhwUo40ADdeUfJlUv+h2pKj6vw3Yu42A7z7lW6y6+cX"
    "3RVLC1k1i2qtqycSY84KUZDIvnsTn3VW06cBdGv2oabgAcNaWU/gbac1qEAKeypMSzXttZ"
    "Km9EkLDsxL9q48O/Urvwr+qRWaiQGLZCwsVcs7YqRxgX+Btm4DiMyx+0dO0XupJaCU2WWo"
    "4BP6SrW73WNCTWX2VFTJPyHm/T0tvAEJQzwIt+S3y8aHKiE4FlOx/aS2XHuXcSZl0cs5kJ"
    "fOMBemdgtOcQtLKHSMt924kb6Lv13z6Q/FeD21TeQHIHKR+AqbT9qwOYSjshFy62Ge3ORd"
    "UyNCzGXD2SH9DztiGplz5eHvJGgoLgkK5IFAaUfWUyD/wQ8EMmwnFxUMVuZ2sYdgWIgbZd"
    "/0kP4bU9kv1UmdYcFzAGktx/U4V++wp0rWgRnPTba2WeU4B5iaUh3L/0F6875aOKG2tu0H"
    "gKeYjhsmhLI5938UOqSJOsirE7nTnS6wHKAKCxW2jsEK9xKE+bNjX/FEDGae5hdAl7wDo+"
    "SSY/nup4ORNvBOqDhq4PggYpaJA6vQWYXuTzWyIowwGKB1U0B0GLksuW8VDbrYAOxUYXN5"
    "ZL1vuj31ph/oSxb9EotPbvaCHftfgGW6m/8W/MWlH68GJRWeqveyf5SNyKi+NQF0KxMN+2"
    "HcmnM98WwuODlOlMKCpzbHKH96US1a7BcypvIL8X7UbbNky2rZL7JH7uWt0tGcBAegfxrk"
    "IsDhu3S1ixijRJG0NY0aR0JoQVxzkK1zRWCLphgiIKdEh3HSKcVm3uCyCgfq7xmU/7CYvv"
    "duUBithMRWp5KC4jmZV5nOvTIRoyxJ3pR/VaJpSr7z+JCV0HGbnXbci9VpN7Las52RLN4r"
    "8cAmZcu4hG5MejqLRGzJZABvDcQOsgw2U7t3xAt0dvDfshxvZaaIsuyyABG9THP/JKBJQR"
    "rndTShECVSpVQgmzhd1OHmVTfin1MPIV5nQRV6F1JYBD8Zrag+Mq9tsPH96WFPvtm6rm/v"
    "Hd7Z04UBMtL4QIV+xgKFqBopXTW4AJBUWS+SDvafL7VA8Qeb8f0d9mgEg6zh+iIMZEQSZa"
    "fzA/igulxZHgRG+cW4YwMAIyyEQ3LrxwHd88lTeC37Edc7DkTtuQ+JiUOaisiP3TgyZEmM"
    "uB+TCvsw1KSqGk9KRNumlVlE4odwh9vibZHOWKMf0r6L7q7rlpJb9g6rcBXiIUlUKvugnV"
    "COB/Qybl5BZgQgGQuHC0afJh9nzZpqR0mNmHbcMgk/AOjY6JiKUPid7kuALEuCPxqs2JeK"
    "U+EK/qU82E1EP8BTQYLmKMo3gYLxzck4HdE7DrTtusuNsi4r3DjKHkr5eaFiWZg+YFjqXt"
    "bUF8SBvjS+4vp9e9QOYFMi+nm3nZ//A0F6WMMi5FMMjgVWHKaXGcyhtomgxwo2q0+gU7fM"
    "eSBslVnIFk9x9ETUnT0xlllIFE938V0jECH4dbWeZnkhTj/w4JyD6a1T7+XwAZuHGHSWTt"
    "fu4dNIShLF+0MiouGoyKi7pRAUWlIxaVbvhWMjNYTXYqD2R3aa1FjnTc9S3xUfis8BUzTL"
    "Xr7Znvepzn1cfZFC2KGStyLii/ffP+5uNPctJT+YAyfh8mb7S4/enz3Q3UHzQEqS/bxKgv"
    "1SHqy1qEmnO8DWQ1YuoCsQIEemSrBt0WPa+w7UaBRxzpzlXyKkECvZIW5BAj1xUag8m0sT"
    "omWgMCubWLKhHjNg5DWc5KbVWUUQYkBqE36ARyWFCbNKEFYPHofv2pgxkIZqTMNH37DhHv"
    "0xPhzmahSN4WJJaHUrdJ5pblwi0uf4iTGhZdWzHU4hvELcKs3Vvg+MFads9DO9BXFJgdNz"
    "UzocRXX4kZdQ44XTZ7pdWVVIEZ6GsOE4RNadNW9mUgnLVz1fj/xKsNpQ83uyCCSutXpA5q"
    "/qedvI0KgMl0SDfta8NKdUaxG9XK3MUeecThs16KsoKC5t26ge5H25WsHFvJaQ4wSVX3N9"
    "9G8/iDU+9rPUyOeKQT5c4BBjmX/d1XGom/XXwHe6vDaQVl0nbuTzP47EmmadXx1xwBsVft"
    "2Ksi2q12/EwKdA9UDzI9b+PbvYW3aHY3MrFlW3/DLSIm43CcircxWGNAurx6BaVllHGxuP"
    "6bELHvBlR8mJ67VkGBu1Y3InSrzg2uNu+/tH+aRdCzNnpX1JVE39UmbypvxH4d2+SFirpB"
    "r4mEirohqpK04zcVFGhdBbH68YYKzAA/eGwNfLzomeE7GirpoJLu9BZgevG2u72LvmiOt2"
    "Viy7bxNlxEQLxtXnoaBnHMaRBHFEp6C9WrsRc30EU8f9l2+kbj+I169PNRPpxbbXnnCCNo"
    "HtvsTq/earulU3kDPJwRRnEzLKxovfb6DGHEdh5hnmAQ4kdCI2brky2BGrevB+F8DuHSRX"
    "696hxDptnejHxOJFZH88XVVaxBgZGxr65GxBPfymZEOpC+8eLqKhRW4WtWIQqxTmiwCIEE"
    "Qn3GEuOddEsFaAyzI29ol7CYDNfWvw9HAjXOahlkuCNEwiESfnoLMKFI+Pd0tVBEv+NHy0"
    "MR71/2Qr0Gub9kncIudqMAJ3fq/VwJfVdGUi+tL7WppIXRmcnz9F21R1hDa1y/+gdC7HMK"
    "scME5gGLi8UfGWnFbTKAgfT2P3M5CAkNCZeUbTaEanKISYZNf111+aGssW/LKAM371kr5X"
    "DWoB3O6uphfgPaR3NH+1YVTePZG2d+NA1oh4Bia1c0QM8eRRLy1ZnmAmTEDf77H0Ntcaix"
    "N6rGPox87cBKjjHJ9hhZlRTm6+j1NhgVP+9xWPBvdod+kSrMpA3dYy04YhutLFoBAVu17p"
    "uscRiKr69BaAkDlNYSvfJ739VZXsWV70Dlgj75ercFZ4BO9tbU3Irhq6A8jBjukkOvAMGL"
    "6+7FhVgxKqGxPqoIA/a7sh8n4fCOSx01U4EZFywaYCZIPF9JOypXRhlH8yAqfcdZ4aLj1m"
    "0IVaABfI8dINpX7Ons8QLEAMKrIf5WEf6GAH+tAIr6ThQKxes86yZUJFDjCO9/LA5UnB1/"
    "xGnYZQHKODARO9dtE5+wLrPtK0BYgfmW/N3FHZoLdd3f7vmyRfGfjTPRIfvcvySfRaB67/"
    "g7OcaoqvfyRWq/AjkGDtXufr+mIzq+CzrjNO5MsokzSnrNIKUwIzafaPigl1bIEcZ5jIPE"
    "oOAejJHPs3h4n/A0ZIPnGrM4RRg4KJ3ZhyzakVcA0guQXjiB9EKSd9QhPQMA2a3InlDY6R"
    "9J35Ii5vSPtKmpOeCU9T4dZ6hi8l8NfZzKG3fHRl/NF+pIEmF2gCKGZcEkSoWd4SvieUVc"
    "hfeVAA6lJbJXxlUUtx8+vC0pits3VU3w47vbO3EqJmshhAhXmBw72jTvFy6BDNDJI9wtvK"
    "dM16UswcCwnmnu5Z+7wItq3nAWljkwZjiXg3PwmOdgjx6J+ijcUKZVzJfKmxjbH2Rapdas"
    "7MC8XFVvgejEPJeE7A4MMzBnVPAYE7Pyqi+NXVtBwe6Vzd+LfD/+vPasFhDQ6yK7yhp6iw"
    "dLSh+xjG5yVB8tRWUzjPVbvKtIWITOixAyZq+euczoaGyyL8KMUd1j/wAoDWwP3etnactA"
    "4L8b/484ZERvTm0BYlywrp9WgQnFim7FO3n0/jtyH7fTKEJGZaHlocjRaicuvkYmfyiCtP"
    "i8wdaWMm79QlfM4hvErSccYsuNsEV8C1mJExf/L/WFJPEjji0aWhsahUsL+a7AYMuj/j0W"
    "b/KECLfoOpHdvRdiFuPE8+I3fLGorPz4ny6dR8oClPxqdgf2Lg1VHUgKNcmTrElOl661G7"
    "KXN9ALadO9pm5eq/WuQVXcyCc+zAoddACgiwPxzjV6G+bG7OVN2tL9zTrxxBfh2s5BCWYS"
    "saeV6Izt0ij4GPlNhutOoJXRGgV2uJcdts+sNFRey6Q7FXtusOtVj5tWPraWGD51BBH5QS"
    "PyLuZIVjCvrmbNEQZEY8auHWbkfzUvf0sREHDs5n7Q0MWhzmDFHGAM5b2Zxyt8j/RTR0UU"
    "GMfd22vEH6ufOi2igPy5eiavN9h5aHBMsufLQ36JE0u2dkuSSHac+rUEIo5BI98SC4Hv47"
    "tGrOS95NHvFhio5ZxOPEnt34QdFH4I6n7G3cRAf/zKI6Eeir+qju1YBpnEfn9TNGgku5hN"
    "7W9mgBHdzS8/m+Nwal83DteMf7Xy4NTTt9QLIGB+rnY6CZ2IKKfUpY8PW+kFwYM2+o3FcP"
    "hIHGzRiDPi7qtEkOdZu6aruFqEBhZiD2LBrKcN8bBFuOVSzCyfCkmfPeGwbsj3+cZg7c/B"
    "2t/PQdaxeYoQiJjVwo+B+OP1z4ISDE6DrudwENIV1u9aLqCM2dHHYF5HjeQAYyjv8X4oeZ"
    "Ku6d5ag5J05UPwolWW+aIhy3xRzzIfxWCf4p49LXP9Wxx49HnbMFe6IHHQaHfLskeZcjCF"
    "/ooJWcx9XcWgtpihnvi0VMZ3+5tiFPriu/wimWZlUbhx5jiaQlYNqFYS0nLA+euHvu7GUe"
    "uHByILd6uJTuUNrF7r/0KzhB0NclN5A8kdZsqMJx112TBazTNn1OUIxa1PNHS1Rs9kAAN3"
    "8GUrhi8bGL6UOHZkqxWGyORNstD6S96SkPEOdzDlKJNoPcbsjk5jO4B6I3yO5qb6stCypf"
    "+h1VT/N/pk0TXHcQf7Hm9txMfEuYq4mX1NHtNudlbPJmqjpU3t+x/A3nuCdvbJ/F6WECQ5"
    "9gLM7wrc2Tn6YFn2Z1lO6YRNTsF3KHxQHq+5xOGzNZG1t6lwq4N1jcJk6ssOzMTRKI7DEC"
    "NXfpI2i0O1zRyqbRLjXNcyKYBM0iSnZdF/T1e3iDsblbbJnh/UNfFNpKtMdDKZhFMxrAeb"
    "KxBEK484Uu3QEH4tgsZSyIs/ryPfifmzttTFHnvBxBfE7ovs27AXPn6ys3/+ZaSIbRuT71"
    "xt8p3XZ0clf6XOguQIE23qIeYDw7CH4eh1NpRhrf2bI4xL6AySbhB/ZSgZca/ubsoABvA7"
    "dm8TYjZdawaWUggU7HULLN1TLCj0bbTmstubm7ivQaGuvesqcPQguIx8htay5r6mu+aqUL"
    "huTuO6uRAjpmcA5ggDLZRBjlBhMlOte+EzgIEMD3KZH6ccSboJGurc9/ImxZt6q4lwkI9C"
    "opUKKEKMMUR6IzTAob1LA2tQWgYBqVVSfarnWKfyBrglI5xZjjjmu9xrVMaZpF7HzncTn7"
    "BNhxWoAMElmXlC5Q3H28WBpEois2ydWLFJKt9rduXLYv/uyaaMPy0d3lwa7VwU6j7mGUqd"
    "+tU86rxNcb1a2i5FiElnQG/Gy/7HobWrc4xJlI58rEI+ZtB8TIhZ/H01+M0Rxhnmg/T1x3"
    "nnLtqjjAOr0PQ61JH2eP9VqCNWVp/shp6Wm9PcBZILLNs4ODrdHx9qVxWmlxLGPcvx/4t3"
    "fGG9TTY7s1CILYdGPt91d6wi5wFztrQY3U2Ri9+AWQ4Sj7CFXFeIRUG91nW0T21xhWLSmw"
    "0tJ5P5YS4b/DC4QRFuUJz11oYREqOMkMB+ct+kTrymCIFMUy0f6iGy1eKzgAA6ayGYyHEw"
    "drUILWGAUplTqsVnDgAyq2TGl5NrX1JRABnD6MhGQRj52rTnGGC9G+vxxpWQrq7vzgAjxr"
    "J+/2OoaNbYFd5iw2qxncoD2S3JnlBo6wcUMez+PfZdFLGtgsTyUHArSGTt1BU6TmPkcR23"
    "CbVS9+W2NVxTNovK7DnXuO1/UStJe1NDQ2oRZGA8YpD67D1p2tcWFGEQbptriueTs8Fb9C"
    "kKAhoqx5KXhQ6ehiwRt1lB/igH4pbch0i3h7oEMu5oPL+8bKVBLhs0yOWh05FFUrelIYAk"
    "91pmrUZMmVX0DrsEqRTD7uFBhbDNxI6iB2DG0P7Xf93GULtW22nXBw1j8fF8fyNF1ZTwUf"
    "isiMjnoGp/6DPf9S3NTAc0WQWxK7wsONOC3ds3728+/iT3plP5gDJ+HyZvtLj96fPdTTVW"
    "RFy+0VC6mTwoXUnkbYNTJdaSzhwAfMrSdNCydNJuxg0OiXr+2P7pQTsC5XIwemxeqkBtMk"
    "zhDqljq4ShfLRCGZX4YWkwvBc3kN2zVtHKs4Zo5ZmkI1dl9n7/6cN7XaPXJQ63/s/yCJvj"
    "8dZAbkxGcx6pmjKq2L3xGxw9j/TH/wOlXU2Z"
)
