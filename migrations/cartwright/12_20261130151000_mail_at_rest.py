from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 12  # an older program would send mail without its HTML
TOUCHES = ("email_message",)

# HTML is kept compressed, mail can be withdrawn or held back, and an admin's choice of a recipient is remembered.
COLUMNS = """
    "id", "public_id", "message_id", "kind", "subject_type", "subject_id", "order_id", "recipient", "subject",
    "text", "html", "state", "attempts", "maybe_duplicate", "last_error", "created_at", "updated_at", "sent_at" """
STATES = "'queued', 'sending', 'sent', 'recorded', 'undeliverable', 'dead'"
TABLE = """
        CREATE TABLE "email_message_new" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "message_id" VARCHAR(200) NOT NULL UNIQUE,
    "kind" VARCHAR(40) NOT NULL,
    "subject_type" VARCHAR(20) NOT NULL,
    "subject_id" VARCHAR(64) NOT NULL,
    "order_id" INT REFERENCES "orders" ("id"),
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,{more}
    "state" VARCHAR(15) NOT NULL,
    "attempts" INT NOT NULL DEFAULT 0,
    "maybe_duplicate" INT NOT NULL DEFAULT 0,
    "last_error" TEXT NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "sent_at" BIGINT,
    CONSTRAINT "email_message_check_1" CHECK ("state" IN ({states}))
);
        INSERT INTO "email_message_new" ({columns}) SELECT {columns} FROM "email_message";
        DROP TABLE "email_message";
        ALTER TABLE "email_message_new" RENAME TO "email_message";
        CREATE INDEX "idx_email_messa_order_i_ac26f8" ON "email_message" ("order_id");
        CREATE INDEX "idx_email_messa_state_6936b1" ON "email_message" ("state", "id");
        CREATE INDEX "email_message_kind" ON "email_message" ("kind", "id");
        CREATE INDEX "email_message_words" ON "email_message" ("created_at") WHERE "text" <> '';"""
MORE = """
    "packed" BLOB,
    "is_readdressed" INT NOT NULL DEFAULT 0,"""
# A release that knows neither gets the words as HTML, and mail that was not sent as given up.
BEFORE = """
        UPDATE "email_message" SET "html" = '<pre>' || replace(replace("text", '&', '&amp;'), '<', '&lt;') || '</pre>'
    WHERE "packed" IS NOT NULL;
        UPDATE "email_message" SET "state" = 'dead' WHERE "state" IN ('withdrawn', 'held');"""

UPGRADE = {
    "sqlite": TABLE.format(more=MORE, states=f"{STATES}, 'withdrawn', 'held'", columns=COLUMNS),
    "postgres": f"""
        ALTER TABLE "email_message" ADD "packed" BYTEA;
        ALTER TABLE "email_message" ADD "is_readdressed" INT NOT NULL DEFAULT 0;
        ALTER TABLE "email_message" DROP CONSTRAINT "email_message_check_1";
        ALTER TABLE "email_message" ADD CONSTRAINT "email_message_check_1"
    CHECK ("state" IN ({STATES}, 'withdrawn', 'held'));""",
}
DOWNGRADE = {
    "sqlite": BEFORE + TABLE.format(more="", states=STATES, columns=COLUMNS),
    "postgres": f"""{BEFORE}
        ALTER TABLE "email_message" DROP CONSTRAINT "email_message_check_1";
        ALTER TABLE "email_message" ADD CONSTRAINT "email_message_check_1" CHECK ("state" IN ({STATES}));
        ALTER TABLE "email_message" DROP COLUMN "packed";
        ALTER TABLE "email_message" DROP COLUMN "is_readdressed";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2T2zaS/isqfdqr0rk8r569uroqjzPZnaztyTrO7aZcKRZFQiNEFMkQ4Eymcv7vB1"
    "IiCZIARdAERUL9KbHYrZEeQI3up1/w59yxI/oc4cc1ffXWdSNEyPy/Zn/OfXuL2P+IHi9m"
    "czsMyw+TF6m99FIdmxNcEhrZDmUvr2yPIPaSi4gT4ZDiwGev+rHnJS8GDhPE/mPxUuzj32"
    "Nk0eAR0TWK2IMvv7KXse+iPxDJ/hlurBVGnlv60NhN/nb6ukVfwvS1e59+nwomf21pOYEX"
    "b/1COHyh68DPpbGffqVH5KPIpih5exrFycdPPt3+i2bfaPdJC5HdR+R0XLSyY49yX3dpFa"
    "/NLevjw2frp7vPljVXAMgJ/ARc9lF3S/aYfIT/PD+7fHN5c3F9ecNE0o+Zv/Lm6+5PF8Ds"
    "FFN4Pn6ef02f29TeSaQYF6CG8dLDjiXC9t3ajsTglpQqGLMPX8U4Q/TbQJ7/9yr2nQS/2T"
    "ZwkUdeEfYBkfsq/zTklY+erfyf/zPXtSZb+w/LQ/4jXScLcd2wAP/79tO7v7/99Jfz6/9I"
    "/mDAfjW7X9PH/ZPz9FGyRsWaxARFwhWR7nZO4/CWb7Mc2QtT3vQFoOl/FfZ3Jt/P1q5jWR"
    "jNIcAs79bXr9ts19ev5fs1eVbG18M+OlMBOFcAhNsjfK6K8PmwCM8Hsrc68HUwfVGBN5M3"
    "cP+enbfBl0lJ8U2flfGN0GPyoRQQLjSM28FaEA4DQm2PAegqHXUVNQP3cyuwG7CuQ+0EsU"
    "8jNXtRqJgIcRuE5QDXtjLDR20TZwrGmYrLNpv3Ur55L2ubd/+BLbLGYZh8kBrOt0HgIdsX"
    "Qy1Sr6C+ZPq6YM9f0YB8A9K3Dw/vk3feEvK7l75w/7kC+c8fbu+Y0U5XgglhuovYarFIBu"
    "ASe153+DltQF8BfSdCCSaWTQXA40dpgF3W0xVjD2vCd0H2X8/PLy7enL++uL65unzz5urm"
    "dR5t1x81hd23939L8C6tS30B4tDttABlPVgApQVIKNXVhuP/kheWtrN5tiPXqj0JzgOZbP"
    "3R9nxbfcX27ccUzuR7Jx+Yp5tjF9O71BeSEdKFxOIgJ53IWigX1slLf5kHy9+QQ3e7LoFp"
    "90/szn8FznpIzlrVdui1GUdAdmCbzX5RgSIhzat0An6P6shsdW+MdIqPSoiTK5gYPl5dtg"
    "kgry7lIWTyrIawIuNUaBiI8XWbQPJaHkhe1wLJymnYFuWKmoFQ9x+zF56GOtB9JmlHBfN1"
    "G6NxLbcZ1zWTsUSrIBJs5s/oD8kxV2gYwDw1wPn57t+fSxF4BuNfPrz9d4rw9mX/5P3Dx7"
    "9l4hzs794/3FYt9IoiwRkoRztXALCVwY6QTUTHoRztQgPg7gA3+9JE1WSXtQyAXbfF5mrS"
    "Wnt5hQoALAR4RGzR3dbG3nvsb+YSsqgQWBziilAianmZLJQwDua2aaaDaLBBvrW2yVrFDp"
    "S1hipinLB3DFWJPXNAYRyFAVFLdBcqBkZ0Z63KYhqqYmqBc2rzVQDOFQyEVwvNBgnVI5Pz"
    "6I8QM4dWeQHKegbZ59PKp74PHrH/PTNacYSkPT5loYOespeIWyte/ije8gYp1djtxY1z5W"
    "7aHIs38mPxZn8syj1ofqlb+na8iknWuzfvjmDfEfh2TSY5VzEJ0IGPw6UXOBvmV8Q+FXl+"
    "TfDXVGEZDC3zAq9Es1fyo03IcxC5nxBBVOaVlIUOeiXhXtyKcnng8KZ1OgKHBxzeKKxxb1"
    "4e0B9Af4xra5+Wo/GJLc9tzNx2qZfBSRx0MZLFtpaFMLAeRrMe7FMo2w1OCYzGVI0GWjHT"
    "v/6ceI9Ss8HLHDYcO2mL5uIQmkzLpYPQ5MihycreYk/p5Cs0dCVrj4cvDJUaqZ2A0A9Cv7"
    "Fu7aHx990O4BdKw23910bhzuxyh8QK+TaTM85+zIGRj9BTsOkAflkP8J9o3PgTImSHkzBk"
    "zB4vDkWLhBOEOHFa/h/EiZDCGoWz11sck8LDjJ4vONTk+7asZVwnlZ4hoxAxHtd/I4jZWl"
    "X0OSWAHoL1CeE/Itf5Z5J6qEK/OX120GlODhy4fGKKrgZcPjGlPMGxW+ZGFLxoaZjbtaE/"
    "oQizN1X3BYXqwCh1dUvGfzPIlAOevGRblRWpKZrYjqsD8SjwlPZzJj/gfnZiQoPtzuWbYk"
    "/5ln1+y1nb/iOysn0qsOFNU7xlbwGjvBVGeWMWFDKP7EnUZNcEfklvQMQzP2aygO+oauZ6"
    "ZMmLltFQTW84GuVMr7MCtSSm+IHj7lc0dAFGxE+9Y+vzGMiH0ufPF4d4KoeXBKpq4F0LVN"
    "UJUVXEiwX358iXI5M3jqjqq1dmSrzIhMHlP1YNY/lA3oqaARRUA7BapvKGAcFi1KXnI69i"
    "TMEqxC3gNvcz5yMK3NiRT/jYPz7oNIecoN47nDL3fO+UEWrTeDfEKsIOshyULCfT+sI94n"
    "Yr3PQEXvepe92bWMnp3okb6Bj2X9t63IBmVOBqyY5BVKMXXwhsjhTYuIja2BPM72wCPVcB"
    "wNUjSc5brIHeFPlUFCH06ZyyqXjyLT3vipZJ+Pc3ujaPfFo7IkUYNZwtKbL4UywjCbFDY9"
    "Ftcw2BTaFigMkewB9Rr1WAKoUGuwBsH1QpnN4CjI9uvd/a6bdv4lx3MouWxKuFc3EoWZiW"
    "29ZAnmZrqwJuWcmgfrv+ru2yqWItO4USdgWnzfaUGtH34uAQt2rIgAT4txuDETkE9/4T8m"
    "lD3WIhcNAVwCXRo7gBozmxjPYLgmTejK8CMacBJqA+FIyg6Amp4MmrAKBVQL3g2SI0cDYW"
    "XSdTlQNPBVuJ9nAwX00IZicKCEn+qBq+vBrsX0FjGgNJwNAc6ErbK0EToFoToItCD1GR/T"
    "0EOK8JqCugDrx6rwYDaN3TpnU/pe6gTRtmi/Iii8O3UZSFe43lvjAk3WKgYhF8/VqrtS1H"
    "ZkmOGEEB7cCxHrdWbYM9fnkNsin9EcBjYSkMw/X32PYppoI7QKSo8iqAqaSUR6nGJFcwMF"
    "3RfxHPuKdaGuq5QUnKiBYAYpfTjl1+SqjW98h9lM935UUWB+9GSKlbr5AeJnhh/9qwbXMw"
    "iMninNYRTNNvwLAgZhDLM8lyl0m7kMcIIcc5m7Q3SFNTo+CUZ/IG+uTn7apcGopcak1oln"
    "qCu6QDGa3qfnWtDknushKAWrOr0yjDmJBZnUwlxoQwZa53EKmcVbmCeRWZOsbB+4EaP5fJ"
    "G4fuVat616uGetcrQS2xIisBbMS02Yh37H/n0hGeUYtJRE4mBX0w0zqyYIjQlIYIDX+LY5"
    "VSMGDLj+Du0XGhqnk8E5S99bppIXcHubtx9YienrN8T9F23uAwp89bOc0WzkR7ztjt3vxQ"
    "tSG41OBSi0A+HZea+5203O38L8ugU/QUCj2nZ0ygzlNrC4mPqdV5KKFI2ySYoSjR/AUYk2"
    "O9Rs4miOl3kb2S09ElocMu9l7ccnP5ozDUI/AyjPas83XeIMEBKXeuq3oGlgqdtcoQnjVk"
    "CM8EGUKfPKNIaXIypzJgFvbPr7oCkwZQtcxOHjftBMej7uPx3kXbMKDId17+geSTi8pSBw"
    "9IXMhnNrBvJoo4QZgWXyTvDwTUMY/JfCnano+5gokHY6si2rOGKtqzehmtov9hrttxfnXV"
    "quzrqqHs66qK7or9fRSxkNtXGnZYUTMQ7f6zttC/MNgFAVJApfcDTNpt6w3PZeAKjK08As"
    "nkjfj9Dx1+ADt3ZHp03E3zUHaw0Bv+PSSH61wS9e0eLg4Fe+kBTXTEeKFnO+xHvkzta4lU"
    "q7cGcyWJSUVC+dLQ7BW0tbEHY4+gPuHU6xOOX/I7jtO2v/IE3lS13uS8khH+YyV+bEOFXM"
    "uZkOsaEQIZGSnYF60yMhcNGZmLekZmd2AqAJ0rGIiwlp5D23EQIVa3pgGhci+9A6MCXsPl"
    "zpO4VXHAbG6rZK7CMDbH9h3kWSxMJ6ImjQZLXVU0bzv3P2YDmmF6deZIvKQBtb0u5Xt1XW"
    "CnOrNTZI3DkH2sTgtR04WF6LwQnX8O8FvorZA1jqKkoELpMOV0DHRbLtoEPPJwp+YUZhZj"
    "ixhUSnSVQNVAvPt3XHLcbNeNWCijkngT6RoB+tBJuCX2vI5rIFA1YBjO0AsAc4eKquKWZc"
    "WNdcU1MxOhJ4yeO0SjNUUTo1ENd5vucSOYBfNqDmNV06BkA3Q+ndYCQG39kRfARQ52OyxA"
    "WQ8s0JSLW+6Si5TnTRUuO4lFqzIXC+XCGmfhE8SeJ+ffN/U1wLT7fu0KXOw1KAef/QbaY8"
    "qrAKYiFvdFrU8nkzeCVSlHPZdtgp5LecxzWaeyIKWsN6XsIqpYjFJoGMeU6JnQDPPFtdb6"
    "/BYshV5Ck6dW6EAc0jUOXCk6Eqtv8iLGCXl/lxDAGPfTi6LfYx/Nm4LoVGDRLob2Mtnj3I"
    "UN3R9Ddn9AbKyh2QBmIeqAlWxipfBtJ25g7NZ/vXX6XwVsM3kDwdWSb4Uxnv2bAxjjOaIQ"
    "LvEZrc5VqCJtWIypRiQ/2i/bhqRe9nhxKBoJOUGdoUgchQH5xmQexCEQh4wEY76zf7ezFR"
    "w7TsVA367/pAeL2p7wfgxHa4w5HQNB7r8KXb3eH8r8lQBOG5SVMs+ZgnmJJR3hX/aLVx2L"
    "UNUbatDKcAZZxzROexvEPu0Sh1Q1TfIqhm4NpbZa00SuABa7hcWO0ApF4rRpU7cEp2Sc5d"
    "ZjS8gGqcQkufxwpuP1RKIRqA/SXR8EHSXQUXJ6CzAi5vOnfcvzh134KSFAK1KLQzyooHn9"
    "OPcZAfGp4xKjwFVy4jJ542LB/p1kyGrn4N60AfdGDu6NiNPYYkVyuVAxzqHTEn04CR0RYa"
    "Q086GkZADOQ0976FxSANUEvRWERwhZK2YtuiyDQNmgOvGBVyIMCKZqowt5FWBBqoBiYjG/"
    "HT+Jxm4EgYdsX+JO83oVWJdMUReumT84rGG/fXh4XzLst/dVy/3zh9s7dqCmVp4JYSrZwU"
    "CKAClyegswIlIk7T/5GKS/T3mDysf9zKw2DSrZfC1gQYxhQUZa/jU9iLnUVcwwUWsXzjUM"
    "ZEC0dAxTFoWrxOaZvBH4Dh2Ygyd32o7EJ7SKfWlWZf/0oAsRFXLgPkzrbIM7zDQej73fYQ"
    "YunY7GYqgjhTpS032OcqGj+kzobxoGPa7kF0yVMiBKhFpoqIU2oRoB4m/IpJzcAoyIAEkK"
    "R5s66/PnizYlpXp669vSIKOIDo3mRNjSR1itM5lTMe5I7P+y6+RXs0k+gALCvI5xEOuJwi"
    "E80RyegF932m7FXXIn/AdEiJ1+e6FrUZI56F6kt8xbW05cp4/xpYiXs3GikHmBzMvpZl72"
    "PzzFRSlrGZci0DLYg7lyShhn8ga6Jhpu7IiXvyGH7lBSALmqZyDYGm763YOmZjPKWgYC3f"
    "+o3WMQH4dbWabnkvD8v4NDvGez2vP/nJKBG1dPImv3c+9gIQxF+aKVU3HR4FRc1J0KKCod"
    "sKh0TbeCmTRysDN5ALtLa63tCMcp3WLfjl4ksWKuU+16e6G7Hudp9XE2sUUJYjzmDPLb+4"
    "9vP/0iBj2TDwNCH6P0jea3v3y+ewv1Bw0k9VUbjvpKTlFf1RhqStE2FNWIyQvEOBXoka06"
    "dFv7ZYksNw497Ah3rhRXgSbAK2hBjpDtusxiEKXhdnVFALd2EYJNqIWiSJSzknsVZS0DEo"
    "PQG3QCOSyoTRrRAhDkU2X0OSWYkTLR9O2/0HIdBJu3O5dyLkngVqQWh1K4zzt5y+YURtMv"
    "17SlDUvcDmJF5OldF3n4CUUvaoR1RQtauerm2o+3S1FxnhTTQsGkQxKuPZ6WpSiTSrEK51"
    "EoGORq9DcdPWbfnX0Ga6uCaUXLpO3cn2XwybPI0sqj8UIDInHlSFzCfcjJZpNoD03ZwfFF"
    "G9/tPbx5c7iRiy3axhsurzGagONUog1tZaLZ8qqVF5W1jCtJ7L8lBfluGLA/phauVbQgXK"
    "s7Eao1iAbXHvZf6DnOkrhJO73LwBVMiJG7vJm8Eft1aJcX6iu03rEL9RU6ctTK/E1FC6yu"
    "BFh1vqGiZkAcPLQFPh57ZviOhroKqKs4vQUYH992tw/R5818Wy62aMu3IV4D+LZp2Wloy5"
    "5SW3YcKd1+vBc3MEQ8f922F7uxGbvOfj6JR7XKPe9CwwiYh3a7s4tY2m7pTN6ACGeAwawE"
    "MS9ardky1zBiOw8wXSqM0BMOYmKpgy1QNW5fa8F8CnTpvLhsb4qUab43Y59igdfRfI1pVd"
    "cgYmToi0xt7CU3txMsHE/ceI1pVRVW4VtWIY5Etyg3op+pQAKhPnGD0E62paJoDLIDb2gX"
    "kwQM11K/HUGgapzXomXUFzDhwISf3gKMiAn/IVjOJex38mhxiPH+bS/UK8n9JR/p5yI3Dl"
    "F6w9KvFeq7MqB0MftSm1HHDVJLn2fvqjzQFFrj+rU/QLFPiWKHeZwai4vZl4yVeJtcwUB4"
    "+5/AGUY4iDAVlG02UDWFikmOTX9ddcWhrLBvy1oGbt6zVsbhrME6nNXNw/TG9Q4WjvZtKp"
    "qG9TaO+2ga1wuEYutQNLRfvMAWgC/PNHMqA27wP7/q2uJQY29UjX0U+8rESqFjku8xsCnh"
    "5uuo9TYYxZ/3ODryD6tDv0hVzaQN3WMtuE3WSlk0TgO2aj02WaEoYh9fAdCSDkBaS/SKbw"
    "GWZ3klFwADlPPg2Ve7OzJX6ORvjS2s0F8F5SGboC459IoiRHHdo7gISUYlNNZH8WqAflf0"
    "kyQc2mGpYmYqasaRRRpmgiTzlZRZubKWcTBrMek7zLhrL1u3IVQVDcB7aIJoX7Gnssc5FQ"
    "MAr1L8rRj+BoIfCqBGdmISakddFqCsBx5L5zJi7GOy7rAAFUVYgelWoN0lDYNzeRna7vmi"
    "RS2ahXJRvZdjJ38LQzHZ8XdyoiMrJisWqf0KFDpwqHYPQxXjouEjoglnFSeS3JpQDmYCDP"
    "eE0HwOoo0ay11omBcx6qBE4FqGgc+zZJYcizREc9Aakwq8GgQondGHpM6RVwDYbmC7T4Dt"
    "TtNgKqDnCgB2K7BHRDv9M22jkXBO/8x6bJoJp7wV5zgz/tL/KtjjTN64Kx/66gWQM0mYWK"
    "EdCy92vg0C5mf4Ej6P16vgvmSKuqxE/sqwhuL24eF9yVDc3lctwc8fbu/YqZiuBRPCVOJy"
    "7GCzlko9RiUlA2xyZZtfXbbZ51eX8o2ePBPirBpSltTAsZ5o7uVfO+JFNv42p2UOTL0t5O"
    "AcPOY52GNEIj8K1wFRqi3L5E3k9rUMT1Qa3Ryal6vqjYhO3XMBZXegt96cybVDDHAKfCeO"
    "IuQ7Ki32FS3YvaJxcLHvJ3+vPaqcBrReiG5WhlZXbUnpI5bRjQ7qo6WoLIKQesdxVRMWof"
    "MiRIRYyxcqcjoae755NWNM98DYP6GIYLWxnZyKcWRRPxeKjoir+A6FXvCybagU5SQWhzgL"
    "tyx7FN5iDDt2ROxFX1fgyqkLqJs5LXrz+30rksRefF90KjUbC66laTy3ecmNhKEXu/fVfC"
    "W3DzDoUmPHLNSEa+aNPWHxSkOy1DOneGUApvM5iFwlMjlXMHAHa7mai+Kt0iCkXN4kD62/"
    "pgYcJRdgK3dVFlomwXoMNq4TEQfQTzzmwI8sVPhgR5u5LOwoJBYHI49U1tpmwoeij/nfg2"
    "f2KJqxCGO2Uyaztf2EZhGy3Vfzyrq1EIe6jCnUJ6amQ7XVlVMCezNVe/NDsLy1qbOWWZv8"
    "+UFbk3Q+L3PR0fAcp9IrD7eWn9CVKnb6LVUWpNAwMJzUUo8A5R764HXWAUFK+7fQMI5u0k"
    "KGsG8ZCUrq5L1ouYIB+A7d+GcTK1gp5gYzFajX6EaRPAaIQehb9oqKpkU0YV9ThQaUrqtA"
    "7Q1K7g4m9kp0lXZTb1tVFdrbFNrb1O8YPsbVwtPOJzCXOVCaQ5MrGIiwluZBGlBbMJNDnr"
    "HJ5E3im/q7CsT27Qir3QXCqRjjiPQGaIgia4v9WBQJyjuqSkoAahVUP1ALrDN5A8KSAc4s"
    "mAcN84hPcAVGmFC5p2g7P5BUSWUWrRMrFs7ke82ufJnv3z3dlPsBtr9Wci5loZzthOnFR7"
    "Y88rwNv14tfRdexaQzoDfnBSZCH++aBcjHaLxpFpHk8yrgW2gY55hftHLMLxoc84u6Y57k"
    "nbtYj7IeeIWd/XK4iUjvTUQDNsed7IYeV5izK0Sdy2OcvcCiTYCzKmQPFqk++Gi2o9hmQT"
    "RbB3E0C1azgL2adFQl/8/e8dXsfbrZycyO0MwJYp/tpxn2Z8vY2SBKFjMSzOjapukbkJlj"
    "s0doZrsuE4vDeq3rYH9VGKKR0E6TN7ufTdo5Vg3RIA4bZRyWrVxrz3Uvb6Dj2ubQkZ85xz"
    "xyRofrUZwoaHDVeSWsn46PU+FreBXINNXyoZ6Nt0p4choAZ42CiR0HIVcJ0JIOQCoKSpXw"
    "LBQAzNq9UTamylfscErGIDr00LLYV4a90AHUu6GebFwB6PL67lxhQC7rz6+62KyhK7zZhl"
    "VCO5MHsKd3tcuP6d0E/0hiFwm3xUksDpFb+5sOslDoOI2Rxw3cRtRK3VfYJqd7plGZPeUa"
    "tyld7TLt+uyjXe4yOqxPMcXzAbnYlh2Bu4cHT79tLgZXuxzz3LtpY4dv5Gb45uC5x/483Y"
    "/DrVoK345eJIRboVRt/8rmWU/MUjT96BNPl/eVGbq39x/ffvpF7Cxn8mFA6GOUvtH89pfP"
    "d2+roSB26VqBRMrlTTLNvdFIa5QZsZZwFgqAp4iFh46Ek/Yi3qIIy8cL7Z8e9CPsQg4mC0"
    "3LFMhdhjEMsD+2SagEcVetgrirhiDuqlYlwX5YCgjvxQ1E96wVGXHWQEacCS8wE7u9P/z0"
    "8FHV6XWxQ2f/N/MwmeLx1gBuAkYzTVxlhCt+b/IGR6eJv/4/L8tFwA=="
)
