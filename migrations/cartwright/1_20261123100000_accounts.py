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
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT
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
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT
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
    "6AMk6jqT20oYe7WHn466b+OLe+T8vE+0iH5yqiDpPQvmMkDhp38WAbq0IY4k1ax5voU0gr"
    "DQYE6nqqSgOt6aK7uYvtdqHaYGUOK45U2iC5ODiF0zKmwSk8slO4NneOK7XyFQhVG4TH4x"
    "caEoxUT4DTPRqnD5xucLpPc+aH6NHfdiC/jAP+J+q/fEIYpzxxXZfs9vyQ14IZQfBXpmWH"
    "gL8Cm1ijMDp6s6cTeqjS8ziLmnjellHaZYqqaZQEnstx7TeMqK6VZZ8BAfXgNE6I/xGZzj"
    "/jxELl2s3JvYNGc7zgQOPcKZoa0Dh3CnFqtDN5KdPiccgB2jktSurtx99Hd8qmdZ4eLOt/"
    "14AaVoIrYTz0Xan5nMkPOJ+tCBN/lxoX6lletGpM2tCXtEbxjj6/YW1M7wEZ2TzlWM9NPe"
    "9EHwGN7yQa3znU/aBr/yOvoKuJ/BJuQMazlXOyhKdB0Udq8HNb1Ajt7hpuOId9MWoTHGJQ"
    "owmEjLs2TtMBGFEk5C0dnwdf3MIxvz8/FBGxWEkIigw8ayEocgJBEexGnC7T4mHI5LULif"
    "RVFTCleMiEyWUfq8axuKVVBaZB6KmBWCV9rQIfO3zWhesiCxnOrHs56tUR/BUwl/dtIkLf"
    "jixxF4n97YPGcsAIqrSV73OzfG+MYWKSKG2UFDoWMiwUDydF3TO3mNn6G1jbYG3zSD4Ba3"
    "sbSRnbqbiGBmH/WZPHdWRGRa6S3TDwZtTyCw7NsRwaxmiRMsArQLDAO+8YVAzKlgZgBaUT"
    "//116cwN8NbrYmHND6dLik3kKWYxBI5FIt6xAQ32dQHRQGUPsDzKb5XDJnmDXoCgE2ySn9"
    "4AjC/qd7Mzk1/fFPpLZeYt43+Gk4vDjvm0zLaGGF42tjLklkEaFRb1tgoGJpFMpSaQQS1h"
    "tJmuVMXtXhwM4lb1ALAP+/XKYEQGwY33iDzSkDZXCBw0BZyS6FHMgNGsWFrbBX7cWMOToZ"
    "hBgAqodz/CKHxEMnyyECC0SqjrPxmY+NbWIJu4janvynArQA9H88WEaLZCH+P4S+X4ZWEw"
    "fzl1UZQkToTmQFHUHgQ1aHI1aDYKXER4+vcQ4SwSWJdgHeLqvSoMCOuedlj3Y2IOmqShiS"
    "IrMj/c/r0s3Ksvd0+ZtIvOcYXz9Vst5bPsmcV7xAjyOAf29ZixauvsscOrkU7pLwA8liiF"
    "Zrz+EZkecQin6b6QVRYCnApSeaRyTHKAhtsV/SfxjLt9n6aWG6SkjGgAwHc5bd/lUxxqfY"
    "fsB3EjS1ZkfrAJfBK6dQvpYZwX+r8tnTYHnZjMz2ntwTS9A5o5MYNonkmmu0zahDyGCznO"
    "Yz16ozRRNRJGeSavoU2+bJfl0pDkUquJMuQ3uEsY2NGqzlfb6LDJXQYBqTW9Oo00jAmp1c"
    "lkYkyIU2p6+6HMWpUD9MvIVNL/2peLz2Xy2rF70Srf9aIh3/WCk0ssGZWAaMS0oxFv6T9n"
    "wg6SYYuGOFYmBXUw01qyoJfNFHrZDH9MXTWUoMFUH8HhiuNiVXGXIEh363XSwp4d7NmNqz"
    "b09IzkG4J2swZDObnfylg2nEy055269MMPZRmCKQ2mNI9k/U1p5v1oOcvZN0qj1fMUEjun"
    "p0Qgr1NpyYjnEKNzE0IeWieaIQlR/wEYkUF9Y6Nd4BPkWc//QeJWDGWpg8a1U8gbW6SgK8"
    "P9DFt+kOwmxZ8PlvUxLet8KFon6mcADZOCFq2yghYNaUGLel7Q/h1qnXOFeNaHDuwuLy5a"
    "7WNfNOxjX1TZXdPvRyG1KTyp7k0VmIZs9x+OhoTMwToeCwkVNjyetNnWG58r3+YoW3FD+k"
    "xei/e/gSklvejB/Tiy/zfuKkDYT5mrdf9u48V1JvD60pvzQ85eskBjFT5e4JoWfclXiX61"
    "Nsja+hExeA7fPZtrEW+1lA/jyq6gnem40McBNl5OdePl+DlM41hl+9t3YVVU68nNgrSwGy"
    "t+Y5sQyKU4AnJZC4CUlL8E01WchmSftUo+P2tIPj+rJ5+nC6UE0TlAQ4aVFE+YloUwNrpl"
    "QXLBvSRDjop4BYcmTuJ4qOGC1b13lbFMz0KuQd1zzMs6bdDUVaB+07n/emHI7u3VmMPRiv"
    "jEdLvkJdSxEJXqHJXCGycI6GN1GogaFgai80B0fh3gXegtQycKwziRQmoxZTAami1nbRwe"
    "sbtTMwozjbFDlCqpMBUHqiHf/RsuOW+mbYfUlZHZcONhtSB96M03qN/P3aBWMZRYrMEVqk"
    "dRQvTooKcOzlANqKMzpOCMsD1v2KG+pJy9UkVqFOuGjOLTGoBxl0iewADYyHLsDgNQxoEG"
    "mnJOxXV8IOGsKbEilZi3yq4wUC6ssKcsRvR+vP59VTo9dI3tV6/AARmDhoCzd6A9pywEOO"
    "UFEZ/lykMyeS2c+rLXc97G6TkX+zzn9UgK7Giq3dG0EZHMhSgQ2kVK1HQ6hD6dSlNNfvdX"
    "XCuhyVIrMOCHdPUD15KGxPqrrIhxUt5fM19oh3p6XvQ7x0OzJic6EZi386HdTPY4Z0pC0c"
    "GQRQfgGyvIdYceQypoxdtIyn1LxTX03fpP903+SnCbyWtIrpL9VmiP1b86gPZYI3LhYpvR"
    "6JwEyUPDYEzVI/nRfN41bOplt+eHvJGAEVTpikRh4OOv3MwDPwT8kJFwzBaUpzNbwrBjIB"
    "radv1velCv7dHZd39ozTGD0ZDk/pOg5dPNIctciuCkPlZq5zkD6LexpML9y9542ar8Km6o"
    "/h7DKWQVTSDNnR95pIsfUkXqZFUMXZlITLmiiRwAGruFxg7RGoX8bdOmagkGpJ3mVqNL8B"
    "bJ+CS5PJyFXM/2hvwgtflBUFECFSWnNwAjinxex82d3iOMzeTXc8OfJZn5oRho0i7K2DHi"
    "Ks+svS+ssCwxAyKg0P7x9No/7l84ycEoo7Rz1pWERrb0l8lwnMlr6CUqqHmIVr8jixiyhS"
    "VVnIZkK2jVsSdNTmeUURoSfSpnY0zPFGGjSZYTOEjuWJcSSMOJq6TEZP+6d9AQmrKspCsv"
    "QZ85FIs7JWXyWvA7dHekDdlxonpisjN5ILsD2bCtwkb825xxthAfcbaonXBmEoJ2AW/bsK"
    "F+qoBA0L9qWezM5xUy7ChwHYs7c4W8cpBAby3t1sTEQGHIKwsWa+AySoO9laG1MGy0wEbL"
    "aQ8Apn6fNPsMSKPK7dPa4voFrTa+v/0Xcp1HFAoPwq6KzQ9tdD2lADpKDELlXhdsbg25uZ"
    "UNr1xwtIzSbkOl/+OfkGcHPv0yuehoBQW1x9Caa9BtqnEG9Cdd+gOHM0NQ7jjqof8aKwjK"
    "qYgaifohiou0yyjQugJiTQ8/8QoCD8TjChgE5KQ1sB1RaugzGjuZGV1BwYyGQwpGEe6BSC"
    "fE2yqBtOu9iz5rjrflYvO28TbEIiDeNi09DcnkU0gmj0Kpqre9uIau4bLd8WHLpuPDlpzj"
    "w5JDP6SOxisQWtA8tLkNB+KpLOPEiFrPcimiOUKL6TxAXXcQn2PnR9iQJ5sD1W5eK+F8Cm"
    "HS+MgE5xENxHLvoVJw18FdP70BGJG7/oO/mglc9PjW/JBb/vteqOd+l1nVpI3sKEBJO6lq"
    "u8tK7ff8xX2tDJCpVZOrDYej7vrVN+D3T8Hvh9JmhZlO9EdGUsZkDtCQ3v6LmYPQ8UO5hv"
    "UsRCcDpscGWPniKzFvyygNJ++ilXJYNGiHRV09TK/zwWD9TYfse9BYDdDU+WDKm+8Du5yB"
    "+ez6Jod8cfibgQw4wf/8omqKQ8KfVgl/YeRJB1AKjE62x8CqZJ82KWH0MQjIs6wXP382Oi"
    "SvVmE6TegeE9NMvEEytDIImKp132SNwpA+vgShJQxQetxTjbWm0n/y5I5YyQGd7K2xuRXq"
    "t2ZdZGJkRB7hNehuPLmtDAQvrrsXFyJB3WYT/yUYsN+V/XizDaVcyqiZCky7YJGCAuW464"
    "x0VK6M0o5mJSo95YzpHN46N7IK1IBvaBB0YgodEzPsMgBlHCyoXflfO55DvW35AagAYQSm"
    "mwh1/dhwCnB+f94iJcpAj0oOAq6lQMXfldrSkOM02hynYpDaj0CBgUW1u5ckabYPb7BPeN"
    "NrInsvE9oimEAAdkJsPvnhVi4IWyA08CCHOGtS0lQGJ/Er1zOIeh97BCAcCOHAEwgHJvsE"
    "MqTnACC7FdkjCnz8lNQZCKIeP2VFCM0hj7xW4TgdWZK/Evo4k9euQW9fydLiWIaDjcCMMO"
    "KFM3yf2hmeIKLE4iq8ryhQlZbIrwyrKK5ub9+VFMXVTVUT/Pz+6pquislYUCGHCEyOlDZj"
    "JVWEUQJpoJMHOOlsT5msU1OCgWE90ej/L6nrL2pWlgcGDvQoK+RgHTzmOtijRyJeCjc+lk"
    "q+yeR1jC4raXkj1Wgv0G+3pLdQaGKeczKlDxQf69NvbIBzwek3WlEYIs+SqUGuoGD28g77"
    "jTwv/r72rDIIyE3nZBpBLaC6bdEjJnKNjurjbJIkbf8Rki/JrCJhEDoPQoixsXomPKOjsS"
    "iWhWmjugfm/hGFOH5QCRXPQLQLFvVz/NOIYhVvUOhYm5kgVrG/Oz8UqzALOeiiPi3TWByS"
    "mMqrP5yrd9HmyHUq1RAprh+6Tl8sCYb34hqyu2jlSC8aHOkF15Em3LK2Hz7dfhB60YRf0m"
    "Y7Fnnxvxeug6douzWQG5PRvBNd3XSOyfExeQiTT0k+4Og70V/+D4SsgXM="
)
