from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 18  # it only adds

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "content_page" (
    "slug" VARCHAR(40) NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "asks_consent" INT NOT NULL,
    "version" INT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
        ALTER TABLE "orders" ADD "terms_version" INT;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "content_page" (
    "slug" VARCHAR(40) NOT NULL PRIMARY KEY,
    "body" TEXT NOT NULL,
    "asks_consent" BOOL NOT NULL,
    "version" INT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
        ALTER TABLE "orders" ADD "terms_version" INT;""",
}
DOWNGRADE = {
    "sqlite": """
        ALTER TABLE "orders" DROP COLUMN "terms_version";
        DROP TABLE IF EXISTS "content_page";""",
    "postgres": """
        ALTER TABLE "orders" DROP COLUMN "terms_version";
        DROP TABLE IF EXISTS "content_page";""",
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
    "cLrlU3H5RzfL0ymJBB8IZ4DHvshwZ7oChy0BywEmHTP6o1AFWKex1w2UYFXMo1wOXBAfor"
    "YgsGNstzIKm8FofZ2CkQRLfUjL6DcFBXY8djFQptpgpdjxDU/OozD6IQEIVILYq33hPXQg"
    "2tP7nAQYPDKYkexdqYjJusdTCCRBNSPRWKCwjwO+pjrCkOnrAKn0UIEFol1CXPJmXE2pps"
    "E90DRFwVbiXo8Wi+mhHNVkAojT5Ujd8iDPavYJQKJ0nRq8hB4E+oja2xse9iJtK/hwgvIo"
    "F18OLAiwMv7jg3KEbmIGINt2EURZaH708sC/fqy33hTNr5FQC58/VzrV2t7JlFZZYYetBG"
    "9vUKa9XW2Ssur0Y6pb+s81SiFJrx+muIPOYwQRJEymoRApxKquHVKl5TgBZppaHr4Kd9D4"
    "OmlhvUwU5oAcB3OW3f5VMUan2H7Uf5jSRFkeXB2/zi0K2bS4/jvPB/bZ0kw4EYwzufHfRn"
    "UpcHJjJOZCIjWOhDW5PH8CanebFGb5Sm2qY9owUEhFKrdKZKvK27k8pr6O2ctytabqhZrk"
    "3IMNVLB0oYyBVW96ttdigfKIOA1NoxNY8ClxmdUrOpcZkRp9ypIYHKWZUB9GuwGeJqOI+o"
    "RT5Tee3YvWrVvnTV0L50JWgNU4z3QJxn3nGeN/x/F7K+pujZ8vDdAsHwM1IhuzxqWzNMOJ"
    "3chNPoZme1EE0B0UuERoMtX72mTfXGzTKq0yafFqsDz46FgsJeNy1kRSErOq2RH6dnLL9l"
    "eLdoMJjj562MZtNJRXvOhSZvfqiOE0xqMKlFJJ+OSV34nbTc7cVflkan6CmU0M5PmUAF7a"
    "DNOZ7DzM4T00VonWiGck/9F2BKhvUGW1sSsm8DtJaHo0tCh03svbhpZ/JHiVBPwMrQ2rLO"
    "1nmLBQek3Liu4jQsFTprlSE8a8gQngkyhB59xoHStS4FyIhZ2N//GMoxaSB1kKlm0w47wf"
    "E49PH41sY7nzDsWS9/x/KZUGWpgwekk8unOrDvSBS1iB8XX0TvDwGoYx6T2VK0PR8zgI4H"
    "Y6si2rOGKtqzehmtov2hr9lxfnXVquzrqqHs66rK7pp/Pg64yy0a7ClnuQLTkO3+s7bQDj"
    "La7WVSQqWXl83abOuNTxiqPKL7AdG5I4dHpz2OAMoOlsO6fw/R4bqQeH3Jw+UhZy8+oOkQ"
    "Pp7vIov/yFexfi0F1eqd1oWSxKgiYWl8KRx06St4hxwXBkpBfcKp1yccv+R3Gqdtf+UJRV"
    "XVepMXQVrYjxX/sU0o5FoeCbmuX2IJGZlRr2ZNDkwFojOAhgwP0nOILAtTanZrGhCCe+kd"
    "mBTx/ceh5nHl+4jZ3FbJXIUxdxbyLOya3E2noiaNBk1dBeq3nfsfswHNML0aczRcMcKQ26"
    "V8r46F6FTn6BTdOL7Pv1anhahhYSE6L0TnnwP8FnorZA2DICqoUDpMCxgNzZaLNg6P3N2p"
    "GYWpxthhTpVSuEoA1ZDv/g2XjDdk2wF3ZVQSbyKsFqSPnYRbOa7bcQ0EUA2G4Yy9ADB3KK"
    "8qbllW3FhXXFMzDAc7aqp7STUchL5Fk96eHPzcwdWvAXV09dsdmU1nZm0373mjjmcJ1EaT"
    "NV5FarSdoa3stBYAGheOvAA2thy7wwKUcaCBuvIPY8B7tmL453XYzmUcbOc5F8LdR9fZL5"
    "qq4RKJZauSOBNnwgPeSEIxfx6Zc1/VAwUXjfSrpuF6xVHzdelvoD2nRQhwKsr4vKj19KXy"
    "WkRgy078ZRsf/lLuwl/Ww95QfjJs+YmNmWLhWo7QLqo6zDR3uItg0LrAX8hKaCU0WWo5Bv"
    "yQrm71WtGQWH+VFTFNynu8qkxtA0NQTgMv+p3j4UWTEx0LLNv50G4qO86lnjBI5JidYuAb"
    "D9CYBHNTh6CVbkMl9y0R19B36783I/6vArepvIbkDlI+ACN/+1cHMPJ3Qi5cZDOanSvWRW"
    "hYjLl6JD+gl11DUi99vDzkjfgFwSFdkTDwCf3KZB74IeCHTITj4hSQZGcrGHYFiIa2Xf9J"
    "D+61PTn7kT2tOS5gNCS5/44V9d4gaAlSIjgeZqCUeU4B+iWWhnD/0l+86giVKm6soUzjKe"
    "QhJveiHQk91sUPqSJ1sirGbiNnSK3BKgOAxm6hsQO8xoE4bdrU/FMAaae5h9EldItVfJJM"
    "fjzV8Xom3gjUBw1dHwQNUtAgdXoLML3I57cOpwz7KJoC0hwELUouW8ZDTbsCOhQbXdwatr"
    "PeH/3GCrNnjD2DhIGxf0cDebbBNthI/Y1/o8aKkO2rRWWpv+6dxPOGKy6ORWwIxcLw4HYk"
    "n87wYAiPD1KmM6GozLHJHd6XilW7As+pvIb8XrSbG9wwNrhK7jP/uSt1t2QADekdxLsKMD"
    "9s7C5hxSpSJ20MYUWd0pkQVhznKFyTSCGohgmKKNAh3XUId1qVuS+AgPq5xmc+7cdXvk/K"
    "AySxmYrU8lBcRjCI9Dh300M0ZIgL6Y/qtUwoV99/EhO6DjJyb9qQeyMn90ZUc7JzFIv/cg"
    "iYce0iGqEXjaJSmt9bAmnAcwOtg0zu7dzyAd0evTXsBxiba64tuiyDAKxRH//IK+ET6jC1"
    "ActFCFSpVAl1qMntdudJNOWXEBcjT2JOF3EVWlccOBSvqT04rmK/e3h4V1Lsd2+rmvvH93"
    "f3/ECNtTwXcphkB0PRChStnN4CTCgoEs8H+UDi36d8gMiH/f0HbQaIpHclQBREmyjIROsP"
    "5kdxobQ45JyojXPLEBpGQAaZ6Ma4F67im6fyWvA7tmMOltxpGxIf4zIHmRWxf3rQhAhyOT"
    "Af5nW2QUkplJSetEk3rYrSCeUOoc9XJ5ujXDGmfgXdV909N63kF0z91sBLhKJS6FXXoRoB"
    "/G/IpJzcAkwoABIVjjZNPsyeL9uUlA4z+7BtGGQS3qHWMRG+9IGjNjmuANHuSLxucyJeyw"
    "/E6/pUMy61jb6AAsNFjHYUD+OFg3sysHsCdt1pmxX3O+S47zGlKP7rhaZFSeageYEjaXNX"
    "EB/SxviS+8vpdS+QeYHMy+lmXvY/PMVFKaO0SxEMMniVm3JKHKfyGpomA9yoGq5+wRZLWF"
    "IguYrTkOz+g6gpaWo6o4zSkOj+r0I6RuDjcCvL/EySYvzfcnxnH81qH/8vgDTcuMMkspKf"
    "ewcNoSnLF62MiosGo+KiblRAUemIRaUbthPMDJaTncoD2V1aa5ElHHd953goeJH4ihmm2v"
    "X2wpIe53n1cTZFiyLGipxzyu/efrj9+JOY9FTeJ5Q9BvEbLe5++nx/C/UHDUHqqzYx6it5"
    "iPqqFqFmDO98UY2YvECsAIEe2apBt0MvK2zaoe86lnDnSnkVIIFeQQtygJFtc41BRdpYHh"
    "OtAYHc2kWViDITB4EoZyW3KsooDRKD0Bt0AjksqE2a0ALQaHS/+tTBDAQzUmaavv0nXm0I"
    "2d4mJuVCksCtSC0PpXCfE3kTFQCT6Zdr2tKaJW5H0SLy9K6NXecJBy9qAesKClq56uraC3"
    "crUXGelNMcoNMh2d+0A8WTD+yNr7U3GGKhSswjB2hkavR3e13I/3b+HcydCqcVlE7buT/N"
    "4NFnkaaVe+M5AjxxZU9cEvuQB5t1CnsMlB2cnrfx7d7CWzS7G5nYsq2/YRcRk3E4TsXbGK"
    "xMNF1etfKiMkq7ksT+W1KwZ/uEf5iau1ZBgbtWNyJUaxA1rj3sv9BzmiVxszZ6V8QWTIiR"
    "m7ypvBb7dWyTF+orBr00DOorhshRK8dvKijQuhJi1eMNFZgGfvDYGvh40TPNdzTUVUBdxe"
    "ktwPTibfd7F33RHG/LxJZt4224iIB427z0NLRlz6ktOwwEnSby1diLa+ginr9u24vd2Ixd"
    "j34+iUe1yi3vHKEFzWOb3elFLG23dCqvgYczwmBWirkVrdZsmSG02M4jTJfyA/zkkJCa6m"
    "QLoNrt60E4n0O4dJFftjfHkGm2N0OPOQKro/ka0ypWo8DI2BeZIseNbm6njnA8ceM1plUo"
    "rMLXrEIYiG5RbmQ/hUACoT5xg7JOuqUC1IbZkTe07dCIDNtUvx1BANXOahlk1BdEwiESfn"
    "oLMKFI+PdktZBEv6NHy0MR71/2Qr0Gub9kI/1sbIc+jm9Y+rkS+q4MKF0aX2oz6gqD1OLn"
    "6bsqDzSF1rh+9Q+E2OcUYod5nAMWF/M/MlSK22QADentfwKnHzgkcJigbLMhVJNDdDJs+u"
    "uqyw9lhX1bRmm4ec9aKYezBu1wVlcP8xvXO5o72reqaBrW2zjuo2lcLwQUW7uiPnpxCRKQ"
    "L880FyAjbvDf/xhqi0ONvVY19kHoKQdWcoxOtsfIqqQwX0ett0Gr+HmPoyN/Mzv0i1RhOm"
    "3oHmvBEd0oZdEKCNiqdd9kjYOAf30FQksYoLSW6BXfAizP8kouAAYqF+TZU7s7MgN0srem"
    "5lYMXwXlYkRxlxx6BQheXHcvLsCSUQmN9VFFGLDflf0oCYcTLlXUTAWmXbBogJkg0Xwl5a"
    "hcGaUdzYOo9ISzwrWXrdsQqkAN+B47QLSv2FPZ4wWIBoRXQ/ytIvwNAf5aARTxrDDgitd6"
    "UU2oCKDaEd7/WByoODv+iNOgywKUcWAidq7bdjyHbjosQAUIKzDfkr/7qENzIa/7S54vWx"
    "T/mTgTHfY28uizHKjeO/5OjjCy6r18kdqvQI6BQ7W736/oiI7vgs44jTuTbOKMkl4zSCnM"
    "iM1nEmzV0go5QjuPcZAYFNyDMfJ5Fg3v456GaPBcYxanCAMHpTP7kEU78gpAegHSCyeQXo"
    "jzjiqkZwAguxXZEwo7/SPuW5LEnP6RNjU1B5yy3qfjDFWM/6ugj1N57e7Y6Kv5Qh5Jcqjp"
    "o1B4k/YdIdzO8CTxvCKuwvuKA4fSEtkr4yqKu4eHdyVFcfe2qgl+fH93z0/FeC24kMMkJk"
    "dCm7lSykGWQBro5Mo2v7pss8+vLuUbPXom5FnVpSzBwLCeae7ln0ngRTZvOAvLHBgznMvB"
    "OXjMc7BHj0R+FG4IVSrmS+V1jO0PMq1SaVa2r1+uqrdAdGyeC0J2B4YZ6DMqeIyJWXnVl8"
    "KuraBg94rm74WeF31ee1YLCOh1EV1lDb3FgyWlj1hGNzmqj5aiMinG6i3eVSQsQudFCCg1"
    "Vy9MZHQ0NtkXYdqo7rF/AIT4pose1bO0ZSDw343/JxxQR21ObQGiXbCun1aBCcWK7vg7ue"
    "TxO+cxaqeRhIzKQstDkaNVIs6/RiZ/KIK0+LzBxo5QZvxCVtRgG8SMZxxgww6x4XgGMmIn"
    "Lvpf4nFJxwsZNkhgbEgYLA3k2RyDDZd4j5i/yTNymEHWsWzyXogalDmuG73hq0Vl5cf/dO"
    "E8Uuqj+FeTHNhJGqo6kBRqkidZk5wuXWs3ZC+voRfSpntN3rxW612DqriRT3yYFTroAEAb"
    "+/yda/Q2zI3Zy+u0pfubdeLyL8KUnYMSTCdiTyvRGdmlof8x9JoM10SgldEa+mawlx22z6"
    "w0VF7JpDsVe26w61WPm1Y+tpYYPnUEEflBI/I2ZkhUMC+vZs0RGkRjxq4dps7/Kl7+liIg"
    "4NjN/SCBjQOVwYo5QBvKezOPV/gRqaeOiigwjru31/A/Vj11WkQB+XP1TN5ssLVtcEyy58"
    "tDfokVSbZ2S+JIdpT6NTgiikEjz+ALgR+ju0aM+L3E0e8WGKjlnE48Se7fBB0UfgDqfsbd"
    "xEB/9MqTQ1wUfVUV27EM0on9/qZokFB0MZvc38wAI7qbX37Wx+FUvm4crhn/auXBiKtuqR"
    "dAwPxc7XQnsEJHOqUufXzYSi8IHrTRbw2KgyfHwgYJGXXsfZUIcl0jabqKqkWIbyC65Qtm"
    "PG8cFxsOM2yCqeERLunRZxzUDfk+3xis/TlY+/s5yCo2TxECEbNa+NHnf7z6WVCCwWnQ9R"
    "z2A7LC6l3LBZQ2O/oYzKuokRygDeU93g8lTtI13VurUZKufAhetMoyXzRkmS/qWeajGOxT"
    "3LOnZa5/i32XvOwa5koXJA4a7XZZ9ihTDqbQXzEhi7mvqxjkFjPUE5+Wyvhuf1OMRF98l1"
    "8k06wsCjfOHEdTiKoB5UpCWA44f/3Q1904cv2wdUThbjnRqbyG1Wv9X2gWs6NAbiqvIbnD"
    "TJlxhaMuG0arufqMuhyhuPWZBLbS6JkMoOEOvmrF8FUDw1cCx87ZKYUhMnmdLLT+krdOQF"
    "mHO5hylE60HmN2R6exHUC9Fj5Hc1N9WWjZ0v9Qaqr/G3k2yJrhqIN9jzc2/GOiXEXUzL52"
    "ntJudlrPJiqjhU3t+x/A3nuCdvbJ/F6WECQ59gLM7wrc2Tn6YFn2Z1lO6YSNT8H3KNhKj9"
    "dc4vDZGsuau1S41cG6RkE89SUBU3408uMwwMgWn6TN4lBtM4dqm9g4V7VMCiCdNMlpWfTf"
    "k9UdYtZGpm2y5wd1TXQT6SoTnUwm4VQM68HmCvjhynUsoXZoCL8WQWMp5MWf16FnRfwZO2"
    "Jjl76i/Ati+1X2begrDz+b2T//MlLEto3Jdy43+c7rs6Piv1JlQXKEjjb1EPOBYdjDcPRa"
    "G0Kx0v7NEdoldAZJN/C/MhCMuJd3N2UADfgdu7cJUZOsFQNLKQQK9roFlh4J5hR6Jloz0e"
    "3NTdzXoFDX3nUVGNpyLkOPorWoua/prrkqFK6bU7huLsCIqhmAOUJDC2WQI5SbzETpXvgM"
    "oCHDg1zmxwhDgm6Chjr3vbxO8abeaiIs5KHAUUoFFCHaGCK9EerjwEzSwAqUlkFAapVUj6"
    "g51qm8Bm7JCGeWxY/5LvcalXE6qdex892O59BNhxWoAMElmXlC5S3Du8WBpEoss2ydWDGd"
    "VL7X7MqXxf7d400ZfVo6vLk02rko1H3MM5Q69at55Hmb4nq1tF2KEJ3OgN6Ml/2PQ2lX5x"
    "idKB35WIV8zKD5mADT6Psq8JsjtDPMB+nrj/LOXbRHGQdWoe51qCPt8f6rUEesrD7ZDT0t"
    "N6e5CyQXWLZxcFS6Px5qVxWmlxJGPcvR//N3fGW8izc7NVCADYuEHku6O1ahtcWMLg1Kki"
    "ly0RtQw0L8ETaQbXOx0K/Xuo72qS2uUIx7s6HlZDI/zGWDHwY3KMINirPe2jBCYpQREtiL"
    "75tUidcUIZBpquVDXeTslPgsIIDOWggmtCyMbSVCSxigVOSUKvGZA4DMKpnR5eTKl1QUQN"
    "owOrJREISeMu05Bljvxnq0cQWky+u7M8CIsazf/xgqmjV2hTffsEpsp/JAdkuyJxTa+gGF"
    "FNt/j3wXSWyrILE8FNzyY1kzdYWO0xh5XMdtQq3UfbltDdeUzaIye841bvtf1ErQ3tTQkF"
    "oEaRiPGKQ+e0+a8rUFRRiE2+aa4vlkbfAOfQp9nwTSseRloYOnIY3FTVqQP8qBuHMeA6Ta"
    "Q10CaXc0nl9dtdIgVw0a5OrQ6UhDodvSEEASey2zViO6zCp6j20HyRRD8vCgQthlYkfRAz"
    "BjaP/rv2ljqN3I7bSbg4Yx/3i2v5Giakp4KHiRRORzULU/9IUlfUsz0wFNVkHkCi8LzjRn"
    "9+7th9uPP4m96VTeJ5Q9BvEbLe5++nx/W40VOTbbKCjdTB6UriDytsGpEmtJZw4APkVpOm"
    "hZOmk34xYHjnz+2P7pQTsC5XIwemxeqkBuMkzhDqljq4ShfLRCGRX/YSkwvBfXkN2zVtHK"
    "s4Zo5ZmgI1dm9n7/6eGDqtFrOxYz/s9wHTrH462B3IiM5jxSNWVUsXujNzh6HumP/weTaY"
    "X0"
)
