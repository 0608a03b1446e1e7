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
    "eJztXWuT2zaW/SssfdmZKo3L7le8u1NT1e04M874kbE7O5NypVgQCbWQpggOAXanN5v/vi"
    "AlvgGKYJMUCd1PicV7JPUBdHHf+G3hoJA/huRuw19cu26IGVv8l/XbwkdbLP5H9nhpLVAQ"
    "lB/GL3K08hIMKgiuGA+Rw8XLa+QxLF5yMXNCEnBCffGqH3le/CJ1hCDx7/KXIp/8O8I2p3"
    "eYb3AoHnz9WbxMfBf/iln6z+DeXhPsuaUvTdz4s5PXbf4UJK+98/l3iWD8aSvboV609XPh"
    "4IlvqJ9JEz/5k+6wj0PEcfz2PIzirx9/u/0fmv5Fu2+ai+y+YgHj4jWKPF74c1d2/trCtj"
    "9+urW/vL217YUGQQ71Y3LFV90t2V38Ff509urim4vX51cXr4VI8jWzV775fffROTE7YELP"
    "x9vF78lzxNFOIuE4JzWIVh5xbBm3bzYolJNbAlU4Fl++ynHK6PNIXvx5HflOzJ+1pS722A"
    "smviB2X2Tfhr3w8aOd/fMvi6HWZIt+tT3s3/FNvBBXDQvwP9ef3/zt+vMfzq7+GH8gFb+a"
    "3a/p4/7JWfIoXqN8TSKGQ+mKKHd7AXF4y7dZjvSFOW/6nNDkvxr7O5XvZ2vXucyV5hhkln"
    "fry5dttuvLl+r9Gj8r8+sRH7/SITgDAMPtGT7TZfhsXIYXI+nbIfh1CH/SoTeVN3D/vjpr"
    "w6+QUvKbPCvzG+K7+EtpMJwjjNvBgzAcUMaRJwh0tY66CszA/dyK7Aau61Q7NPJ5qKcvco"
    "iJFLdhWE1wbSsLfvQ2cQowTlVctNm8F+rNe1HbvPsvbLMNCYL4i9R4vqHUw8iXUy2DV1hf"
    "CfxQtGevDMB8A9M3nz69j995y9i/veSFd7cVyn/8cPNWKO1kJYQQ4TuPreaLpASuiOd1p7"
    "+ABvY12HdCHHNiIy4hntwpHewybigfe1wVvnOy//Ps7Pz8m7OX51evLy+++eby9cvM264/"
    "anK7b979Nea7tC71BYgCt9MClHGwAFoLEIdU1/eF+F/8wgo5948odO3aE3pGVbL1R9uzbf"
    "UV5KO7hM74746/cDHcHLmEv01sIVVAOpdYHoxJx7I2zoSHjEt/XdDVL9jhu10X07T7J3EX"
    "P0PMesyYta7uGFZnHIHZkXW2+EVRzYB0EdKJ+D2rE9PVvUWkE350XJwMYKL7eHnRxoG8vF"
    "C7kPGzGsOaEaccYSDHV20cySu1I3lVcyQrp2FbliswA6nu32fPLQ19ovtM0k6K5qs2SuNK"
    "rTOuaipjhdc0lGzmW/yr4pjLEQZEnhrovH37r9uSB57S+IcP1/9KGN4+7Z+8//Txr6l4gf"
    "Y37z/dVDX0mmPJGahmOwMA2dpkhxgx2XGoZjtHAN0d6BZ/NNNV2WWUAbQPrbELNWmtrbwc"
    "AgRLCZ5QtOjtFhHvPfHvF4pgUS6wPBQrwrGo7aWyUMI4mtk2cDiI03vs2xvENjp6oIwaq4"
    "hxxtYxVCX2HAMKojCgTC/RnUMM9OhetSqLaaiKqTnOic7XITgDGEjvIGE2SKgeOTiPfw2I"
    "MGi1F6CMM0g/n1Y+9T29I/53QmlFIVb2+JSFDlrKXixur4vyR7GW77FWjd1e3DhT7nWbY/"
    "G1+lh8vT8W1RZ0calb2nZFiEnauzfrjhHfkdh2TSo5g5hE6MjH4cqjzr2wKyKfyyy/Jvpr"
    "UFgGQ8u8wCoZ2Cr5ATH2SEP3M2aYq6ySstBBqyTYi9thJg8xvHmdjhDDgxjeJLRxb1YehD"
    "8g/DGtrX1ahsZnsTw3kTDblVZGQeKgiREvtr3KhSHqYXTUQ3wLbb1RAIHSmKvSwGuh+je3"
    "sfWoVBtFmcOKYydt80wcXJN5mXTgmhzZNVmjLfG0Tr4cMVSy9nj8wlCpieoJcP3A9Zvq1h"
    "6bf9/tQH4OGm/rvzSKd6GXOyRW2PNUzjT7MUdmPsQP9L4D+WUc8D9Tv/ELZmzHk9RlTB8v"
    "D3mLrCAIfuK87D/wEyGFNQljrzc/JqFHKD1fcqip920ZZVwn1TBDRsFjPK79FoT0QWhbXf"
    "5LMPBaunHPcAfmCyDY9hAomRH/E3JbfmSJdyD1WZJny0MOS3zYw8UfczTz4OKPOeVojt2u"
    "OCHHcZBmxd0IgAccEvGm+na4FA7RvK5myfRvZZmzs5mVy+tGpGpAE1uhh2A8pJ7Wfk7lR9"
    "zPTsQ43e5Mvjn28zOO1mtbl+gyyjj10T/NW7FNbGeD/Dtsp+pAclQ2DapXvQVMq9eYVk+E"
    "7y0M3wdZH2kT+SXciIyn5uJsCRdHns2w+GjhoitG9DYSL8XDltdYgV0+TNjYaYa0pdtfw4"
    "0XL3w1rFUOBWumODzTboo2dAEmFIh9gzjy6N2bxCpaKCKyZaHlodCssxPfm1qtYrSLa2sn"
    "bdG19bhB3Nq/SYStQHx7ZrENffxv6x4HfP8CCrGFmHVHqRv/l2+w5eNHzPiLRWW5e3/znu"
    "PGTb8zw0LHo2i3aoB5Wj83fEfVF81kz9v8yHJJSIGMvI8hBXJCKRDmRZI78RpiO3t54xIg"
    "ffW/zinePmNyi1+rxrF6yH4FZkBssoHYQSbtB5QROevqeq4CxJhyLggTzNmQnpDZ/ENI3c"
    "hRT+3aPz5oNAcFwWHvZUzN871Rxjji0W4wZUgcbDs4Xk6B+lp4VNitcHsjWN2nbnXfR1pG"
    "907cQMOw/36V4zo0kyJ3kKoL8GqG5RccmyM5Ni7miHiSmdxNpGcQIFzfkyxYizXSm/uDSk"
    "BwfTpnSCuWfEvLu4Iyif/+xtFnno9G1VzqRo2nS/KypTnWzQXE4ZHsBtkGxyaHGKCyR7BH"
    "9EuDoCioSS/QkNu6NnQJZNy2PW+1bc8btu15fdsmlOm62QWMcSxDh72JBhyUuEHyIHL4uy"
    "1SV7iVZJYt0wg2ycShAGfkLTxcKiBdWx1yyyCDphL0d7Es4podfxwa/TSsDORpjUrai4MF"
    "16ptFco5nq8MJmQQvPMfsM8bqnBzgYOmACmJHsUMmMyJZbRdQOOJiL4OxQUEqID62FqGww"
    "esw2cRAoRWCfXoo804de5tvonv/aCeDrcK9Hg0X86IZiekjMUfqsdvEQb7V9JXLkiSRGgO"
    "NJXvQdDQrNfD7+LAw1ymfw8RXkQC6xqsQ5aoV4UBYd3TDut+TsxBxBum3xdFlofvSysL9+"
    "rLfRVMuvnI79z5+rlWOV72zOKKBwzl4CP7eoW1auvsFZfXIJ3SXwB4KlEKw3j9d4R8Trjk"
    "ljolq0UIcKooTNOd5sZNreDuvyRt2rO/DbXcoCRlQgsAvstp+y5f4lDre+zeqafgF0WWB2"
    "/vSkK3Xi49jvMi/nVPdhkOxDneBvygP5O6PDAcaSLDkcBCH9qaPIY3Oc1h7r1Rmmqb9owW"
    "EBBKrdKZKvG27k4qb6C3c9aufqihfKjWrGrrlw6UMJArrO5X1+5QPlAGAam1Y2oeBS4zOq"
    "VmU+MyI04VE9AbKl0VI88NqHUd4join+pFPlN549i9bFVJfNlQSXwpqdLWjPdAnGfecZ43"
    "4n8XylG/YYuJZU4qBR1G8zqyYNjYnIaNjX+DezVCY8CWr96YonvLWxnVaZNPi9WBx7hBQW"
    "GvmxayopAVnVb37ekZy+843i4aDObkeSuj2SapaM+50N2bH6rjBJMaTGoZyadjUhd+Jy13"
    "e/GXZdApegoltPNTJlBBO2hzjk+43Xl4qQxtEs1Q7mn+AkzJsN5g555G/NsQrdXh6JLQYR"
    "N7L267mfxRItQTsDKMtqyzdb7HkgNSbVxXcQaWCr1qlSF81ZAhfCXJEPrsEYdaE9YLkBGz"
    "sL/9PpRj0kDqIDPWpx12guNx6OPxnYu3AeXYd57+jtUzocpSBw9IksunOrDvSBRzaJAUX8"
    "TvDwGoYx6T2VK0PR8zgIkHY6si2lcNVbSv6mW0mvaHuWbH2eVlq7Kvy4ayr8squ2vx+TgU"
    "LrevNUayAjOQ7f6zttAOMtpFIkpClfeIzNps643PFXUlylbtgaTyRvz+x3Y/IDp35PDotM"
    "cRQNnBclj371N8uC4UXt/u4fKQs5cc0GwIHy/wkCN+5KtEv5aCavVO60JJYlyRUL5cOH0F"
    "bxHxYKAU1Cecen3C8Ut+p3Ha9leeUFRVrTd5EWSE/VjxH9uEQq7UkZCr+n1SkJEZ9Za03Y"
    "GpQXQGMJDhQXoOkeNgxuxuTQNScC+9A5MifoBL4Gdx++qI2dxWyVyNMXcO8h3s2cJNZ7Im"
    "jQZNXQWat537H7MBzTC9GnMsWnHKkdelfK+OhehU5+gU25AgEF+r00LUsLAQnRei888Bfg"
    "u9FbJGYRgXVGgdpgWMgWbLeRuHR+3u1IzCVGNssaBKK1wlgRrId/+GS8Ybct1QuDI6iTcZ"
    "1gjSx07CrYjndVwDCdSAYThjLwDMHcqriluWFTfWFdfUTIgfCH7s4I3WgCZ6owPcGrvnjR"
    "HhzOsZjFWkQckG6Hw6rQWA2vojL4CLHeJ2WIAyDjRQV/5hUvWi35Gq4vM6bOcyDrbznGu1"
    "3sY3ri+aCrZ2EstWVVs2zoQHvDSDYfE8Nuee1aYDd2H0q6bhBsBRU0rpb6A9p0UIcCpLSj"
    "zptZ2l8kYECctO/EUbH/5C7cJf1COzUCExbIWEi7lmbVWOMC7wN8zAcRiXP2jp2i90JbUS"
    "miy1HAN+SFe3eq1pSKyfZUVMk/Ieb9PS28AQlDPAi35PfLxocqITgWU7H9pLZce5dxJmXR"
    "yzmQl84wF6Z2C05xC0svtIy33biRvou/XfPpD8V4PbVN5AcgcpH4CptP2rA5hKOyEXLrYZ"
    "7c5F1TI0LMZcPZIf0NO2IamXPl4e8kaCguCQrkgUBpQ9M5kHfgj4IRPhuDioYrezNQy7As"
    "RA267/pIfw2h7IfqpMa44LGANJ7r+pQr99BbpWtAhO+u21Ms8pwLzE0hDuX/qL153yUcWN"
    "NTdoPIU8xHBZtKWRz7v4IVWkSVbF2J3OHOn1AGUA0NgtNHaI1ziUp02bmn8KIOM09zC6hN"
    "1jHZ8kkx9PdbyciTcC9UFD1wdBgxQ0SJ3eAkwv8vktEZThAMWDKpqDoEXJZct4qO1WQIdi"
    "o4tryyXr/dFvrTB/xNi3aBRa+3e0kO9afIOt1N/4D2atKL1/sags9fPeST4St+LiONSFUC"
    "zMt21H8unMt4Xw+CBlOhOKyhyb3OF9qUS1a/CcyhvI73m70bYNk22r5D6Kn7tWd0sGMJDe"
    "QbyrEIvDxu0SVqwiTdLGEFY0KZ0JYcVxjsI1jRWCbpigiAId0l2HCKdVm/sCCKifa3zmy3"
    "7C4oddeYAiNlORWh6Ky0hmZR7n+nSIhgxxZ/pRvZYJ5er7T2JC10FG7us25L5Wk/taVnOy"
    "JZrFfzkEzLh2EY3Ij0dRaY2YLYEM4LmB1kGGy3Zu+YBuj94a9kOM7bXQFl2WQQI2qI9/5J"
    "UIKCNc76aUIgSqVKqEEmYLu508yKb8Uuph5CvM6SKuQutKAIfiNbUHx1XsN58+vS8p9pt3"
    "Vc3944ebt+JATbS8ECJcsYOhaAWKVk5vASYUFEnmg3ykye9TPUDk435Ef5sBIuk4f4iCGB"
    "MFmWj9wfwoLpQWR4ITvXFuGcLACMggE9248MJ1fPNU3gh+x3bMwZI7bUPic1LmoLIi9k8P"
    "mhBhLgfmw7zONigphZLSkzbpplVROqHcIfT5mmRzlCvG9K+ge9bdc9NKfsHUbwO8RCgqhV"
    "51E6oRwP+GTMrJLcCEAiBx4WjT5MPs+bJNSekwsw/bhkEm4R0aHRMRSx8SvclxBYhxR+JV"
    "mxPxSn0gXtWnmgmp+/gLaDBcxBhH8TBeOLgnA7snYNedtlnxdouI9wEzhpK/XmpalGQOmh"
    "c4lra3BfEhbYyvub+cXvcCmRfIvJxu5mX/w9NclDLKuBTBIINXhSmnxXEqb6BpMsCNqtHq"
    "F+zwHUsaJFdxBpLdfxA1JU1PZ5RRBhLd/1VIxwh8HG5lmZ9JUoz/OyQg+2hW+/h/AWTgxh"
    "0mkbX7uXfQEIayfN7KqDhvMCrO60YFFJWOWFS64VvJzGA12ak8kN2ltRY50nHXN8RH4ZPC"
    "V8ww1a63J77rcZ5XH2dTtChmrMi5oPzm3cfrzz/JSU/lA8r4XZi80eLmp9u311B/0BCkvm"
    "wTo75Uh6gvaxFqzvE2kNWIqQvEChDoka0adFv0tMK2GwUecaQ7V8mrBAn0SlqQQ4xcV2gM"
    "JtPG6phoDQjk1i6qRIzbOAxlOSu1VVFGGZAYhN6gE8hhQW3ShBaAxaP79acOZiCYkTLT9O"
    "0/8WpD6f31zqRcKBK4FanloRTu407eRgXAZPrlmra0YYnbUbSIOr3rYo884PBJL2BdQUEr"
    "V11d+9F2JSvOU3KaA0w6JPubdqB58oG98Vx7gyMe6cQ8coBBpkZ/t9dF4m8X38He6nBaQZ"
    "m0nfvTDD57lGlatTeeI8AT1/bEFbEPdbDZpLDHQNnB6Xkb3+4tvEWzu5GJLdv6G24RMRmH"
    "41S8jcHKRNPl1SsvKqOMK0nsvyUF+25AxYfpuWsVFLhrdSNCtwbR4NrD/gs9p1kSN2ujd0"
    "VdyYQYtcmbyhuxX8c2eaG+YtBLw6C+YogctXb8poICrasgVj/eUIEZ4AePrYGPFz0zfEdD"
    "XQXUVZzeAkwv3vZ276IvmuNtmdiybbwNFxEQb5uXnoa27Dm1ZUehpNNEvRp7cQNdxLOXbX"
    "uxG5ux69HPB/moVrXlnSOMoHlsszu9iKXtlk7lDfBwRhjMyrCwovWaLTOEEdt5hOlSQYgf"
    "CI2YrU+2BGrcvh6E8zmESxf5ZXtzDJlmezPyOZFYHc3XmFaxBgVGxr7IFBEvvrmdEel44s"
    "ZrTKtQWIXnrEIUym5RbmQ/hUACoT5xg/FOuqUCNIbZkTe0S1hMhmvr344ggRpntQwy6gsi"
    "4RAJP70FmFAk/Hu6Wiii3/Gj5aGI9y97oV6D3F+zkX4udqMAJzcs/VwJfVcGlC6tr7UZdY"
    "VBasnz9F21B5pCa1y/+gdC7HMKscM8zgGLi8UfGWnFbTKAgfT2P4EzCAkNCZeUbTaEanKI"
    "SYZNf111+aGssW/LKAM376tWyuFVg3Z4VVcP8xvXO5o72reqaBrW2zjuo2lcLwQUW7uiAX"
    "ryKJKQr840FyAjbvDffh9qi0ONvVE19mHkawdWcoxJtsfIqqQwX0evt8Go+HmPoyN/tTv0"
    "i1RhJm3oHmvBEdtoZdEKCNiqdd9kjcNQfH0NQksYoLSW6JXfAqzO8iouAAYqF/TR17s7Mg"
    "N0srem5lYMXwXlYcRwlxx6BQheXHcvLsSKUQmN9VFFGLDflf04CYd3XOqomQrMuGDRADNB"
    "4vlK2lG5Mso4mgdR6TvOCtdetm5DqAIN4HvsANG+Yk9njxcgBhBeDfG3ivA3BPhrBVDUd6"
    "JQKF7nSTehIoEaR3j/Y3Gg4uz4I07DLgtQxoGJ2Llum/iEbTosQAUIKzDfkr+3cYfmQl33"
    "t3u+bFH8Z+NMdNjbyOPPIlC9d/ydHGNU1Xv5IrVfgRwDh2p3v1/TER3fBZ1xGncm2cQZJb"
    "1mkFKYEZuPNLzXSyvkCOM8xkFiUHAPxsjnWTy8T3gassFzjVmcIgwclM7sQxbtyCsA6QVI"
    "L5xAeiHJO+qQngGA7FZkTyjs9I+kb0kRc/pH2tTUHHDKep+OM1Qx+a+GPk7ljbtjo6/mC3"
    "UkiTA7QJH0Ju0bSoWd4SvieUVchfeVAA6lJbJXxlUUN58+vS8pipt3VU3w44ebt+JUTNZC"
    "CBGuMDl2tNkrrRxkCWSATq5s88uLNvv88kK90eNnUp51XcoSDAzrmeZe/rkLvKjmDWdhmQ"
    "NjhnM5OAePeQ726JGoj8INZVrFfKm8ibH9QaZVas3KDszLVfUWiE7Mc0nI7sAwA3NGBY8x"
    "MSuv+tLYtRUU7F7Z/L3I9+PPa89qAQG9LrKrrKG3eLCk9BHL6CZH9dFSVDbDWL/Fu4qERe"
    "i8CCFj9uqJy4yOxib7IswY1T32D4DSwPbQnX6WtgwE/rvx/4BDRvTm1BYgxgXr+mkVmFCs"
    "6Ea8k0fvviN3cTuNImRUFloeihytduLia2TyhyJIi9sNtraUcesXumIW3yBuPeIQW26ELe"
    "JbyEqcuPh/qS8kiR9xbNHQ2tAoXFrIdwUGWx7177B4k0dEuEXXiezuvRCzGCeeF7/hi0Vl"
    "5cf/dOk8Uhag5FezO7B3aajqQFKoSZ5kTXK6dK3dkL28gV5Im+41dfNarXcNquJGPvFhVu"
    "igAwBdHIh3rtHbMDdmL2/Slu5v1oknvgjXdg5KMJOIPa1EZ2yXRsHnyG8yXHcCrYzWKLDD"
    "veywfWalofJaJt2p2HODXa963LTysbXE8KkjiMgPGpF3MUeygnl1NWuOMCAaM3btMCP/q3"
    "n5W4qAgGM394OGLg51BivmAGMo7808XuE7pJ86KqLAOO7eXiP+WP3UaREF5M/VM3mzwc59"
    "g2OSPV8e8kucWLK1W5JEsuPUryUQcQwa+ZZYCHwX3zViJe8lj363wEAt53TiSWr/Juyg8E"
    "NQ9zPuJgb641ceCPVQ/FV1bMcyyCT2+5uiQSPZxWxqfzMDjOhufv3ZHIdT+7pxuGb82cqD"
    "U0/fUi+AgPm52ukkdCKinFKXPj5spRcED9ro1xbD4QNxsEUjzoi7rxJBnmftmq7iahEaWI"
    "jdiwWzHjfEwxbhlksxs3wqJH32iMO6Id/nG4O1Pwdrfz8HWcfmKUIgYlYLPwbij9c/C0ow"
    "OA26nsNBSFdYv2u5gDJmRx+DeR01kgOMobzH+6HkSbqme2sNStKVD8HzVlnm84Ys83k9y3"
    "wUg32Ke/a0zPVvceDRp23DXOmCxEGj3S3LHmXKwRT6KyZkMfd1FYPaYoZ64tNSGd/tb4pR"
    "6Ivv8otkmpVF4caZ42gKWTWgWklIywHnrx/6uhtHrR/uiSzcrSY6lTeweq3/C80SdjTITe"
    "UNJHeYKTOedNRlw2g1z5xRlyMUtz7S0NUaPZMBDNzBl60Yvmxg+FLi2JGtVhgikzfJQusv"
    "eUtCxjvcwZSjTKL1GLM7Oo3tAOqN8Dmam+rLQsuW/odWU/3f6KNF1xzHHex7vLURHxPnKu"
    "Jm9jV5SLvZWT2bqI2WNrXvfwB77wna2Sfze1lCkOTYCzC/K3Bn5+iDZdmfZTmlEzY5BT+g"
    "8F55vOYSh8/WRNbepsKtDtY1CpOpLzswE0ejOA5DjFz5SdosDtU2c6i2SYxzXcukADJJk5"
    "yWRf89Xd0g7mxU2iZ7flDXxDeRrjLRyWQSTsWwHmyuQBCtPOJItUND+LUIGkshL/68jnwn"
    "5s/aUhd77AUTXxC7L7Jvw174+NHO/vmXkSK2bUy+M7XJd1afHZX8lToLkiNMtKmHmA8Mwx"
    "6Go9fZUIa19m+OMC6hM0i6QfyVoWTEvbq7KQMYwO/YvU2I2XStGVhKIVCw1y2wdEexoNC3"
    "0ZrLbm9u4r4Ghbr2rqvA0b3gMvIZWsua+5rumqtC4bo5jevmQoyYngGYIwy0UAY5QoXJTL"
    "Xuhc8ABjI8yGV+nHIk6SZoqHPfy5sUb+qtJsJBPgqJViqgCDHGEOmN0ACH9i4NrEFpGQSk"
    "Vkn1qZ5jncob4JaMcGY54pjvcq9RGWeSeh073018wjYdVqACBJdk5gmVdxxvFweSKonMsn"
    "VixSapfK/Zla+L/bsnmzL+tHR4c2m0c1Go+5hnKHXqV/Oo8zbF9WppuxQhJp0BvRkv+x+H"
    "1q7OMSZROvKxCvmYQfMxIWbx99XgN0cYZ5gP0tcf5527aI8yDqxC0+tQR9rj/VehjlhZfb"
    "IbelpuTnMXSC6wbOPg6HR/fKpdVZheShj3LMf/L97xhfU+2ezMQiG2HBr5fNfdsYqce8zZ"
    "0mJ0N0UufgNmOUg8whZyXSEWBfVa19E+tcUViklvNrScTOaHuWzww+AGRbhBcdZbG0ZIjD"
    "JCAvvJfZM68ZoiBDJNtXyoh8hWi88CAuishWAix8HY1SK0hAFKZU6pFp85AMiskhlfTq59"
    "SUUBZAyjIxsFYeRr055jgPVurMcbV0K6ur47A4wYy/rt96GiWWNXeIsNq8V2Kg9ktyR7Qq"
    "GtH1DEsPv32HdRxLYKEstDwa0gkbVTV+g4jZHHddwm1Erdl9vWcE3ZLCqz51zjtv9FrSTt"
    "TQ0NqUWQgfGIQeqz96RpX1tQhEG4ba4pni/OBm/RlygIaKgcS14WOngaskTcZgX5oxyIW3"
    "IXIt0e6hLIuKPx7PKylQa5bNAgl4dORxZJ3ZaGAJLca5m1GjFlVtEH7BKkUgy7hwcVwjYT"
    "O4oegBlD+1//6zaG2mu1nfb6oGEsPp7vb6SomhI+Cp8UEfkcVO0PfeK7vqWZ6YAmqyB2hZ"
    "cFZ1qwe/Pu4/Xnn+TedCofUMbvwuSNFjc/3b69rsaKiMs3Gko3kwelK4m8bXCqxFrSmQOA"
    "T1maDlqWTtrNuA7ILb3HvsqQyJ4ftCVQQIQRkIq2uK00EbYeCd9YyIo/emltkYut1ZP4d4"
    "BDRn1rTcOkyIuu4ymHJLSCkAo3YCuZK9zHG8L0M5h+1o3k05l+FjEc6jU2FRBDHRTz2/RT"
    "8YKOfehWemvaNdc0dddILnUUx4K9QUxihTfcEVRCGedxXrUJWF+p49VXtXA1c2ig1ySWAg"
    "zcyH0NDQZDfTI1H/jXgAg3X3sByjiDDsCR+e+UDHtuKgyanSbgokbCF/M5cVA84Evlp5aE"
    "lged1Zr4YYfVt8R77tqH2IY+MssRhj6z/nD76faHP76wrrmw/BlPvMvYy8TIEX6ok3QhSb"
    "zV574buKrTclUn4BYZwG/BnMRIWp3dYE9mCAMNyotWntFFg2d0IZlXRf01CbddrMoKEg7X"
    "rmZNco8H4zjQW4ASDMq4u3EPPtVpW5Y/IMbu8ZPKpkwfH7Qmg4IgXL0yL4sDkg+QfJhf7K"
    "XP/L8bO8LI046QS6AQJj8YJi+wJtvH6qamGtAIL2fsVrK9Ctyf1m25L6OA+A7EM3Ln20n4"
    "Ss/WLuPA0+nm6UCOedgcM3iSkB06IeYn5MN/xg59wOHTG+H4LBSOfElmecibD/fStpOKg0"
    "8/8hY2OUtjmP8ofiP6nmMRZKCJ0b/XCMfbiR5vX4T7887/Eid6VD3AucTBoy1xpoifJY7a"
    "lOnHmD8RfxnPXUVxuXw8d3VtPW6oRVhcRB8KWFLHIP65Qd7acqmPZfX5z3gnOEendY5CTe"
    "1Yan9kc2WaOr+/S+WiMKBMKxRSgBhoqgxxuzjy4rfXIrkEMm4QD4ScTLEMoSAcLPO04hiH"
    "xNksVPXIu6cHLXKUy0GUaV5Whdo6fsAh05xuVIAYaGX0ON2ocAFBIKmZbLgfPJDVSprA7j"
    "DmhWpgzPdfPn1UFgUrxsW4xOHW/1keYXM0LxrIjcloTpVXs+LL8sSY+A2OPoH19/8H6r5/"
    "5g=="
)
