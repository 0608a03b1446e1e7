from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "login_failures" (
    "key" VARCHAR(80) NOT NULL PRIMARY KEY,
    "failures" INT NOT NULL CHECK ("failures" >= 0),
    "since" BIGINT NOT NULL,
    "blocked_until" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_login_failu_updated_fcc13d" ON "login_failures" ("updated_at");
        CREATE TABLE IF NOT EXISTS "password_reset" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_password_re_user_id_389026" ON "password_reset" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_password_re_expires_6edb74" ON "password_reset" ("expires_at");
        CREATE TABLE IF NOT EXISTS "rate_bucket" (
    "key" VARCHAR(80) NOT NULL PRIMARY KEY,
    "full_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_rate_bucket_full_at_43f199" ON "rate_bucket" ("full_at");
CREATE UNIQUE INDEX "address_default_shipping" ON "address" ("user_id") WHERE "default_shipping";
CREATE UNIQUE INDEX "address_default_billing" ON "address" ("user_id") WHERE "default_billing";""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "login_failures" (
    "key" VARCHAR(80) NOT NULL PRIMARY KEY,
    "failures" INT NOT NULL CHECK ("failures" >= 0),
    "since" BIGINT NOT NULL,
    "blocked_until" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_login_failu_updated_fcc13d" ON "login_failures" ("updated_at");
        CREATE TABLE IF NOT EXISTS "password_reset" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_password_re_user_id_389026" ON "password_reset" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_password_re_expires_6edb74" ON "password_reset" ("expires_at");
        CREATE TABLE IF NOT EXISTS "rate_bucket" (
    "key" VARCHAR(80) NOT NULL PRIMARY KEY,
    "full_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_rate_bucket_full_at_43f199" ON "rate_bucket" ("full_at");
CREATE UNIQUE INDEX "address_default_shipping" ON "address" ("user_id") WHERE "default_shipping";
CREATE UNIQUE INDEX "address_default_billing" ON "address" ("user_id") WHERE "default_billing";""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX IF EXISTS "address_default_billing";
        DROP INDEX IF EXISTS "address_default_shipping";
        DROP TABLE IF EXISTS "rate_bucket";
        DROP TABLE IF EXISTS "login_failures";
        DROP TABLE IF EXISTS "password_reset";""",
    "postgres": """
        DROP INDEX IF EXISTS "address_default_billing";
        DROP INDEX IF EXISTS "address_default_shipping";
        DROP TABLE IF EXISTS "rate_bucket";
        DROP TABLE IF EXISTS "password_reset";
        DROP TABLE IF EXISTS "login_failures";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2TmzgS/ispf9qr8m3Fnpfkrq6uKpOb3Zu9JLObzN5u1dQWhUEes8bAIjGTqb389x"
    "NgQICEEUEY5P40CfRj40ei1d3qbv05s8yQPIXOw4Z8+8a2Q4Tx7O8v/px55g7Rf/Buz1/M"
    "zCAo34wvEnPlJhiTEVxhEpoWoZfXposRvWQjbIVOQBzfo1e9yHXji75FBR3vobgUec4fET"
    "KI/4DIBoX0xv1v9LLj2egzwtl/g62xdpBrlx7asePvTq4b5DlIrt145LtEMP62lWH5brTz"
    "CuHgmWx8L5d2vOQnPSAPhSZB8ceTMIofP366/Q/NflH6pIVI+ogMxkZrM3IJ83NXRnFtZh"
    "gfbu+MT9d3hjGTIMjyvZhc+qjpkD3Ej/DX5eL81fnrs8vz11Qkecz8yqsv6VcXxKTAhJ4P"
    "d7MvyX2TmKlEwnFBahCtXMcyeNy+3Zghn9wSqMIxffgqxxmjX0fy7B/ryLNi/l7sfBu5+N"
    "v8Mb710JOR/++fM1VjsTM/Gy7yHsgmHoDLBuL/++bj23+/+fjN8vIv8Rf69G1J36IP+zvL"
    "5FY8NsVYRBiF3JEQznIGcXiqtxmG7MKUJ3tBaPJXYl5n8v1M6TqXhbIcgszybH35ss10ff"
    "lSPF/je2V+XcdDCxmCcwAw3J7hpSzDy2EZng2kb1XwaznkWYbeTF7D+btYtuGXSgn5Te6V"
    "+Q3RQ/xQEgwXCO1msBKGAx8T06UE2lJLXQWm4XxuRXYD13WqLT/ySCinLwqIjhS3YVhMcG"
    "0qU37kJnEG0E5VnLeZvOfiyXtem7z7BzbwxgmC+EFqPF/5votMj081D15hfUXxqmjPryhg"
    "voHpq9vbd/En7zD+w00u3NxVKP/5/dU1VdrJSFAhh6QeW80XyQhcOa7bnX4GDexLsG+FKO"
    "bEMAmHeOdB6GCXcap87GFVeOpk/225PDt7tXx5dvn64vzVq4vXL3Nvu36rye2+uvk+5rs0"
    "LvUBiAK70wCUcTAAUgMQh1LXWybuF19Ymdb2yQxto3bHX/oi2fqt3XJXvWJ65kNCZ/y74w"
    "dmw8yR7ZDrxBYSBaILifnBWHQsa6BcGOLRA09eZfFoWf2gVi8cgdmB9TJ9a3zJoDML6UT8"
    "ntWR6ePeos4JPzJuTA7Q0UW8OG/jJF6ci93E+F6NYcmoUoHQkOPLNs7ipdhZvKw5i/7qd2"
    "SRlCQJliswDanu3y/fcya3AVsCaUjzZRulcSnWGZc1lbFCaz/kTOY79FmwzBUIDaJLDXTe"
    "Xf96V/KyMxq/ef/m14Th3fP+zrvbD99n4gztb9/dXlU19JogzhooZjsHANnSZIfIxLzlUM"
    "x2gQC6O9BNfzSWVdlllAa0q9bYTL5ZayuvgADBXIJHFBF65z843nem40YhEmYnloXmh+JC"
    "bixurFn5o4SGtkhql3AvPlQm3WBm3Os21vJrsbX8em8ti8NF7FC3DF+wEJ3iyb3FL7DjWR"
    "xLuSkKl0N0InTgSNzK9a0tso3II44rR38NCsOg6UaVngHpEVklP5oYP/mh/RFhRERWSVno"
    "oFUS7MWNMJeHDatprY5iC4T4W+QZGxNvZCy+Mko7w69/bxBqI3q28iAj5siGBvocOHRBkB"
    "6AMk6jqX1ahsZHOjxXETXbhVYGI3HQxIgH21gVwhD10DrqQZ9CWm8wIFAaU1UaaE1V/+Yu"
    "th6FaoOVOaw4UmmD5OLgmkzLpAPX5MiuydrcOa7UylcgVG1THY9fKIsfqZ4A1w9cv7FO7a"
    "Fj/LhLgB9/3dQfZ9bzwMyH6NHfdiC/jAP+J+q/fEIYpzxxXZfs9vyQ14IZQfBXpmWHgL8C"
    "WymjMDp6s6cTeqjS8ziLmnjellHa5SuqadcDnstx7TeMqK6VZZ8BAfXgNE6I/xGZzj/jxE"
    "Ll2s3JvYNGc7zgQPvWKZoa0L51CnFqtDN5ibviccgB2jktSqq+x9/NdcqmdZ6kKut/14Aa"
    "1iMrYTz0Xan5nMkPOJ+tCBN/lxoX6lletGqP2dAds0bxjj6/YW1M7wEZ2TzlWM9NnddEHw"
    "Ht1yTarznU/aBr/yOvrKiJ/BJuQMazlXOyhKdB0Udq8HMbpQjt7hpuOId9MWoTHGJQowmE"
    "jLtCS9MBGFEk5C0dnwdf3Egwvz8/FBGxWEkIigw8ayEocgJBEexGnF7H4mHI5LULifRVFT"
    "CleMiEyWUfq8axuLFSBaZB6KmBWCXdlQIfO3zWhesiCxnOrHs56tUR/BUwl/fNCkLfjixx"
    "L4P97YPGcsAIqrSV73OzfG+MYWKSKG3XEzoWMiwUDydF3TO3mNn6G1jbYG3zSD4Ba3sbSR"
    "nbqbiGBmH/WZPHdWRGRa6S3TDwZtTyCw7NsRwaxmiRMsArQLDAO+8YVAzKlgZgBaUT//31"
    "iswN8NbrYmHND6dLik3kKWYxBI5FIl7z+gb7uoBooLIHWB7lt8phk7xBL0DQCTbJT28Axh"
    "f1u9mZya9vCv2lMvOW8T/DycVhx3xaZltDDC8bWxlyyyCNCot6WwUDk0imUhPIoJYw2kxX"
    "quJ2Lw4Gcat6ANiH/XplMCKD4MZ7RB5pSJsrBA6aAk5J9ChmwGhWLK3tAj9urOHJUMwgQA"
    "XUux9hFD4iGT5ZCBBaJdT1nwxMfGtrkE3cxtR3ZbgVoIej+WJCNFuhj3H8pXL8sjCYv5y6"
    "KEoSJ0JzoChqD4IaNLkaNBsFLiI8/XuIcBYJrEuwDnH1XhUGhHVPO6z7MTEHTdLQRJEVmR"
    "9u/14W7tWXu6dM2kXnuML5+q2W8ln2zOI9YgR5nAP7esxYtXX22OHVSKf0FwAeS5RCM17/"
    "iEyPOITTdF/IKgsBTgWpPFI5JjlAw+2K/pN4xt2+T1PLDVJSRjQA4Luctu/yKQ61vkP2g7"
    "iRJSsyP9gEPgnduoX0MM4L/d+WTpuDTkzm57T2YJreAc2cmEE0zyTTXSZtQh7DhRznsR69"
    "UZqoGgmjPJPX0CZftstyaUhyqdVEGfIb3CUM7GhV52t6yL3kJncZBKTW9Oo00jAmpFYnk4"
    "kxIU6p6e2HMmtVDtAvI1NJ/2tfLj6XyWvH7kWrfNeLhnzXC04usWRUAqIR045GvKX/nAk7"
    "SIYtGuJYmRTUwUxryYJeNlPoZTP8MXXVUIIGU30EhyuOi1XFXYIg3a3XSQt7drBnN67a0N"
    "Mzkm8I2s0aDOXkfitj2XAy0Z536tIPP5RlCKY0mNI8kvU3pZn3o+UsZ98ojVbPU0jsnJ4S"
    "gbxOpSUjnkOMzk0IeWidaIYkRP0HYEQG9Y2NdoFPkGc9/weJWzGUpQ4a104hb2yRgq4M9z"
    "Ns+UGymxR/PljWx7Ss86FonaifATRMClq0ygpaNKQFLep5Qft3qHXOFeJZHzqwu7y4aLWP"
    "fdGwj31RZXdNvx+F1KbwpLo3VWAast1/OBoSMgfreCwkVNjweNJmW298rnybo2zFDekzeS"
    "3e/wamlPSiB/fjyP7fuKsAYT9lrtb9u40X15nA60tvzg85e8kCjVX4eIFrWvQlXyX61dog"
    "a+tHxOA5fPdsrkW81VI+jCu7gnam40IfB9h4OdWNl+PnMI1jle1v34VVUa0nNwvSwm6s+I"
    "1tQiCX4gjIZS0AUlL+EkxXcRqSfdYq+fysIfn8rJ58ni6UEkTnAA0ZVlI8YVoWwtjolgXJ"
    "BfeSDDkq4hUcmjiJ46GGC1b33lXGMj0LuQZ1zzEv67RBU1eB+k3n/uuFIbu3V2MORyviE9"
    "PtkpdQx0JUqnNUCm+cIKCP1WkgalgYiM4D0fl1gHehtwydKAzjRAqpxZTBaGi2nLVxeMTu"
    "Ts0ozDTGDlGqpMJUHKiGfPdvuOS8mbYdUldGZsONh9WC9KE336B+P3eDWsVQYrEGV6geRQ"
    "nRo4OeOjhDNaCOzpCCM8L2vGGH+pJy9koVqVGsGzKKT2sAxl0ieQIDYCPLsTsMQBkHGmjK"
    "ORXX8YGEs6bEilRi3iq7wkC5sMKeshjR+/H691Xp9NA1tl+9AgdkDBoCzt6B9pyyEOCUF0"
    "R8lisPyeS1cOrLXs95G6fnXOzznNcjKbCjqXZH00ZEMheiQGgXKVHT6RD6dCpNNfndX3Gt"
    "hCZLrcCAH9LVD1xLGhLrr7Iixkl5f818oR3q6XnR7xwPzZqc6ERg3s6HdjPZ45wpCUUHQx"
    "YdgG+sINcdegypoBVvIyn3LRXX0HfrP903+SvBbSavIblK9luhPVb/6gDaY43IhYttRqNz"
    "EiQPDYMxVY/kR/N517Cpl92eH/JGAkZQpSsShYGPv3IzD/wQ8ENGwjFbUJ7ObAnDjoFoaN"
    "v1v+lBvbZHZ9/9oTXHDEZDkvtPgpZPN4cscymCk/pYqZ3nDKDfxpIK9y9742Wr8qu4ofp7"
    "DKeQVTSBNHd+5JEufkgVqZNVMXRlIjHliiZyAGjsFho7RGsU8rdNm6olGJB2mluNLsFbJO"
    "OT5PJwFnI92xvyg9TmB0FFCVSUnN4AjCjyeR03d3qPMDaTX88Nf5Zk5odioEm7KGPHiKs8"
    "s/a+sMKyxAyIgEL7x9Nr/7h/4SQHo4zSzllXEhrZ0l8mw3Emr6GXqKDmIVr9jixiyBaWVH"
    "Eakq2gVceeNDmdUUZpSPSpnI0xPVOEjSZZTuAguWNdSiANJ66SEpP9695BQ2jKspKuvAR9"
    "5lAs7pSUyWvB79DdkTZkx4nqicnO5IHsDmTDtgob8W9zxtlCfMTZonbCmUkI2gW8bcOG+q"
    "kCAkH/qmWxM59XyLCjwHUs7swV8spBAr21tFsTEwOFIa8sWKyByygN9laG1sKw0QIbLac9"
    "AJj6fdLsMyCNKrdPa4vrF7Ta+P72X8h1HlEoPAi7KjY/tNH1lALoKDEIlXtdsLk15OZWNr"
    "xywdEySrsNlf6Pf0KeHfj0y+SioxUU1B5Da65Bt6nGGdCfdOkPHM4MQbnjqIf+a6wgKKci"
    "aiTqhygu0i6jQOsKiDU9/MQrCDwQjytgEJCT1sB2RKmhz2jsZGZ0BQUzGg4pGEW4ByKdEG"
    "+rBNKu9y76rDnelovN28bbEIuAeNu09DQkk08hmTwKpare9uIauobLdseHLZuOD1tyjg9L"
    "Dv2QOhqvQGhB89DmNhyIp7KMEyNqPculiOYILabzAHXdQXyOnR9hQ55sDlS7ea2E8ymESe"
    "MjE5xHNBDLvYdKwV0Hd/30BmBE7voP/momcNHjW/NDbvnve6Ge+11mVZM2sqMAJe2kqu0u"
    "K7Xf8xf3tTJAplZNrjYcjrrrV9+A3z8Fvx9KmxVmOtEfGUkZkzlAQ3r7L2YOQscP5RrWsx"
    "CdDJgeG2Dli6/EvC2jNJy8i1bKYdGgHRZ19TC9zgeD9Tcdsu9BYzVAU+eDKW++D+xyBuaz"
    "65sc8sXhbwYy4AT/84uqKQ4Jf1ol/IWRJx1AKTA62R4Dq5J92qSE0ccgIM+yXvz82eiQvF"
    "qF6TShe0xMM/EGydDKIGCq1n2TNQpD+vgShJYwQOlxTzXWmkr/yZM7YiUHdLK3xuZWqN+a"
    "dZGJkRF5hNegu/HktjIQvLjuXlyIBHWbTfyXYMB+V/bjzTaUcimjZiow7YJFCgqU464z0l"
    "G5Mko7mpWo9JQzpnN469zIKlADvqFB0IkpdEzMsMsAlHGwoHblf+14DvW25QegAoQRmG4i"
    "1PVjwynA+f15i5QoAz0qOQi4lgIVf1dqS0OO02hznIpBaj8CBQYW1e5ekqTZPrzBPuFNr4"
    "nsvUxoi2ACAdgJsfnkh1u5IGyB0MCDHOKsSUlTGZzEr1zPIOp97BGAcCCEA08gHJjsE8iQ"
    "ngOA7FZkjyjw8VNSZyCIevyUFSE0hzzyWoXjdGRJ/kro40xeuwa9fSVLi2MZDjYCM8KIF8"
    "7wfWpneIKIEour8L6iQFVaIr8yrKK4ur19V1IUVzdVTfDz+6truiomY0GFHCIwOVLajJVU"
    "EUYJpIFOHuCksz1lsk5NCQaG9USj/7+krr+oWVkeGDjQo6yQg3XwmOtgjx6JeCnc+Fgq+S"
    "aT1zG6rKTljVSjvUC/3ZLeQqGJec7JlD5QfKxPv7EBzgWn32hFYYg8S6YGuYKC2cs77Dfy"
    "vPj72rPKICA3nZNpBLWA6rZFj5jINTqqj7NJkrT9R0i+JLOKhEHoPAghxsbqmfCMjsaiWB"
    "amjeoemPtHFOL4QSVUPAPRLljUz/FPI4pVvEGhY21mgljF/u78UKzCLOSgi/q0TGNxSGIq"
    "r/5wrt5FmyPXqVRDpLh+6Dp9sSQY3otryO6ilSO9aHCkF1xHmnDL2n74dPtB6EUTfkmb7V"
    "jkxf9euA6eou3WQG5MRvNOdHXTOSbHx+QhTD4l+YCj70R/+T+96w2T"
)
