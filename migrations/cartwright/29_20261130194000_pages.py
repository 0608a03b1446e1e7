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
    "lCC0Cj2xvVG+wzEIxHmWn69p94tSFke5+YlAtJArcitTyWwt0n8iYqACbTL9e0pTVL3I6i"
    "ReTpXRu7zhMOntUC1hUUtHLV1bVsLp6UU+lYvFkfkv1NO1A8+cDe+Fp7gyEWqsQ8coBGpk"
    "Zv+9cO+d/Ov4O5U+G0gtJpO/enGTy6F2lauTeeI8ATV/bEJbEPebBZp7DHQNnB6Xkb3x4s"
    "vEWzu5GJLdv6G3YRMRmH41y8jcHKRNPlVSsvKqO0K0nsvyUFe7ZP+IepuWsVFLhrdSNCtQ"
    "ZR49rD/gs9p1kSN2ujd0VswYQYucmbymuxX8c2eaG+YtD52FBfMUSOWjl+U0GB1pUQqx5v"
    "qMA08IPH1sCni55pvqOhrgLqKs5vAaYXb3t9cNEXzfG2TGzZNt6GiwiIt81LT0Nb9pzass"
    "NA0GkiX42DuIYu4uXLtr3Yjc3Y9ejnk3hUq9zyzhFa0Dy22Z1exNJ2S6fyGng4IwxmpZhb"
    "0WrNlhlCi+08wnQpP8BPDgmpqU62AKrdvh6E8zmES6MpYs4THonl3kOm2d4MPeYIrI4mz7"
    "GO1SgwMrL3vkaOy7+VSR3heOLGewerUFiFr1mFMMAqocEiBBII9YkblHXSLRWgNsyOvKFt"
    "h0Zk2Kb67QgCqHZWyyCjviASDpHw81uACUXCvyerhST6HT1aHot4/3IQ6jXI/SUb6WdjO/"
    "RxfMPSz5XQd2VA6dL4UptRVxikFj9P31V5oCm0xvWrfyDEPqcQO8zjHLC4mP+RoVLcJgNo"
    "SG//Ezj9wCGBwwRlmw2hmhyik2HTX1ddfigr7NsySsPNe9FKOVw0aIeLunqY37je0dzRvl"
    "VF07DexnEfTeN6IaDY2hX10bNLkIB8eaa5ABlxg//2+1BbHGrstaqxD0JPObCSY3SyPUZW"
    "JYX5Omq9DVrFz3scHfmr2aFfpArTaUP3WAuO6EYpi1ZAwFat+yZrHAT86ysQWsIApbVEr/"
    "gWYHmWV3IBMFC5IHtP7e7IDNDJ3pqaWzF8FZSLEcVdcugVIHhx3b24AEtGJTTWRxVhwH5X"
    "9qMkHE64VFEzFZh2waIBZoJE85WUo3JllHY0D6LSE84K1162bkOoAjXge+wA0aFiT2WPFy"
    "AaEF4N8beK8DcE+GsFUMSzwoArXutZNaEigGpHeP9jcaDi7PQjToMuC1DGgYnYuW7b8Ry6"
    "6bAAFSCswHxL/l5HHZoLed1f8nzZovjPxJnosLeRR5/lQPXe6XdyhJFV7+WL1H4Fcgwcqt"
    "39fkVHdHwXdMZp3JlkE2eU9JpBSmFGbO5JsFVLK+QI7TzGQWJQcA/GyOdZNLyPexqiwXON"
    "WZwiDByUzuxDFu3EKwDpBUgvnEF6Ic47qpCeAYDsVmRPKOz0j7hvSRJz+kfa1NQccMp6n0"
    "4zVDH+r4I+TuW1u2Ojr+YLeSTJoaaPQuFN2g+EcDvDk8TzirgK7ysOHEpLZK+MqygePnx4"
    "W1IUD2+qmuDHdw+v+akYrwUXcpjE5EhoM1dKOcgSSAOdXNnmN9dt9vnNtXyjR8+EPKu6lC"
    "UYGNYzzb38Mwm8yOYNZ2GZI2OGczk4B095DvbokciPwg2hSsV8qbyOsf1BplUqzcr29ctV"
    "9RaIjs1zQcjuyDADfUYFjzExK6/6Uti1FRTsXtH8vdDzos9rz2oBAb0uoqusobd4sKT0Cc"
    "voJkf1yVJUJsVYvcW7ioRF6LwIAaXm6pmJjI7GJvsiTBvVPfYPgBDfdNGjepa2DAT+u/H/"
    "hAPqqM2pLUC0C9b10yowoVjRA38nlzx+5zxG7TSSkFFZaHkscrRKxPnXyOSPRZAWnzfY2B"
    "HKjF/Iihpsg5ixxwE27BAbjmcgI3biov8lHpd0vJBhgwTGhoTB0kCezTHYcIn3iPmb7JHD"
    "DLKOZZP3QtSgzHHd6A1fLCorP/6nC+eRUh/Fv5rkwE7SUNWBpFCTPMma5HTpWrshB3kNvZ"
    "A23Wvy5rVa7xpUxY184sOs0EEHANrY5+9co7dhbsxBXqct3d+sE5d/EabsHJRgOhF7XonO"
    "yC4N/Y+h12S4JgKtjNbQN4OD7LB9ZqWh8kom3bnYc4Ndr3ratPKptcTwqSOIyA8akbcxQ6"
    "KCeXk1a47QIBozdu0wdf5X8fK3FAEBx27uBwlsHKgMVswB2lDem3m8wo9IPXVURIFx3L29"
    "hv+x6qnTIgrIn6tn8mqDre07FGwXEs8kF1ge80ysSNTcpbJHQ+l/I3v+KIhD0itCttRAAT"
    "a2Htl7BiPGKoljR1pzaVCSRKgjWY+bEEb8YYabwJixjx5a/OsbLt9xQT1yPvSHQQHpdIJY"
    "cqcqLjZQzUAUQNqc3KOPoIfg+NkdKw3xrux5y0OlbbQrTpBGv1eDI6LUJvK4Xmf4MbrCKl"
    "Hj4qRqCwxo+Dlo+KCDHxGAFzHjIRVAf/TKk0O4Mcq/qkpIogzSif3+hjORUHTfpzyMmQFG"
    "jGJ++VmfOKZwFlZzIPNrxmGdbR9oafIEcdUDQAUQMD9XO90JrNCRDj9NHx+30guCR230e4"
    "Pi4MmxsEFCRh37UHyIXNdIenmjIkTiG4hu+YIZ+43jYsNhhk0wNTzCJT26F8V4+nxjsPbn"
    "YO0fxuur2DxFiDbhnP7qlHz+x6ufBSUYnAZdz2E/ICusPgyjgNJmR5+CeRU1kgO0obzHaw"
    "fFtR9N16FrVPtRPgSvWhUvXTUUL13Vi5dOYrBPcc+el7n+LfZd8rxruK6gIHHUaLfLsicZ"
    "njOFtr0JWcx93fAjt5ghE3deKuO7wwVkEn3xXX4/WbOyKFxkdhpNIcray5WEMF0/f/3Q15"
    "Vrcv2wdUThbjnRqbyGRdH935MZs6NAbiqvIbnDDC9zhROUGyZ2uvpMUB6hZ2JPAltpolkG"
    "0HAH37Ri+KaB4RuBY+fslMIQmbxOFlp/yVsnoKzD1X45SidaTzESqtM0KKBeC5+jeVZLWW"
    "jZ0v9QmtUS1XyTNcPRYJQD3tjwj4lyFVG599p5SoekUHHFuBJaOCvl8AM4eE8wJWUyv5cl"
    "BElOvQDzu1l9do4+WJb9WZZTOmHjU7Cpb6sgcfxsjWU7dm4lYMqPRn4cBhjZzb1XYnGotp"
    "lDtc18uqe0OCAnpG++J6sHxKyNTNtkz4/qmuiC61UmOplMwrkY1oONq/HDletYQu3QEH4t"
    "gsZSyIs/r0PPivgzdsTGLn1B+RfE9ovs29AXHt6b2T//MlLEto3Jdyk3+S7rIwnjv1JlQX"
    "KEjjb1EGPnYYbQcPRaG0Kx0v7NEdoldAZJN/C/MhDcnCLvbsoAGvA7dm8ToiZZKwaWUggU"
    "7HULLD0SzCn0TLRmyR1x7bmvQaGuvesqMLTlXIYeRWtRc1/TFaZVKNxiqnCLaYARVTMAc4"
    "SGFsogRyg3mYlAszTa2ESkT3RgeJA7YhlhSNBN0FDnfpDXKd7UW02EhTwUOEqpgCJEG0Ok"
    "N0J9HJhJGliB0jIISK2S6hE1xzqV18AtGeHMsvgx3+W6vDJOJ/U6dr7b8Ry66bACFSC4JD"
    "NPqLxheLc4klSJZZatEyumk8r3ml35sji8e7wpo09L7wQo3RhQFOp+ewCUOvWreeR5m+J6"
    "tbRdihCdzoDejJfDj0NpV+cYnSgd+ViFfMyg+ZgA0+j7KvCbI7QzzAfp64/yzl20RxkHVq"
    "Hudagj7fH+q1BHrKw+2w09LTenuQskF1i2cXBUuj8+1G7ATe+6jXqWo//n7/jCeBtv9uQ6"
    "AIuEHku6O1ahtcWM5pcBRG9ADQt50V0ByLa5WOjXa11H+9QWN/PGvdnQcjKZH+aywQ+Di3"
    "nhYt5Zb20YITHKCAnsxdcYq8RrihDINNXyoS5ydkp8FhBAZy0EE1oWxrYSoSUMUCpySpX4"
    "zAFAZpXMPXLUr+EugLRhdGSjIAg9ZdpzDLDejfVo4wpIl9d3Z4ARY1m//T5UNGvsCm++YZ"
    "XYTuWB7JZkTyi09QMKKbb/HvkukthWQWJ5LLjlx7Jm6gqdpjHytI7bhFqp+3LbGq4pm0Vl"
    "9pxr3A6/qJWgvamhIbUI0jAeMUh99oE05WsLijAIt801xfNDQCxM6b2LAmklW0nm+FmYSJ"
    "soEz+a6/lnfM+PcUAaFD1Tw6HGPiDRPT8O2xgOq+dqWqNgPEkPueS7VvUodw0FKXdHj9XD"
    "Uiqp/ByiocIfZMyuRWylPZ3Ka8hvXwP7YcbueJbh6HdMTo7j0xRnYqx+NXMBBNTP1UT8ZG"
    "3wDn0KfZ8ETGYjloWOGok0FjdpQf4kMZOd8xgg1TE7JZB2lt7lzU0rJ/Omwcm8OWbp0VAY"
    "2W7IMYoD27NWI7qMs3yHbQfJFEPy8KhC2GViJ9ED4Ocdfv2t3LwGL++4k8c/nh0uLasaEh"
    "4KnmU+SAaqjhB5Zklr+8x0QJNVEGVLloV8C2f34c37+48/iRMuqbxPKHsM4jdaPPz0+fV9"
    "1TdxbLZRULqZPChdgUG8wakSa0lnDgA+RZVc0NV+1m7GPQ4c+Yjaw9OjdgTK5WA67bxUgd"
    "xkmMI1o6dWCUP5aIVKe/7DUmD4IK4huxetwpYXDWHLC8HQFpnZ+/2nD+9VjV7bsZjxf4br"
    "0Dkebw3kRmSUTN9aqVG1qqhi90ZvcPJSo9//H820c0I="
)
