from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "order_note" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "author" VARCHAR(254) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_order_note_order_i_bf6a14" ON "order_note" ("order_id");
        CREATE TABLE IF NOT EXISTS "refund" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "reason" VARCHAR(500) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "reference" VARCHAR(120) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "refund_check_1" CHECK ("amount_cents" > 0),
    CONSTRAINT "refund_check_2" CHECK ("state" IN ('refund_pending', 'refunded'))
);
CREATE INDEX IF NOT EXISTS "idx_refund_order_i_ab8f81" ON "refund" ("order_id");
        CREATE TABLE IF NOT EXISTS "shipment" (
    "order_id" INT NOT NULL PRIMARY KEY REFERENCES "orders" ("id"),
    "carrier" VARCHAR(60) NOT NULL DEFAULT '',
    "tracking" VARCHAR(120) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL,
    "created_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "webhook_attempt" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "delivery_id" INT NOT NULL REFERENCES "webhook_delivery" ("id") ON DELETE CASCADE,
    "number" INT NOT NULL,
    "at" BIGINT NOT NULL,
    "status" INT,
    "duration_ms" INT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "error" VARCHAR(300) NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_webhook_att_deliver_85dea8" ON "webhook_attempt" ("delivery_id");
        ALTER TABLE "webhook_endpoint" ADD "rests_until" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "webhook_endpoint" ADD "failing_since" BIGINT;
        ALTER TABLE "webhook_endpoint" ADD "previous_until" BIGINT;
        ALTER TABLE "webhook_endpoint" ADD "failures" INT NOT NULL DEFAULT 0;
        ALTER TABLE "webhook_endpoint" ADD "disabled_reason" VARCHAR(200) NOT NULL DEFAULT '';
        CREATE INDEX "idx_audit_entry_object__ec873f" ON "audit_entry" ("object_type", "object_id");
        CREATE UNIQUE INDEX "category_name_whatever_case" ON "category" (lower("name"));""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "order_note" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "author" VARCHAR(254) NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_order_note_order_i_bf6a14" ON "order_note" ("order_id");
        CREATE TABLE IF NOT EXISTS "refund" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "reason" VARCHAR(500) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "reference" VARCHAR(120) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "refund_check_1" CHECK ("amount_cents" > 0),
    CONSTRAINT "refund_check_2" CHECK ("state" IN ('refund_pending', 'refunded'))
);
CREATE INDEX IF NOT EXISTS "idx_refund_order_i_ab8f81" ON "refund" ("order_id");
        CREATE TABLE IF NOT EXISTS "shipment" (
    "order_id" INT NOT NULL PRIMARY KEY REFERENCES "orders" ("id"),
    "carrier" VARCHAR(60) NOT NULL DEFAULT '',
    "tracking" VARCHAR(120) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL,
    "created_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "webhook_attempt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "delivery_id" INT NOT NULL REFERENCES "webhook_delivery" ("id") ON DELETE CASCADE,
    "number" INT NOT NULL,
    "at" BIGINT NOT NULL,
    "status" INT,
    "duration_ms" INT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "error" VARCHAR(300) NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_webhook_att_deliver_85dea8" ON "webhook_attempt" ("delivery_id");
        ALTER TABLE "webhook_endpoint" ADD "previous_until" BIGINT;
        ALTER TABLE "webhook_endpoint" ADD "rests_until" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "webhook_endpoint" ADD "failures" INT NOT NULL DEFAULT 0;
        ALTER TABLE "webhook_endpoint" ADD "failing_since" BIGINT;
        ALTER TABLE "webhook_endpoint" ADD "disabled_reason" VARCHAR(200) NOT NULL DEFAULT '';
        CREATE INDEX IF NOT EXISTS "idx_audit_entry_object__ec873f" ON "audit_entry" ("object_type", "object_id");
        CREATE UNIQUE INDEX "category_name_whatever_case" ON "category" (lower("name"));""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX IF EXISTS "category_name_whatever_case";
        DROP INDEX IF EXISTS "idx_audit_entry_object__ec873f";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "rests_until";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "failing_since";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "previous_until";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "failures";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "disabled_reason";
        DROP TABLE IF EXISTS "refund";
        DROP TABLE IF EXISTS "order_note";
        DROP TABLE IF EXISTS "shipment";
        DROP TABLE IF EXISTS "webhook_attempt";""",
    "postgres": """
        DROP INDEX IF EXISTS "category_name_whatever_case";
        DROP INDEX IF EXISTS "idx_audit_entry_object__ec873f";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "previous_until";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "rests_until";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "failures";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "failing_since";
        ALTER TABLE "webhook_endpoint" DROP COLUMN "disabled_reason";
        DROP TABLE IF EXISTS "order_note";
        DROP TABLE IF EXISTS "webhook_attempt";
        DROP TABLE IF EXISTS "refund";
        DROP TABLE IF EXISTS "shipment";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW1znEYS/iuu/ZSr2kvpbWXl6uqqLJ8up5xtJbZySZXKRbEwq8VigTCDZFXO//0GWG"
    "CAGZZBDAuz/Snx0i2hZ2Z7up9+mT9nlhmSp9C5X5Pv39h2iDCe/e3VnzPP3CD6P7zH81cz"
    "MwjKD+MPibl0Ex2TEVxiEpoWoR+vTBcj+pGNsBU6AXF8j37qRa4bf+hbVNDx7ouPIs/5I0"
    "IG8e8RWaOQPrj7TD92PBt9RTj7Z/BgrBzk2qWXduz4dyefG+Q5SD679si/EsH4ty0Ny3ej"
    "jVcIB89k7Xu5tOMlf9I98lBoEhT/eBJG8evHb7f9Q7O/KH3TQiR9RUbHRiszcgnz5y6N4r"
    "OZYXy4uTU+Xd0axkwCIMv3YnDpq6ZLdh+/wl9Pjs9en12cnp9dUJHkNfNPXn9Lf3UBTKqY"
    "wPPhdvYteW4SM5VIMC5ADaKl61gGD9u3azPkg1tSqmBMX76KcYboy0Ce/X0VeVaM36uNby"
    "MXf5+/xvceejLyf/1jpmotNuZXw0XePVnHC3DeAPx/33x8++83H787Of9L/At9+m1Jv0Uf"
    "tk9Okkfx2hRrEWEUcldCuMsZjd1bvc0yZB9MebMXgCb/ldjXmXw/W7qOZWEshwCzvFuPjt"
    "ps16Mj8X6Nn5XxdR0PHcsAnCsAwu0RPpFF+GRYhGcD2VsV+FoOeZaBN5PXcP8en7TBl0oJ"
    "8U2elfEN0X38UhIIFxra7WAlCAc+JqZLAbSljrqKmob7uRXYDVjXobb8yCOhnL0oVHSEuA"
    "3CYoBrW5niI7eJMwXtTMVZm817Jt68Z7XNu31hA6+dIIhfpIbzpe+7yPT4UPPUK6gvqb4q"
    "2PNPFCDfgPTlzc27+CdvMP7DTT64vq1A/uv7yytqtJOVoEIOSSO2WiySAbh0XLc7/Iw2oC"
    "+BvhWiGBPDJBzgnXthgF3WUxVjD2vC0yD7h5OT09PXJ0en5xeLs9evFxdHebRdf9QUdl9e"
    "/xjjXVqX+gJEgd1pAcp6sABSCxBTqasHhveLP1ia1sOTGdpG7Yl/4otk6482J5vqJ6Zn3i"
    "dwxn93/MIszRzZDrlKfCEREV1IzHdy0bGsgXJhlXz03cxffkEWSXddDFP6T8eefQauekiu"
    "WtZ2qLUZe0B2YJtNv1G+JCHNqnQCfovqyGx1b4x0go9MiJMr6Bg+Ls7aBJCLM3EIGT+rIS"
    "zJOBUaGmJ83iaQPBcHkue1QLJyGrZFuaKmIdT9x+yFpyEPdJ/J2VHBfN7GaJyLbcZ5zWQs"
    "0coPOZv5Fn0VHHOFhgbMUwOct1e/35Yi8AzG796/+T1BePO8ffLu5sOPmTgD+9t3N5dVC7"
    "0iiHMGitHOFQBsabBDZGLecShGu9AAuDvATf9oLGuyy1oawK7aYjO1aK29vEIFAOYCPCK2"
    "6CNa0cVa3/oPyJsJ+KKSzHwXYxSm0gbJxaGGcTD/TTEvlKypsTbxWsYglLWGqmKcsJu8Mj"
    "eOK5X9LjRUmdz94QvlnyO1E5D0Gw2BjL4GDj11pRegrKfR1h466Yq7ZFzxy7b+OBn8gZEP"
    "0SN1L+TBL+sB/hPNdn+ikWaKEzd0yR7Pd0UtmBGEeGVafgjEK3uOV8Cf7tmfTuChRs/jHG"
    "rifVvW0o57U9OWApHLfv03jKitlUWfUQLoIWicEP4jcp1/xYmHyvWbk2c7neb4wIExBVN0"
    "NWBMwRR4arQxHVdmHXIF7YIWJRWM459aMGXXOjAxfvLpSSUbf9cUNaytU4J46LtS+zmTH3"
    "A/WxEm/iZ1LgboA2/VBt7QBV6DeEPf37DWpnePjGyfcrznpg5D0Y+ANkOJNkOHhh/07H/k"
    "7PdG8Et6AyKenZyTBTwlRR+pw88t+hf63TW94QL241G74MBBjYYIgZbZw2ZC3tL1uffFDb"
    "P58/kuRsRiJYEUGXjXAilyAKQIdiPOTA/xMmTy2lEiF22CmwtxcHNRC27Gz4dMGFz2tWoY"
    "i5uEKmoaUE9DdwoFPnb4qAvPRVZlOLfuaNSnI8Qr4C6n7vDPoW9HiV/L9Zazxzud5YARVD"
    "tXJnPLt84YJiaJ0ga10LGQYaF4OanWHfOI2a0wfQa87UP1th8iKWc7FdfQIey/anK/gcyo"
    "wFWSDYNoRi2+ENDsK6BhnBYpB7yiCB5454xBxaFs6QBWtHTCv7fgsnDAW5+LhTc/nC0pks"
    "hTrGIIHItEvEFMDf51oaKByR7geJRPlUOSvMEuAOkESfLDW4DxsX7XGzP565uov1Rm3pL/"
    "M5xcHDLm03LbGji8bG1lwC0radRY1NspGJhEspSaQAW1hNNmulIdt1txcIhb9QNAHvblxm"
    "BEDsG194g80lA2VwjsdAWckuhe3IDRnFha+wV+PFjDk4GY0QATUJ9+hFH4iGTwZFUA0Cqg"
    "rv9kYOJbDwZZx2NMfVcGW4H2cDAvJgSzFfoYcy9oa8SXVYP9y+mLoiBxGJodTVFbJehBk+"
    "tBs1HgIsKzv7sAZzUBdQnUgVfv1WAArXvYtO7HxB00ScMQRVZkvnv8e1m411jujiJpF5Pj"
    "iuDrc63ksxyZxTliBHWcA8d6zFq1DfbY5dXIpvRHAI+FpdAM1z8i0yMO4QzdF6LKqgCmgl"
    "IeqRqTXEHDdEX/RTzjHt+nqecGJSkjWgCIXQ47dvkUU63vkH0vHmTJisx3DoFPqFu3kB4m"
    "eKH/eqDbZmcQI30PetN3QLMgZhDLM8lyl0m7kPsIIcd5rUdvkCamRsIpz+Q19MlP2lW5NB"
    "S51HqiDPkEd0kHMlrV/WobHZLcZSUAtWZXp1GGMSGzOplKjAlhSl1vn3N/eUM9ZqagX0Wm"
    "kvnXvhw/l8lrh+6iVb3roqHedcGpJZZkJYCNmDYb8Zb+70w4QTJsMRDHyqSgD2ZaRxbMsp"
    "nCLJvhr6mrUgkabPURXK44LlQVTwmCcrdeNy3k7CBnN67e0MNzkq8J2swaHOXkeStn2XAy"
    "0Z4zdekP31VlCK40uNI8kPV3pZnvR8tdzn6jNDo9D6Gwc3pGBOo6lbaMeA4xOg8h5GnrBD"
    "MUIeq/ACNyqK9ttAl8gjzr+T9IPIqhLLXTuXYKeeMBKZjKcDfDlh8k2aT454NnvU/POl+K"
    "1oX6mYKGRUHHraqCjhvKgo7rdUHb71DrmivE8z50QPdksWiVx1405LEXVXRX9PejkPoUnt"
    "T0poqahmj3T0dDQeZgE4+FgAoHHk/abesNz6Vvc4yteCB9Jq/F978BKSWz6CH82HP8N+4u"
    "QMinzNWGfzfx4ToTRH3pw/muYC85oLGKGC9wTYt+yZeJfbXWyHrwI2LwAr47ttYiTrWUL+"
    "PKPkEb03FhjgMkXg418bL/GqZxnLL95V1YE9V6c7NKWviNlbixDQVyLmZAzmsESMn4SyBd"
    "1dMQ7NNWxeenDcXnp/Xi8/SglAA6V9AQYSXNE6ZlIYyNblWQXOVeiiFHBbyCSxMncT3UcG"
    "R171NlLNOzkGvQ8Bzzqk4bLHVVUb/t3H+/MFT39urM4WhJfGK6XeoS6rrASnVmpfDaCQL6"
    "Wp0WoqYLC9F5ITp/HeC70FuFThSGcSGF1GHK6Gjotpy2CXjE4U7NKcwsxgZRqKRoKo6qhn"
    "j377jkuJm2HdJQRibhxtPVAvShk2/Qv5+HQa04lFisIRSqsyghenTQU4dgqKaoYzCk4I6w"
    "LW7YobGknL9S1dSI64aK4sNagHG3SB7AAtjIcuwOC1DWAws05ZqKq/hCwllTYUUqMW9VXW"
    "GgXFjhTFmM6PP4/HtROT1Mje3XrsAFGYNSwNl3oD2mrApgyiMRn+XaQzJ5LYL6ctRz1ibo"
    "ORPHPGd1JgUymmozmjYikrUQhYZ2TImaSYcwp1NpqckXf8n1Epo8tUIH4pCuceBK0pFYvc"
    "iLGCfk/Q3zhXGohxdFv3M8NGsKohOBebsY2s1k93OnJDQdDNl0ALGxglp3mDGkAlb8EEmF"
    "b6m4hrFb/+W+yX8lsM3kNQRXSb4VxmP1bw5gPNaIQrjYZzQ6F0HytGExphqR/Gw+bxqSet"
    "nj+a5oJGAEVYYiURj4+IXJPIhDIA4ZCcZsQ3m6syUcO0ZFQ9+u/6QHjdoene30h9YYMzoa"
    "gtx/EbR8uTlUmUsBnPTHSmWeMwX9Eksqwr/sGy/blV/VG2q+x3AGWcUQSHPjRx7pEodUNX"
    "XyKobuTCSmXNNErgAWu4XFDtEKhfy0aVO3BKOkneVWY0vwA5KJSXJ5uAu5Xu0N9UFq64Og"
    "owQ6Sg5vAUbEfCalFh/i7s+mWowP2/bQNrUYWSspXFU7MRZuckzn9CBmvLSIYiJXGZtr6B"
    "huqCiOJegr51QTTx/I5LXAd+iJA+DJHbYj8RGtIq98Ftef7nQhwkIO3IdpnW0wJXoKU6LB"
    "lVNROwupEkiV6O5rlLl8+bFHL5p3dHDE6BQaJ6cdHUK6D9J9GqT7IO6GDMrhLcCIiI9Pay"
    "doKh7Pn893kR+YldwL/TGK6FBrLoQufejIFd8yKtodif1fJxR/ax7iF5BAmNXRDmI1UTiE"
    "J4rDE/DrDtutuIpv3XqPMDaTv57rWpRkdroXyT1exoYRV+lj3BXxcjYxAzIukHE5vIzL9g"
    "snuRhlLe1SA0p6VqgLJ4VxJq+hS6JgGGW0/IIskqIkAXJVT0OwFdyhsgVNzmaUtTQEuv8p"
    "MvsgPHZP85ueK8Ly/pYTOFsWqz3vzyhpuHHVJLDSr3sHC6EpykquS4Yi0gGLSNdkw2m3Eo"
    "OdyQPYHcCGBDjLki7akKQLMUe6qFGkhKBNwCtSahhsW6hAN2bVs9iYz0tk2FHgOhZ35wpx"
    "5WgCvLV5aCYmBgpDHq8vtsBlLQ2SJ9A3cQA8P9RvjGgBMI37pNFnlDQaqX9YKa7f0HLt+w"
    "9vUq9nJkhyVaTmu9JcT6m8YTIKo+klghvU+rUi4hSYjVznEYXPcuReRQvaXerm2os2S14B"
    "kxDTQkGnQxJuP5mWpdh9rZrY1xDdqjZlV6O/IUkR/dvpOxgbGUwrWjpt5/4sg4efeJZWHI"
    "0XGhCJS0fiAu5DzIfqRHsoyqSML9r459bDmzWHG7nYvG28YbMaowk4DiXaUFZKly2vXClG"
    "WUu78q3+y/aRZwc+/WVy4VpFC8I1uKF50KK4cZYPTdrpXfo2Z4qG2OXN5LXYr1ACsM8SgN"
    "6v2oASABU5amn+pqIFVlcArDzfUFHTIA4e2gLvjz3TfEdDXQXUVRzeAoyPb7vahuizZr4t"
    "F5u35dsQqwF827TsNLSuTqF1NQqlLj/ZimsYGp4cte1XbWxYrbOej/wxlmKPu9DQAuah3e"
    "3scoq2WzqT1yCyGWBoJUbUe5ZrSMs1tNjOA0zeCUL06PgRNuTB5qhqt6+VYD4FmjSesOQ8"
    "ooFQVnAr8XZvRh7hXbnWFDHWdTUiRAaO2lem49K3MrDDHd3atAw1VViFl6xCFCIZSpBVgc"
    "RBfSoBJp1sS0VRG2QH3tC2g2MwbEN+cjxHVTuvRck4JGDAgQE/vAUYEQP+k7+cCVjv+NF8"
    "F9P9ZSvUK7l9l489s5EdBSi5feZzhfKuDG+cv7qrzfFihk3JDXeEFrh+7Q1Q6VOg0mE2oc"
    "LiYfpHRlL8TK6gIbz9TyMMQscPHcIpy2ygZAoVnRyY/rrmisNXYt+WtTTcvMetjMNxg3U4"
    "rpuH6Y0uHSzs7NtUNA0ubRzn0TS6FIjD1iFnYD67vskBX5xRZlQG3OB/flO1xaGGXqsa+j"
    "DypAmUQkcn32NgU8LMz5HrXdCKJ+9xeuFXo0M/SFVNpw3dY623iddS2TJGA7ZqPTZZoTCk"
    "ry8BaEkHIK0ldPk3oYqzuYJLUAHKmf/kyd2flyt08rfGFlaor3ZykYlRl1x5RRGiuO5RXI"
    "gEoxAa66BYNUC/K/pxsg2lWMqYmYqadmSRgpkf8fwkaVaurKUdzEpMeooZc/Vf63aDqqIG"
    "eA9NEEEdzv4HPoZdFqCsBwdq52pWx3NotC2/ABVFWIHpFkJdxX1rM3E1VPp83qIkykC5qN"
    "r7a+PflfrSUOM02hqnYpHar0ChA4dq9yhJ0m0f3mGfcNJrIrmXCaUIJkDATgjNJz98kCNh"
    "Cw0NIsgBIna4FWDg8wxY732vANCBQAceAB2Y5AlkQM8VAOxWYI+I+Pgl6TMQsB6/ZE0IzZ"
    "RH3quwnyFnyX8l7HEmr93M+76KpcVchoONwIww4tEZvk/9DE/AKLF6FdyXVFGVlcg/GdZQ"
    "XN7cvCsZisvrqiX49f3lFT0Vk7WgQg4RuBwpbMZSqgmjpKSBTa5s88VZm32+OBNv9PgZF2"
    "fZoKakBo71RNn/39LQXzT/MycGdoz9LOTgHNznOdhjRCI+Ctc+liq+yeR1ZJeVTJGTml0b"
    "6Jct6Y0KTdxzTqX0juZjfUZ4DjHJxvesKAyRZ8n0IFe0YPfy5mJFnhf/vvaoMhpQm867Wh"
    "Z6AZWlRfdYyDU6qPeTJElu0kFIviWzqgmL0HkRQoyN5TPhOR2NTbGsmjame2DsH1GIHbn5"
    "hYyKdmRRPzcqjoireINCx1rPBFzF9ul8F1dhFnJwMcm0XGMxJTGVr/5wod5i0YopXjQwxY"
    "ta3Qv9YkkgvBXXEN3jVoH0cUMgfcwNpAm3re2nTzcfhFE04be02Y5FXv3vlevgKfpuDeDG"
    "YDRnoqtJ5xgcH5P7MPkpyQ/Yeyb62/8Bplg0Hw=="
)
