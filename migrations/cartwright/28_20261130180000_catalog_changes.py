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
    "eJztXWuT2zaW/SssfdnZKq3L/Uzv7tRUdTudGWdsd8Z2diblSrEgEmoxogiGALvTm81/X5"
    "AU3wBF0CRFQvdTYvEeSX0AXdw3fl9YKGDPgfO4Ya9ubTvAlC7+y/h94aEd5v8jerw0Fsj3"
    "yw+jFxlauTEGFQRXlAXIYvzlNXIp5i/ZmFqB4zOHePxVL3Td6EVicUHHe8xfCj3n1xCbjD"
    "xitsEBf/DlZ/6y49n4N0zTf/pbc+1g1y59aceOPjt+3WQvfvzaW499FwtGn7YyLeKGOy8X"
    "9l/YhniZtOPFf9Ij9nCAGI7engVh9PWjb7f/Q9O/KPmmuUjyFQsYG69R6LLCn7sy89cWpv"
    "nh4bP56f6zaS4UCLKIF5HLv2qyZI/RV/iP87PLby5vLq4vb7hI/DWzV775I/nonJgEGNPz"
    "4fPij/g5YiiRiDnOSfXDletYpojbNxsUiMktgSoc8y9f5Thl9OtIXvx5HXpWxJ+xIzZ26S"
    "vKvyC2X2Xfhr7y8LOZ/fMvi6HWZId+M13sPbJNtBDXDQvwP7cf3/zt9uOfzq//PfpAwn81"
    "ya/pw/7JefwoWqN8TUKKA+GKSHd7AXF4y7dZjvSFOW/6nND4vwr7O5XvZ2vXucyV5hhkln"
    "fr69dttuvr1/L9Gj0r8+s6Hj5TITgDAMPtGT5XZfh8XIYXI+nbIfi1HPaiQm8qr+H+PTtv"
    "wy+XkvIbPyvzG+DH6EspMJwjtNvBgzDsE8qQywm0lY66CkzD/dyK7Aau61RbJPRYoKYvco"
    "iOFLdhWE5wbStzftQ2cQrQTlVcttm8l/LNe1nbvPsvbNKN4/vRF6nxfEeIi5EnploEr7C+"
    "4vihaM9eGYD5BqbvHh7eRe+8o/RXN37h7ecK5T++v7vnSjteCS7ksMRjq/kiKYErx3W701"
    "9AA/sK7FsBjjgxERMQ7zxKHewybigfe1wVnjjZ/3l+fnHxzfnri+ubq8tvvrm6eZ152/VH"
    "TW733du/RnyX1qW+AKFvd1qAMg4WQGkBopDqeluI/0UvrJC1fUaBbdaekHMik60/2p3vqq"
    "8gDz3GdEZ/d/SFi+Hm0HbYfWwLyQLSucTyYEw6kjVxJjxkXPrLgqx+wRZLdl1EU/JPx178"
    "DDHrMWPWqrpjWJ1xBGZH1tn8F0UUA9JFSCfi96xOTFf3FpGO+VFxcTKAju7j1WUbB/LqUu"
    "5CRs9qDCtGnHKEhhxft3Ekr+WO5HXNkaychm1ZrsA0pLp/nz23NNSJ7jNJOymar9sojWu5"
    "zriuqYwVXpNAsJk/498kx1yO0CDy1EDn5/t/fS554CmNf3p/+6+Y4d3L/sm7hw9/TcULtL"
    "9593BX1dBrhgVnoJztDABkK5MdYERFx6Gc7RwBdHegm//RVFVll1Ea0D60xi7UpLW28nII"
    "ECwkeELRovsdctx3jrddSIJFucDyUKwIR6Kmm8pCCeNoZtvA4SBGttgzN4huVPRAGTVWEe"
    "OMrWOoSuw5BuSHgU+oWqI7h2jo0Z21KotpqIqpOc6xzlchOANoSO8gYTZIqB45OI9/8x1u"
    "0CovQBmnkX4+rXzqO/LoeN9xpRUGWNrjUxY6aCm7kbi5LsofxVreYqUau724dqbcTZtj8U"
    "Z+LN7sj0W5BV1c6pa2XRGik/buzbqjjmcJbLsmlZxBdCJ05ONw5RJry+2K0GMiy6+J/hoU"
    "lkHTMi+wSga2Sn5AlD6TwP6IKWYyq6QsdNAq8ffiZpDJQwxvXqcjxPAghjcJbdyblQfhDw"
    "h/TGtrn5ah8ZEvz13IzXaplVGQOGhiRIttrnJhiHpoHfXg30JZbxRAoDTmqjTwmqv+zefI"
    "epSqjaLMYcWRSJssEwfXZF4mHbgmR3ZN1mjnuEonX44YKll7PH5hqNRE9QS4fuD6TXVrj8"
    "2/Z3cgPweNt/Vfa8U718sdEiv061TONPsxR2Y+wE9k24H8Mg74n6nf+AlTmvAkdBnTx8tD"
    "3iItCIKfOC/7D/xESGFNwtjrzY+J6eFKzxMcavJ9W0Zp10k1zJBR8BiPa79RzHWtKvsFEF"
    "APzvqM+J+Q6fwjjS1Uod0cPztoNEcHDlw+MUdTAy6fmFOe4NgtcxNyXgZpmEva0J9w4PA3"
    "VbcFhXCIKHU1S6Z/M8icHZ6sZFs1KlID6tiOOwTjAXGV9nMqP+J+tkLKyC4x+ebYU77j39"
    "+0Nsh7xGa6TwU6vGmKt+wtYJS3wihvhzuF3CJ7EjXZNZFfwo3IeGrHzJbwJFTNTY80edHS"
    "G6rhxgujnA1rrEAtiS524LT7FTVdgAnFp94ghlzy+CY+kxeSQFVZaHkoYmUl4vuDvlXoan"
    "FrJNIGWRvPG8SM/ZuE2PD5t6cG3ZDn/za22Gf7F1CADUSNR0Ls6L9sgw0PP2PKXi0qy937"
    "m/ccTmv6nWkWURtFu1XjbtP6ueFHIr8DInve5keWS0JkeOR9DJHhE4oMUzcUXFclX45UXr"
    "u4cF+taXMKQ86Y3OLXqnEsn39dgWkQ8W0gdpAh2D6hjph16flYhGhTHw5hgjkb0hMym38I"
    "iB1a8oE6+8cHjWa/IDjslWmpeb43yihDLExmxgWOhU0LR8vJUV8Kjwq7FS5WA6v71K3uba"
    "hkdCfiGhqG/ZeSH9ehmRS5gySjwasZll9wbI7k2NiYIccVjMttIj2DAOHqnmTBWqyR3uT5"
    "VIDg+nTOkFYs+ZaWdwWlE//9TYrOPJ/WhkjuRo2nS/KimTlWbfmOxULR5Y4Njk0O0UBlj2"
    "CPqJcGQVFQk14gATNVbegSSLtte9Fq2140bNuL+raNKVN1swsY7ViG5lcdDTgocYPkQWix"
    "tzskr3ArySxbphFMJxOHApyRt/BwqYB0bVXILYM0atbu785HxBQboRj0PylYGchVmmKyFw"
    "cLrlU3H5RzfL0ymJBB8NZ7wh5rqMLNBQ6aAk5J9ChmwGROLK3tAhINK/NUKC4gQAXUJ0pS"
    "HDxhFT6LECC0SqhLnk3KiLU12SYayU9cFW4l6PFovpoRzVZAKI0+VI3fIgz2r6CrmZMkiN"
    "AcaGneg6CDXK2D3Ma+i5lI/x4ivIgE1hVYhyxRrwoDwrqnHdb9GJuDiDUMpi6KLA9fZVQW"
    "7tWX+8KZtPNpvLnz9XOtcrzsmUUVDxjKwUf29Qpr1dbZKy6vRjqlvwDwVKIUmvH6a4g85j"
    "DBBVJSVosQ4FRSmKZWfJICNExX9F+SNu2RyJpablCSMqEFAN/ltH2XT1Go9R22H+XDwYsi"
    "y4MX68ShWzeXHsd54f/aOkmGAzGGdz476M+kLg8MR5rIcCSw0Ie2Jo/hTU5zxnVvlKbapj"
    "2jBQSEUqt0pkq8rbuTymvo7Zy3qx9qKB+qNaua6qUDJQzkCqv71TY7lA+UQUBq7ZiaR4HL"
    "jE6p2dS4zIhT7tSQQOWsygD61boOcUuLR9Qin6m8duxetaokvmqoJL4SVGkrxnsgzjPvOM"
    "8b/r8L6ajfoMXEMiuVgg6jeR1ZMGxsTsPGxr9cuRqh0WDLT+BK8GmxOvAYNygo7HXTQlYU"
    "sqLT6r49PWP5LcO7RYPBHD9vZTSbTiracy40efNDdZxgUoNJLSL5dEzqwu+k5W4v/rI0Ok"
    "VPoYR2fsoEKmgHbc7xHGZ2Hl4qQutEM5R76r8AUzKsN9jakpB9G6C1PBxdEjpsYu/FTTuT"
    "P0qEegJWhtaWdbbOWyw4IOXGdRWnYanQWasM4VlDhvBMkCH06DMOlCasFyAjZmF//2Mox6"
    "SB1EFmrE877ATH49DH41sb73zCsGe9/B3LZ0KVpQ4ekE4un+rAviNR1CJ+XHwRvT8EoI55"
    "TGZL0fZ8zAA6HoytimjPGqpoz+pltIr2h75mx/nVVauyr6uGsq+rKrtr/vk44C63pzRGsg"
    "LTkO3+s7bQDjLaRSJSQqX3iMzabOuNzxWxBcpW7oGk8lr8/sd2PyA6d+Tw6LTHEUDZwXJY"
    "9+8hOlwXEq8vebg85OzFBzQdwsfzXWTxH/kq1q+loFq907pQkhhVJJQvF05fwTvkuDBQCu"
    "oTTr0+4fglv9M4bfsrTyiqqtabvAjSwn6s+I9tQiHX8kjIdf0+KcjIjHpLWnJgKhCdATRk"
    "eJCeQ2RZmFKzW9OAENxL78CkiB/gEvhZ3L46Yja3VTJXYcydhTwLuyZ306moSaNBU1eB+m"
    "3n/sdsQDNMr8YcDVeMMOR2Kd+rYyE61Tk6RTeO7/Ov1WkhalhYiM4L0fnnAL+F3gpZwyCI"
    "CiqUDtMCRkOz5aKNwyN3d2pGYaoxdphTpRSuEkA15Lt/wyXjDdl2wF0ZlcSbCKsF6WMn4V"
    "aO63ZcAwFUg2E4Yy8AzB3Kq4pblhU31hXX1EyAnxz83MEbrQF19EYHuDV2zxt1uDOvZjBW"
    "kRolG6Dz6bQWAGrrj7wANrYcu8MClHGggbryD5OqF/2OVOWf12E7l3Gwnedcq3Uf3bi+aC"
    "rYSiSWraq2TJwJD3hpBsX8eWTOfVWbDtyF0a+ahhsAR00ppb+B9pwWIcCpKCnxotZ2lspr"
    "ESQsO/GXbXz4S7kLf1mPzEKFxLAVEjZmirVVOUK7wN8wA8dhXP6gpWu/kJXQSmiy1HIM+C"
    "Fd3eq1oiGx/iorYpqU93ibltoGhqCcBl70O8fDiyYnOhZYtvOh3VR2nHsnYdbFMZuZwDce"
    "oHcGRnsOQSvdhkruWyKuoe/Wf/tA/F8FblN5DckdpHwAptL2rw5gKu2EXLjIZjQ7F1WL0L"
    "AYc/VIfkAvu4akXvp4ecgb8QuCQ7oiYeAT+pXJPPBDwA+ZCMfFQRXJzlYw7AoQDW27/pMe"
    "3Gt7cvZTZVpzXMBoSHL/TRXq7SvQtaJEcNxvr5R5TgH6JZaGcP/SX7zqlI8qbqy5QeMp5C"
    "GGy6IdCT3WxQ+pInWyKsbudGZIrQcoA4DGbqGxA7zGgTht2tT8UwBpp7mH0SV0i1V8kkx+"
    "PNXxeibeCNQHDV0fBA1S0CB1egswvcjntw6nDPsoGlTRHAQtSi5bxkNNuwI6FBtd3Bq2s9"
    "4f/cYKs2eMPYOEgbF/RwN5tsE22Ej9jX+jxoqQ7atFZam/7p3EI3ErLo5FbAjFwnzbdiSf"
    "znxbCI8PUqYzoajMsckd3peKVbsCz6m8hvxetBtt2zDZtkruM/+5K3W3ZAAN6R3EuwowP2"
    "zsLmHFKlInbQxhRZ3SmRBWHOcoXJNIIaiGCYoo0CHddQh3WpW5L4CA+rnGZz7tJyy+T8oD"
    "JLGZitTyUFxGMCvzONenQzRkiDvTj+q1TChX338SE7oOMnJv2pB7Iyf3RlRzsnMUi/9yCJ"
    "hx7SIaoReNolIaMVsCacBzA62DDJft3PIB3R69NewHGJtrri26LIMArFEf/8gr4RPqMLWb"
    "UooQqFKpEupQk9vtzpNoyi8hLkaexJwu4iq0rjhwKF5Te3BcxX738PCupNjv3lY194/v7+"
    "75gRpreS7kMMkOhqIVKFo5vQWYUFAkng/ygcS/T/kAkQ/7Ef1tBoik4/whCqJNFGSi9Qfz"
    "o7hQWhxyTtTGuWUIDSMgg0x0Y9wLV/HNU3kt+B3bMQdL7rQNiY9xmYPMitg/PWhCBLkcmA"
    "/zOtugpBRKSk/apJtWRemEcofQ56uTzVGuGFO/gu6r7p6bVvILpn5r4CVCUSn0qutQjQD+"
    "N2RSTm4BJhQAiQpHmyYfZs+XbUpKh5l92DYMMgnvUOuYCF/6wFGbHFeAaHckXrc5Ea/lB+"
    "J1faoZl9pGX0CB4SJGO4qH8cLBPRnYPQG77rTNivsdctz3mFIU//VC06Ikc9C8wJG0uSuI"
    "D2ljfMn95fS6F8i8QObldDMv+x+e4qKUUdqlCAYZvMpNOSWOU3kNTZMBblQNV79giyUsKZ"
    "BcxWlIdv9B1JQ0NZ1RRmlIdP9XIR0j8HG4lWV+Jkkx/m85vrOPZrWP/xdAGm7cYRJZyc+9"
    "g4bQlOWLVkbFRYNRcVE3KqCodMSi0g3bCWYGy8lO5YHsLq21yBKOu75zPBS8SHzFDFPten"
    "thSY/zvPo4m6JFEWNFzjnld28/3H78SUx6Ku8Tyh6D+I0Wdz99vr+F+oOGIPVVmxj1lTxE"
    "fVWLUDOGd76oRkxeIFaAQI9s1aDboZcVNu3Qdx1LuHOlvAqQQK+gBTnAyLa5xqAibSyPid"
    "aAQG7tokpEmYmDQJSzklsVZZQGiUHoDTqBHBbUJk1oAWg0ul996mAGghkpM03f/hOvNoRs"
    "bxOTciFJ4FaklodSuM+JvIkKgMn0yzVtac0St6NoEXl618au84SDF7WAdQUFrVx1de2Fu5"
    "WoOE/KaQ7Q6ZDsb9qB4skH9sbX2hsMsVAl5pEDNDI1+ru9LuR/O/8O5k6F0wpKp+3cn2bw"
    "6LNI08q98RwBnriyJy6JfciDzTqFPQbKDk7P2/h2b+Etmt2NTGzZ1t+wi4jJOByn4m0MVi"
    "aaLq9aeVEZpV1JYv8tKdizfcI/TM1dq6DAXasbEao1iBrXHvZf6DnNkrhZG70rYgsmxMhN"
    "3lRei/06tskL9RWDXhoG9RVD5KiV4zcVFGhdCbHq8YYKTAM/eGwNfLzomeY7GuoqoK7i9B"
    "ZgevG2+72LvmiOt2Viy7bxNlxEQLxtXnoa2rLn1JYdBoJOE/lq7MU1dBHPX7ftxW5sxq5H"
    "P5/Eo1rllneO0ILmsc3u9CKWtls6ldfAwxlhMCvF3IpWa7bMEFps5xGmS/kBfnJISE11sg"
    "VQ7fb1IJzPIVy6yC/bm2PINNubocccgdXRfI1pFatRYGTsi0yR40Y3t1NHOJ648RrTKhRW"
    "4WtWIQxEtyg3sp9CIIFQn7hBWSfdUgFqw+zIG9p2aESGbarfjiCAame1DDLqCyLhEAk/vQ"
    "WYUCT8e7JaSKLf0aPloYj3L3uhXoPcX7KRfja2Qx/HNyz9XAl9VwaULo0vtRl1hUFq8fP0"
    "XZUHmkJrXL/6B0LscwqxwzzOAYuL+R8ZKsVtMoCG9PY/gdMPHBI4TFC22RCqySE6GTb9dd"
    "Xlh7LCvi2jNNy8Z62Uw1mDdjirq4f5jesdzR3tW1U0DettHPfRNK4XAoqtXVEfvbgECciX"
    "Z5oLkBE3+O9/DLXFocZeqxr7IPSUAys5RifbY2RVUpivo9bboFX8vMfRkb+ZHfpFqjCdNn"
    "SPteCIbpSyaAUEbNW6b7LGQcC/vgKhJQxQWkv0im8Blmd5JRcAA5UL8uyp3R2ZATrZW1Nz"
    "K4avgnIxorhLDr0CBC+uuxcXYMmohMb6qCIM2O/KfpSEwwmXKmqmAtMuWDTATJBovpJyVK"
    "6M0o7mQVR6wlnh2svWbQhVoAZ8jx0g2lfsqezxAkQDwqsh/lYR/oYAf60AinhWGHDFa72o"
    "JlQEUO0I738sDlScHX/EadBlAco4MBE71207nkM3HRagAoQVmG/J333UobmQ1/0lz5ctiv"
    "9MnIkOext59FkOVO8dfydHGFn1Xr5I7Vcgx8Ch2t3vV3REx3dBZ5zGnUk2cUZJrxmkFGbE"
    "5jMJtmpphRyhncc4SAwK7sEY+TyLhvdxT0M0eK4xi1OEgYPSmX3Ioh15BSC9AOmFE0gvxH"
    "lHFdIzAJDdiuwJhZ3+EfctSWJO/0ibmpoDTlnv03GGKsb/VdDHqbx2d2z01XwhjyQ51PRR"
    "KLxJ+44Qbmd4knheEVfhfcWBQ2mJ7JVxFcXdw8O7kqK4e1vVBD++v7vnp2K8FlzIYRKTI6"
    "HNXCnlIEsgDXRyZZtfXbbZ51eX8o0ePRPyrOpSlmBgWM809/LPJPAimzechWUOjBnO5eAc"
    "POY52KNHIj8KN4QqFfOl8jrG9geZVqk0K9vXL1fVWyA6Ns8FIbsDwwz0GRU8xsSsvOpLYd"
    "dWULB7RfP3Qs+LPq89qwUE9LqIrrKG3uLBktJHLKObHNVHS1GZFGP1Fu8qEhah8yIElJqr"
    "FyYyOhqb7IswbVT32D8AQnzTRY/qWdoyEPjvxv8TDqijNqe2ANEuWNdPq8CEYkV3/J1c8v"
    "id8xi100hCRmWh5aHI0SoR518jkz8UQVp83mBjRygzfiErarANYsYzDrBhh9hwPAMZsRMX"
    "/S/xuKTjhQwbJDA2JAyWBvJsjsGGS7xHzN/kGTnMIOtYNnkvRA3KHNeN3vDVorLy43+6cB"
    "4p9VH8q0kO7CQNVR1ICjXJk6xJTpeutRuyl9fQC2nTvSZvXqv1rkFV3MgnPswKHXQAoI19"
    "/s41ehvmxuzlddrS/c06cfkXYcrOQQmmE7GnleiM7NLQ/xh6TYZrItDKaA19M9jLDttnVh"
    "oqr2TSnYo9N9j1qsdNKx9bSwyfOoKI/KAReRszJCqYl1ez5ggNojFj1w5T538VL39LERBw"
    "7OZ+kMDGgcpgxRygDeW9mccr/IjUU0dFFBjH3dtr+B+rnjotooD8uXombzbY2jY4Jtnz5S"
    "G/xIokW7slcSQ7Sv0aHBHFoJFn8IXAj9FdI0b8XuLodwsM1HJOJ54k92+CDgo/AHU/425i"
    "oD965ckhLoq+qortWAbpxH5/UzRIKLqYTe5vZoAR3c0vP+vjcCpfNw7XjH+18mDEVbfUCy"
    "Bgfq52uhNYoSOdUpc+PmylFwQP2ui3BsXBk2Nhg4SMOva+SgS5rpE0XUXVIsQ3EN3yBTOe"
    "N46LDYcZNsHU8AiX9OgzDuqGfJ9vDNb+HKz9/RxkFZunCIGIWS386PM/Xv0sKMHgNOh6Dv"
    "sBWWH1ruUCSpsdfQzmVdRIDtCG8h7vhxIn6ZrurdUoSVc+BC9aZZkvGrLMF/Us81EM9inu"
    "2dMy17/Fvktedg1zpQsSB412uyx7lCkHU+ivmJDF3NdVDHKLGeqJT0tlfLe/KUaiL77LL5"
    "JpVhaFG2eOoylE1YByJSEsB5y/fujrbhy5ftg6onC3nOhUXsPqtf4vNIvZUSA3ldeQ3GGm"
    "zLjCUZcNo9VcfUZdjlDc+kwCW2n0TAbQcAdftWL4qoHhK4Fj5+yUwhCZvE4WWn/JWyegrM"
    "MdTDlKJ1qPMbuj09gOoF4Ln6O5qb4stGzpfyg11f+NPBtkzXDUwb7HGxv+MVGuImpmXztP"
    "aTc7rWcTldHCpvb9D2DvPUE7+2R+L0sIkhx7AeZ3Be7sHH2wLPuzLKd0wsan4HsUbKXHay"
    "5x+GyNZc1dKtzqYF2jIJ76koApPxr5cRhgZItP0mZxqLaZQ7VNbJyrWiYFkE6a5LQs+u/J"
    "6g4xayPTNtnzg7omuol0lYlOJpNwKob1YHMF/HDlOpZQOzSEX4ugsRTy4s/r0LMi/owdsb"
    "FLX1H+BbH9Kvs29JWHn83sn38ZKWLbxuQ7l5t85/XZUfFfqbIgOUJHm3qI+cAw7GE4eq0N"
    "oVhp/+YI7RI6g6Qb+F8ZCEbcy7ubMoAG/I7d24SoSdaKgaUUAgV73QJLjwRzCj0TrZno9u"
    "Ym7mtQqGvvugoMbTmXoUfRWtTc13TXXBUK180pXDcXYETVDMAcoaGFMsgRyk1monQvfAbQ"
    "kOFBLvNjhCFBN0FDnfteXqd4U281ERbyUOAopQKKEG0Mkd4I9XFgJmlgBUrLICC1SqpH1B"
    "zrVF4Dt2SEM8vix3yXe43KOJ3U69j5bsdz6KbDClSA4JLMPKHyluHd4kBSJZZZtk6smE4q"
    "32t25cti/+7xpow+LR3eXBrtXBTqPuYZSp361TzyvE1xvVraLkWITmdAb8bL/sehtKtzjE"
    "6UjnysQj5m0HxMgGn0fRX4zRHaGeaD9PVHeecu2qOMA6tQ9zrUkfZ4/1WoI1ZWn+yGnpab"
    "09wFkgss2zg4Kt0fD7WrCtNLCaOe5ej/+Tu+Mt7Fm50aKMCGRUKPJd0dq9DaYkaXBiXJFL"
    "noDahhIf4IG8i2uVjo12tdR/vUFlcoxr3Z0HIymR/mssEPgxsU4QbFWW9tGCExyggJ7MX3"
    "TarEa4oQyDTV8qEucnZKfBYQQGctBBNaFsa2EqElDFAqckqV+MwBQGaVzOhycuVLKgogbR"
    "gd2SgIQk+Z9hwDrHdjPdq4AtLl9d0ZYMRY1u9/DBXNGrvCm29YJbZTeSC7JdkTCm39gEKK"
    "7b9HvosktlWQWB4KbvmxrJm6QsdpjDyu4zahVuq+3LaGa8pmUZk95xq3/S9qJWhvamhILY"
    "I0jEcMUp+9J0352oIiDMJtc03xfLI2eIc+hb5PAulY8rLQwdOQxuImLcgf5UDcOY8BUu2h"
    "LoG0OxrPr65aaZCrBg1ydeh0pKHQbWkIIIm9llmrEV1mFb3HtoNkiiF5eFAh7DKxo+gBmD"
    "G0//XftDHUbuR22s1Bw5h/PNvfSFE1JTwUvEgi8jmo2h/6wpK+pZnpgCarIHKFlwVnmrN7"
    "9/bD7cefxN50Ku8Tyh6D+I0Wdz99vr+txoocm20UlG4mD0pXEHnb4FSJtaQzBwCfojQdtC"
    "ydtJtxiwNHPn9s//SgHYFyORg9Ni9VIDcZpnCH1LFVwlA+WqGMiv+wFBjei2vI7lmraOVZ"
    "Q7TyTNCRKzN7v//08EHV6LUdixn/Z7gOnePx1kBuREZzHqmaMqrYvdEbHD2P9Mf/A0EsZ5"
    "I="
)
