from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10
TOUCHES = ("job",)

# One endpoint's deliveries are claimed by an index of their own; those that wait get their key here.
CLAIMS = """
        CREATE INDEX "job_ready_by_key" ON "job" ("queue", "concurrency_key", "run_at", "id") WHERE "state" = 'queued';
        CREATE INDEX "payment_discrepancy_open" ON "payment_discrepancy" ("order_id") WHERE "state" <> 'refunded';
        UPDATE "job" SET "concurrency_key" = COALESCE((SELECT CAST(d."endpoint_id" AS VARCHAR(40)) FROM "webhook_delivery" d
    WHERE d."id" = "job"."subject_id"), '') WHERE "kind" = 'webhook.deliver' AND "state" IN ('queued', 'running');"""

UPGRADE = {
    "sqlite": f"""
        CREATE TABLE IF NOT EXISTS "payment_discrepancy" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "order_id" INT NOT NULL,
    "provider_key" VARCHAR(120) NOT NULL,
    "code" VARCHAR(30) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "refund_cents" BIGINT NOT NULL CHECK ("refund_cents" >= 0),
    "state" VARCHAR(10) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "found_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    CONSTRAINT "uid_payment_dis_provide_6944d0" UNIQUE ("provider_key", "code")
) /* A difference between our payment and the provider's book. */;
        CREATE TABLE IF NOT EXISTS "check_run" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "ran_at" BIGINT NOT NULL,
    "lasted_ms" BIGINT NOT NULL,
    "violations" INT NOT NULL,
    "found" TEXT NOT NULL,
    "since" BIGINT,
    "told_at" BIGINT
) /* The last run of an integrity check. */;
        CREATE TABLE IF NOT EXISTS "circuit" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "failures" INT NOT NULL,
    "opened_at" BIGINT,
    "probe_at" BIGINT NOT NULL,
    "probes" INT NOT NULL,
    "detail" VARCHAR(300) NOT NULL,
    "told_at" BIGINT NOT NULL
) /* A service outside that all workers stop asking while it does not answer. */;
        ALTER TABLE "job" ADD "concurrency_key" VARCHAR(40) NOT NULL DEFAULT '';{CLAIMS}""",
    "postgres": f"""
        CREATE TABLE IF NOT EXISTS "payment_discrepancy" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "order_id" INT NOT NULL,
    "provider_key" VARCHAR(120) NOT NULL,
    "code" VARCHAR(30) NOT NULL,
    "words" VARCHAR(500) NOT NULL,
    "refund_cents" BIGINT NOT NULL CHECK ("refund_cents" >= 0),
    "state" VARCHAR(10) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "found_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    CONSTRAINT "uid_payment_dis_provide_6944d0" UNIQUE ("provider_key", "code")
);
COMMENT ON TABLE "payment_discrepancy" IS 'A difference between our payment and the provider''s book.';
        CREATE TABLE IF NOT EXISTS "check_run" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "ran_at" BIGINT NOT NULL,
    "lasted_ms" BIGINT NOT NULL,
    "violations" INT NOT NULL,
    "found" TEXT NOT NULL,
    "since" BIGINT,
    "told_at" BIGINT
);
COMMENT ON TABLE "check_run" IS 'The last run of an integrity check.';
        CREATE TABLE IF NOT EXISTS "circuit" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "failures" INT NOT NULL,
    "opened_at" BIGINT,
    "probe_at" BIGINT NOT NULL,
    "probes" INT NOT NULL,
    "detail" VARCHAR(300) NOT NULL,
    "told_at" BIGINT NOT NULL
);
COMMENT ON TABLE "circuit" IS 'A service outside that all workers stop asking while it does not answer.';
        ALTER TABLE "job" ADD "concurrency_key" VARCHAR(40) NOT NULL DEFAULT '';{CLAIMS}""",
}
DOWNGRADE = {
    "sqlite": """
        DROP INDEX "job_ready_by_key";
        ALTER TABLE "job" DROP COLUMN "concurrency_key";
        DROP TABLE IF EXISTS "check_run";
        DROP TABLE IF EXISTS "payment_discrepancy";
        DROP TABLE IF EXISTS "circuit";""",
    "postgres": """
        DROP INDEX "job_ready_by_key";
        ALTER TABLE "job" DROP COLUMN "concurrency_key";
        DROP TABLE IF EXISTS "circuit";
        DROP TABLE IF EXISTS "payment_discrepancy";
        DROP TABLE IF EXISTS "check_run";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuP2ziW/SuCv+ws4A1SD1dqF4MFUunqmepJUj3p9DwQBIIs0WW2ZVEtSlUp9Oa/Ly"
    "VbEvWgJKr0pO+n7lj3uOxD+vK++cfCNDz/ycMPW//VW8vyEKWL/9H+WDjGHrH/KXu81BaG"
    "62Yfhi/6xtqOMAYnuKa+Z5g+e3lj2BSxlyxETQ+7PiYOe9UJbDt8kZhMEDsP6UuBg38PkO"
    "6TB+RvkccefPnKXsaOhb4hGv/T3ekbjGwr86GxFf7t6HXdf3aj1+4c/8dIMPxra90kdrB3"
    "UmH32d8SJ5HGTvSVHpCDPMNH4dv7XhB+/PDTHb9o/I0OnzQVOXxEDmOhjRHYPvd113r62k"
    "LXP95/1n+5/azrCwmCTOKE5LKPeliyh/Aj/Nf52eWby+uLq8trJhJ9zOSVN98Pfzol5gCM"
    "6Pn4efE9em74xkEi4jgl1Q3WNjb1Mm7fbQ2vnNwMKMcx+/B5jmNGX0by4s+bwDFD/rQ9sZ"
    "BNX1H2AZH1Kvk09JWDnvTkn/+76GtN9sY33UbOg78NF+KqYgH+8fbTu7++/fSn86v/DP8g"
    "Yb+aw6/p4/HJefQoXKN0TQKKvNIVEe52DlG/5ZssR/zCnDd9Smj0X4n9Hct3s7WLXKZKcw"
    "gys7v19esm2/X1a/F+DZ9l+bWxg85kCE4AwHBzhs9lGT4fluHFQPq2D35N7D/L0BvLK7h/"
    "z86b8MukhPxGz7L8eugh/FASDKcI5XZwLwy7hPqGzQi0pI66HEzB/dyI7Aqui1SbJHB8T0"
    "5fpBAVKW7CsJjgwlZm/Mht4hignKq4bLJ5L8Wb97KweY8fWKdb7LrhBynwfEOIjQynnOoy"
    "eI71NcP3RXvySg/MVzB9c3//PnznPaW/29ELd59zlP/64eaWKe1oJZgQ9g8eW8EXiQlcY9"
    "tuTz+HBvYl2Dc9FHKiG34J8fhB6GBncX352MOq8IOT/d/n5xcXb85fX1xdry7fvFldv068"
    "7eKjKrf75u4vId+ZdSkuQOBarRYgi4MFkFqAMKS62XHxv/CFtWHungzP0gtPyDkRyRYf7c"
    "/3+VcMx3iI6Ay/d/iB+XBzYGH/NrKFRAHpVGJZG5MOZXWUCPcZl/6yIOvfkOkfdl1I0+Gf"
    "2Fp8hZj1kDFrWd3Rr84YgdmBdTb7RRHJgDQPaUX8kdWJ6erOItIRPzIuTgJQ0X1cXTZxIF"
    "eXYhcyfFZgWDLilCIU5PiqiSN5JXYkrwqOZO40bMpyDqYg1d377KmlIU90l0naSdF81URp"
    "XIl1xlVBZazRhnglm/kz+iY45lKEApGnCjo/3/7rc8YDj2n804e3/4oY3j8fn7y///iXWJ"
    "yj/d37+5u8ht74qOQMFLOdAIBsabI9ZNCy41DMdooAulvQzb40lVXZWZQCtPetsbmatMZW"
    "XgoBgksJnlC06HZvYPs9dnYLQbAoFVjWxYpQKKrbsSyUMA5mtvUcDvLJDjn61qBbGT2QRQ"
    "1VxDhj6xiqEjuOAbmB5xIql+hOIQp6dGeNymIqqmIKjnOk82UITgAK0ttLmA0SqiMH59E3"
    "FzODVnoBsjiF9PNp5VPfkwfs/MiUVuAhYY9PVqjWUrZDcX3Dy49iLe+QVI3dUVw5U+66yb"
    "F4LT4Wr4/HotiC5pe6oW3HQ1TS3p1ZdxQ7ZoltV6WSE4hKhA58HK5tYu6YXRE4fpnlV0V/"
    "AQrLoGiZF1glPVslPxuUPhHP+oQo8kVWSVao1ipxj+K6l8hDDG9epyPE8CCGNwlt3JmVB+"
    "EPCH9Ma2uflqHxiS3PTcDMdqGVwUnUmhjhYuvrVBiiHkpHPdinkNYbHAiUxlyVBtow1b/9"
    "HFqPQrXBy9QrjoO07ifi4JrMy6QD12Rk12Rj7LEtdfKliL6StePxC0OlJqonwPUD12+qW3"
    "to/h2rBfkpaLit/1op3plebpFYoS9TOdPsxxyYeQ89kl0L8rM44H+mfuMviNIDT6UuY/x4"
    "WectUk4Q/MR52X/gJ0IKaxLGXmd+TEQPU3pOyaEm3rdZlHKdVP0MGQWPcVz7jSKma2XZ50"
    "BAPTjrM+J/QqbzrzSyUEvt5uhZrdEcHjhw+cQcTQ24fGJOeYKxW+Ym5Lz00jB3aEN/RB5m"
    "bypvC5bCIaLU1iyZ/s0gc3Z4kpJt2ahIAahiO24fjHvEltrPsfyA+9kMqE/2B5Nvjj3le/"
    "b5dXNrOA9Ij/dpiQ6vmuItegsY5S0xyhszp5BZZI9lTXZV5GdwAzIe2zGzJfwQqmamR5y8"
    "aOgNFXDDhVHO+jVWoJZEFTtw2v2Kii7AhOJT79j6PBDxUPrk+bIuTmXykhCqGnjXQqjqhE"
    "JV1A5K7s8RL0csr1ygqqtemTnFRWZMLv+xChyLB/LmYAqEoCqI7WUqr0soLmddeD7yEGUK"
    "VsFvAbO5mzkfHrECUzzh4/i41mh2OcF+73CKzfOjUUZ9ww8OQ6w8bCLdROFyMtQX7hG3W+"
    "GmJ7C6T93q3gVSRvdBXEHDsPva1nEdmkmR20t2DLyafvkFx2Ykx8ZCvoHtkvmdVaQnECBc"
    "3pPkrMUC6VWeTw4Irk/rlE3Okm9oeedQKvHf3ejaxPNpbIikbtRwuiTN4s+xjMTFph+U3T"
    "ZX4dikEAVU9gD2iHytAlQpVOgFiPZBlcLpLcD0wq13eyP69lUx14PMsmHgVceJOJQszMts"
    "qwiexmsrQ24WpFC/XXfXdhm+ZC27DyXsEkabYUs1oh/FwSBu1JABCfCXK4MJGQR3ziNy/I"
    "q6xVSg1hTAGdFRzIDJnFhK2wUknDfjyFDMIUAFFIeCUeQ9Ihk+eQgQmifUJk869Ym50/1t"
    "OFWZ2DLcCtDD0byaEc2mRygN/6gcvzwM9m9JYxojqSRCU9OVdgRBE6BcE6CFXBv5Zfq3jn"
    "AeCaxLsA5x9U4VBoR1Tzus+ykyBw2/YrYoL7Ksv40iK9ypL/eFMWmlAxVT5+trodY265mF"
    "OWIEBbQD+3rcWjV19vjlVUindBcAnkqUQjFefw8Mx8d+yR0gQlZ5CHAqKOWRqjFJAAqmK7"
    "ov4pn2VEtFLTcoSZnQAoDvctq+yy9hqPU9sh7E8115kWXt3QhR6NZOpYdxXti/dmzb1Dox"
    "sZ/T2IOp+g0o5sQMonlmWe4yaxNyDBdymrNJO6M0UjUSRnksr6BNft6syqWiyKXQhKbLJ7"
    "gzGMho5ferpbdIcmdBQGpBr86jDGNGanU2lRgz4pSZ3sSTOasSgHoVmX2Mg3eIXHwulleO"
    "3VWjetdVRb3rqqSWWDIqAdGIeUcj3rH/XQhHeHoNJhGZsRT0wczryIIhQnMaIjT8LY75kI"
    "ICW34Cd49Oi9WexzNB2VunmxZyd5C7m1aP6OkZy3c+2i8qDOboeSOjWcexaMcZu8Ob11Ub"
    "gkkNJnUZyadjUnO/k4a7nf9lKXSKnkKh5/yUCdR59tpC4mBfbz2UsAytEs1QlKj+AkzJsN"
    "4ic0cC/wfP2IjD0RmhehP7KK5bifwoEeoJWBlKW9bJOu9QyQEpNq7zOAVLhc4aZQjPKjKE"
    "ZyUZQoc+IU9qcjIHGTAL+8f3vhyTClJ7mZ087bATHI99H493Ftq7xEeO+fw3JJ5clJWqPS"
    "BxKh/rwK4jUdQkblR8Eb4/BKDGPCaTpWh6PiYAFQ/GRkW0ZxVVtGfFMlpJ+0Nds+N8tWpU"
    "9rWqKPta5dndsL+PPOZyO1LDDnMwBdnuPmsL/QuDXRAgJFR4P8CszbbO+FwTq0TZij2QWF"
    "6J3//Q7gdE50YOj067aR7KDpb9un/34eG6EHh9h4fLOmcvOqBpHz6eaxsm+5GvI/2aCaoV"
    "W4O5ksSwIiF7aWj8Ctob2IaxR1CfcOr1CeOX/E7jtO2uPIFXVY03OQ9Swn7M+Y9NQiFX4k"
    "jIVSEQAhkZIdkXjTIyFxUZmYtiRuZwYEoQnQAUZLiXnkPDNBGlerumgVJwJ70DkyK+h8ud"
    "Z3Gr4oDZ3EbJXIlhbKbhmMjWmZtOy5o0KjR1Hqjedu5+zAY0w3RqzNFg7RPfsNuU7xWxEJ"
    "1qHZ2iW+y67GO1WogCFhai9UK0/jnAb6GzQtbA88KCCqnDlMMoaLZcNHF4xO5OwSiMNcYe"
    "MaqkwlUlUAX57t5wSXgzLMtjroxM4q0MqwTpQyfh1ti2W65BCVSBYThDLwDMHUqrihuWFV"
    "fWFRfUjIceMXpq4Y0WgCp6oz3cbXrkjWLmzMsZjHmkQskG6Hw6rQWA2vqRF8BCJrZaLEAW"
    "BxpozsUtt+FFyouqCpeDxLJRmYuOEuEeZ+FTxJ6H59+L+hpg2n23egUu9ho0Bh//Bppzyk"
    "OA07Io7rNcn04sr0RUJev1XDZxei7FPs9lMZQFKeV+U8oW8iWLUVKEcpGSfiY0w3zxXmt9"
    "fiPrUiuhylJLMeCHtPUDN5KGxOZFVsQ0Ke/uEgIY4356XvR77KBFlRMdCSyb+dB2LDvOXd"
    "jQ/TFk9wf4xj00G8AsxD5opbtAyn07iCvou3Vfbx39V4LbWF5BcnvJt8IYz+7VAYzxnJAL"
    "F9qMeusq1DI0LMZcPZKfjed9RVIvfrys80ZcTrBPVyTwXEJfmMwDPwT8kIlwzHf2H3a2hG"
    "HHQRS07bpPejCv7REfx3A05pjDKEhy91Xo8vX+UOYvRXDUoCyVeY4B6iWW+nD/4l+87FiE"
    "PG6oQSvDKeQ+pnEaexI4fhs/JI9UyaoYujXUN+SaJhIAaOwGGttDG+SVp02ruiU4kHKaux"
    "9dQndIxidJ5IdTHa9n4o1AfVDf9UHQUQIdJae3ANOLfP6AGWXINcLO/uogKC+5bBgP1a0c"
    "qC42unirWXhzPPq1NfKfEHI0Enja8R01w7E0f4u02N/4D6qtCdm9WuSW+mXvVD5DNOfimM"
    "SCUCwMBG1G8ukMBIXweC9lOhOKyoxNbv++VKTaJXiO5RXk96LZLNCKUaB5cp/Yz12quyUB"
    "KEhvL96Vh9hhY7UJK+aRKmljCCuqlM6EsOIwR+GGhApBNkzAo0CHtNchzGmV5p4DAfVzjc"
    "/8chxJ9+FQHiCIzeSklnVxmZLhguPcNw3RkD4umR7Va5lQrr77JCZ0HSTkXjch91pM7nVZ"
    "zckeSxb/pRAw45pFNAKHfQgkNZMzA1KA5wpae5nG2brlA7o9OmvY9xDSN0xbtFmGErBCff"
    "wDr4RLKPblrpbgIVClkicUU53Z7fixbCwqITYyHIE5zeNytK4ZsC9eY3twWMV+c3//PqPY"
    "b+7ymvvXDze37ECNtDwTwr5gB0PRChStnN4CTCgoEs0H+Uii36d4gMjH40zzJgNE4vnnEA"
    "VRJgoy0fqD+VHMlRYHjBO5cW4JQsEISC8T3Xzmhcv45rG8EvwO7ZiDJXfahsSnqMxBZEUc"
    "n9aaEF4qB+bDvM42KCmFktKTNummVVE6odwh9PmqZHNkK8bk7+x60WVd00p+wdRvBbxEKC"
    "qFXnUVqhHA/4ZMysktwIQCIGHhaNXkw+T5sklJaT+zD5uGQSbhHSodE2FL72G5yXEcRLkj"
    "8arJiXglPhCvilPNmNQu/AASDPMY5SjuxwsH96Rn9wTsutM2K273BrY/IEqN6NuXmhYZmV"
    "rzAoXS+p4T79PG+JL6y/F1L5B5gczL6WZejj88yUXJopRLEfQyeJWZclIcx/IKmiY93Kga"
    "rH9Dpn9gSYLkPE5BsrsPosakyemMLEpBoru/CmmMwEd9K8v8TBI+/m9iFx+jWc3j/xxIwY"
    "3bTyLr8HNvoSEUZfmikVFxUWFUXBSNCigqHbCodOvvS2YGi8mO5YHsFmRDIpyPlq6aBEtX"
    "4ljpqhAq9X20d8uKlcSVShwEmjXzlsXeeF4j3QpcG5ulO1fIawkS6C1c6mdQX0eeVxbfF2"
    "vgLEqBJAr0UZxAvB/qOCa0ADQccy4/oS0BwTyJmaa6/onWW0J2bw9Wz0KQ7MpJLevSXU8H"
    "ed3gAJPpLara0ooluQbRIuJUmIVs/Ii8Z7ngXg4FbS9Fde0E+3VZIZOQ0xSg0iHZXWe45M"
    "kH9sZL7Q3f8AMZtzwFKGRqdHfTV8C+O/sM+l6G0xxKpe3cnWZw6FOZphV74ykCPHFpT1wQ"
    "+xDHQ1UKe/SUSZmet/HD0cJbVLsbidiyqb9h8YjJOByn4m30VlIXL69cKUYWpVz5Vvfl+8"
    "ixXML+mJy7lkOBu1Y0ImTrtRSu0+q+KG6a5UOzNnrXxCqZpiE2eWN5JfYrlACMWQLQ+QVL"
    "UALQR45aOn6TQ4HWFRArH2/IwRTwg4fWwONFzxTf0VBXAXUVp7cA04u33R5d9EV1vC0RWz"
    "aNtyEeAfG2eelpaGGdUwtr4JVU5YtX4yiuoIt4/rpp32pl42ox+vlYPtZSbHmnCCVoHtrs"
    "ji+taLqlY3kFPJwBhlhSxKxouca0BKHEdh5gEo/roUdMAqrLk10CVW5f98L5HMKli/Risj"
    "mGTJO9GTg+LrE6qq98zGMVCowMfemjge3wlmuKS0e5Vl75mIfCKrxkFQKv7MbZSvZjCCQQ"
    "itMJqN9Kt+SAyjA78Ia2MA3JsHT5SfIlUOWsll7GIkEkHCLhp7cAE4qE/0TWC0H0O3y0rI"
    "t4/3YU6jTI/SUZf2YhK3BRdBvN11zoOzfMcal9Kczz4oZORc/jd5Ue/gitcd3qHwixzynE"
    "DrMLeywuZl8ykIrbJAAF6e1+WqHrYeJhv6RssyJUk0JUMmy666pLD2WJfZtFKbh5zxoph7"
    "MK7XBWVA/zG206mDvataqoGmxaOe6jarQpBBQbu6Ku8WwTo4R8caaZgwy4wf/43tcWhxp7"
    "pWrsvcCRDqykGJVsj4FVCTdfR663Qan4eYfTDb/pLfpF8jCVNnSHteAG3Upl0TgEbNWib7"
    "JBnsc+vgShGQxQWkj0lt+YKs7yCi5LBSoX5MmRu2cvAbSyt6bmVvRfBWUjg6I2OfQcELy4"
    "9l6chwSjEirro3gYsN+W/TAJhw5cyqiZHEy5YFEPM0HC+UrSUbksSjmae1HpB864KwIbty"
    "HkgQrwPXSA6FixJ7PHOYgChOdD/I0i/BUB/kIBFHHMwGOK13yWTaiUQJUjvPuxOFBxNv6I"
    "U6/NAmRxYCK2rtvGDqbbFguQA8IKzLfk7zbs0FyI6/4Oz5cNiv90lIj2e3Nz+LcwVO+Nv5"
    "NDjKh6L12k5iuQYuBQbe/3Szqiw7ugM07jziSbOKOk1wxSCjNi84l4O7m0QopQzmPsJQYF"
    "92AMfJ6Fw/uYp1E2eK4yi8PDwEFpzT5k0UZeAUgvQHrhBNILUd5RhvQEAGQ3IntCYae/R3"
    "1LgpjT3+OmpuqAU9L7NM5Qxei/Evo4llfujo2umi/EkSRMddcIKCoLJhHC7AxHEM/jcTne"
    "1wzYl5ZIXhlWUdzc37/PKIqbu7wm+PXDzS07FaO1YELYF5gcB9r0tVQOMgNSQCfntvnqss"
    "k+X12KN3r4rJRnWZcyAwPDeqa5l38eAi+iecNJWKZmzHAqB+fgmOdghx6J+CjcEipVzBfL"
    "qxjb72VapdSsbFe9XFVngejIPC8J2dUMM1BnVPAQE7PSqi+JXZtDwe4tm78XOE7495qzyi"
    "Gg16XsKmvoLe4tKT1iGd3kqB4tRaVThORbvPNIWITWi+BRqq+f/TKjo7LJnocpo7oH5v4R"
    "eRTLzUnlIMoFi7opVZ9QrOLdFpm7T4GzEEQrkufLuniFGUrq3lG0LmSx+LxFWqgjNYbQyE"
    "YzHI1Rjh7CoVxa9F6vFrkFaoqBoMccgv+e0WJuigHH6XzLboD+6HjExI7uzpSZXpEFqcR+"
    "d+WmJCibYCouM0gAA1opX772ZacMXdXR4l4OuI/j5S0AxJaPBnAgYH6mOcV32DMDLGznih"
    "/XW+mcYK2N/lajyHvEJtJI4FNsIc3fGr5m2LZ2yE5SjfrE1Qy6YwumPW2xjTTsaxZBVHMI"
    "k4xu5i4a8l2+MVj7c7D24SKhrqdMuezLy58FGRicBm3PYdcjayRf3sOhlNnRYzAvo0ZSgD"
    "KUdzhI0TfK2j+qBrzHCOViuxeNMvkXFZn8i2ImfxSDfYp79rTM9R+Qa5PnfcUABk6i1mi3"
    "srKjlANOIRE0IYu5q5lFYosZ2lFPS2X8eBypJtAXP6YT16qVBTeabRxNIXet17D3eQ1XC9"
    "TREDmxfoALu3qc/CnblDt8O+7My7Ht0p7Qih4kW52e0AEKiJ+IZ0nVaCcABXfwqhHDqwqG"
    "VyWOHd5LhSESeZUstO6St9ijfothhSlKJVrHKHJtVd8K1M/c58APzFX4YHi7hcjtSCWWtZ"
    "5HJKvvY+Ha/OJfyRN75GnMw9AOYKptjUekeciwilnDenHIBc4hFxipDtkJkhwI9M1c9c1P"
    "ZH1j+OZWpG2S57W6Jhwouk5EJxPnOJURtC80/OBq+B71d+dXwxvRt5RZkBShoDvZS5sfdF"
    "H2R6+5JRRJ7d8UoVy4qZdgCPuWXkmnurj2OgEowO/QldcG1clGMjcYQ6CcoF2I5IEgRqGj"
    "Gxu/bAhzFfcFKFTdta5+N3aMy8Chxqas9aBqZFweClPjJKbGecigcgZgilDQQunlCGUmM5"
    "Ea754AFGS4l5l8PvGNklrHiiq8o7xK8aburjQ3HMPDcneacxBlDJHOCHWRp++xE5R5guLi"
    "5gwISM2T6hA5xzqWV8AtGeDMgmsW4Zq/E1yBCSZU7ny0X9QkVSKZZePEio5j+U6zK18Wx3"
    "ePNuXxXrivuZxLViiJdsKlgCNrHnHehl+vhrYLD1HpDOjMeIGLFse7vRjyMf3lYzxEw88r"
    "wW+KUM4w76XrMMw7t9EeWRxYha3t8rQHp+kW5yDK7fGummFGaY472Q09LTfnUIi6EPs4R4"
    "FlEwdnk8rWFqneO0g7hNg04mlbEnjh6EnCXg07qsL/Z+/4SnsfbXaqGR7STBI4bD9p2NHW"
    "gblDPl1qlBxm3IRvQDXTYI+QZlgWEwvcYq3rYH+11EWjrnEY4xlRF3WO5V008MMm6YfFK9"
    "fYcj3KK2i4Njl0xGfOmEfO5HgdxYiCBtceG1yRE93KIhOv4SGQaSrkQ20D76X45BBAZyEE"
    "E5gmQpYUoRkMUFrmlErxmQKAzDyZTwb2pUdocyBlGB36LpDAkaY9xQDr7VgPN24J6eL67g"
    "QwYCzrj+99RbOGrvBmG1aK7VgeyJ7fjek/R1f+/i30XQSxLU5iWRfcOl4gHLtC4zRGjuu4"
    "TaiVuiu3reISlVlUZs+5xm1ON6bPuz57tDvTJ8f1KaZ4PiALG6Ij8PCw9vTbJ2JwY/qY59"
    "51Ez18LVbD17XnHvvz/nEcbl5TOIb3LAi4paB8+1d8TeTMNEXVjz60dHlbmbF7c/fx7ad/"
    "lxvLsbxLqP/gRW+0uPn359u3eVcQW/5WIoiUyKukmjsLI21RrMQa0pkCgM+yKDx0JJy0Ff"
    "EWeVg8Xuj4tNaOMFI5mCw0L1UgNhmmMMB+bJWQc+JWjZy4VYUTtypUSbAflgTDR3EF2T1r"
    "FIw4qwhGnJU03InM3p9+uf8oa/Ra2PS1/9NsTOd4vFWQG5JRHSbOR4Rzdm/4BqOHib//P4"
    "P1wyE="
)
