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
    "MF16qbD8o5vl4ZTMggeEU8hj32Q4M9UBQ5ag5YibDpn9QagCrFgw64bqMCruUa4ProAP0V"
    "sQUDm+U5kFRei8Ns7BQIoltqRt9BOKirseOxCoU2U4WuRwhqfvWZB1EIiEKkFsUb74lroY"
    "bWn1zgqMHhlERPYm1Mxk3WOhhBogmpngrFBQT4HfUx1hQHT1iFzyIECK0S6pK9SRmxtibb"
    "RPcAEVeFWwl6PJpvZkSzFRBKow9V47cIg/0rGKXCSVL0KnIQ+BNqY2ts7LuYifTvMcKLSG"
    "AdvDjw4sCLO80NipE5iFjDbRhFkeXx+xPLwr36cl84k3Z+BUDufP1ca1cre2ZRmSWGHrSR"
    "fb3CWrV19orLq5FO6S/rPJUohWa8/jtEHnOYIAkiZbUIAU4l1fBqFa8pQIu00tB18NO+h0"
    "FTyw3qYCe0AOC7nLfv8ikKtb7F9qP8RpKiyPLobX5x6NbNpcdxXvi/tk6S4UCM4Z3Pjvoz"
    "qcsDExknMpERLPShrclTeJPTvFijN0pTbdOe0QICQqlVOlMl3tbdSeU19HYu2xUtN9Qs1y"
    "ZkmOqlAyUM5Aqr+9U2O5QPlEFAau2YmkeBy4xOqdnUuMyIU+7UkEDlrMoA+jXYDHE1nEfU"
    "Ip+pvHbs3rRqX7ppaF+6EbSGKcZ7IM4z7zjPK/6/C1lfU/RsefxugWD4GamQXR61rRkmnE"
    "5uwml0s7NaiKaA6CVCo8GWr17TpnrjZhnVaZNPi9WBZ8dCQWGvmxayopAVndbIj/Mzlt8w"
    "vFs0GMzx81ZGs+mkoj3nQpM3P1bHCSY1mNQiks/HpC78Tlru9uIvS6NT9BxKaOenTKCCdt"
    "DmHM9hZueJ6SK0TjRDuaf+CzAlw3qDrS0J2bcBWsvD0SWh4yb2Qdy0M/mTRKgnYGVobVln"
    "67zFggNSblxXcRqWCl20yhBeNGQILwQZQo/ucaB0rUsBMmIW9rffh3JMGkgdZKrZtMNOcD"
    "wOfTy+sfHOJwx71vPfsXwmVFnq6AHp5PKpDuw7EkUt4sfFF9H7QwDqlMdkthRtz8cMoOPB"
    "2KqI9qKhivaiXkaraH/oa3Zc3ty0Kvu6aSj7uqmyu+afjwPucosGe8pZrsA0ZLv/rC20g4"
    "x2e5mUUOnlZbM223rjE4Yqj+h+QHTuxOHRaY8jgLKD5bDu34focF1IvL7k4fKYsxcf0HQI"
    "H893kcV/5KtYv5aCavVO60JJYlSRsDS+FA669BW8Q44LA6WgPuHc6xNOX/I7jdO2v/KEoq"
    "pqvcmLIC3sx4r/2CYUciuPhNzWL7GEjMyoV7MmB6YC0RlAQ4YH6TlEloUpNbs1DQjBvfQO"
    "TIr4/uNQ87jyfcRsbqtkrsKYOwt5FnZN7qZTUZNGg6auAvXbzv2P2YBmmF6NORquGGHI7V"
    "K+V8dCdKpzdIpuHN/nX6vTQtSwsBCdF6LzzwF+C70VsoZBEBVUKB2mBYyGZstVG4dH7u7U"
    "jMJUY+wwp0opXCWAash3/4ZLxhuy7YC7MiqJNxFWC9LHTsKtHNftuAYCqAbDcMZeAJg7lF"
    "cVtywrbqwrrqkZhoMdNdW9pBoOQt+iSW9PDt53cPVrQB1d/XZHZtOZWdvNB96o41kCtdFk"
    "jVeRGm1naCs7rwWAxoUTL4CNLcfusABlHGigrvzDGPCerRj+eR22cxkH23nOhXCvo+vsF0"
    "3VcInEslVJnIkz4QFvJKGYP4/Mua/qgYKLRvpV03C94qj5uvQ30J7TIgQ4FWV8ntV6+lJ5"
    "LSKwZSf+uo0Pfy134a/rYW8oPxm2/MTGTLFwLUdoF1UdZpo73EUwaF3gL2QltBKaLLUcA3"
    "5IV7d6rWhIrL/Kipgm5T1eVaa2gSEop4EX/dbx8KLJiY4Flu18aDeVHedSTxgkcspOMfCN"
    "B2hMgrmpQ9BKt6GS+5aIa+i79d+bEf9XgdtUXkNyBykfgJG//asDGPk7IRcushnNzhXrIj"
    "Qsxlw9kh/Q864hqZc+Xh7zRvyC4JCuSBj4hH5lMg/8EPBDJsJxcQpIsrMVDLsCREPbrv+k"
    "B/fanpzDyJ7WHBcwGpLcf8eKem8QtAQpERwPM1DKPKcA/RJLQ7h/6S9edYRKFTfWUKbxFP"
    "IQk3vRjoQe6+KHVJE6WRVjt5EzpNZglQFAY7fQ2AFe40CcNm1q/imAtNPcw+gSusUqPkkm"
    "P57qeDkTbwTqg4auD4IGKWiQOr8FmF7k81uHU4Z9FE0BaQ6CFiWXLeOhpl0BHYuNLu4N21"
    "kfjn5jhdkeY88gYWAc3tFAnm2wDTZSf+M/qLEiZPtiUVnqr3sn8bzhiotjERtCsTA8uB3J"
    "5zM8GMLjg5TpTCgqc2pyh/elYtWuwHMqryG/V+3mBjeMDa6Su+c/d6XulgygIb2DeFcB5o"
    "eN3SWsWEXqpI0hrKhTOhPCiuMchWsSKQTVMEERBTqkuw7hTqsy9wUQUD/X+Mynw/jKd0l5"
    "gCQ2U5FaHovLCAaRnuZueoiGDHEh/Um9lgnl6vtPYkLXQUbuXRty7+Tk3olqTnaOYvFfDg"
    "Ezrl1EI/SiUVRK83tLIA14bqB1kMm9nVs+oNujt4b9AGNzzbVFl2UQgDXq4x95JXxCHaY2"
    "YLkIgSqVKqEONbnd7jyJpvwS4mLkSczpIq5C64oDh+I1tQfHVewPHz68LSn2hzdVzf3ju4"
    "fX/ECNtTwXcphkB0PRChStnN8CTCgo8qO3Q8zaYDtyDGIChFGRqtjyWFgkTAGmlSOO1qq8"
    "Ix5+NtgGMVEdibEh/M8y1iQwkGfEGW5jjw2bGB5hxgY94T8ZLqHM2DtsYyAj8upXKPocjv"
    "DwExcnYUDrhS3jfSzEd6YV34Fql+lVu0yrMmNCMbhBohheuFupdTDmCA3iF0NHOaEdaQJG"
    "7nxu8htpn/d8j19i4nXw4ko4iANBXQzUxcxDgUBdjHY6BOpizjQEFI+IfU+YNPiTCyzbzZ"
    "BNr8uEQhhtAiUTbUGZH8UF1zDknKhN9M8QGtptgwz1Z/hXwZEmL89I5bXgd+zaDEjmnbch"
    "8THudJFZEYenR02IIJcD82FeZxvkWeaUZwGTTvOmYt1TV5BbmUDciNtuVFSB2BQZTRHahU"
    "XP9uK3eXuJkD+BcYUa5E/A/4Zi2vNbgAkFQKLe4abLL7LnyzZdxcNcf9E2DDIJ71DrmAhf"
    "+sBRK70rQLQ7Em/bnIi38gPxtj7Ynkttoy+gwHARox3Fw3jh4J4M7J6AXXfeZsXrHXLcd5"
    "hSJG/QKckcNS9wJG3uCuJD2hhfcn85vfEXMi+QeTnfzMvhh6e4KGWUdimCQe7e4aacEsep"
    "vIamyXUbeq/l7F7XyKXh6hdssYQlBZKrOA3J7j+ImpKmpjPKKA2J7v827FMEPo53sczPJC"
    "nG/y3Hdw7RrPbx/wJIw407TCIr+bl30BCasnzVyqi4ajAqrupGBRSVjlhUumE7wbVRcrJT"
    "eSC7y3Q1ZAlvPHtwPBQ8S3zFDFMdfPTMkjF382rhbIoWRYwVOeeUP7x5f//xJzHpqbxPKH"
    "sM4jdaPPz0+fU91B80BKlv2sSob+Qh6ptahJoxvPNFNWLyArECBMakVQ26HXpeYdMOfdex"
    "hDtXyqsACfQKptAFGNk21xhUpI3lMdEaEMitkusiykwcBKKcldyqKKM0SAxCb9AZ5LCgNm"
    "lCC0Cj2xvVG+wzEIxHmWn69h1y3E97h1mbhSR5W5BYHkvdxplbmgu3uP8zSmoYZG1E0GTK"
    "oUON5C1w9GAtuuqzHegrCsxOm5qZUOKrr8SMPAecLpu5UupKqsA09DWHCcKmtCkr+zIQzt"
    "q5avx/4tWGkO19EkSQaf2K1FHNv0/kTVQATKZDumlfa1aqM4rdKFfmNnadJxw8q6UoKyho"
    "3q0b6LJJqFJOpYNQZ62q+5tvo3j8wan3tR4mQyxUiXLnAI2cy972rx3yv51/B3OnwmkFpd"
    "N27k8zeHQv0rTy+GuOgNircuxVEu2WO346BboHqgeZnrfx7cHCWzS7G5nYsq2/YRcRk3E4"
    "zsXbGKwxIF1etYLSMkq7WFz/TYjYs33CP0zNXaugwF2rGxGqVecaV5v3X9o/zSLoWRu9K2"
    "ILou9ykzeV12K/jm3yQkXdoDciQEXdEFVJyvGbCgq0roRY9XhDBaaBHzy2Bj5d9EzzHQ2V"
    "dFBJd34LML142+uDi75ojrdlYsu28TZcREC8bV56GgZxzGkQRxgIegvlq3EQ19BFvHzZdv"
    "pG4/iNevTzSTycW2555wgtaB7b7E6v3mq7pVN5DTycEUZxU8ytaLX2+gyhxXYeYZ6gH+An"
    "h4TUVCdbANVuXw/C+RzCpdHcSOcJj8Ry7yHTbG+GHnMEVkeT51jHahQYGdl7XyPH5d/KpI"
    "5wIH3jTbNVKKzC16xCGGCV0GARAgmE+owlyjrplgpQG2ZH3tC2QyMybFP9PhwBVDurZZDh"
    "jhAJh0j4+S3AhCLh35PVQhL9jh4tj0W8fzkI9Rrk/pJ1CtvYDn0c36n3cyX0XRlJvTS+1K"
    "aSFkZnxs/Td1UeYQ2tcf3qHwixzynEDhOYBywu5n9kqBS3yQAa0tv/zGU/cEjgMEHZZkOo"
    "JofoZNj011WXH8oK+7aM0nDzXrRSDhcN2uGirh7mN6B9NHe0b1XRNJ69ceZH04B2CCi2dk"
    "V99OwSJCBfnmkuQEbc4L/9PtQWhxp7rWrsg9BTDqzkGJ1sj5FVSWG+jlpvg1bx8x6HBf9q"
    "dugXqcJ02tA91oIjulHKohUQsFXrvskaBwH/+gqEljBAaS3RK773XZ7llVz5DlQuyN5Tuy"
    "04A3Syt6bmVgxfBeViRHGXHHoFCF5cdy8uwJJRCY31UUUYsN+V/SgJhxMuVdRMBaZdsGiA"
    "mSDRfCXlqFwZpR3Ng6j0hLPCRcet2xCqQA34HjtAdKjYU9njBYgGhFdD/K0i/A0B/loBFP"
    "GsMOCK13pWTagIoNoR3v9YHKg4O/2I06DLApRxYCJ2rtt2PId2mW1fAcIKzLfk73XUobmQ"
    "1/0lz5ctiv9MnIkO2ef+Jf4sB6r3Tr+TI4ysei9fpPYrkGPgUO3u9ys6ouO7oDNO484kmz"
    "ijpNcMUgozYnNPgq1aWiFHaOcxDhKDgnswRj7PouF93NMQDZ5rzOIUYeCgdGYfsmgnXgFI"
    "L0B64QzSC3HeUYX0DABktyJ7QmGnf8R9S5KY0z/SpqbmgFPW+3SaoYrxfxX0cSqv3R0bfT"
    "VfyCNJDjV9FFIsCiYRwu0MTxLPK+IqvK84cCgtkb0yrqJ4+PDhbUlRPLypaoIf3z285qdi"
    "vBZcyGESkyOhTfF+4RJIA508wt3CB8pUXcoSDAzrmeZe/pkEXmTzhrOwzJExw7kcnIOnPA"
    "d79EjkR+GGUKVivlRex9j+INMqlWZl+/rlqnoLRMfmuSBkd2SYgT6jgseYmJVXfSns2goK"
    "dq9o/l7oedHntWe1gIBeF9FV1tBbPFhS+oRldJOj+mQpKpNirN7iXUXCInRehIBSc/XMRE"
    "ZHY5N9EaaN6h77B0CIb7roUT1LWwYC/934f8IBddTm1BYg2gXr+mkVmFCs6IG/k0sev3Me"
    "o3YaScioLLQ8FjlaJeL8a2TyxyJIi88bbOwIZcYvZEUNtkHM2OMAG3aIDcczkBE7cdH/Eo"
    "9LOl7IsEECY0PCYGkgz+YYbLjEe8T8TfbIYQZZx7LJeyFqUOa4bvSGLxaVlR//04XzSKmP"
    "4l9NcmAnaajqQFKoSZ5kTXK6dK3dkIO8hl5Im+41efNarXcNquJGPvFhVuigAwBt7PN3rt"
    "HbMDfmIK/Tlu5v1onLvwhTdg5KMJ2IPa9EZ2SXhv7H0GsyXBOBVkZr6JvBQXbYPrPSUHkl"
    "k+5c7LnBrlc9bVr51Fpi+NQRROQHjcjbmCFRwby8mjVHaBCNGbt2mDr/q3j5W4qAgGM394"
    "MENg5UBivmAG0o7808XuFHpJ46KqLAOO7eXsP/WPXUaREF5M/VM3m1wdb2HQq2C4lnkgss"
    "j3kmViRq7lLZo6H0v5E9fxTEIekVIVtqoAAbW4/sPYMRY5XEsSOtuTQoSSLUkazHTQgj/j"
    "DDTWDM2EcPLf71DZfvuKAeOR/6w6CAdDpBLLlTFRcbqGYgCiBtTu7RR9BDcPzsjpWGeFf2"
    "vOWh0jbaFSdIo9+rwRFRahN5XK8z/BhdYZWocXFStQUGNPwcNHzQwY8IwIuY8ZAKoD965c"
    "kh3BjlX1UlJFEG6cR+f8OZSCi671MexswAI0Yxv/ysTxxTOAurOZD5NeOwzrYPtDR5grjq"
    "AaACCJifq53uBFboSIefpo+PW+kFwaM2+r1BcfDkWNggIaOOfSg+RK5rJL28UREi8Q1Et3"
    "zBjP3GcbHhMMMmmBoe4ZIe3YtiPH2+MVj7c7D2D+P1VWyeIkSbcE5/dUo+/+PVz4ISDE6D"
    "ruewH5AVVh+GUUBps6NPwbyKGskB2lDe47WD4tqPpuvQNar9KB+CV62Kl64aipeu6sVLJz"
    "HYp7hnz8tc/xb7LnneNVxXUJA4arTbZdmTDM+ZQtvehCzmvm74kVvMkIk7L5Xx3eECMom+"
    "+C6/n6xZWRQuMjuNphBl7eVKQpiun79+6OvKNbl+2DqicLec6FRew6Lo/u/JjNlRIDeV15"
    "DcYYaXucIJyg0TO119JiiP0DOxJ4GtNNEsA2i4g29aMXzTwPCNwLFzdkphiExeJwutv+St"
    "E1DW4Wq/HKUTracYCdVpGhRQr4XP0TyrpSy0bOl/KM1qiWq+yZrhaDDKAW9s+MdEuYqo3H"
    "vtPKVDUqi4YlwJLZyVcvgBHLwnmJIymd/LEoIkp16A+d2sPjtHHyzL/izLKZ2w8SnY1LdV"
    "kDh+tsayHTu3EjDlRyM/DgOM7ObeK7E4VNvModpmPt1TWhyQE9I335PVA2LWRqZtsudHdU"
    "10wfUqE51MJuFcDOvBxtX44cp1LKF2aAi/FkFjKeTFn9ehZ0X8GTtiY5e+oPwLYvtF9m3o"
    "Cw/vzeyffxkpYtvG5LuUm3yX9ZGE8V+psiA5Qkebeoix8zBDaDh6rQ2hWGn/5gjtEjqDpB"
    "v4XxkIbk6RdzdlAA34Hbu3CVGTrBUDSykECva6BZYeCeYUeiZas+SOuPbc16BQ1951FRja"
    "ci5Dj6K1qLmv6QrTKhRuMVW4xTTAiKoZgDlCQwtlkCOUm8xEoFkabWwi0ic6MDzIHbGMMC"
    "ToJmiocz/I6xRv6q0mwkIeChylVEARoo0h0huhPg7MJA2sQGkZBKRWSfWImmOdymvgloxw"
    "Zln8mO9yXV4Zp5N6HTvf7XgO3XRYgQoQXJKZJ1TeMLxbHEmqxDLL1okV00nle82ufFkc3j"
    "3elNGnpXcClG4MKAp1vz0ASp361TzyvE1xvVraLkWITmdAb8bL4cehtKtzjE6UjnysQj5m"
    "0HxMgGn0fRX4zRHaGeaD9PVHeecu2qOMA6tQ9zrUkfZ4/1WoI1ZWn+2Gnpab09wFkgss2z"
    "g4Kt0fH2o34KZ33UY9y9H/83d8YbyNN3tyHYBFQo8l3R2r0NpiRvPLAKI3oIaFvOiuAGTb"
    "XCz067Wuo31qi5t5495saDmZzA9z2eCHwcW8cDHvrLc2jJAYZYQE9uJrjFXiNUUIZJpq+V"
    "AXOTslPgsIoLMWggktC2NbidASBigVOaVKfOYAILNK5h456tdwF0DaMDqyURCEnjLtOQZY"
    "78Z6tHEFpMvruzPAiLGs334fKpo1doU337BKbKfyQHZLsicU2voBhRTbf498F0lsqyCxPB"
    "bc8mNZM3WFTtMYeVrHbUKt1H25bQ3XlM2iMnvONW6HX9RK0N7U0JBaBGkYjxikPvtAmvK1"
    "BUUYhNvmmuL5ISAWpvTeRYG0kq0kc/wsTKRNlIkfzfX8M77nxzggDYqeqeFQYx+Q6J4fh2"
    "0Mh9VzNa1RMJ6kh1zyXat6lLuGgpS7o8fqYSmVVH4O0VDhDzJm1yK20p5O5TXkt6+B/TBj"
    "dzzLcPQ7JifH8WmKMzFWv5q5AALq52oifrI2eIc+hb5PAiazEctCR41EGoubtCB/kpjJzn"
    "kMkOqYnRJIO0vv8uamlZN50+Bk3hyz9GgojGw35BjFge1ZqxFdxlm+w7aDZIoheXhUIewy"
    "sZPoAfDzDr/+Vm5eg5d33MnjH88Ol5ZVDQkPBc8yHyQDVUeIPLOktX1mOqDJKoiyJctCvo"
    "Wz+/Dm/f3Hn8QJl1TeJ5Q9BvEbLR5++vz6vuqbODbbKCjdTB6UrsAg3uBUibWkMwcAn6JK"
    "LuhqP2s34x4HjnxE7eHpUTsC5XIwnXZeqkBuMkzhmtFTq4ShfLRCpT3/YSkwfBDXkN2LVm"
    "HLi4aw5YVgaIvM7P3+04f3qkav7VjM+D/Ddegcj7cGciMySqZvrdSoWlVUsXujNzh5qdHv"
    "/w+7ullJ"
)
