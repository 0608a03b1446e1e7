from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10
TOUCHES = ("stock_ledger",)

# An order that another card is tried for holds its stock again: each attempt has movements of its own. On the way back
# the movements of later attempts stay, so that the sums hold, but no longer name their order.
COLUMNS = """"id", "product_id", "order_id", "kind", "d_on_hand", "d_reserved", "on_hand", "reserved", "actor", "note",
    "at\""""
KEPT = """"id", "product_id", CASE WHEN "attempt" = 1 THEN "order_id" END, "kind", "d_on_hand", "d_reserved", "on_hand",
    "reserved", "actor", "note", "at\""""
LEDGER = """(
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "product_id" INT NOT NULL REFERENCES "product" ("id"),
    "order_id" INT REFERENCES "orders" ("id"),
    %(attempt)s"kind" VARCHAR(20) NOT NULL,
    "d_on_hand" INT NOT NULL DEFAULT 0,
    "d_reserved" INT NOT NULL DEFAULT 0,
    "on_hand" INT NOT NULL,
    "reserved" INT NOT NULL,
    "actor" VARCHAR(254) NOT NULL DEFAULT '',
    "note" VARCHAR(500) NOT NULL DEFAULT '',
    "at" BIGINT NOT NULL,
    %(unique)s,
    CONSTRAINT "stock_ledger_check_1" CHECK ("kind" IN ('initial', 'restock', 'adjust', 'hold', 'release', 'ship', 'return')),
    CONSTRAINT "stock_ledger_check_2" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand")
)"""
NOW_UNIQUE = """CONSTRAINT "uid_stock_ledge_order_i_891523" UNIQUE ("order_id", "product_id", "kind", "attempt")"""
ONCE_UNIQUE = """CONSTRAINT "uid_stock_ledge_order_i_4d9b60" UNIQUE ("order_id", "product_id", "kind")"""
SAFEGUARDS = """
        CREATE INDEX "idx_stock_ledge_product_987200" ON "stock_ledger" ("product_id", "id");
        CREATE TRIGGER "stock_ledger_append_only_update" BEFORE UPDATE ON "stock_ledger" BEGIN SELECT RAISE(ABORT, 'stock_ledger is append-only'); END;
        CREATE TRIGGER "stock_ledger_append_only_delete" BEFORE DELETE ON "stock_ledger" BEGIN SELECT RAISE(ABORT, 'stock_ledger is append-only'); END;"""
ATTEMPT = {"attempt": '"attempt" INT NOT NULL DEFAULT 1,\n    ', "unique": NOW_UNIQUE}

UPGRADE = {
    "sqlite": f"""
        CREATE TABLE "stock_ledger_new" {LEDGER % ATTEMPT};
        INSERT INTO "stock_ledger_new" ({COLUMNS}) SELECT {COLUMNS} FROM "stock_ledger";
        DROP TABLE "stock_ledger";
        ALTER TABLE "stock_ledger_new" RENAME TO "stock_ledger";{SAFEGUARDS}
        ALTER TABLE "orders" ADD "retried_at" BIGINT;
        ALTER TABLE "orders" ADD "attempt" INT NOT NULL DEFAULT 1;""",
    "postgres": f"""
        ALTER TABLE "stock_ledger" DROP CONSTRAINT "uid_stock_ledge_order_i_4d9b60";
        ALTER TABLE "stock_ledger" ADD "attempt" INT NOT NULL DEFAULT 1;
        ALTER TABLE "stock_ledger" ADD {NOW_UNIQUE};
        ALTER TABLE "orders" ADD "retried_at" BIGINT;
        ALTER TABLE "orders" ADD "attempt" INT NOT NULL DEFAULT 1;""",
}
DOWNGRADE = {
    "sqlite": f"""
        CREATE TABLE "stock_ledger_old" {LEDGER % {"attempt": "", "unique": ONCE_UNIQUE}};
        INSERT INTO "stock_ledger_old" ({COLUMNS}) SELECT {KEPT} FROM "stock_ledger";
        DROP TABLE "stock_ledger";
        ALTER TABLE "stock_ledger_old" RENAME TO "stock_ledger";{SAFEGUARDS}
        ALTER TABLE "orders" DROP COLUMN "retried_at";
        ALTER TABLE "orders" DROP COLUMN "attempt";""",
    "postgres": f"""
        ALTER TABLE "stock_ledger" DISABLE TRIGGER "stock_ledger_append_only";
        UPDATE "stock_ledger" SET "order_id" = NULL WHERE "attempt" > 1;
        ALTER TABLE "stock_ledger" ENABLE TRIGGER "stock_ledger_append_only";
        ALTER TABLE "stock_ledger" DROP CONSTRAINT "uid_stock_ledge_order_i_891523";
        ALTER TABLE "stock_ledger" DROP COLUMN "attempt";
        ALTER TABLE "stock_ledger" ADD {ONCE_UNIQUE};
        ALTER TABLE "orders" DROP COLUMN "retried_at";
        ALTER TABLE "orders" DROP COLUMN "attempt";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv6b31tatSmd6dns2Sc9mMnd3KzVFYZDbGmNgEHRP19z89x"
    "VgQIAEiCAM8vk0E3OO7X4kH53znBf9sbTMIHwO8OM2fPXWtgNEyPJ/Fn8sXXOP6P/wHq8W"
    "S9P3yw/jF0Nz7SQ6JiO4JmFgWiF9eWM6BNGXbESsAPsh9lz6qhs5TvyiZ1FB7D4WL0Uu/i"
    "1CRug9onCLAvrgyy/0Zeza6HdEsn/6O2ODkWOXvjS2489OXjfCFz957d4Nv08E409bG5bn"
    "RHu3EPZfwq3n5tLYTf6kR+SiwAxR/PZhEMVfP/52hz80+4vSb1qIpF+R0bHRxoyckPlz10"
    "bx2tIwPj58Nn66+2wYSwmALM+NwaVfNV2yx/gr/Pf52eWby5uL68sbKpJ8zfyVN1/Tjy6A"
    "SRUTeD5+Xn5NnpuhmUokGBeg+tHawZbBw/bd1gz44JaUKhjTL1/FOEP020Be/mUTuVaM32"
    "Lv2cghrwj9gsh+lX8b8spFz0b+z/9dqlqTvfm74SD3MdzGC3HdsAD/9/bTu7+9/fSn8+v/"
    "ij/Qo7+a9Nf08fDkPHkUr1GxJhFBAXdFhLud0Wjf8l2WI3thzpu+ADT5r8T+zuSH2dp1LA"
    "ujOQaY5d36+nWX7fr6tXi/xs/K+DrYRWcyAOcKgHB3hM9lET4fF+HlSPZWBb4WDl9k4M3k"
    "Ndy/Z+dd8KVSQnyTZ2V8A/QYfykJhAsN7XawEoR9j4SmQwG0pY66ipqG+7kT2A1Y16G2vM"
    "gNAzl7UajoCHEXhMUA17YyxUduE2cK2pmKyy6b91K8eS9rm/fwhQ2yxb4ff5Eazree5yDT"
    "5UPNU6+gvqb6qmDPX1GAfAPStw8P7+N33hPym5O8cP+5AvnPH27vqNFOVoIK4TCN2GqxSA"
    "bgGjtOf/gZbUBfAn0rQDEmhhlygMePwgC7rKcqxh7XhKdB9p/Pzy8u3py/vri+ubp88+bq"
    "5nUebdcfNYXdt/d/jfEurUt9ASLf7rUAZT1YAKkFiCnVzY7h/+IX1qa1ezYD26g98c49kW"
    "z90f58X33FdM3HBM74746/MEs3RzYO7xJfSERIFxKrVk46ljVQLqySl/6y9Na/IitMd10M"
    "U/pPbC9/Ac56TM5a1naotRlHQHZkm01/UZ4kIc2q9AL+gOrEbPVgjHSCj0yIkyvoGD5eXX"
    "YJIK8uxSFk/KyGsCTjVGhoiPF1l0DyWhxIXtcCycpp2BXlipqGUA8fsxeehjzQQyZpJwXz"
    "dRejcS22Gdc1k7FGGy/gbObP6HfBMVdoaMA8NcD5+e5fn0sReAbjnz68/VeC8P7l8OT9w8"
    "e/ZuIM7O/eP9xWLfQmRJwzUIx2rgBgS4MdIJPwjkMx2oUGwN0DbvpHE1mTXdbSAHbVFpup"
    "Sevs5RUqADAX4AmxRXd7EzvvsbtbCsiiQmDVxhWhWNRwMlkoYRzNbVNMB4XeDrnG1iRbGT"
    "tQ1hqriHHG3jFUJQ7MAflR4HtELtFdqGgY0Z11KotpqIqpBc6JzZcBOFfQEF4lNBskVI9M"
    "zqPffUwdWukFKOtpZJ9PK5/63nvE7vfUaEUBEvb4lIVaPWUnFjc2rPxRvOUdkqqxO4hr58"
    "rddDkWb8TH4s3hWBR70OxSd/TtWBWdrPdg3h3BrsXx7ZpMcq6iE6AjH4drx7N21K+I3JDn"
    "+TXBX1OFZdC0zAu8EsVeyY8mIc9eYH9CBIUir6Qs1OqV+AdxI8jlgcOb1+kIHB5weJOwxo"
    "N5eUB/AP0xra19Wo7GJ7o8txF124VeBiPR6mLEi22sC2FgPbRmPei3kLYbjBIYjbkaDbSh"
    "pn/7OfYehWaDlWk3HKm0EebiEJrMy6WD0OTIocnG3GNH6uQrNFQla4+HLwyVmqidgNAPQr"
    "+pbu2x8XftHuAXSuNt/dda4U7tco/ECvk2kzPNfsyRkQ/Qk7frAX5ZD/Cfadz4EyIkxYkb"
    "MmaPV23RImEEIU6cl/8HcSKksCbh7A0WxyTwUKPncg418b4ta2nXSaVmyChEjMf13wiitl"
    "YWfUYJoIdgfUb4T8h1/pkkHirXb06etTrN8YEDl0/M0dWAyyfmlCc4dsvchIIXJQ1zaRv6"
    "EwowfVN5X5CrDoxSX7dk+jeDzDngyUu2ZVmRmqKO7bgqEA88R2o/Z/Ij7mcrIqG3T12+Of"
    "aU7+n3N6yt6T4iI9unHBveNMVb9BYwyltilDemQSH1yJ54TXZN4Jf0RkQ882NmC3hKVVPX"
    "I0tedIyGanrj0Shnap0VqCXRxQ+cdr+ipgswIX7qHV2fR088lD5/vmrjqSxWEqiqkXctUF"
    "UnRFURJ+LcnyNejkxeO6JqqF6ZOfEiMwaX/Vo1jMUDeStqGlBQDcAqmcrrewTzUReej6yK"
    "NgWrELeA2zzMnI/AsyNLPOHj8LjVafYZQbV3OGXu+cEpI6EZRukQqwBbyLBQvJxU6wvziN"
    "mtcNMTeN2n7nXvIimnOxXX0DEcvrb1uAHNpMBVkh2DqEYtvhDYHCmwsVFoYoczv7MJ9FwF"
    "AJePJBlvsQZ6U+RTUYTQp3fKpuLJd/S8K1o64T/c6No88unsiBRh1Hi2pMjiz7GMxMdWGP"
    "Fum2sIbAoVDUz2CP6IfK0CVCk02AVg+6BK4fQWYHp06/3eTP76Js41lVl1JF4NnItDycK8"
    "3LYG8jRbWxlwy0oa9dsNd22XGUrWsodQwi7htJmOVCP6QRwc4k4NGZAA/3ZjMCGH4N59Qm"
    "7YULdYCLS6ArgkehQ3YDInltZ+gRfPm3FlIGY0wATUh4IRFDwhGTxZFQC0CqjjPRsk9Kyd"
    "EW7jqcqeI4OtQHs8mK9mBLMVeITEHyqHL6sG+5fTmEZB4jA0LV1pByVoApRrArSR76CQZ3"
    "/bAGc1AXUJ1IFXH9RgAK172rTup8QdNMOG2aKsyKr9Noqy8KCx3BeKpF0MVCyCr19qtbbl"
    "yCzOESMooB051mPWqmuwxy6vRjZlOAJ4KiyFZrj+FpluiEPOHSBCVFkVwFRQyiNVY5IraJ"
    "iuGL6IZ9pTLTX13KAkZUILALHLaccuP8VU63tkP4rnu7Iiq9a7ERLq1imkxwle6L92OM1w"
    "mGGI9n7YGs9kIU/nYKbp56BZPDOKEZpl5cusvcljRJPTHFM6GKSZtemOKKMBVGoVzsyIdw"
    "13MnkNo53zbvVDDeVDtfY+Q750oKQDucLqfrWNHuUDZSUAtXZMzaPAZUan1GxqXGaEKQ1q"
    "vEDmrMoV9Kt1VTFo3/XkmM9MXjt0rzpVEl81VBJfcaq0Jfke4HnmzfO8o/+7FA5HDTrMeL"
    "IyKegwmteRBeOZ5jSeafz7MasMjQZbfgK3uk4LVcWDr6CgcNBNC1lRyIpOq/v29Jzl+xDt"
    "lw0Oc/K8k9Ns4Ex04Fxo+uZtdZzgUoNLzQP5dFxq5nfScbezvyyNTtFTKKGdnzGBClqlzT"
    "kuDo3e4x552jrBDOWe+i/AlBzrLbJ2XhR+F5gbMR1dEmp3sQ/ihp3LH4WhnoCXobVnna/z"
    "DnEOSLFzXdXTsFTorFOG8KwhQ3jGyRC65BkFUjOpGZURs7B/fFUVmDSAqmQq9bRpJzgeVR"
    "+P9zba+16IXOvl70g8E6os1XpA4kI+s4FDM1HE8vyk+CJ+fyCgjnlM5kvR9XzMFXQ8GDsV"
    "0Z41VNGe1ctoJf0Pfd2O86urTmVfVw1lX1dVdDf081FAQ25XaoxkRU1DtIfP2kI7yGhXLw"
    "gBFd68MGu3bTA8157NMbbiCCST1+L3P3b4AezckenRaY8jgLKDldrw7yE+XJeCqC99uGoL"
    "9pIDmqiI8XzHtOiPfJ3Y1xKpVu+0ZkoS44qE8nWs2Stob2IHBkpBfcKp1yccv+R3GqftcO"
    "UJrKnqvMlZJS38x0r82IUKuRYzIdc1IgQyMkKwLzplZC4aMjIX9YxMemBKAJ0raIiwkp5D"
    "07IQIUa/pgGu8iC9A5MCXsG12bO4r3LEbG6nZK7EmDvLdC3kGDRMJ7wmjQZLXVXUbzsPP2"
    "YDmmEGdeZItA690HT6lO/VdYGd6s1OkS32ffq1ei1ETRcWovdC9P45wG9hsELWKAjiggqp"
    "w5TR0dBtuegS8IjDnZpTmFmMPaJQSdFVHFUN8R7ecclxM207oKGMTOKNp6sF6GMn4dbYcX"
    "quAUdVg2E4Yy8AzB0qqoo7lhU31hXXzEyAnjB67hGN1hR1jEYV3Bp7wI1gGszLOYxVTY2S"
    "DdD5dFoLALX1R14AG1nY7rEAZT2wQH3xh0nVy2FHqtLP67Gdy3qwnedcq3UX37i+bCrYSi"
    "VWnaq2DJQLK7w0gyD6PHbnvqlNB+7CGNZMww2Ao6aUst9Ad0xZFcCUl5R4kWs7y+S1IAnL"
    "Qfxllxj+UhzCX9aZWaiQUFshYaNQsraq0NCO+FMzcBzG5SstXfvVW3O9hCZPrdCBOKRvWL"
    "2RdCQ23+RFTBPyAW/TktvAQMppEEW/xy5aNgXRicCqWwztZLLj3DsJsy6O2cwEsbGC3hkY"
    "7akCVrKLpMK3VFzD2G349oHkvxLYZvIagqukfACm0g5vDmAq7YRCuNhnNHoXVfO0YTHmGp"
    "H8aL7sG5J62eNVWzTiM4IqQ5Eo8D3yjck8iEMgDpkIxuyginRnSzh2jIqGvt3wSQ8atT3h"
    "w1SZzhgzOhqCPHxThXz7CnStSAGc9NtLZZ4zBf0SSyrCv+wXLzvlo6o31tyg8QyyiuGy5t"
    "6L3LBPHFLV1MmrGLvTOTTleoByBbDYHSx2gDYo4KdNm5p/GCXtLLcaW0J2SCYmyeXHMx2v"
    "ZxKNQH2Q6vogaJCCBqnTW4AJMZ8/HTr4P6Thp4AArUit2nhQziyG41zPBcSniju5PFvKic"
    "vktYsFh3eSIaudg3vTBdwbMbg3PE5jjyXJ5UJFO4dOSfRhxXREgJHUCJOSkgY4jz28pHdJ"
    "AVQTDFYQHiBkbKi16LMMHGWN6sRHXgnfIziUm8TJqgALUgUUE4P67fiJN0XG8xxkugJ3mt"
    "WrwLqmiqpwzfzBcQ377cPD+5Jhv72vWu6fP9ze0QM1sfJUCIeCHQykCJAip7cAEyJFkv6T"
    "j17y+xQ3qHw8jIDr0qCSjYsDFkQbFmSi5V/zg5hJXUUUE7l24VxDQwZEScdwSKNwmdg8k9"
    "cC37EDc/DkTtuR+IQ2kSvMqhyetroQQSEH7sO8zja4kk/h8Tj4lXzg0qloLIY6Uqgj1d3n"
    "KBc6yo84/6bZ5tNKfsFUKQ2iRKiFhlpoHaoRIP6GTMrJLcCECJC4cLSpsz5/vupSUqqmt7"
    "4rDTKJ6FBrToQufYDlOpMZFe2OxOHvbo9/Nbv4C0ggzOpoB7GaKBzCE8XhCfh1p+1W3O1N"
    "7HxAhJjJX891LUoyre4FiqWNPSOu0sf4UsTL2ThRyLxA5uV0My+HH57kopS1tEsRKBnsQV"
    "05KYwzeQ1dEwU3dkTrX5EVpihJgFzV0xBsBRdXH0CTsxllLQ2BHn7U7jGIj/ZWlvm5JCz/"
    "b2EfH9is7vw/o6ThxlWTyEp/7j0shKYoX3RyKi4anIqLulMBRaUjFpVuwz1nJo0Y7EwewO"
    "4BNiTCWbb0qgtZeiXmSq9qVGl62TCnWElcqcSoQLNm1bPYmy9rZNiR72CLu3OFuHI0Ad7a"
    "0HiThAYKAh6/L7bAZS0NkijQR3ECfD/UcUxoAQiN+6TRZ5RgnsRMU13/ROut5+3epl7PUp"
    "Dsqkit2tJdz6m8YTIKk+ktgmvmh7Ui4lSYjRz8hIIXOXKvogVtL3Vz7Ub7Na+QSYhpoaDT"
    "IQlXxM7LUrTfPS/2NURXz8/Z1RhuknRE/3b6HYy9DKYVLZ2283CWwSXPPEsrjsYLDYjEpS"
    "NxAfch5kN1oj0UZVKmF218d/Dwls3hRi626hpv2KzGZAKOU4k2lJXUZcsrV4pR1tKufGv4"
    "8n3k2r5HP0wuXKtoQbhWdyJk67U0rtMavihumuVDs3Z6157NmaYhdnkzeS32K5QAHLMEYP"
    "D7SKEEQEWOWpq/qWiB1RUAK883VNQ0iIPHtsDHY88039FQVwF1Fae3ANPj2+4OIfqymW/L"
    "xVZd+TbEagDfNi87DS2sc2phjQKpm2IP4hqGiOevu/atNjau1tnPJ/5YS7HnXWhoAfPYbn"
    "d2aUXXLZ3JaxDhjDDEkiDqRcs1puUaWmznESbx+AF6wl5EDHmwOara7WslmM+BLl0WF5PN"
    "kTLN92bkhrz76ZuvfKzqakSMjH3po4md+JZrgrmjXBuvfKyqwip8yypEAe/G2Ub0MxVIIN"
    "SnE5Cwl22pKGqD7Mgb2sYkBsM25CfJc1S181qUjEUCJhyY8NNbgAkx4T9466WA/Y4frdoY"
    "718PQoOS3F/y8Wc2siMfJbfR/FKhvivDHFeLL7V5XszQqeR59q7Swx+hNW5Y+wMU+5wodp"
    "hdqLC4mP6RkRRvkytoCO/w0wr9AHsBDjllmw1UTaGik2MzXFddcShL7Nuyloab96yTcThr"
    "sA5ndfMwv9Gmo4WjQ5uKpsGmjeM+mkabAqHYORT1zRfHMzngizPNjMqIG/yPr6q2ONTYa1"
    "VjH0SuNLFS6Ojke4xsSpj5OnK9DVrx5wNON/zd6NEvUlXTaUMPWAtukq1UFo3RgK1aj002"
    "KAjo15cAtKQDkNYSvfwbU8VZXsFlqQDl0nt25e7ZyxV6+VtTCyvUV0E5yCSoTw69oghRXP"
    "8oLkCCUQmN9VGsGqDfF/04CYdSLGXMTEVNO7JIwUyQeL6SNCtX1tIOZiUmPcWMuSKwcxtC"
    "VVEDvMcmiA4VezJ7nFHRAPAqxd+J4W8g+KEAamInJgnNoM8ClPXAY+ldRoxdTLY9FqCiCC"
    "sw3wq0u7hhcCkuQ0ufrzrUohkoF1V7kXD8WRiKyY6/k2MdUTFZsUjdV6DQgUO1fxgqGReN"
    "HxHNOKs4k+TWjHIwM2C4Z4Tmsxfs5FjuQkO/iFEFJQLXMox8nsWz5GikwZuD1phUYNUgQO"
    "mNPiR1jrwCwHYD230CbHeSBpMBPVcAsDuBPSHa6R9JG42Ac/pH1mPTTDjlrTjHmfGX/FfC"
    "Hmfy2l35MFQvgJhJwsTwzYggHpnkedTPcAV8HqtXwX1NFVVZifyVcQ3F7cPD+5KhuL2vWo"
    "KfP9ze0VMxWQsqhEOBy5HCZqyleoxKShrY5Mo2v7rsss+vLsUbPX7GxVk2pCypgWM909zL"
    "P1PiRTT+NqdlWqbeFnJwDh7zHBwwIhEfhVuPSNWWZfI6cvtKhidKjW729ctVDUZEJ+45h7"
    "Jr6a3XZ3LtGAOcPNeKggC5lkyLfUULdi9vHFzkuvHndUeV0YDWC97NytDqqiwpfcQyuslB"
    "fbQUlUEQku84rmrCIvRehIAQY/0S8pyOxp5vVk0b0z0y9k8oIFhubCejoh1ZNMyFohPiKr"
    "5DvuO97BsqRRmJVRtnYZdlj8JbTGHHToi9GOoKXDF1AXUzp0Vvfn9oRRLYi++LTqVmY8G0"
    "NE3nNi+xkdD0Yvehmq/E9gEGXSrsmIWacMW8scMtXmlIljr6FK+MwHQ+e4EtRSbnChruYC"
    "VXc4V4LzUIKZfXyUMbrqkBB/EF2NJdlYWWTrAeg43rRcQB9DOPOfAjDRU+mMFuKQo7ColV"
    "a+SRyBr7TLgt+lj+zXumj4IFjTAWqTJZbM0ntAiQab9aVtatgzjUZcyhPjExHbKtrowS2J"
    "u52psfvPWtGVpbkbXJn7famrjzeZ2LTobnOJVeebi1/ISuVDGTv1JmQQoNDcNJJfUIUO6h"
    "Dl5r6xEktX8LDe3oJiVkCP0rA05JnbgXLVfQAN+xG/9MYngbydxgpgL1Gv0okkcPUQhdw9"
    "yEvGkRTdjXVKEBpe8qhOYOxXcHE3PDu0q7qbetqgrtbRLtbfJ3DB/jauF55xOoy+xJzaHJ"
    "FTREWEnzYOiFJmcmhzhjk8nrxDcNdxWI6ZoBlrsLhFHRxhEZDFAfBcYeuxEvEhR3VJWUAN"
    "QqqK4nF1hn8hqEJSOcWTAPGuYRn+AKTDChch+i/bIlqZLIrDonVgycyQ+aXfmyPLx7sikP"
    "A2x/qeRcykI52wnTi49secR5G3a9OvourIpOZ8BgzgtMhD7eNQuQj1F40ywi8feVwLfQ0M"
    "4xv+jkmF80OOYXdcc8zjv3sR5lPfAKe/vlcBOR2puIRmyOO9kNPa0wJy1EXYpjnIPAqkuA"
    "sylkW4tUH1y0SCm2hRcstl4ULLzNwqOvxh1V8f/Td3y1eJ9sdrIwA7SwvMil+2mB3cU6sn"
    "YoJKsF8Rbh1gyTNyALy6SP0MK0bSoW+fVa19E+lRuiEd9MkjfpzybpHKuGaBCHTTIOy1au"
    "s+d6kNfQce1y6IjPnGMeOZPD9ShOFDS4qrwS1k3Gx8nwNawKZJpq+VDHxHspPBkNgLNGwU"
    "SWhZAtBWhJByDlBaVSeBYKAGbt3igTh9JX7DBK2iA69tCyyJWGvdAB1PuhHm9cDuji+u5c"
    "YUQu64+vqtissSu86YaVQjuTB7Dnd7XLj8ndBH+PYxcBt8VIrNrIrcNNB1kodJzGyOMGbh"
    "NqpR4qbBPTPfOozJ5zjducrnaZd3320S53mRzWp5ji+YBsbIqOwPRh6+m3z8Xgapdjnns3"
    "XezwjdgM37See/Tjw8M43KqlcM3gRUC4FUrV9q9snvXMLEXTjz72dFlfmaJ7e//x7ad/85"
    "3lTN73SPgYJG+0vP3357u31VAQ2+FWgkTK5XUyzYPRSFuUGbGOcBYKgCePhYeOhJP2It6i"
    "AIvHCx2etvoRZiEHk4XmZQrELsMUBtgf2yRUgrirTkHcVUMQd1WrkqA/LAmED+IaonvWiY"
    "w4ayAjzrgXmPHd3h9+evgo6/Ta2AoX/79wMJnj8dYAbgxGM01cZYQrfm/8Bkenib/+B6Vq"
    "rCw="
)
