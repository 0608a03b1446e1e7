from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "deployment" (
    "version" VARCHAR(40) NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "failure" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(60) NOT NULL,
    "type" VARCHAR(120) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "times" INT NOT NULL,
    "first_at" BIGINT NOT NULL,
    "last_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "figure_mark" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "last_id" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "job_batch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "action" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "chosen" VARCHAR(500) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "actor" VARCHAR(254) NOT NULL,
    "total" INT NOT NULL,
    "canaries" INT NOT NULL,
    "per_minute" INT NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "finished_at" BIGINT,
    CONSTRAINT "job_batch_check_1" CHECK ("action" IN ('retry', 'cancel')),
    CONSTRAINT "job_batch_check_2" CHECK ("state" IN ('waiting', 'running', 'done', 'stopped')),
    CONSTRAINT "job_batch_check_3" CHECK ("total" BETWEEN 1 AND 1000)
);
        CREATE TABLE IF NOT EXISTS "job_batch_item" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "batch_id" INT NOT NULL REFERENCES "job_batch" ("id") ON DELETE CASCADE,
    "job_id" BIGINT NOT NULL REFERENCES "job" ("id") ON DELETE CASCADE,
    "state" VARCHAR(10) NOT NULL,
    "result" VARCHAR(300) NOT NULL,
    "new_job_id" BIGINT,
    "at" BIGINT,
    CONSTRAINT "uid_job_batch_i_batch_i_92a3ce" UNIQUE ("batch_id", "job_id"),
    CONSTRAINT "job_batch_item_check_1" CHECK ("state" IN ('waiting', 'done', 'refused'))
);
CREATE INDEX IF NOT EXISTS "idx_job_batch_i_batch_i_943d5b" ON "job_batch_item" ("batch_id", "state", "id");
        CREATE TABLE IF NOT EXISTS "job_figure" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "span" VARCHAR(6) NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" VARCHAR(60) NOT NULL,
    "enqueued" INT NOT NULL,
    "claimed" INT NOT NULL,
    "succeeded" INT NOT NULL,
    "failed" INT NOT NULL,
    "wait_ms" BIGINT NOT NULL,
    "run_ms" BIGINT NOT NULL,
    "waits" TEXT NOT NULL,
    "runs" TEXT NOT NULL,
    CONSTRAINT "uid_job_figure_span_20ce8c" UNIQUE ("span", "at", "kind")
);
        CREATE TABLE IF NOT EXISTS "media" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "content" BLOB NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "created_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "paused_kind" (
    "kind" VARCHAR(60) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(500) NOT NULL,
    "paused_by" VARCHAR(254) NOT NULL,
    "paused_at" BIGINT NOT NULL
);
        ALTER TABLE "job" ADD "failure" VARCHAR(16) NOT NULL DEFAULT '';
        ALTER TABLE "job_event" ADD "lasted_ms" BIGINT;
        CREATE INDEX "idx_job_kind_e2fdc0" ON "job" ("kind", "id");
CREATE INDEX "job_dead" ON "job" ("failure", "id") WHERE "state" = 'dead';
CREATE INDEX "job_repeats" ON "job" ("parent_id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "webhook_delivery_order" ON "webhook_delivery" ("order_id") WHERE "order_id" IS NOT NULL;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "deployment" (
    "version" VARCHAR(40) NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "failure" (
    "id" VARCHAR(16) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(60) NOT NULL,
    "type" VARCHAR(120) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "times" INT NOT NULL,
    "first_at" BIGINT NOT NULL,
    "last_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "figure_mark" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "last_id" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "job_batch" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "action" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "chosen" VARCHAR(500) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "actor" VARCHAR(254) NOT NULL,
    "total" INT NOT NULL,
    "canaries" INT NOT NULL,
    "per_minute" INT NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "finished_at" BIGINT,
    CONSTRAINT "job_batch_check_1" CHECK ("action" IN ('retry', 'cancel')),
    CONSTRAINT "job_batch_check_2" CHECK ("state" IN ('waiting', 'running', 'done', 'stopped')),
    CONSTRAINT "job_batch_check_3" CHECK ("total" BETWEEN 1 AND 1000)
);
        CREATE TABLE IF NOT EXISTS "job_batch_item" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "batch_id" INT NOT NULL REFERENCES "job_batch" ("id") ON DELETE CASCADE,
    "job_id" BIGINT NOT NULL REFERENCES "job" ("id") ON DELETE CASCADE,
    "state" VARCHAR(10) NOT NULL,
    "result" VARCHAR(300) NOT NULL,
    "new_job_id" BIGINT,
    "at" BIGINT,
    CONSTRAINT "uid_job_batch_i_batch_i_92a3ce" UNIQUE ("batch_id", "job_id"),
    CONSTRAINT "job_batch_item_check_1" CHECK ("state" IN ('waiting', 'done', 'refused'))
);
CREATE INDEX IF NOT EXISTS "idx_job_batch_i_batch_i_943d5b" ON "job_batch_item" ("batch_id", "state", "id");
        CREATE TABLE IF NOT EXISTS "job_figure" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "span" VARCHAR(6) NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" VARCHAR(60) NOT NULL,
    "enqueued" INT NOT NULL,
    "claimed" INT NOT NULL,
    "succeeded" INT NOT NULL,
    "failed" INT NOT NULL,
    "wait_ms" BIGINT NOT NULL,
    "run_ms" BIGINT NOT NULL,
    "waits" TEXT NOT NULL,
    "runs" TEXT NOT NULL,
    CONSTRAINT "uid_job_figure_span_20ce8c" UNIQUE ("span", "at", "kind")
);
        CREATE TABLE IF NOT EXISTS "media" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "content" BYTEA NOT NULL,
    "width" INT NOT NULL,
    "height" INT NOT NULL,
    "created_at" BIGINT NOT NULL
);
        CREATE TABLE IF NOT EXISTS "paused_kind" (
    "kind" VARCHAR(60) NOT NULL PRIMARY KEY,
    "reason" VARCHAR(500) NOT NULL,
    "paused_by" VARCHAR(254) NOT NULL,
    "paused_at" BIGINT NOT NULL
);
        ALTER TABLE "job" ADD "failure" VARCHAR(16) NOT NULL DEFAULT '';
        ALTER TABLE "job_event" ADD "lasted_ms" BIGINT;
        CREATE INDEX IF NOT EXISTS "idx_job_kind_e2fdc0" ON "job" ("kind", "id");
CREATE INDEX "job_dead" ON "job" ("failure", "id") WHERE "state" = 'dead';
CREATE INDEX "job_repeats" ON "job" ("parent_id") WHERE "parent_id" IS NOT NULL;
CREATE INDEX "webhook_delivery_order" ON "webhook_delivery" ("order_id") WHERE "order_id" IS NOT NULL;""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX IF EXISTS "webhook_delivery_order";
        DROP INDEX IF EXISTS "job_dead";
DROP INDEX IF EXISTS "job_repeats";
DROP INDEX IF EXISTS "idx_job_kind_e2fdc0";
        ALTER TABLE "job" DROP COLUMN "failure";
        ALTER TABLE "job_event" DROP COLUMN "lasted_ms";
        DROP TABLE IF EXISTS "job_figure";
        DROP TABLE IF EXISTS "paused_kind";
        DROP TABLE IF EXISTS "media";
        DROP TABLE IF EXISTS "failure";
        DROP TABLE IF EXISTS "job_batch_item";
        DROP TABLE IF EXISTS "job_batch";
        DROP TABLE IF EXISTS "deployment";
        DROP TABLE IF EXISTS "figure_mark";""",
    "postgres": """
        DROP INDEX IF EXISTS "webhook_delivery_order";
        DROP INDEX IF EXISTS "job_dead";
DROP INDEX IF EXISTS "job_repeats";
DROP INDEX IF EXISTS "idx_job_kind_e2fdc0";
        ALTER TABLE "job" DROP COLUMN "failure";
        ALTER TABLE "job_event" DROP COLUMN "lasted_ms";
        DROP TABLE IF EXISTS "deployment";
        DROP TABLE IF EXISTS "figure_mark";
        DROP TABLE IF EXISTS "job_figure";
        DROP TABLE IF EXISTS "job_batch_item";
        DROP TABLE IF EXISTS "job_batch";
        DROP TABLE IF EXISTS "paused_kind";
        DROP TABLE IF EXISTS "media";
        DROP TABLE IF EXISTS "failure";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv7in99bWrUpnenZ7NknPZjJ3dys1RWGQ25rGwCDoTtfc/P"
    "cVYECABIggDPL5NBNzju1+JB+d85wX/bG0zCB8DvDDLnz1xrYDRMjyfxZ/LF1zj+j/8B6v"
    "FkvT98sP4xdDc+MkOiYjuCFhYFohfXlrOgTRl2xErAD7IfZc+qobOU78omdRQew+FC9FLv"
    "49QkboPaBwhwL64POv9GXs2ugLItk//Udji5Fjl740tuPPTl43whc/ee3ODX9IBONP2xiW"
    "50R7txD2X8Kd5+bS2E3+pAfkosAMUfz2YRDFXz/+doc/NPuL0m9aiKRfkdGx0daMnJD5cz"
    "dG8drSMD7cfzJ+vv1kGEsJgCzPjcGlXzVdsof4K/z3+dnld5fXF1eX11Qk+Zr5K999TT+6"
    "ACZVTOD58Gn5NXluhmYqkWBcgOpHGwdbBg/btzsz4INbUqpgTL98FeMM0W8DefmXbeRaMX"
    "6LvWcjh7zKv8YrFz0b+b/+d6lqLfbmF8NB7kO4ixfgqgH4/3vz8e3f3nz80/nVf8Uf6NFf"
    "S/or+nB4cp48itemWIuIoIC7EsJdzmi0b/Uuy5C9MOfNXgCa/FdiX2fyw2zpOpaFsRwDzP"
    "Juff26y3Z9/Vq8X+NnZXwd7KIzGYBzBUC4O8Lnsgifj4vwciR7qwJfC4cvMvBm8hru37Pz"
    "LvhSKSG+ybMyvgF6iL+UBMKFhnY7WAnCvkdC06EA2lJHXUVNw/3cCewGrOtQW17khoGcvS"
    "hUdIS4C8JigGtbmeIjt4kzBe1MxWWXzXsp3ryXtc17+MIG2WHfj79IDecbz3OQ6fKh5qlX"
    "UN9QfVWw568oQL4B6Zv7+3fxO+8J+d1JXrj7VIH8l/c3t9RoJytBhXCYRmy1WCQDcIMdpz"
    "/8jDagL4G+FaAYE8MMOcDjB2GAXdZTFWOPa8LTIPvP5+cXF9+dv764ul5ffvfd+vp1Hm3X"
    "HzWF3Td3f43xLq1LfQEi3+61AGU9WACpBYip1O0jw/vFL2xM6/HZDGyj9sQ790Sy9Uf783"
    "31FdM1HxI44787/sIszRzZOLxNfCEREV1IrFq56FjWQLmwSj7689Lb/IasMN11MUzpP7G9"
    "/BW46jG5alnbodZmHAHZkW02/UV5koQ0q9IL+AOqE7PVgzHSCT4yIU6uoGP4uL7sEkCuL8"
    "UhZPyshrAk41RoaIjxVZdA8kocSF7VAsnKadgV5YqahlAPH7MXnoY80EMmZycF81UXo3El"
    "thlXNZOxQVsv4GzmT+iL4JgrNDRgnhrg/HT7r0+lCDyD8U/v3/wrQXj/cnjy7v7DXzNxBv"
    "a37+5vqhZ6GyLOGShGO1cAsKXBDpBJeMehGO1CA+DuATf9o4msyS5raQC7aovN1KJ19vIK"
    "FQCYC/CE2KJ33gN2fzCxEwVIWLlYFlq1cUZOLG5sWfmjlDE+IqkM4kF8rCq70dy46y7e8r"
    "XYW74+eMtiuohd6o70BauiE9c8GH9BsGtxPOUmFi5X0QnQkZm4jeNZj8g2IjfEjhz8NVVY"
    "Bk2TWHoS0hPySn4yCXn2AvsjIigUeSVloVavxD+IG0EuD80V8zodxR5I6D0i19iZZCfj8Z"
    "W1tHP8ho8GoW9iYC8PqmWO7GigLz6mB4L0ApT1NNrap+VofKTLcxNRt13oZTASrS5GvNjG"
    "phAG1kNr1oN+C2m7wSiB0Zir0UBbavp3n2LvUWg2WJl2w5FKG2EuDqHJvFw6CE2OHJpszT"
    "12pE6+QkNVmup4+ELL/ETtBIR+EPpNdWuPzfGTPgQ/+batP82q55GRD9CT99gD/LIe4D/T"
    "+OVnREiKEzd0yR6v2qIWwghCvDIvPwTiFUilTMLpGMyfTuChRs/lHGrifVvW0q5eUc0oH4"
    "hcjuu/EURtrSz6jBJAD0HjjPCfkOv8C0k8VK7fnDxrdZrjAwdGu87R1YDRrnPgqdHe5BXu"
    "itchV9AuaFHS9T39Sa9zdq3zIlXZ+LumqGE/shLEA8+R2s+Z/Ij72YpI6O1T50I9ymedRm"
    "c2TM6sQbyn39+wdqb7gIxsn3K856apbKK3gNFsEqPZMA0/6Nn/xGsragK/pDci4tnJOVvA"
    "U1L0iTr83EEpQr+7pjdewH42aRccOKjJECHT7tDSdAEmxIS8pevz4ImHDObPV22MiMVKAi"
    "ky8q4FUuQESBHiRJw5yOJlyOS1o0SG6gqYEx8yY3DZr1XDWDxYqaKmAfXUAKyS6Uq+RzAf"
    "deG5yKqM59a9nvTpCPEKuMuHYQWBZ0eWeJbB4XGrs+wzgmpncWdu+cEZI6EZRum4ngBbyL"
    "BQvJxU6zPziNmtMLEbvO1T9bYfIylnOxXX0CEcvmryuIHMpMBVkg2DaEYtvhDQHCmgsVFo"
    "YoczobAJ9FwFAJePIBkvsQZ6U8RTUYSQp3eKpuLBd/S4K1o64T/ccM484unsiBTh03i2pM"
    "jaz7FsxMdWGPFuC2gIaAoVDUz2CP6IfG0CVCU02AVg+aAq4fQWYHo0693eTP76Jq41lVl1"
    "JFwNnItDicK83LYG0jRbWxlwy0oadXINdgr6ZihZux5CybqE02Y6Ui3OB3FwiDs1YEDi+9"
    "uNwYQcgjv3CblhQ51iIdDqCuCS6FHcgMmcWFr7BV48ycSVgZjRABNQHzdFUPCEZPBkVQDQ"
    "KqCO92yQ0LMejXAXz431HBlsBdrjwbyeEcxW4BESf6gcvqwa7F9OIxoFicPQtHShHZSg6U"
    "+u6c9GvoNCnv1tA5zVBNQlUAdefVCDAbTuadO6HxN30AwbplayIqv2eftl4UFjuc8USbsY"
    "1VcEX7/WamzLkVmcI0ZQODtyrMesVddgj11ejWzKcATwVFgKzXD9PTLdEIecWw6EqLIqgK"
    "mglEeqxiRX0DBdMXwRz7TnJWrquUFJyoQWAGKX045dfo6p1nfIfhBPDmVFVq1T9xPq1imk"
    "xwle6L8e6bZpDWKyOKdzBNP0G9AsiBnF8syy3GXWLuQxQshp3qMyGKSJqZFwyjN5DX3y82"
    "5VLg1FLrUmNEM+wV3SgYxWdb/aRo8kd1kJQK3Z1XmUYczIrM6mEmNGmFLX2wtkzqpcQb+K"
    "TCUDxz05fi6T1w7ddad613VDveuaU0ssyUoAGzFvNuIt/d+lcGRn0GECkZVJQR/MvI4sGB"
    "40h+FB498LWKUSNNjqE7jNclqoKh7LBOVug25ayNlBzm5avaGn5yTfhWi/bHCUk+ednGUD"
    "Z6IDZ+rSN2+rMgRXGlxpHsj6u9LM76PjLmd/URqdnqdQ2Dk/IwJ1nUpbRlwcGr2HEPK0dY"
    "IZihD1X4ApOdQ7ZD16Ufh9YG7F9HNJqN21Pogbdi5/FEZ6Al6G1h51vs6PiHNAip3qqp6G"
    "pUFnnTKCZw0ZwTNORtAlz4cr6stQiyclMyojZl3/+KoqMGkAVcms5GnTTXA8qj4e72y097"
    "0QudbL35F4UlFZqvWAxIV8ZgOHZqCI5flJsUX8/kA8HfOYzJei6/mYK+h4MHYqmj1rqJo9"
    "q5fNSvof+rod5+t1pzKvdUOZ17qK7pZ+PgpoyO1KDTesqGmI9vDZWuhXGO1CACGgwvsAZu"
    "22DYbnxrM5xlYcgWTyWvz+xw4/gJ07Mj067SZ5KDdYqQ3/7uPDdSmI+tKHq7ZgLzmgiYoY"
    "z3dMi/7IN4l9LZFq9VZgphQxrkQoXw6avYL2JnZgzBHUJZxqXcLxS3ynccoOV5bAmqjOm5"
    "tV0sJvrMSNXSiQKzEDclUjQCATIwT7olMm5qIhE3NRz8SkB6UE0LmChggr6S00LQsRYvRr"
    "EuAqD9IrMCngFVziPIvbE0fM4nZK4koMXbNM10KOQcNzwmvKaLDUVUX9tvPw4zSg+WVQZ4"
    "5Em9ALTadP2V5dF1ip3qwU2WHfp1+r10LUdGEhei9E758D/BYGK2CNgiAupJA6TBkdDd2W"
    "iy4BjzjcqTmFmcXYIwqVFE3FUdUQ7+Edlxw307YDGsrIJNx4ulqAPnbybYMdp+cacFQ1GH"
    "oz9gLAfKGimrhjOXFjPXHNzAToCaPnHtFoTVHHaFTBHaYH3Aimwbycw1jV1CjZAB1Pp7UA"
    "UFN/5AWwkYXtHgtQ1gMLNOeiltv4wuRlU2VLKrHqVN5ioFxY4cx7gujz+Pz7pn4GmGo/rF"
    "2BC7xG5eCz30B3TFkVwJTH4r7I9edk8lqwKuWo57JL0HMpjnku61QWpJTVppRtFEoWoxQa"
    "2jElaiYxwxxxpbU+v3kbrpfQ5KkVOhCH9I0Dt5KOxPabvIhpQj7cZQMwrv30ouh32EXLpi"
    "A6EVh1i6GdTPY4d15D18eYXR8QGytoNoAZiCpgJY+RVPiWimsYuw1fb538VwLbTF5DcJXk"
    "W2F85/DmAMZ3TiiEi31Go3cVKk8bFmOuEclP5su+IamXPV61RSM+I6gyFIkC3yPfmMyDOA"
    "TikIlgzHb0pztbwrFjVDT07YZPetCo7Qkfxm90xpjR0RDk4avQ5ev9ocxfCuCkQVkq85wp"
    "6JdYUhH+Zb942bEIVb2xBqyMZ5BVTOE0917khn3ikKqmTl7F2K2hoSnXNJErgMXuYLEDtE"
    "UBP23a1C3BKGlnudXYEvKIZGKSXH480/F6JtEI1Aeprg+CjhLoKDm9BZgQ8/nzoeX5fRp+"
    "CgjQitSqjQflNK8f5x4jID5VXF7k2VJOXCavXSw4vJMMWe0c3Osu4F6Lwb3mcRp7LEkuFy"
    "raOXRKog8rpiMCjKRmPpSUNMB57GkPvUsKoJpgsILwACFjS61Fn2XgKGtUJz7ySvgewaHc"
    "6EJWBViQKqCYGNRvx0+8sRue5yDTFbjTrF4F1g1VVIVr5g+Oa9hv7u/flQz7zV3Vcv/y/u"
    "aWHqiJladCOBTsYCBFgBQ5vQWYECmS9J988JLfp7hB5cNhZlaXBpVsvhawINqwIBMt/5of"
    "xEzqKqKYyLUL5xoaMiBKOoZDGoXLxOaZvBb4jh2Ygyd32o7ER7SNXGFW5fC01YUICjlwH+"
    "Z1tsHdZXO4uwxcORUNxVA/CvWjuvsa5QJH+VnQ3zQEelpJL5gmpUF0CDXQUAOtQxUCxN2Q"
    "QTm5BZgQ8REXjDZ11OfPV11KSdX01HelPyYRHWrNhdClD7BcRzKjot2ROPwl1/Gv5jH+Ah"
    "IIszraQawmCofwRHF4An7dabsVt/Fd8O8RIWby13Ndi5JMq3uR3C5v7BlxlT7G5yJezsaI"
    "QsYFMi6nl3E5/OAkF6OspV1qQMkgD+rCSWGcyWvokii4oSPa/IasMEVJAuSqnoZgK7jZ9w"
    "CanM0oa2kI9PCjdY9BeLS3rszPFWF5fwv7+MBidef9GSUNN66aBFb6c+9hITRF+aKTU3HR"
    "4FRc1J0KKCIdsYh0F+45M2jEYGfyAHYPsCEBzrKk6y4k6VrMka5rFGkYor3PK1ISVygxKt"
    "CcWfUs9ubLBhl25DvY4u5cIa4cTYC3NiTeJKGBgoDH64stcFlLg+QJ9E2cAM8P9RsTWgBC"
    "4z5p9BklmB8x0xTXP9Fm53mPb1KvZylIclWkVm1prudU3jAZhcn0EsG18sNaEXEKzEYOfk"
    "LBixy5V9GCdpe6uXaj/YZXwCTEtFDQ6ZCEK2HnZSna75oX+xqiq+bn7GoMNzk6on87/Q7G"
    "XgbTipZO23k4y+CSZ56lFUfjhQZE4tKRuID7EPOhOtEeijIp04s2vj94eMvmcCMXW3WNN2"
    "xWYzIBx6lEG8pK6bLllSvFKGtpV741fNk+cm3fox8mF65VtCBcqzsRsvVaGtdpDV8UN83y"
    "oVk7vRvP5kzRELu8mbwW+xVKAI5ZAjD4/aNQAqAiRy3N31S0wOoKgJXnGypqGsTBY1vg47"
    "Fnmu9oqKuAuorTW4Dp8W23hxB92cy35WKrrnwbYjWAb5uXnYbW1Tm0rkaB1I2wB3ENQ8Pz"
    "1137VRsbVuus5xN/jKXY4y40tIB5bHc7u5yi65bO5DWIbEYYWkkQ9Z7lGtJyDS228wiTd/"
    "wAPWEvIoY82BxV7fa1EsznQJMuiwvI5kiV5nszckPePfTNVztWdTUiRMa+3NHETnybNcHc"
    "0a2NVztWVWEVvmUVooB3s2wj+pkKJA7qUwlI2Mu2VBS1QXbkDW1jEoNhG/KT4zmq2nktSs"
    "YhAQMODPjpLcCEGPAfvc1SwHrHj1ZtTPdvB6FBye3P+dgzG9mRj5LbZ36tUN6V4Y2rxefa"
    "HC9m2FTyPHtX6WGP0BI3rP0Ban0O1DrMKlRYTEz/yEiKr8kVNIR3+OmEfoC9AIecMs0Giq"
    "ZQ0cmhGa6LrjiMJfZtWUvDzXvWyTicNViHs7p5mN8o09HC0KFNRdMg08bxHk2jTIFI7ByC"
    "+uaL45kc8MUZZkZlxA3+x1dVWxxq6rWqqQ8iV5pQKXR08j1GNiXMPB25XgatePMBpxl+MX"
    "r0h1TVdNrQA9Z+m2QnlT1jNGCr1mOTLQoC+vUlAC3pAKS1BC//ZlRxdldwKSpAufSeXbn7"
    "9HKFXv7W1MIK9dVPDjIJ6pM7ryhCFNc/iguQYDRCY10Uqwbo90U/Tr6hFEsZM1NR044sUj"
    "ADJJ6nJM3KlbW0g1mJSU8xY64C7Nx+UFXUAO+xCaJDpZ7MHmdUNAC8SvF3YvgbCH4ofJrY"
    "iUlCM+izAGU98Fh6lw9jF5NdjwWoKMIKzLfy7DZuFFyKy8/S56sONWgGykXVXhgcfxaGIr"
    "Lj7+RYR1REVixS9xUodOBQ7R+GSsZF40dEM84qziS5NaMczAwY7hmh+ewFj3Isd6GhX8So"
    "ghKBaxhGPs/i2XE00uDNPWtMKrBqEKD0Rh+SOkdeAWC7ge0+AbY7SYPJgJ4rANidwJ4Q7f"
    "SPpI1GwDn9I+uxaSac8lac48z0S/4rYY8zee2ueBiqF0DMJGFi+GZEEI9M8jzqZ7gCPo/V"
    "q+C+oYqqrET+yriG4ub+/l3JUNzcVS3BL+9vbumpmKwFFcKhwOVIYTM2Uj1GJSUNbHJlm6"
    "8vu+zz9aV4o8fPuDjLhpQlNXCsZ5p7+WdKvIjG3ea0TMuU20IOzsFjnoMDRiTio3DnEana"
    "skxeR25fydBEqVHNvn65qsGI6MQ951B2Lb31+kysHWNwk+daURAg15Jpsa9owe7ljYGLXD"
    "f+vO6oMhrQesG7SRlaXZUlpY9YRjc5qI+WojIIQvIdx1VNWITeixAQYmxeQp7T0djzzapp"
    "Y7pHxv4JBQTLjetkVLQji4a5QHRCXMX3yHe8l31DpSgjsWrjLOyy7FF4iyns2AmxF0NdeS"
    "umLqBu5rTozR8OrUgCe/FD0anUbCyYlqbp3N4lNhKaXuQ+VPOV2D7AoEuFHbNQE66YN3a4"
    "xSsNyVJHn+KVEZjOZy+wpcjkXEHDHazkSq4Q76UGIeXyOnlowzU14CC+8Fq6q7LQ0gnWY7"
    "BxvYg4gH7mMQd+oKHCezN4XIrCjkJi1Rp5JLLGPhNuiz6Wf/Oe6aNgQSOMRapMFjvzCS0C"
    "ZNqvlpV16yAOdRlzqE9MTIdsqyujBPZmrvbmR29zY4bWTmRt8uettibufN7kopPhOU6lVx"
    "5uKT+Bq1TM5K+TWYhCQ8MwUkkdApR5qIPX2nkESe3fQkM7mkkJCSJ/6eQx7pqcN9FEbaon"
    "NaAgV9AQYSVdJaEXmpxmbTGVl8nrFIgMNyOeBgABlhsSz6hoU1E0GKA+Cow9diOeqyAutS"
    "8pAahVUF1PzvPK5MEv6HJmwaBQGFR5giswQabtLkT7ZQvblsisOjNuBs7kB74/+fDuyaY8"
    "TDas35/MCpXuUpbi6WCs5bCWR0zosevV0XdhVXQ6AwZzXmBU6PHmbwNhp/AKQkTi7yuBb6"
    "GhnWN+0ckxv2hwzC/qjnmcmOhjPcp64BX2NSAjFvWfLN7T8sLTApql2AU/CHTyv7eFbGtx"
    "zb2LFikDtPCCxc6LgoW3XXj01bgSPP5/+o6vFu8Se0MWZoAWlhe5dD8tsLvYRNYjCslqQb"
    "xFuDPD5A3IwjLpI7QwbZuKRX69Rme0T+VGEMQ3k9xC+rNJKt6rEQSECZMME7KV6+xYHeQ1"
    "9Ku65PHFafx6Fh/6yMY946ExR+VVdm4y9kaGTmBVIBFSS9c5Jt5L4cloAJw1hiCyLIRsKU"
    "BLOgBpLZdhYkcKz0IBwKzdd2HiUPpqAEZJG0THHrYSudKwFzqAej/U443LAV08Iz1XGJFO"
    "/OOrKkKxAT8lI+nphpVCO5MHsOc3kv6nZKby3+PYRcBtMRKrNnLrMKE5C4WO09Bx3MBtQi"
    "1gQ4VtYrpnHoXDcy7BmtNI+nmXDx9tKP3ksD7FFM97ZGNTdASmD1tPv30uBiPpj3nuXXex"
    "w9diM3zdeu7Rjw8PY/yqlsI1gxcB4VYoVW9lyeZwzsxSNP3oY0+X9ZUpujd3H958/DffWc"
    "7kfY+ED0HyRsubf3+6fVMNBbEd7iRIpFxeJ9M8GI20Q5kR6whnoQB48lh4KJg/aS/iDQqw"
    "eCzC4WmrH2EWcjARYV6mQOwyTGHw7rFNQiWIW3cK4tYNQdy6ViVBf1gSCB/ENUT3rBMZcd"
    "ZARpxxL17hu70//nz/QdbptbEVLv5/4WAyx+OtAdwYjGaauMoIV/ze+A2OThN//Q+aMoWw"
)
