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
    "eJztXW2T27a1/iscfbntjOqx17sbt7fTGa/jtG79ktrObTOeDAcioRUiimAJcJW9ufnvF6"
    "TEd4AiaJIiofMpsXgeSfsAOjjv+HXhoJDvQ3K/4U9eum6IGVv8yfp14aMdFv8je7y0FigI"
    "yg/jFzlaeQkGFQRXjIfI4eLlNfIYFi+5mDkhCTihvnjVjzwvfpE6QpD49/lLkU/+E2Gb03"
    "vMNzgUD778JF4mvot/wSz9Z7C11wR7bulLEzf+7OR1mz8GyWtvfP5dIhh/2sp2qBft/Fw4"
    "eOQb6mfSxE/+pHvs4xBxHL89D6P468ff7viHpn/R4ZvmIoevWMC4eI0ijxf+3JWdv7aw7f"
    "cfPtufXn+27YUGQQ71Y3LFVz0s2X38Ff5w9ez6m+sXz2+vXwiR5Gtmr3zz2+Gjc2IOwISe"
    "958XvyXPEUcHiYTjnNQgWnnEsWXcvtqgUE5uCVThWHz5Kscpo19H8uLP68h3Yv6sHXWxx5"
    "4w8QWx+yT7NuyJj/d29s+/LIZakx36xfawf8838ULcNizA/7z8+OpvLz/+7ur29/EHUvGr"
    "Ofya3h+fXCWP4jXK1yRiOJSuiHK3FxCnt3yb5UhfmPOmzwlN/quxv1P5frZ2nctcaY5BZn"
    "m3Pn3aZrs+farer/GzMr8e8fEzHYIzADDcnuErXYavxmV4MZK+HYJfh/BHHXpTeQP377Or"
    "NvwKKSW/ybMyvyG+j7+UBsM5wrgdPAjDAWUceYJAV+uoq8AM3M+tyG7guk61QyOfh3r6Io"
    "eYSHEbhtUE17ay4EdvE6cA41TFdZvNe63evNe1zXv8wjbbkCCIv0iN5ztKPYx8OdUyeIX1"
    "lcAPRXv2ygDMNzB99+HD2/idd4z9x0teePO5QvkP7+5eC6WdrIQQIvzgsdV8kZTAFfG87v"
    "QX0MC+BvtOiGNObMQlxJN7pYNdxg3lY4+rwg9O9h+vrp4//+bq6fPbFzfX33xz8+Jp5m3X"
    "HzW53Xdv/hrzXVqX+gJEgdtpAco4WACtBYhDquttIf4Xv7BCznaPQteuPaFXVCVbf7S72l"
    "VfQT66T+iM/+74CxfDzZFL+OvEFlIFpHOJ5cmYdCxr40x4yLj0lwVd/Ywdfth1MU2HfxJ3"
    "8RPErMeMWevqjmF1xhmYHVlni18U1QxIFyGdiD+yOjFd3VtEOuFHx8XJACa6jzfXbRzIm2"
    "u1Cxk/qzGsGXHKEQZyfNvGkbxVO5K3NUeychq2ZbkCM5Dq/n323NLQJ7rPJO2kaL5tozRu"
    "1TrjtqYyVnhNQ8lm/ox/URxzOcKAyFMDnZ9f//tzyQNPafzdu5f/ThjePR6fvP3w/q+peI"
    "H2V28/3FU19JpjyRmoZjsDANnaZIcYMdlxqGY7RwDdHegWfzTTVdlllAG0D62xCzVpra28"
    "HAIESwmeULTo9Q4R7y3xtwtFsCgXWJ6KFeFY1PZSWShhHM1sGzgcxOkW+/YGsY2OHiijxi"
    "pinLF1DFWJPceAgigMKNNLdOcQAz26Z63KYhqqYmqOc6LzdQjOAAbSO0iYDRKqZw7O418C"
    "Igxa7QUo4wzSz5eVT31L74n/nVBaUYiVPT5loZOWsheL2+ui/Fms5S3WqrE7ihtnyr1ocy"
    "y+UB+LL47HotqCLi51S9uuCDFJe/dm3THiOxLbrkklZxCTCB35OFx51NkKuyLyuczya6K/"
    "BoVlMLTMC6ySga2S7xFjexq6HzHDXGWVlIVOWiXBUdwOM3mI4c3rdIQYHsTwJqGNe7PyIP"
    "wB4Y9pbe3LMjQ+iuW5i4TZrrQyChInTYx4se1VLgxRD6OjHuJbaOuNAgiUxlyVBl4L1b/5"
    "HFuPSrVRlDmtOA7SNs/EwTWZl0kHrsmZXZM12hFP6+TLEUMla8/HLwyVmqieANcPXL+pbu"
    "2x+ffdDuTnoPG2/lOjeBd6uUNihX2dyplmP+bIzIf4gW47kF/GAf8z9Rs/YcYOPEldxvTx"
    "8pS3yAqC4CfOy/4DPxFSWJMw9nrzYxJ6hNLzJYeaet+WUcZ1Ug0zZBQ8xvPab0FIH4S21e"
    "W/BAOvpRv3DHdgvgCCbQ+BkhnxPyG35QeWeAdSnyV5tjzlsMSHPVz8MUczDy7+mFOO5tzt"
    "ihNyHAdpVjyMAHjAIRFvqm+HS+EQzetqlkz/VpY5O5tZubxuRKoGNLEVegjGQ+pp7edUfs"
    "T97ESM093B5JtjPz/jaL22dYkuo4xTH/3TvBPbxHY2yL/HdqoOJEdl06B61VvAtHqNafVE"
    "+N7C8H2Q9ZE2kV/Cjch4ai7OlnBx5NkMi48WLrpiRG8j8VI8bHmNFTjkw4SNnWZIW7r9Nd"
    "x48cJnw1rlULBmisMz7aZoQxdgQoHYV4gjj96/SqyihSIiWxZangrNOgfxo6nVKka7eGkd"
    "pC26tvYbxK3jm0TYCsS3Zxbb0P1/W1sc8OMLKMQWYtY9pW78X77Blo/3mPEni8py9/7mPc"
    "eNm35nhoWOR9Fu1QDztH5u+J6qL5rJnrf5keWSkAIZeR9DCuSCUiDMiyR34jXEdo7yxiVA"
    "+up/nVO8fcbkFr9WjWP1kP0KzIDYZAOxg0zaDygjctbV9VwFiDHlXBAmmLMhPSGz+fuQup"
    "Gjntp1fHzSaA4KgsPey5ia50ejjHHEo8NgypA42HZwvJwC9aXwqLBb4fZGsLov3ereRlpG"
    "90HcQMOw/36V8zo0kyJ3kKoL8GqG5RccmzM5Ni7miHiSmdxNpGcQIFzfkyxYizXSm/uDSk"
    "BwfTpnSCuWfEvLu4Iyif/+xtFnno9G1VzqRo2nS/KypTnWzQXE4ZHsBtkGxyaHGKCyR7BH"
    "9EuDoCioSS/QkNu6NnQJZNy2fd5q2z5v2LbP69s2oUzXzS5gjGMZOuxNNOCgxA2SB5HD3+"
    "yQusKtJLNsmUawSSYOBTgjb+HhUgHp2uqQWwYZNJWgv4tlEdfs+OPQ6KdhZSBPa1TSURws"
    "uFZtq1DO8fXKYEIGwRv/Afu8oQo3FzhpCpCS6FnMgMmcWEbbBTSeiOjrUFxAgAqoj61lOH"
    "zAOnwWIUBolVCP7m3GqbO1+Sa+94N6Otwq0OPRfDMjmp2QMhZ/qB6/RRjsX0lfuSBJEqE5"
    "0VR+BEFDs14Pv4sDD3OZ/j1FeBEJrGuwDlmiXhUGhHUvO6z7MTEHEW+Yfl8UWZ6+L60s3K"
    "sv90Uw6eYjv3Pn66da5XjZM4srHjCUg4/s6xXWqq2zV1xeg3RKfwHgqUQpDOP1PxHyOeGS"
    "W+qUrBYhwKmiME13mhs3tYK7/5K0ac/+NtRyg5KUCS0A+C6X7bt8ikOtb7F7r56CXxRZnr"
    "y9Kwndern0OM6L+NeWHDIciHO8C/hJfyZ1eWA40kSGI4GFPrQ1eQ5vcprD3HujNNU27Rkt"
    "ICCUWqUzVeJt3Z1U3kBv56pd/VBD+VCtWdXWLx0oYSBXWN2vrt2hfKAMAlJrx9Q8ClxmdE"
    "rNpsZlRpwqJqA3VLoqRp4bUOs6xHVEPtWLfKbyxrF706qS+KahkvhGUqWtGe+BOM+84zyv"
    "xP8ulKN+wxYTy5xUCjqM5nVkwbCxOQ0bG/8G92qExoAtX70xRfeWtzKq0yafFqsDj3GDgs"
    "JeNy1kRSErOq3u28szlt9wvFs0GMzJ81ZGs01S0Z5zoYc3P1XHCSY1mNQyki/HpC78Tlru"
    "9uIvy6BT9BJKaOenTKCCdtDmHJ9wu/PwUhnaJJqh3NP8BZiSYb3BzpZG/NsQrdXh6JLQaR"
    "P7KG67mfxZItQTsDKMtqyzdd5iyQGpNq6rOANLhZ61yhA+a8gQPpNkCH22x6HWhPUCZMQs"
    "7K+/DeWYNJA6yIz1aYed4Hgc+nh84+JdQDn2ncd/YPVMqLLUyQOS5PKpDuw7EsUcGiTFF/"
    "H7QwDqnMdkthRtz8cMYOLB2KqI9llDFe2zehmtpv1hrtlxdXPTquzrpqHs66bK7lp8Pg6F"
    "y+1rjZGswAxku/+sLbSDjHaRiJJQ5T0iszbbeuNzRV2JslV7IKm8Eb//sd0PiM6dOTw67X"
    "EEUHawHNb9+xAfrguF13d4uDzl7CUHNBvCxws85Igf+SrRr6WgWr3TulCSGFcklC8XTl/B"
    "O0Q8GCgF9QmXXp9w/pLfaZy2/ZUnFFVV601eBBlhP1b8xzahkFt1JOS2fp8UZGRGvSXtcG"
    "BqEJ0BDGR4kJ5D5DiYMbtb04AU3EvvwKSIH+AS+FncvjpiNrdVMldjzJ2DfAd7tnDTmaxJ"
    "o0FTV4Hmbef+x2xAM0yvxhyLVpxy5HUp36tjITrVOTrFNiQIxNfqtBA1LCxE54Xo/HOA30"
    "JvhaxRGMYFFVqHaQFjoNnyvI3Do3Z3akZhqjF2WFClFa6SQA3ku3/DJeMNuW4oXBmdxJsM"
    "awTpYyfhVsTzOq6BBGrAMJyxFwDmDuVVxS3LihvrimtqJsQPBO87eKM1oIne6AC3xh55Y0"
    "Q483oGYxVpULIBOp8uawGgtv7MC+Bih7gdFqCMAw3UlX+YVL3od6Sq+LwO27mMg+0851qt"
    "1/GN64umgq2DxLJV1ZaNM+EBL81gWDyPzbmvatOBuzD6VdNwA+CoKaX0N9Ce0yIEOJUlJR"
    "712s5SeSOChGUn/rqND3+tduGv65FZqJAYtkLCxVyztipHGBf4G2bgOIzLH7R07We6kloJ"
    "TZZajgE/pKtbvdY0JNZfZUVMk/Ieb9PS28AQlDPAi35LfLxocqITgWU7H9pLZce5dxJmXZ"
    "yzmQl84wF6Z2C05xC0sm2k5b4dxA303fpvH0j+q8FtKm8guYOUD8BU2v7VAUylnZALF9uM"
    "dueiahkaFmOuHsn36HHXkNRLHy9PeSNBQXBIVyQKA8q+MpkHfgj4IRPhuDio4rCzNQy7As"
    "RA267/pIfw2h7IcapMa44LGANJ7r+pQr99BbpWtAhO+u21Ms8pwLzE0hDuX/qL153yUcWN"
    "NTdoPIU8xHBZtKORz7v4IVWkSVbF2J3OHOn1AGUA0NgtNHaI1ziUp02bmn8KIOM09zC6hG"
    "2xjk+SyY+nOp7OxBuB+qCh64OgQQoapC5vAaYX+fyWCMpwgOJBFc1B0KLksmU81HYroFOx"
    "0cVLyyXr49FvrTDfY+xbNAqt4ztayHctvsFW6m/8F7NWlG6fLCpL/XXvJB+JW3FxHOpCKB"
    "bm27Yj+XLm20J4fJAynQlFZc5N7vC+VKLaNXhO5Q3k93m70bYNk22r5O7Fz12ruyUDGEjv"
    "IN5ViMVh43YJK1aRJmljCCualM6EsOI4R+GaxgpBN0xQRIEO6a5DhNOqzX0BBNTPNT7z6T"
    "hh8d2hPEARm6lILU/FZSSzMs9zfTpEQ4a4M/2sXsuEcvX9JzGh6yAj90Ubcl+oyX0hqznZ"
    "Ec3ivxwCZly7iEbkx6OotEbMlkAG8NxA6yDDZTu3fEC3R28N+yHG9lpoiy7LIAEb1Mc/8k"
    "oElBGud1NKEQJVKlVCCbOF3U4eZFN+KfUw8hXmdBFXoXUlgEPxmtqD4yr2uw8f3pYU+92b"
    "qub+4d3da3GgJlpeCBGu2MFQtAJFK5e3ABMKivzg7xB3NtiNHYOEAGlUpCq2PBUWiVKA7e"
    "SIk7Uq76iPHy2+QVxWR2JtqPizrDUNLeRbSYbb2mPLpZZPubVBD/hPlkcZt/aEbyxkxV79"
    "CsWfIxA+fhDiNApZvbBlvI+F+M604jtQ7TK9apdpVWZMKAY3SBTDj3YrvQ7GHGFA/GLoKC"
    "e0I03AyJ3PZXMj7fOer5o7mHgdvLgSDuJAUBcDdTHzUCBQF2OcDoG6mAsNASUjYt9Trgz+"
    "5ALLdjNk0xsdoRDGmEDJRFtQ5kdxwTWMBCd6E/0zhIF22yBD/Tn+RXKkqcszUnkj+B27Ng"
    "OSeZdtSHxMOl1UVsTx6UkTIszlwHyY19kGeZY55VnApDO8qdj01BXkViYQNxK2G5NVIDZF"
    "RlOEcWHRi734bd5eIuRPYFyhAfkT8L+hmPbyFmBCAZC4d7jp8ovs+bJNV/Ew11+0DYNMwj"
    "s0OiYilj4keqV3BYhxR+JtmxPxVn0g3tYH2wupbfwFNBguYoyjeBgvHNyTgd0TsOsu26x4"
    "vUPEe4cZQ+oGnZLMSfMCx9L2riA+pI3xJfeX0xt/IfMCmZfLzbwcf3iai1JGGZciGOTuHW"
    "HKaXGcyhtomly3ofdaze51jVwWrX7GDj+wpEFyFWcg2f0HUVPS9HRGGWUg0f3fhn2OwMfp"
    "Lpb5mSTF+L9DAnKMZrWP/xdABm7cYRJZh597Bw1hKMvPWxkVzxuMiud1owKKSkcsKt3wne"
    "TaKDXZqTyQ3WW6GnKkN57dER+FjwpfMcNUBx898sOYu3m1cDZFi2LGipwLyu/evH/58Uc5"
    "6al8QBm/D5M3Wtz9+Pn1S6g/aAhS37SJUd+oQ9Q3tQg153gXyGrE1AViBQiMSasadDv0uM"
    "K2GwUecaQ7V8mrBAn0SqbQhRi5rtAYTKaN1THRGhDIrZLrIcZtHIaynJXaqiijDEgMQm/Q"
    "BeSwoDZpQgvA4tsb9RvsMxCMR5lp+vZfeLWhdPvyYFIuFAncitTyVAp3f5C3UQEwmX65pi"
    "1tWOJ2FC2iTu+62CMPOHzUC1hXUNDKVVfXqrl4Sk6VY/FmfUj2N+1A8+QDe+Nr7Q2OeKQT"
    "88gBBpkave1fNxJ/u/gO9k6H0wrKpO3cn2bw2V6madXeeI4AT1zbE1fEPtTBZpPCHgNlB6"
    "fnbXx7tPAWze5GJrZs62+4RcRkHI5L8TYGKxNNl1evvKiMMq4ksf+WFOy7ARUfpueuVVDg"
    "rtWNCN0aRINrD/sv9JxmSdysjd4VdSUTYtQmbypvxH4d2+SF+opB52NDfcUQOWrt+E0FBV"
    "pXQax+vKECM8APHlsDny96ZviOhroKqKu4vAWYXrzt9dFFXzTH2zKxZdt4Gy4iIN42Lz0N"
    "bdlzasuOQkmniXo1juIGuohXT9v2Yjc2Y9ejnw/yUa1qyztHGEHz2GZ3ehFL2y2dyhvg4Y"
    "wwmJVhYUXrNVtmCCO28wjTpYIQPxAaMVufbAnUuH09COdzCJfGU8TIAx6J5d5DptnejHxO"
    "JFZHk+dYxxoUGBnZe18j4olvZTMiHU/ceO9gFQqr8DWrEIVYJzRYhEACoT5xg/FOuqUCNI"
    "bZkTe0S1hMhmvr344ggRpntQwy6gsi4RAJv7wFmFAk/O90tVBEv+NHy1MR75+PQr0Gub9k"
    "I/1c7EYBTm5Y+qkS+q4MKF1aX2oz6gqD1JLn6btqDzSF1rh+9Q+E2OcUYod5nAMWF4s/Mt"
    "KK22QAA+ntfwJnEBIaEi4p22wI1eQQkwyb/rrq8kNZY9+WUQZu3metlMOzBu3wrK4e5jeu"
    "dzR3tG9V0TSst3HcR9O4XggotnZFA/ToUSQhX51pLkBG3OC//jbUFocae6Nq7MPI1w6s5B"
    "iTbI+RVUlhvo5eb4NR8fMeR0f+YnfoF6nCTNrQPdaCI7bRyqIVELBV677JGoeh+PoahJYw"
    "QGkt0Su/BVid5VVcAAxULuje17s7MgN0srem5lYMXwXlYcRwlxx6BQheXHcvLsSKUQmN9V"
    "FFGLDflf04CYcPXOqomQrMuGDRADNB4vlK2lG5Mso4mgdR6QfOCtdetm5DqAIN4HvsANGx"
    "Yk9njxcgBhBeDfG3ivA3BPhrBVDUd6JQKF7nUTehIoEaR3j/Y3Gg4uz8I07DLgtQxoGJ2L"
    "lum/iEbTosQAUIKzDfkr/XcYfmQl33d3i+bFH8Z+NMdNjbyOPPIlC9d/6dHGNU1Xv5IrVf"
    "gRwDh2p3v1/TER3fBZ1xGncm2cQZJb1mkFKYEZt7Gm710go5wjiPcZAYFNyDMfJ5Fg/vE5"
    "6GbPBcYxanCAMHpTP7kEU78wpAegHSCxeQXkjyjjqkZwAguxXZEwo7/TPpW1LEnP6ZNjU1"
    "B5yy3qfzDFVM/quhj1N54+7Y6Kv5Qh1JIswOUCS9SfuOUmFn+Ip4XhFX4X0lgENpieyVcR"
    "XF3YcPb0uK4u5NVRP88O7utTgVk7UQQoQrTI4DbfZKKwdZAhmgkyvb/Oa6zT6/uVZv9PiZ"
    "lGddl7IEA8N6prmXfx0CL6p5w1lY5sSY4VwOzsFznoM9eiTqo3BDmVYxXypvYmx/kGmVWr"
    "OyA/NyVb0FohPzXBKyOzHMwJxRwWNMzMqrvjR2bQUFu1c2fy/y/fjz2rNaQECvi+wqa+gt"
    "HiwpfcYyuslRfbYUlc0w1m/xriJhETovQsiYvXrkMqOjscm+CDNGdY/9A6A0sD10r5+lLQ"
    "OB/278P+CQEb05tQWIccG6floFJhQruhPv5NH778h93E6jCBmVhZanIkerg7j4Gpn8qQjS"
    "4vMGWzvKuPUzXTGLbxC39jjElhthi/gWshInLv5f6gtJ4kccWzS0NjQKlxbyXYHBlkf9ey"
    "zeZI8It+g6kT28F2IW48Tz4jd8sqis/PifLp1HygKU/GoOB/YhDVUdSAo1yZOsSU6XrrUb"
    "cpQ30Atp072mbl6r9a5BVdzIJz7MCh10AKCLA/HONXob5sYc5U3a0v3NOvHEF+HazkEJZh"
    "Kxl5XojO3SKPgY+U2G60GgldEaBXZ4lB22z6w0VF7LpLsUe26w61XPm1Y+t5YYPnUEEflB"
    "I/Iu5khWMK+uZs0RBkRjxq4dZuR/NS9/SxEQcOzmftDQxaHOYMUcYAzlvZnHK3yP9FNHRR"
    "QYx93ba8Qfq586LaKA/Ll6Jq822Nm+Q+F2ofBMcoHlKc/EiUXtXSp7MpT+N7oXj8IkJL2i"
    "dMssFGJr69O9b3FqrQ5x7FhrLi1GDxHqWNYXJoSVfJjlHWDc2scPHfH1LU/suLAeOR/6w6"
    "CAdDpBLLVTlRQb6GYgCiBjTu7RR9BDcPzijpWGeFf2vOWh0jbalSRI49+rJRBxahP5Qq9z"
    "fB9fYXVQ4/KkagsMaPg5aPiwgx8Rghcx4yEVQH/8ygOhwhgVX1UnJFEGmcR+f8OZaCS771"
    "MdxswAI0Yxv/xkThxTOgurOZD5NeOwLrYPtDR5gnr6AaACCJifq51OQiciyuGn6ePTVnpB"
    "8KSN/tJiOHwgDrZoxBlxj8WHyPOsQy9vXIRIAwuxrVgwa78hHrYIt1yKmeVTIemzvSzG0+"
    "cbg7U/B2v/OF5fx+YpQowJ5/RXpxSIP17/LCjB4DToeg4HIV1h/WEYBZQxO/oczOuokRxg"
    "DOU9Xjsor/1oug7doNqP8iH4vFXx0vOG4qXn9eKlsxjsU9yzl2Wuf4sDjz7uGq4rKEicNN"
    "rdsuxZhudMoW1vQhZzXzf8qC1myMRdlsr47ngBmUJffJffT9asLAoXmZ1HU8iy9molIU3X"
    "z18/9HXlmlo/bIks3K0mOpU3sCi6/3syE3Y0yE3lDSR3mOFlnnSCcsPETs+cCcoj9Ezsae"
    "hqTTTLAAbu4JtWDN80MHwjcezITisMkcmbZKH1l7wlIeMdrvbLUSbReo6RUJ2mQQH1Rvgc"
    "zbNaykLLlv6H1qyWuOabrjmOB6Mc8dZGfEycq4jLvdfkIR2SwuQV41po6ayU4w/g6D3BlJ"
    "TJ/F6WECQ59wLM72b12Tn6YFn2Z1lO6YRNTsGmvq2CxOmzNZHt2Ll1ADNxNIrjMMTIbe69"
    "kotDtc0cqm3m0z1lxAE5IX3zd7q6Q9zZqLRN9vykrokvuF5lopPJJFyKYT3YuJogWnnEkW"
    "qHhvBrETSWQl78eR35TsyftaMu9tgTJr4gdp9k34Y98fHezv75l5Eitm1Mviu1yXdVH0mY"
    "/JU6C5IjTLSphxg7DzOEhqPX2VCGtfZvjjAuoTNIukH8laHk5hR1d1MGMIDfsXubELPpWj"
    "OwlEKgYK9bYOmeYkGhb6M1P9wR1577GhTq2ruuAkdbwWXkM7SWNfc1XWFahcItphq3mIYY"
    "MT0DMEcYaKEMcoQKk5lKNEujjU1l+sQEhge5I5ZTjiTdBA117kd5k+JNvdVEOMhHIdFKBR"
    "QhxhgivREa4NA+pIE1KC2DgNQqqT7Vc6xTeQPckhHOLEcc812uyyvjTFKvY+e7iU/YpsMK"
    "VIDgksw8ofKG493iRFIlkVm2TqzYJJXvNbvyZXF892RTxp+W3glQujGgKNT99gAodepX86"
    "jzNsX1amm7FCEmnQG9GS/HH4fWrs4xJlE68rEK+ZhB8zEhZvH31eA3RxhnmA/S1x/nnbto"
    "jzIOrELT61BH2uP9V6GOWFl9sRt6Wm5OcxdILrBs4+DodH98qN2Am951G/csx/8v3vGJ9T"
    "bZ7IfrABwa+fzQ3bGKnC3mLL8MIH4DZjnIj+8KQK4rxKKgXus62qe2uJk36c2GlpPJ/DCX"
    "DX4YXMwLF/POemvDCIlRRkhgP7nGWCdeU4RApqmWD/UQ2WnxWUAAnbUQTOQ4GLtahJYwQK"
    "nMKdXiMwcAmVUy94joX8NdABnD6MhGQRj52rTnGGC9G+vxxpWQrq7vzgAjxrJ+/W2oaNbY"
    "Fd5iw2qxncoD2S3JnlBo63sUMez+I/ZdFLGtgsTyVHArSGTt1BU6T2PkeR23CbVS9+W2NV"
    "xTNovK7DnXuB1/UStJe1NDQ2oRZGA8YpD67CNp2tcWFGEQbptriueTs8E79CkKAhoqx5KX"
    "hU6ehiwRt1lB/iwH4o7ch0i3h7oEMu5ovLq5aaVBbho0yM2p05FFUrelIYAk91pmrUZMmV"
    "X0DrsEqRTD4eFJhbDLxM6iB2DG0PHX/6KNofZCbae9OGkYi4/nxxspqqaEj8JHRUQ+B1X7"
    "Qx/5oW9pZjqgySqIXeFlwZkW7N69ef/y449ybzqVDyjj92HyRou7Hz+/flmNFRGXbzSUbi"
    "YPSlcSedvgVIm1pDMHAJ+yNB20LF20m/EyIJ/pFvsqQyJ7ftKWQAERRkAq2uK20kTY2hO+"
    "sZAVf/TS2iEXW6tH8e8Ah4z61pqGSZEXXcdTDkloBSEVbsBOMle4jzeE6Wcw/awbyZcz/S"
    "xiONRrbCoghjoo5rfpp+IFnfvQrfTWtGuuaequkVzqKI4Fe4OYxApvuCOohDLO47xtE7C+"
    "Vcerb2vhaubQQK9JLAUYuJH7GhoMhvpkaj7wLwERbr72ApRxBh2AI/PfKRn2takwaHaagI"
    "saCV/M58RB8YAvlZ9aElqedFZr4qcdVt8S73loH2IbumeWIwx9Zv3u84fP3//+ifWSC8uf"
    "8cS7jL1MjBzhhzpJF5LEW/3adwNXdVqu6gTcIgP4LZiTGEmrsxvsyQxhoEF53cozum7wjK"
    "4l86qovybhrotVWUHC4drVrEnu8WAcB3oLUIJBGXc37sGnumzL8nvE2BY/qmzK9PFJazIo"
    "CMLVK/OyOCD5AMmH+cVe+sz/u7EjjDztCLkECmHyk2HyAmuyfaxuaqoBjfByxm4lO6rA42"
    "ndlvsyCojvQDwj976dhK/0bO0yDjydbp4O5JiHzTGDJwnZoQtifkI+/Efs0AccPr4Sjs9C"
    "4ciXZJanvPnwKG07qTj49CNvYZOzNIb5j+I3ou85FkEGmhj9e41wvF3o8fZJuD9v/E9xok"
    "fVA5xLnDzaEmeK+FniqE2Zfoz5A/GX8dxVFJfLx3NX19Z+Qy3C4iL6UMCSOgbxzw3y1pZL"
    "fSyrz/+Kd4JzdFrnKNTUjqX2RzZXpqnz+7tULgoDyrRCIQWIgabKELeLIy9+ey2SSyDjBv"
    "FAyMkUyxAKwsEyTyuOcUiczUJVj3x4etIiR7kcRJnmZVWoreMHHDLN6UYFiIFWRo/TjQoX"
    "EASSmsmG+8EDWa2kCewOY16oBsb8/dOH98qiYMW4GJc43Po/yyNsjuZFA7kxGc2p8mpWfF"
    "meGBO/wdknsP72/wepOEg="
)
