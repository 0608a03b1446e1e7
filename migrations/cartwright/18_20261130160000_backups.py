from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "backup_run" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "detail" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "orders" INT NOT NULL,
    "began_at" BIGINT NOT NULL,
    "ended_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_backup_run_state_8883f5" ON "backup_run" ("state", "id");""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "backup_run" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "detail" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "orders" INT NOT NULL,
    "began_at" BIGINT NOT NULL,
    "ended_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_backup_run_state_8883f5" ON "backup_run" ("state", "id");""",
}
DOWNGRADE = {
    "sqlite": """
        DROP TABLE IF EXISTS "backup_run";""",
    "postgres": """
        DROP TABLE IF EXISTS "backup_run";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT2zaW/SssfdnZKq3L/Uzv1tRUuZ3OjGdsd8ZxdmbK5WJRJNRCRBEMQXanJ+v/vi"
    "AlkiAJUASbT+h+Sizeo5YOoIv7xu8L2wrCpwA/bMJXbxwnQJQu/sf4feFZO8T+R/R4aSws"
    "3y8+jF8MrZWbYCxOcEXDwLJD9vLaciliLzmI2gH2Q0w89qoXuW78IrGZIPYe8pciD/8aIT"
    "MkDyjcoIA9+PKVvYw9B/2GaPpPf2uuMXKdwofGTvy3k9fN8NlPXnvnhT8kgvFfW5k2caOd"
    "lwv7z+GGeJk09pKv9IA8FFghit8+DKL448ef7vBF02+0/6S5yP4jchgHra3IDbmvuzLz1x"
    "am+fH+s/nT3WfTXCgQZBMvJpd91P2SPcQf4b/Ozy6/u7y5uL68YSLJx8xe+e7b/k/nxOyB"
    "CT0fPy++Jc+t0NpLJBznpPrRysW2KeL27cYKxOQWQCWO2Ycvc5wy+jKSF39cR54d82fsiI"
    "Nc+oqyD4icV9mnoa889GRm//zToq812Vm/mS7yHsJNvBDXNQvwv28+vf3Lm09/OL/+z/gP"
    "Evar2f+aPh6enCeP4jXK1ySiKBCuiHS3c4jjW77JcqQvzHnT54Qm/1XY36l8N1u7ymWuNI"
    "cgs7hbX79usl1fv5bv1/hZkV8Xe+hMheAMAAw3Z/hcleHzYRleDKRv++DXxuGzCr2pvIb7"
    "9+y8Cb9MSspv8qzIb4Ae4g+lwHCO0G4H98KwT2houYxAR+moK8E03M+NyK7hukq1TSIvDN"
    "T0RQ7RkeImDMsJrmxlxo/aJk4B2qmKyyab91K+eS8rm/fwgU26wb4ff5AKz7eEuMjyxFSL"
    "4CXWVwzfF+3ZKz0wX8P07f39+/idd5T+6iYvvPtcovznD7d3TGknK8GEcLj32Cq+SErgCr"
    "tue/o5NLCvwL4doJgT0woFxOMHqYNdxPXlYw+rwvdO9n+fn19cfHf++uL65uryu++ubl5n"
    "3nb1UZ3bffvuzzHfhXWpLkDkO60WoIiDBVBagDikut5y8b/4hZVlb5+swDErT8g5kclWH+"
    "3Od+VXLM96SOiMv3f8gflwc+Tg8C6xhWQB6VxieTQmHcuaKBPuMy79ZUFWvyA73O+6mKb9"
    "P7Gz+Aox6yFj1qq6o1+dMQKzA+ts9osiigFpHtKK+AOrE9PVnUWkE35UXJwMoKP7eHXZxI"
    "G8upS7kPGzCsOKEaccoSHH100cyWu5I3ldcSRLp2FTlkswDanu3mfPLQ11ortM0k6K5usm"
    "SuNarjOuKypjhdYkEGzmz+g3yTGXIzSIPNXQ+fnun58LHnhK4x8+vPlnwvDu+fDk/f3HP6"
    "fiHO1v39/fljX0OkSCM1DOdgYAspXJDpBFRcehnO0cAXS3oJt9aaqqsosoDWjvW2NzNWmN"
    "rbwcAgQLCZ5QtOhuZ2H3Pfa2C0mwKBdYHosVoVjUdFNZKGEczGzrORwUki3yzI1FNyp6oI"
    "gaqohxxtYxVCV2HAPyo8AnVC3RnUM09OjOGpXF1FTFVBznROerEJwBNKS3lzAbJFRHDs6j"
    "33zMDFrlBSjiNNLPp5VPfU8esPcDU1pRgKQ9PkWho5ayG4uba15+FGt5i5Rq7A7i2plyN0"
    "2OxRv5sXhzOBblFjS/1A1tOx6ik/buzLqj2LMFtl2dSs4gOhE68HG4com9ZXZF5IUiy6+O"
    "/goUlkHTMi+wSnq2Sn60KH0igfMJURTKrJKi0FGrxD+Im0EmDzG8eZ2OEMODGN4ktHFnVh"
    "6EPyD8Ma2tfVqGxie2PLcRM9ulVgYncdTEiBfbXOXCEPXQOurBPoWy3uBAoDTmqjTQmqn+"
    "zefYepSqDV7muOLYS5thJg6uybxMOnBNRnZN1tYOu0onX47oK1k7Hr8wVGqiegJcP3D9pr"
    "q1h+bfc1qQn4OG2/qvteKd6eUWiRX6MpUzzX7MgZkP0CPZtiC/iAP+Z+o3/oQo3fMkdBnT"
    "x8tj3iLlBMFPnJf9B34ipLAmYex15sck9DCl5wkONfm+LaK066TqZ8goeIzj2m8UMV2ryj"
    "4HAurBWZ8R/xMynX+miYUqtJuTZ0eN5vjAgcsn5mhqwOUTc8oTjN0yNyHnpZeGuX0b+iMK"
    "MHtTdVtQCIeIUluzZPo3g8zZ4clKtlWjIhWgju24fTAeEFdpP6fyA+5nO6Ih2e1Nvjn2lO"
    "/Y5zftjeU9IDPdpwIdXjfFW/YWMMpbYZQ3Zk4hs8geRU12deQXcAMyntoxsyV8H6pmpkea"
    "vGjoDVVww4VRzvo1VqCWRBc7cNr9ipouwITiU2/Z+jwQ+VD67PnyWJzK5iUhVDXwroVQ1Q"
    "mFqqgbCe7PkS9HKq9doKqrXpk5xUVmTC7/sSocywfylmAahKBqiO1lKq9PKBazLj0feYg2"
    "Bavgt4DZ3M2cj4A4kS2f8HF4fNRo9jnBfu9wSs3zg1FGQyuM9kOsAmwj00bxcjLUF+4Rt1"
    "vhpiewuk/d6t5GSkb3XlxDw7D72tZxHZpJkdtLdgy8mn75BcdmJMfGQaGFXcH8zjrSMwgQ"
    "ru5JctZihfQ6z6cEBNendcqmZMk3tLxLKJ347250beb5NDZEcjdqOF2SZ/HnWEbiYzuMRL"
    "fN1Tg2OUQDlT2APaJeqwBVCjV6AaJ9UKVwegswvXDru52VfPu6mOteZtkw8GriTBxKFuZl"
    "ttUET9O1VSG3CNKo3667a7usULGWPYQSdgWjzXKVGtEP4mAQN2rIgAT4y5XBhAyCd94j8s"
    "KausVc4KgpgAuio5gBkzmxtLYLSDxvxlOhmEOACqgOBaMoeEQqfPIQILRMqEueTBoSe2uG"
    "m3iqMnFVuJWgh6P5akY02wGhNP6javzyMNi/gsY0RpIgQnOkK+0AgiZAtSZAB/kuCkX69x"
    "jhPBJYV2Ad4uqdKgwI6552WPdTYg5aYc1sUV5kefw2iqJwp77cF8akkw9UzJ2vr5Va26Jn"
    "FueIERTQDuzrcWvV1Nnjl1cjndJdAHgqUQrNeP01srwQh4I7QKSs8hDgVFLKo1RjkgE0TF"
    "d0X8Qz7amWmlpuUJIyoQUA3+W0fZef4lDre+Q8yOe78iLLo3cjJKFbN5cexnlh/9qybXPU"
    "iUn9nMYeTN1vQDMnZhDNM8tyl1mbkGO4kNOcTdoZpYmqUTDKU3kNbfLzZlUuNUUulSY0Uz"
    "3BXcBARqu8Xx2zRZK7CAJSK3p1HmUYM1Krs6nEmBGnzPQmgcpZlQH0q8jsYxy8R9Tic6m8"
    "duxeNap3vaqpd70S1BIrRiUgGjHvaMRb9r8L6QjPoMEkIjuVgj6YeR1ZMERoTkOEhr/FsR"
    "xS0GDLT+Du0Wmx2vN4Jih763TTQu4OcnfT6hE9PWP5XYh2ixqDOXneyGg2cSraccZu/+bH"
    "qg3BpAaTWkTy6ZjU3O+k4W7nf1kanaKnUOg5P2UCdZ69tpB4ODRbDyUUoXWiGYoS9V+AKR"
    "nWG2RvSRR+H1hreTi6IHTcxD6Im04mP0qEegJWhtaWdbbOWyQ4IOXGdRmnYanQWaMM4VlN"
    "hvBMkCH06BMKlCYnc5ABs7C/f+vLMakhtZfZydMOO8Hx2Pfx+M5BO5+EyLOf/4bkk4uKUk"
    "cPSJzLpzqw60gUtYmfFF/E7w8BqDGPyWwpmp6PGUDHg7FREe1ZTRXtWbWMVtH+0NfsOL+6"
    "alT2dVVT9nVVZnfN/j4KmMvtKQ07LME0ZLv7rC30Lwx2QYCUUOn9ALM22zrjc0UcgbKVey"
    "CpvBa//6HdD4jOjRwenXbTPJQdLPt1/+7jw3Uh8fr2D5fHnL3kgKZ9+Hi+a9nsR75K9Gsh"
    "qFZtDeZKEuOKhOKloekraGdhF8YeQX3CqdcnjF/yO43TtrvyBF5VNd7kPEgL+7HkPzYJhV"
    "zLIyHXlUAIZGSkZF80yshc1GRkLqoZmf2BqUB0BtCQ4V56Di3bRpSa7ZoGhOBOegcmRXwP"
    "lzvP4lbFAbO5jZK5CsPYbMuzkWsyN52KmjRqNHUZqN927n7MBjTDdGrM0WgVktBy25TvVb"
    "EQnWodnaIb7PvsY7VaiAoWFqL1QrT+OcBvobNC1igI4oIKpcOUw2hotlw0cXjk7k7FKEw1"
    "xg4xqpTCVQKohnx3b7hkvFmOEzBXRiXxJsJqQfrQSbgVdt2WayCAajAMZ+gFgLlDeVVxw7"
    "Li2rriipoJ0CNGTy280QpQR2+0h7tND7xRzJx5NYOxjNQo2QCdT6e1AFBbP/ICOMjGTosF"
    "KOJAA825uOUuvkh5UVfhspdYNipzMVEm3OMsfIrY8/j8e1FfA0y771avwMVeg8bg099Ac0"
    "55CHAqiuI+q/XppPJaRFWKXs9lE6fnUu7zXFZDWZBS7jel7KBQsRglR2gXKelnQjPMF++1"
    "1ucXshJaCXWWWo4BP6StH7hWNCTWL7Iipkl5d5cQwBj30/Oi32MPLeqc6ERg2cyHdlPZce"
    "7Chu6PIbs/wDfuodkAZiH2QSvdRkru215cQ9+t+3rr5L8K3KbyGpLbS74Vxnh2rw5gjOeE"
    "XLjYZjRbV6GK0LAYc/VIfrSedzVJvfTx8pg34nOCfboiUeAT+sJkHvgh4IdMhGO+s3+/sx"
    "UMOw6ioW3XfdKDeW2P+DCGozHHHEZDkruvQlev94cyfyWCkwZlpcxzCtAvsdSH+5f+4lXH"
    "IpRxQw1aGU4h9zGN09qRyAvb+CFlpE5WxdCtoaGl1jSRAUBjN9DYAVqjQJw2reuW4EDaae"
    "5+dAndIhWfJJMfTnW8nok3AvVBfdcHQUcJdJSc3gJML/L5PWaUId+KO/vrg6C85LJhPNR0"
    "SqBjsdHFG8PB68PRb6xQ+ISQZ5AoMA7vaFieY4QbZKT+xn9QY0XI9tWitNQveyfxDNGSi2"
    "MTB0KxMBC0GcmnMxAUwuO9lOlMKCozNrn9+1KJalfgOZXXkN+LZrNAa0aBlsl9Yj93pe6W"
    "DKAhvb14VwFih43TJqxYRuqkjSGsqFM6E8KKwxyFaxIrBNUwAY8CHdJehzCnVZl7DgTUzz"
    "U+89NhJN2HfXmAJDZTkloei8sIhguOc980REP6uGR6VK9lQrn67pOY0HWQkXvThNwbObk3"
    "opqTHVYs/sshYMY1i2hEHvsQSGkmZwGkAc81tPYyjbN1ywd0e3TWsB8gZK6ZtmizDAKwRn"
    "38A6+ETygO1a6W4CFQpVImFFOT2e34UTQWlRAXWZ7EnOZxJVpXDNgXr6k9OKxiv72/f19Q"
    "7Lfvypr75w+3d+xATbQ8E8KhZAdD0QoUrZzeAkwoKJLMB/lIkt+nfIDIx8NM8yYDRNL55x"
    "AF0SYKMtH6g/lRzJUWR4wTtXFuGULDCEgvE91C5oWr+OapvBb8Du2YgyV32obEp6TMQWZF"
    "HJ4eNSGCXA7Mh3mdbVBSCiWlJ23STauidEK5Q+jz1cnmKFaMqd/Z9aLLuqaV/IKp3xp4iV"
    "BUCr3qOlQjgP8NmZSTW4AJBUDiwtG6yYfZ82WTktJ+Zh82DYNMwjvUOibClj7AapPjOIh2"
    "R+J1kxPxWn4gXlenmjGpbfwBFBjmMdpR3I8XDu5Jz+4J2HWnbVbc7SzsfkCUWsm3F5oWBZ"
    "mj5gWKpc0dJ96njfEl95fT614g8wKZl9PNvBx+eIqLUkRplyLoZfAqM+WUOE7lNTRNerhR"
    "NVr9guxwz5ICyWWchmR3H0RNSVPTGUWUhkR3fxXSGIGP460s8zNJ+Pi/jX18iGY1j/9zIA"
    "03bj+JrP3PvYWG0JTli0ZGxUWNUXFRNSqgqHTAotJNuBPMDJaTncoD2S3IhkQ4Hy29ahIs"
    "vZLHSq8qodIwRDtfVKwkr1TiINCsWbYsdtbzCplO5LvYFu5cKa8CJNBbudTPoqGJgkAU35"
    "dr4CJKgyQK9FGcQLwf6jgmtAA0HnOuPqEtA8E8iZmmuv6BVhtCtm/2Vs9CkuwqSS2Ppbue"
    "9vKmxQEm01tUt6U1S3INokXkqTAHufgRBc9qwb0SCtpequrai3YrUSGTlNMcoNMh2V1nuO"
    "LJB/bGS+2N0AojFbc8B2hkanR301fEvjv7DOZOhdMSSqft3J1m8OiTSNPKvfEcAZ64sicu"
    "iX3I46E6hT16yqRMz9v4/mDhLerdjUxs2dTfcHjEZByOU/E2eiupS5dXrRSjiNKufKv78n"
    "3kOT5hf0zNXSuhwF2rGhGq9Voa12l1XxQ3zfKhWRu9K+IIpmnITd5UXov9CiUAY5YAdH7B"
    "EpQA9JGjVo7flFCgdSXEqscbSjAN/OChNfB40TPNdzTUVUBdxektwPTibXcHF31RH2/LxJ"
    "ZN422IR0C8bV56GlpY59TCGgWCqnz5ahzENXQRz1837VutbVytRj8fxWMt5ZZ3jtCC5qHN"
    "7vTSiqZbOpXXwMMZYIglRcyKVmtMyxBabOcBJvH4AXrEJKKmOtkCqHb7uhfO5xAuXeQXk8"
    "0xZJrtzcgLscDqqL/ysYzVKDAy9KWPFnbjW64pFo5yrb3ysQyFVXjJKkSB6MbZWvZTCCQQ"
    "qtMJaNhKt5SA2jA78IZ2MI3JcEz1SfICqHZWSy9jkSASDpHw01uACUXC/0pWC0n0O360PB"
    "bx/uUg1GmQ+0s2/sxBTuSj5Daar6XQd2mY49L4UpnnxQ2dSp6n76o8/BFa47rVPxBin1OI"
    "HWYX9lhczL5kpBS3yQAa0tv9tEI/wCTAoaBssyZUk0N0Mmy666rLD2WFfVtEabh5zxoph7"
    "Ma7XBWVQ/zG206mDvataqoG2xaO+6jbrQpBBQbu6K+9ewSS0C+PNPMQQbc4L9/62uLQ429"
    "VjX2QeQpB1ZyjE62x8CqhJuvo9bboFX8vMPphr+ZLfpFyjCdNnSHteAW3Shl0TgEbNWqb7"
    "JGQcA+vgKhBQxQWkn0im9MlWd5JZelApUL8uSp3bOXAVrZW1NzK/qvgnKRRVGbHHoJCF5c"
    "ey8uQJJRCbX1UTwM2G/LfpyEQ3suVdRMCaZdsKiHmSDxfCXlqFwRpR3Nvaj0PWfcFYGN2x"
    "DKQA34HjpAdKjYU9njHEQDwssh/kYR/poAf6UAinh2FDDFaz+rJlQEUO0I734sDlScjT/i"
    "NGizAEUcmIit67axh+mmxQKUgLAC8y35u4s7NBfyur/982WD4j8TZaL93twc/y0M1Xvj7+"
    "QYI6veyxep+QrkGDhU2/v9io7o8C7ojNO4M8kmzijpNYOUwozYfCLBVi2tkCO08xh7iUHB"
    "PRgDn2fx8D7maYgGz9VmcXgYOCit2Ycs2sgrAOkFSC+cQHohyTuqkJ4BgOxGZE8o7PT3pG"
    "9JEnP6e9rUVB9wynqfxhmqmPxXQR+n8trdsdFV84U8koSp6VsRRaJgEiHMzvAk8TweV+J9"
    "xYB9aYnslWEVxe39/fuCorh9V9YEP3+4vWOnYrIWTAiHEpNjT5u5UspBFkAa6OTSNr+6bL"
    "LPry7lGz1+JuRZ1aUswMCwnmnu5R/7wIts3nAWljkyZjiXg3NwzHOwQ49EfhRuCFUq5kvl"
    "dYzt9zKtUmlWtq9frqqzQHRingtCdkeGGegzKniIiVl51ZfCri2hYPeK5u9Fnhf/veascg"
    "jodRFdZQ29xb0lpUcso5sc1aOlqEyKkHqLdxkJi9B6EQJKzdVzKDI6apvseZg2qntg7h9R"
    "QLHanFQOol2wqJtS9QnFKm7ZO0X+p8hbSMIVucDyWMRilYiawUG231LRwlxIpUrRUykT7e"
    "2GpHEjQ2Mfgf17f2BU92pUOyi0RDUv8oR0jtDgQBs6/U/xvxXvb0gRYLO1s9mSG95VZqPk"
    "AG0o7+46ePRgqXt/PAo8v/YVcuzLqkc/eBSQP9cs6tsNsrc1jkn2fHnML7FjycZuyeLzBh"
    "lx9MZgCIOsDcsz2EKgh3hcsJG816tFadmaYiAdO4eypKCFwg9A3c+4IQDoj195xMS14o+q"
    "YjsWQTqx310jHIlEdyvI/c0MMKC7+eWrPg6n8o2BcFPgy5uTiatuqXMgYH6udjoO7AhLB0"
    "2kj49b6ZzgURv9jUFR8IhtZJAopNhBRrixQsNyXWNfN0kNGhLfsOiWLZjxtMEuMnBoOARR"
    "wyNM0qNPKKga8l2+MVj7c7D24YrTruff+uzLq58FBRicBm3PYT8gK6TeeMChtNnRYzCvok"
    "ZygDaUdzjiXZykq7t6SqMkXfEQvGiUZb6oyTJfVLPMoxjsU9yzp2Wuf498lzzvakbDcRJH"
    "jXanKDtKo9IUStQmZDF3NU1VbjHDoJzTUhk/HIY9S/TFD/ks6HplwQ2NHkdTqF04POxNw8"
    "MVVHU03lquH+Aq4R7vJEjYUSA3ldeQ3H4aRV3htJqa6QiuPtNqBihufSKBo9Q9mgE03MFX"
    "jRi+qmH4SuDY4Z1SGCKT18lC6y55iwMathijnqN0onWM9rtWnXdA/cx9DvzAXIUPVrBdyN"
    "yOXGJ51PNIZM1dKnw0v/gX8sQeBQbzMIw9mBob6xEZAbKcatbwuDjkAueQC0xUh+psew4E"
    "+mau+uavZHVrhfZGpm2y50d1TXzVwSoTnUycA7oeX9j16EcrF9tC7VDjHPKgoRTy4o/ryL"
    "Nj/owdcZBLX1H2AZHzKvs09JWHnszsn38ayJ9sEnk6l0eezisXq1nJt1RZkByhoTvZywAS"
    "aEXtj157QyhS2r85QrtwUy/BEPYtA8EMLXntdQbQgN+hK68tapK1Ym4whUA5QbsQyQNBjE"
    "LPtNah6HqYOu4rUKi6a139bm0Zl5FHrbWo9aBumHUZCvOsFeZZB8iiagZgjtDQQunlCGUm"
    "M1G6eCoDaMhwL9PCQxJaglrHmiq8g7xO8abOMja25VkBVkqB8RBtDJHOCPVRYO6wF4k8QX"
    "lxcwEEpJZJ9YiaY53Ka+CWDHBmwQXwcAH5Ca7ABBMq70K0WxxJqiQyy8aJFROn8p1mV74s"
    "Du+ebMrDjdVfSzmXolD7IZRwXXm3mkeet+HXq6HtwkN0OgM6M17gCviRjlXIx/SajwkQjT"
    "+vAr85QjvDvJeuwzjv3EZ7FHFgFba2y/MenKZbnINot8e7aoYZpTnuZDf0tNycfSHqQu7j"
    "HASWTRycdS57tEj13kPGPsRmkMDYkCiIR08S9mrcURX/P3vHV8b7ZLNTwwqQYZPIY/vJwJ"
    "6xiuwtCunSoGQ/4yZ+A2rYFnuEDMtxmFjkV2tdB/urQheN+tZ+jGdCXdI5VnbRwA+bpB+W"
    "rlxjy/Ugr6Hh2uTQkZ85Yx45k+N1FCMKGlx7bHBFXnJfpEq8hodApqmSD3UtvFPik0MAnZ"
    "UQTGTbCDlKhBYwQKnIKVXiMwcAmWUynywcKo/Q5kDaMDr0LYWRp0x7jgHW27Eeb1wB6fL6"
    "7gwwYCzr9299RbOGrvBmG1aJ7VQeyG5I9oRCWz9aEUXO32LfRRLb4iSWx4JbfiJrpq7QOI"
    "2R4zpuE2ql7sptq7lEZRaV2XOucTv8olaC9qaahlQepGE8opf67ANpykOVeRiE2+aa4vmA"
    "HGzJjsD9w6On3y4TG+XcgxEiB/Vw00QP38jV8M3Rc4/9+fAwDresKTwreJYE3HJQuf0rvc"
    "B+Zpqi7kcfW7q8rczYvX338c2nf4mN5VTeJzR8CJI3Wtz+6/Pdm7IriJ1woxBEyuR1Us2d"
    "hZE2KFViDenMAcCnKAoPHQknbUW8QQGWjxc6PD1qR1i5HEwWmpcqkJsMUxhgP7ZKKDlxV4"
    "2cuKsaJ+6qUiXBflgKDB/ENWT3rFEw4qwmGHEmaLiTmb1//en+o6rR62A7NP7PcDGd4/FW"
    "Q25MRn2YuBwRLtm98RuMHib+9v9s1rPa"
)
