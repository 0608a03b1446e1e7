from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "email_link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "purpose" VARCHAR(10) NOT NULL CHECK ("purpose" IN ('verify', 'change')),
    "email" VARCHAR(254) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_email_link_user_id_fe9452" ON "email_link" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_email_link_expires_83d030" ON "email_link" ("expires_at");
        ALTER TABLE "users" ADD "email_verified_at" BIGINT;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "email_link" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "purpose" VARCHAR(10) NOT NULL CHECK ("purpose" IN ('verify', 'change')),
    "email" VARCHAR(254) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_email_link_user_id_fe9452" ON "email_link" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_email_link_expires_83d030" ON "email_link" ("expires_at");
        ALTER TABLE "users" ADD "email_verified_at" BIGINT;""",
}
DOWNGRADE = {
    "sqlite": """
        ALTER TABLE "users" DROP COLUMN "email_verified_at";
        DROP TABLE IF EXISTS "email_link";""",
    "postgres": """
        ALTER TABLE "users" DROP COLUMN "email_verified_at";
        DROP TABLE IF EXISTS "email_link";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv7in99bWrUpnenZ7tpOeTTJ3dys1RWGQ2xpjYBB0pys3/3"
    "0FNiBAAkQQBvl8mok5x3Y/ko/Oec6Lvs4tMwifA/y4CV+9se0AETL/n9nXuWvuEP0f3uPF"
    "bG76fvFh/GJorpxEx2QEVyQMTCukL69NhyD6ko2IFWA/xJ5LX3Ujx4lf9CwqiN3H/KXIxX"
    "9EyAi9RxRuUEAffP6NvoxdG31BJP2nvzXWGDl24UtjO/7s5HUjfPGT1+7c8KdEMP60lWF5"
    "TrRzc2H/Jdx4biaN3eRPekQuCswQxW8fBlH89eNvd/hD079o/01zkf1XZHRstDYjJ2T+3J"
    "WRvzY3jPcPn4yPt58MYy4BkOW5Mbj0q+6X7DH+Cv99fnb5w+X1xdXlNRVJvmb2yg/f9h+d"
    "A7NXTOB5/2n+LXluhuZeIsE4B9WPVg62DB62bzdmwAe3oFTCmH75MsYpot8H8vwv68i1Yv"
    "xmO89GDnmVfY1XLno2sn/971zVWuzML4aD3MdwEy/AVQ3w//fmw9u/vfnwp/Or/4o/0KO/"
    "lv2v6P3hyXnyKF6bfC0iggLuSgh3OaPRvNXbLEP6wpQ3ew5o8l+JfZ3K97Olq1jmxnIIMI"
    "u79fXrNtv19Wvxfo2fFfF1sIvOZADOFADh9gifyyJ8PizC84HsrQp8LRy+yMCbymu4f8/O"
    "2+BLpYT4Js+K+AboMf5SEgjnGtrtYCUI+x4JTYcCaEsddSU1DfdzK7BrsK5CbXmRGwZy9i"
    "JX0RHiNgiLAa5sZYqP3CZOFbQzFZdtNu+lePNeVjbv4QsbZIN9P/4iFZxvPM9BpsuHmqde"
    "Qn1F9VXBnr2iAPkapG8eHu7jd94R8oeTvHD3qQT5r+9ubqnRTlaCCuFwH7FVYpEUwBV2nO"
    "7wM9qAvgT6VoBiTAwz5ACPH4UBdlFPVYw9rAnfB9l/Pj+/uPjh/PXF1fXy8ocfltevs2i7"
    "+qgu7L65+2uMd2FdqgsQ+XanBSjqwQJILUBMpa63DO8Xv7Ayre2zGdhG5Yl37olkq49257"
    "vyK6ZrPiZwxn93/IVZmjmycXib+EIiIjqXWDRy0bGsgTJhlXz057m3+h1Z4X7XxTDt/4nt"
    "+W/AVQ/JVcvaDrU24wjIDmyz6S/KkySkWZVOwB9QHZmt7o2RTvCRCXEyBR3Dx+VlmwByeS"
    "kOIeNnFYQlGadcQ0OMr9oEklfiQPKqEkiWTsO2KJfUNIS6/5g99zTkge4zOTsqmK/aGI0r"
    "sc24qpiMFVp7AWczf0JfBMdcrqEB81QD56fbf30qROApjH969+ZfCcK7l8OT+4f3f03FGd"
    "jf3j/clC30OkScM1CMdqYAYEuDHSCT8I5DMdq5BsDdAW76RxNZk13U0gB21RabqUVr7eXl"
    "KgAwF+ARsUW3OxM799jdzgVkUS6waOKKUCxqOKkslC4O5rYppoNCb4tcY2OSjYwdKGoNVb"
    "w4Ye8YqhJ75oD8KPA9IpfozlU0jOjOWpXF1FTFVALnxObLAJwpaAivEpoNEqpHJufRFx9T"
    "h1Z6AYp6Gtnn08qn3nuP2P2JGq0oQMLenqJQo6fsxOLGmpU/ire8RVI1dgdx7Vy56zbH4r"
    "X4WLw+HItiD5pd6pa+Hauik/Xuzbsj2LU4vl2dSc5UdAJ04ONw5XjWlvoVkRvyPL86+Cuq"
    "sAyalnmBV6LYK/nFJOTZC+wPiKBQ5JUUhRq9Ev8gbgSZPHB40zodgcMDDm8U1rg3Lw/oD6"
    "A/xrW1T8vR+ECX5yaibrvQy2AkGl2MeLGNVS4MrIfWrAf9FtJ2g1ECozFVo4HW1PRvPsXe"
    "o9BssDLNhmMvbYSZOIQm03LpIDQ5cmiyNnfYkTr5cg1Vydrj4QtDpUZqJyD0g9BvrFt7aI"
    "6fdCH4yfdt/XH2BQ6MfICevG0H8It6gP9E45ePiJA9TtzQJX28aIpaCCMI8cq0/BCIVyCV"
    "Mgqnozd/OoGHGj2Xc6iJ921RS7uOHjXDLiFyOa7/RhC1tbLoM0oAPQSNE8J/RK7zryTxUL"
    "l+c/Ks0WmODxy4/GCKrgZcfjAFnvrYLVsjClqUNGzt26CfUIDpm8r7gFx1YJK6uiPjv5li"
    "yoFOVjIsy4ZUFHVsB1WBeOA5Uvs5lR9wP1sRCb3d3tWbYk/zjn5/w9qY7iMy0n3KseF1U6"
    "RFbwGjpCVGSWMaDFJP7InX5FUHfkFvQMRTP2aygO8paup6pEmLllFQRW84+uRMrbMCtQy6"
    "+IHj7pfTdAFGxEu9pevz6ImHomfPF038lMVKAkU18K4FiuoEKCriRJx7W8TLkMprR1D11a"
    "MxJT5kwuCyX6uCsXgQbElNA+qpBlgl02B9j2A+6sJzkVUZzq17PerTEeIVcJcPoyMCz44s"
    "8WSJw+NGZ9lnBNXeHZS65QdnjIRmGO2HJwXYQoaF4uWkWp+ZR8xuhRuGwNs+VW97G0k523"
    "txDR3C/mtYjxvIjApcJdkwiGbU4gsBzZECGhuFJnY48yLrQM9UAHD5CJLxEiug10U8JUUI"
    "eTqnaEoefEuPu6SlE/79jUrNIp7WjkgePg1nS/Ks/RTLRnxshRHvdrOagCZX0cBkD+CPyN"
    "cmQFVCjV0Alg+qEk5vAcZHs97tzOSvr+Na9zKLloSrgTNxKFGYlttWQ5qmaysDblFJo766"
    "/q6JMkPJ2vUQStYlnDbTkWo4P4iDQ9yqAQMS399vDEbkENy5T8gNa+oUc4FGVwAXRI/iBo"
    "zmxNLaL/DiuTKuDMSMBpiA6vAvgoInJIMnqwKAlgF1vGeDhJ61NcJNPMXXc2SwFWgPB/Ny"
    "QjBbgUdI/KFy+LJqsH85jWgUJA5D09CFdlCCpj+5pj8b+Q4Kefa3CXBWE1CXQB149V4NBt"
    "C6p03rfkjcQTOsmSHKiiyabz8oCvcay32mSNr54MQ8+PqtUmNbjMziHDGCwtmBYz1mrdoG"
    "e+zyamRT+iOAx8JSaIbrH5Hphjjk3DkhRJVVAUwFpTxSNSaZgobpiv6LeMY9vVJTzw1KUk"
    "a0ABC7nHbs8jGmWu+R/Sie48qKLBrvQEioWyeXHiZ4of/a0m3TGMSkcU7rCKbuN6BZEDOI"
    "5ZlkucukXchjhJDjnEXaG6SJqZFwylN5DX3y83ZVLjVFLpUmNEM+wV3QgYxWeb/aRockd1"
    "EJQK3Y1WmUYUzIrE6mEmNCmFLX2wtkzqpMQb+KTBXj311Pjp9L5bVDd9mq3nVZU++65NQS"
    "S7ISwEZMm414S/93LhzZGbSYQGSlUtAHM60jC4YHTWF40PC3NJapBA22+gjuFh0XqorHMk"
    "G5W6+bFnJ2kLMbV2/o6TnJdyHazWsc5eR5K2fZwKloz5m6/Zs3VRmCKw2uNA9k/V1p5vfR"
    "cpezvyiNTs9TKOycnhGBuk6lLSMuDo3OQwh52jrBDEWI+i/AmBzqDbK2XhT+GJhrMf1cEG"
    "p2rQ/ihp3JH4WRHoGXobVHna3zFnEOSLFTXdbTsDTorFVG8KwmI3jGyQi65BkFUpOSGZUB"
    "s65fv6kKTGpAVTIredx0ExyPqo/HOxvtfC9ErvXydySeVFSUajwgcS6f2sC+GShieX5SbB"
    "G/PxBPxzwms6Voez5mCjoejK2KZs9qqmbPqmWzkv6Hvm7H+XLZqsxrWVPmtSyju6afjwIa"
    "crtSww1Lahqi3X+2FvoVBrsQQAio8D6ASbttveG58myOsRVHIKm8Fr//ocMPYOeOTI+Ou0"
    "keyg0WasO/h/hwnQuivv3DRVOwlxzQREWM5zumRX/kq8S+Fki1aiswU4oYVyIULwdNX0E7"
    "Ezsw5gjqEk61LuH4Jb7jOGX7K0tgTVTrzc0qaeE3luLGNhTIlZgBuaoQIJCJEYJ90SoTc1"
    "GTibmoZmL2B6UE0JmChggr6S00LQsRYnRrEuAq99IrMCrgFVziPInbEwfM4rZK4koMXbNM"
    "10KOQcNzwmvKqLHUZUX9tnP/4zSg+aVXZ45Eq9ALTadL2V5VF1ipzqwU2WDfp1+r00JUdG"
    "EhOi9E558D/BZ6K2CNgiAupJA6TBkdDd2WizYBjzjcqTiFqcXYIQqVFE3FUdUQ7/4dlww3"
    "07YDGsrIJNx4ulqAPnTybYUdp+MacFQ1GHoz9ALAfKG8mrhlOXFtPXHFzAToCaPnDtFoRV"
    "HHaFTBHaYH3Aimwbycw1jW1CjZAB1Pp7UAUFN/5AWwkYXtDgtQ1AMLNOWiltv4wuR5XWXL"
    "XmLRqrzFQJmwwpn3BNHn8fn3Xf0MMNW+X7sCF3gNysGnv4H2mLIqgCmPxX2R689J5bVgVY"
    "pRz2WboOdSHPNcVqksSCmrTSnbKJQsRsk1tGNK1ExihjniSmt9fvdWXC+hzlPLdSAO6RoH"
    "riUdifV3eRHjhLy/ywZgXPvpRdH32EXzuiA6EVi0i6GdVPY4d15D18eQXR8QGytoNoAZiC"
    "pgJdtIKnzbi2sYu/Vfb538VwLbVF5DcJXkW2F8Z//mAMZ3jiiEi31Go3MVKk8bFmOqEckv"
    "5suuJqmXPl40RSM+I6gyFIkC3yPfmcyDOATikJFgzHb073e2hGPHqGjo2/Wf9KBR2xM+jN"
    "9ojTGjoyHI/Vehy9f7Q5m/FMBJg7JU5jlV0C+xpCL8S3/xsmMRynpDDVgZziCrmMJp7rzI"
    "DbvEIWVNnbyKoVtDQ1OuaSJTAIvdwmIHaI0Cftq0rluCUdLOcquxJWSLZGKSTH440/F6It"
    "EI1Aeprg+CjhLoKDm9BRgR8/nx0PL8bh9+CgjQktSiiQflNK8f5x4jID5VXF7k2VJOXCqv"
    "XSzYv5MMWe0M3Os24F6Lwb3mcRo7LEku5yraOXRKog8rpiMCjKRmPhSUNMB56GkPnUsKoJ"
    "qgt4LwACFjTa1Fl2XgKGtUJz7wSvgewaHc6EJWBViQMqCYGNRvx0+8sRue5yDTFbjTrF4J"
    "1hVVVIVr6g8Oa9hvHh7uC4b95q5suX99d3NLD9TEylMhHAp2MJAiQIqc3gKMiBRJ+k/ee8"
    "nvU9yg8v4wM6tNg0o6XwtYEG1YkJGWf00PYiZ1FVFM5NqFMw0NGRAlHcMhjcJlYvNUXgt8"
    "hw7MwZM7bUfiA1pHrjCrcnja6EIEuRy4D9M62+DusincXQaunIqGYqgfhfpR3X2NYoGj/C"
    "zo7xoCPa6kF0yT0iA6hBpoqIHWoQoB4m7IoJzcAoyI+IgLRus66rPnizalpGp66tvSH6OI"
    "DrXmQujSB1iuI5lR0e5I7P+S6/hXs42/gATCrI52EKuJwiE8URyegF932m7FbXwX/DtEiJ"
    "n89VzXoiDT6F4kt8sbO0ZcpY/xOY+X0zGikHGBjMvpZVwOPzjJxShqaZcaUDLIg7pwUhin"
    "8hq6JApu6IhWvyMr3KMkAXJZT0OwFdzsewBNzmYUtTQEuv/RuscgPJpbV6bnirC8v4V9fG"
    "Cx2vP+jJKGG1dNAmv/c+9gITRF+aKVU3FR41RcVJ0KKCIdsIh0E+44M2jEYKfyAHYHsCEB"
    "zrKkyzYk6VLMkS4rFGkYop3PK1ISVygxKtCcWfYsdubLChl25DvY4u5cIa4cTYC3MiTeJK"
    "GBgoDH64stcFFLg+QJ9E2cAM8P9RsjWgBC4z5p9BklmB8x0RTXP9Fq43nbN3uvZy5IcpWk"
    "Fk1prue9vGEyCqPpJYJr5fu1IuIUmI0c/ISCFzlyr6QF7S5Vc+1GuxWvgEmIaa6g0yEJV8"
    "JOy1I03zUv9jVEV81P2dXob3J0RP92+h2MnQymJS2dtnN/lsElzzxLK47Gcw2IxKUjcQH3"
    "IeZDdaI9FGVSxhdt/Hjw8Ob14UYmtmgbb9isxmgCjlOJNpSV0qXLK1eKUdTSrnyr/7J95N"
    "q+Rz9MLlwraUG4VnUiZOu1NK7T6r8obpzlQ5N2eleezZmiIXZ5U3kt9iuUAByzBKD3+0eh"
    "BEBFjlqavylpgdUVACvPN5TUNIiDh7bAx2PPNN/RUFcBdRWntwDj49tuDyH6vJ5vy8QWbf"
    "k2xGoA3zYtOw2tq1NoXY0CqRthD+Iahobnr9v2q9Y2rFZZzyf+GEuxx51raAHz0O52ejlF"
    "2y2dymsQ2QwwtJIg6j3LNaRlGlps5wEm7/gBesJeRAx5sDmq2u1rJZhPgSad5xeQTZEqzf"
    "Zm5Ia8e+jrr3Ys62pEiAx9uaOJnfg2a4K5o1trr3Ysq8IqfM8qRAHvZtla9FMVSBxUpxKQ"
    "sJNtKSlqg+zAG9rGJAbDNuQnx3NUtfNalIxDAgYcGPDTW4ARMeA/e6u5gPWOHy2amO7fD0"
    "K9ktufs7FnNrIjHyW3z/xWorxLwxsXs8+VOV7MsKnkefqu0sMeoSWuX/sD1PoUqHWYVaiw"
    "mJj+kZEUX5MpaAhv/9MJ/QB7AQ45ZZo1FE2uopND018XXX4YS+zbopaGm/eslXE4q7EOZ1"
    "XzML1RpoOFoX2birpBprXjPepGmQKR2DoE9c0XxzM54IszzIzKgBv86zdVWxxq6rWqqQ8i"
    "V5pQyXV08j0GNiXMPB25XgatePMepxl+MTr0h5TVdNrQPdZ+m2QjlT1jNGCrVmOTNQoC+v"
    "UlAC3oAKSVBC//ZlRxdldwKSpAOfeeXbn79DKFTv7W2MIK9dVPDjIJ6pI7LylCFNc9iguQ"
    "YDRCbV0Uqwbod0U/Tr6hPZYyZqakph1ZpGAGSDxPSZqVK2ppB7MSk77HjLkKsHX7QVlRA7"
    "yHJogOlXoye5xR0QDwMsXfiuGvIfih8GlkJyYJzaDLAhT1wGPpXD6MXUw2HRagpAgrMN3K"
    "s9u4UXAuLj/bP1+0qEEzUCaq9sLg+LMwFJEdfyfHOqIisnyR2q9ArgOHavcwVDIuGj4imn"
    "BWcSLJrQnlYCbAcE8IzWcv2Mqx3LmGfhGjCkoErmEY+DyLZ8fRSIM396w2qcCqQYDSGX1I"
    "6hx5BYDtBrb7BNjuJA0mA3qmAGC3AntEtNM/kjYaAef0j7THpp5wylpxjjPTL/mvhD1O5b"
    "W74qGvXgAxk4SJ4ZsRQTwyyfOon+EK+DxWr4T7iiqqshLZK8MaipuHh/uCobi5K1uCX9/d"
    "3NJTMVkLKoRDgcuxh81YSfUYFZQ0sMmlbb68bLPPl5fijR4/4+IsG1IW1MCxnmju5Z974k"
    "U07jajZRqm3OZycA4e8xzsMSIRH4Ubj0jVlqXyOnL7SoYmSo1q9vXLVfVGRCfuOYeya+it"
    "12di7RCDmzzXioIAuZZMi31JC3Yvbwxc5Lrx57VHldGA1gveTcrQ6qosKX3EMrrRQX20FJ"
    "VBEJLvOC5rwiJ0XoSAEGP1EvKcjtqeb1ZNG9M9MPZPKCBYblwno6IdWdTPBaIj4ip+RL7j"
    "vexqKkUZiUUTZ2EXZY/CW4xhx46IvejrylsxdQF1M6dFb/50aEUS2Iuf8k6lemPBtDSN5/"
    "YusZHQ9CL3vpqvxPYBBl0q7JiFmnDFvLHDLV6pSZY6+hSvDMB0PnuBLUUmZwoa7mAlV3KF"
    "eCc1CCmT18lD66+pAQfxhdfSXZW5lk6wHoON60TEAfQTjznwIw0V3pnBdi4KO3KJRWPkkc"
    "gau1S4KfqY/817po+CGY0wZntlMtuYT2gWINN+NS+tWwtxqMuYQn1iYjpkW10ZJbA3U7U3"
    "P3urGzO0NiJrkz1vtDVx5/MqEx0Nz3EqvfJwS/kJXKViJn+dzELkGhqGkUrqEKDMQx281s"
    "YjSGr/5hra0UxKSBD5SyePcdfktIkmalM9qQEFmYKGCCvpKgm90OQ0a4upvFRep0Ckvxnx"
    "NAAIsNyQeEZFm4qi3gD1UWDssBvxXAVxqX1BCUAtg+p6cp5XKg9+QZszCwaFwqDKE1yBET"
    "JtdyHazRvYtkRm0ZpxM3Aq3/P9yYd3TzblYbJh9f5kVqhwl7IUTwdjLfu1PGJCj12vlr4L"
    "q6LTGdCb8wKjQo83fxsIO4VXECISf18JfHMN7Rzzi1aO+UWNY35RdczjxEQX61HUA6+wqw"
    "EZsKj/ZPEelxe+L6CZi13wg0Ar/3udyzYW1zy4aLZngGZeMNt4UTDz1jOPvhpXgsf/T9/x"
    "1ew+sTdkZgZoZnmRS/fTDLuzVWRtUUgWM+LNwo0ZJm9AZpZJH6GZadtULPKrNTqDfSo3gi"
    "C+meQW9j+bpOK9HEFAmDDKMCFdudaO1UFeQ7+qTR5fnMavZvGhj2zYMx4ac1ReZecmY29k"
    "6ARWBRIhlXSdY+KdFJ6MBsBZYQgiy0LIlgK0oAOQVnIZJnak8MwVAMzKfRcmDqWvBmCUtE"
    "F06GErkSsNe64DqHdDPd64HNDFM9IzhQHpxK/fVBGKNfgpGUlPN6wU2qk8gD29kfS/JDOV"
    "/x7HLgJui5FYNJFbhwnNaSh0nIaO4wZuI2oB6ytsE9M90ygcnnIJ1pRG0k+7fPhoQ+lHh/"
    "UppnjeIRuboiNw/7Dx9NtlYjCS/pjn3nUbO3wtNsPXjece/fjwMMavbClcM3gREG65UvlW"
    "lnQO58QsRd2PPvZ0WV+Zontz9/7Nh3/zneVU3vdI+BgkbzS/+fen2zflUBDb4UaCRMrkdT"
    "LNvdFIG5QasZZw5gqAJ4+Fh4L5k/Yi3qAAi8ciHJ42+hFmLgcTEaZlCsQuwxgG7x7bJJSC"
    "uGWrIG5ZE8QtK1US9IclgfBBXEN0z1qREWc1ZMQZ9+IVvtv788eH97JOr42tcPb/MweTKR"
    "5vNeDGYNTTxGVGuOT3xm9wdJr4238Anv+FSw=="
)
