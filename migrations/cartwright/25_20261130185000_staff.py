from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
SUITS = 10  # it only adds; roles and second factors hold once the last process of an older release is gone
TOUCHES = ("users",)

# Who is an admin becomes an owner. On the way back whoever has a lesser role is no admin: it could not be a lesser one.
OWNERS = """
        UPDATE "users" SET "staff_role" = 'owner' WHERE "role" = 'admin';"""
ADMINS = """
        UPDATE "users" SET "role" = 'customer' WHERE "role" = 'admin' AND "staff_role" NOT IN ('owner', '');"""

UPGRADE = {
    "sqlite": f"""
        CREATE TABLE IF NOT EXISTS "api_token" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "scope" VARCHAR(20) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT
) /* A token with a name, made by a person for one of their programs. */;
CREATE INDEX IF NOT EXISTS "idx_api_token_user_id_2531e3" ON "api_token" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_api_token_expires_5198a2" ON "api_token" ("expires_at");
        CREATE TABLE IF NOT EXISTS "authenticator" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" INT NOT NULL UNIQUE,
    "sealed" VARCHAR(400) NOT NULL,
    "confirmed_at" BIGINT,
    "last_step" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL
) /* An app that shows codes (TOTP). At most one for each account. */;
        CREATE TABLE IF NOT EXISTS "passkey" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "credential_hash" VARCHAR(64) NOT NULL UNIQUE,
    "credential_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "used_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_passkey_user_id_2b774b" ON "passkey" ("user_id");
        CREATE TABLE IF NOT EXISTS "recovery_code" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user_id" INT NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL,
    "used_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_recovery_co_user_id_c9ef0f" ON "recovery_code" ("user_id");
        CREATE TABLE IF NOT EXISTS "sign_in_step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT,
    "purpose" VARCHAR(10) NOT NULL,
    "challenge" VARCHAR(100) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
) /* A sign-in, or a proof of who is there, that is half done. */;
CREATE INDEX IF NOT EXISTS "idx_sign_in_ste_expires_41676a" ON "sign_in_step" ("expires_at");
        ALTER TABLE "session" ADD "proven_at" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "users" ADD "staff_role" VARCHAR(10) NOT NULL DEFAULT '';
        ALTER TABLE "users" ADD "has_second_factor" INT NOT NULL DEFAULT 0;{OWNERS}""",
    "postgres": f"""
        CREATE TABLE IF NOT EXISTS "api_token" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "scope" VARCHAR(20) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_api_token_user_id_2531e3" ON "api_token" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_api_token_expires_5198a2" ON "api_token" ("expires_at");
COMMENT ON TABLE "api_token" IS 'A token with a name, made by a person for one of their programs.';
        CREATE TABLE IF NOT EXISTS "authenticator" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "user_id" INT NOT NULL UNIQUE,
    "sealed" VARCHAR(400) NOT NULL,
    "confirmed_at" BIGINT,
    "last_step" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL
);
COMMENT ON TABLE "authenticator" IS 'An app that shows codes (TOTP). At most one for each account.';
        CREATE TABLE IF NOT EXISTS "passkey" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "credential_hash" VARCHAR(64) NOT NULL UNIQUE,
    "credential_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "used_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_passkey_user_id_2b774b" ON "passkey" ("user_id");
        CREATE TABLE IF NOT EXISTS "recovery_code" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "user_id" INT NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL,
    "used_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_recovery_co_user_id_c9ef0f" ON "recovery_code" ("user_id");
        CREATE TABLE IF NOT EXISTS "sign_in_step" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT,
    "purpose" VARCHAR(10) NOT NULL,
    "challenge" VARCHAR(100) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_sign_in_ste_expires_41676a" ON "sign_in_step" ("expires_at");
COMMENT ON TABLE "sign_in_step" IS 'A sign-in, or a proof of who is there, that is half done.';
        ALTER TABLE "session" ADD "proven_at" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "users" ADD "has_second_factor" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "users" ADD "staff_role" VARCHAR(10) NOT NULL DEFAULT '';{OWNERS}""",
}
DOWNGRADE = {
    "sqlite": f"""{ADMINS}
        ALTER TABLE "session" DROP COLUMN "proven_at";
        ALTER TABLE "users" DROP COLUMN "staff_role";
        ALTER TABLE "users" DROP COLUMN "has_second_factor";
        DROP TABLE IF EXISTS "recovery_code";
        DROP TABLE IF EXISTS "api_token";
        DROP TABLE IF EXISTS "sign_in_step";
        DROP TABLE IF EXISTS "passkey";
        DROP TABLE IF EXISTS "authenticator";""",
    "postgres": f"""{ADMINS}
        ALTER TABLE "session" DROP COLUMN "proven_at";
        ALTER TABLE "users" DROP COLUMN "has_second_factor";
        ALTER TABLE "users" DROP COLUMN "staff_role";
        DROP TABLE IF EXISTS "passkey";
        DROP TABLE IF EXISTS "api_token";
        DROP TABLE IF EXISTS "authenticator";
        DROP TABLE IF EXISTS "recovery_code";
        DROP TABLE IF EXISTS "sign_in_step";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWuT2zaW/SssfdmZKq3L7le8W1NT5U6cGc/4kbE7O5NypVgQCbUQUQSHALvTm81/X5"
    "AS3wBFsEmKhO6nxOI9kvoAurhv/LZwUMgfQ3K/4S/euG6IGVv8t/Xbwkc7LP5H9nhpLVAQ"
    "lB/GL3K08hIMKgiuGA+Rw8XLa+QxLF5yMXNCEnBCffGqH3le/CJ1hCDx7/OXIp/8O8I2p/"
    "eYb3AoHnz9WbxMfBf/iln6z2Brrwn23NKXJm782cnrNn8Kktfe+fz7RDD+tJXtUC/a+blw"
    "8MQ31M+kiZ/8SffYxyHiOH57Hkbx14+/3eEPTf+i/TfNRfZfsYBx8RpFHi/8uSs7f21h2x"
    "8/3dlf3t7Z9kKDIIf6Mbniq+6X7D7+Cv958erqm6vXlzdXr4VI8jWzV775ff/ROTF7YELP"
    "x7vF78lzxNFeIuE4JzWIVh5xbBm3325QKCe3BKpwLL58leOU0eeRvPjTOvKdmD9rR13ssR"
    "dMfEHsvsi+DXvh40c7++efF0OtyQ79anvYv+ebeCFuGhbgf958/vavbz7/4eLmj/EHUvGr"
    "2f+aPh6eXCSP4jXK1yRiOJSuiHK3FxDHt3yb5UhfmPOmzwlN/quxv1P5frZ2nctcaY5BZn"
    "m3vnzZZru+fKner/GzMr8e8fErHYIzADDcnuELXYYvxmV4MZK+HYJfh/AnHXpTeQP376uL"
    "NvwKKSW/ybMyvyG+j7+UBsM5wrgdPAjDAWUceYJAV+uoq8AM3M+tyG7guk61QyOfh3r6Io"
    "eYSHEbhtUE17ay4EdvE6cA41TFVZvNe6XevFe1zXv4wjbbkCCIv0iN51tKPYx8OdUyeIX1"
    "lcAPRXv2ygDMNzB9++nT+/idd4z920teeHdXofzHD7dvhdJOVkIIEb732Gq+SErginhed/"
    "oLaGBfg30nxDEnNuIS4sm90sEu44byscdV4Xsn+78uLi4vv7l4eXnz+vrqm2+uX7/MvO36"
    "oya3+/bdX2K+S+tSX4AocDstQBkHC6C1AHFIdb0txP/iF1bI2T6i0LVrT+gFVcnWH+0udt"
    "VXkI/uEzrjvzv+wsVwc+QS/jaxhVQB6VxieTQmHcvaOBMeMi79dUFXv2CH73ddTNP+n8Rd"
    "/Awx6zFj1rq6Y1idcQJmR9bZ4hdFNQPSRUgn4g+sTkxX9xaRTvjRcXEygInu4/VVGwfy+k"
    "rtQsbPagxrRpxyhIEc37RxJG/UjuRNzZGsnIZtWa7ADKS6f589tzT0ie4zSTspmm/aKI0b"
    "tc64qamMFV7TULKZ7/CvimMuRxgQeWqg8+7tv+5KHnhK4x8+vPlXwvDu6fDk/aePf0nFC7"
    "R/+/7TbVVDrzmWnIFqtjMAkK1NdogRkx2HarZzBNDdgW7xRzNdlV1GGUD70Bq7UJPW2srL"
    "IUCwlOAJRYve7hDx3hN/u1AEi3KB5bFYEY5FbS+VhRLG0cy2gcNBnG6xb28Q2+jogTJqrC"
    "LGGVvHUJXYcwwoiMKAMr1Edw4x0KN71aospqEqpuY4Jzpfh+AMYCC9g4TZIKF64uA8/jUg"
    "wqDVXoAyziD9fF751Pf0nvjfC6UVhVjZ41MWOmope7G4vS7Kn8Ra3mKtGruDuHGm3Os2x+"
    "Jr9bH4+nAsqi3o4lK3tO2KEJO0d2/WHSO+I7HtmlRyBjGJ0JGPw5VHna2wKyKfyyy/Jvpr"
    "UFgGQ8u8wCoZ2Cr5ATH2SEP3M2aYq6ySstBRqyQ4iNthJg8xvHmdjhDDgxjeJLRxb1YehD"
    "8g/DGtrX1ehsZnsTy3kTDblVZGQeKoiREvtr3KhSHqYXTUQ3wLbb1RAIHSmKvSwGuh+jd3"
    "sfWoVBtFmeOKYy9t80wcXJN5mXTgmpzYNVmjHfG0Tr4cMVSy9nT8wlCpieoJcP3A9Zvq1h"
    "6bf9/tQH4OGm/rvzSKd6GXOyRW2PNUzjT7MUdmPsQPdNuB/DIO+J+p3/gFM7bnSeoypo+X"
    "x7xFVhAEP3Fe9h/4iZDCmoSx15sfk9AjlJ4vOdTU+7aMMq6Tapgho+AxntZ+C0L6ILStLv"
    "8lGHgt3bhnuAPzBRBsewiUzIj/CbktP7LEO5D6LMmz5TGHJT7s4eKPOZp5cPHHnHI0p25X"
    "nJDjOEiz4n4EwAMOiXhTfTtcCodoXlezZPq3sszZ2czK5XUjUjWgia3QQzAeUk9rP6fyI+"
    "5nJ2Kc7vYm3xz7+RlH67WtS3QZZZz66J/mndgmtrNB/j22U3UgOSqbBtWr3gKm1WtMqyfC"
    "9xaG74Osj7SJ/BJuRMZTc3G2hIsjz2ZYfLRw0RUjehuJl+Jhy2uswD4fJmzsNEPa0u2v4c"
    "aLF74a1iqHgjVTHJ5pN0UbugATCsR+K9bnnqpvvsieL48FZJ2iJMRkR961EJM9o5gs8yLJ"
    "JV0NzuZB3riIbF8NeXMKAM6Y3OLXqnGsnvpdgRkQLGkgdpDR3wFlRM66usCkADGmvgT8Fj"
    "Cb+xkmFFI3ctRjhA6PjxrNQUFw2IviUvP8YJQxjni0n5QXEgfbDo6XU6C+Fh4VditcJwdW"
    "97lb3dtIy+jeixtoGPZfQH9ah2ZS5A6SBgavZlh+wbE5kWPjYo6IJxkS3ER6BgHC9T3Jgr"
    "VYI725YaEEBNenc8qmYsm3tLwrKJP4728+dub5aJTxpG7UeLokr6OYYyFPQBweya60bHBs"
    "cogBKnsEe0S/VgGqFJr0Ag25rWtDl0DGbdvLVtv2smHbXta3bUKZrptdwBjHMrT8mmjAQc"
    "0NJA8ih7/boeSvb8og7GWWLdMINsnEoQBn5C08XCogXVsdcssgg9qk+7vpEnHNFiQOnUca"
    "VgbytGa3HMTBgmvVRwflHM9XBhMyCN75D9jnDVW4ucBRU4CURE9iBkzmxDLaLqDxiDZfh+"
    "ICAlRAfY4mw+ED1uGzCAFCq4R69NFmnDpbm2/iiwiop8OtAj0ezdczotkJKWPxh+rxW4TB"
    "/pU0ugqSJBGaI12uBxB0WOo1Fbs48DCX6d9jhBeRwLoG65Al6lVhQFj3vMO6nxNzEPGGcd"
    "xFkeXxC5zKwr36cl8Fk24+gzh3vn6uVY6XPbO44gFDOfjIvl5hrdo6e8XlNUin9BcAnkqU"
    "wjBe/x0hnxMuuTZLyWoRApwqCtN0x0txUyu4+y9Jm/YwYkMtNyhJmdACgO9y3r7LlzjU+h"
    "679+qx3EWR5dHrhJLQrZdLj+O8iH9tyT7DgTjHu4Af9WdSl6e1M9P0czDMnxlFCc2y8mXW"
    "1uQpvMlpTpfujdJU27RntICAUGqVzlSJt3V3UnkDvZ2LdvVDDeVDtWZVW790oISBXGF1v7"
    "p2h/KBMghIrR1T8yhwmdEpNZsalxlxqhjJ3FDpqpjBbECt6xD3o/hUL/KZyhvH7nWrSuLr"
    "hkria0mVtma8B+I8847zfCv+d6Ec9Ru2mFjmpFLQYTSvIwuGjc1p2Nj4V0pXIzQGbPkJXI"
    "Q+LVYHHuMGBYW9blrIikJWdFrdt+dnLL/jeLdoMJiT562MZpukoj3nQvdvfqyOE0xqMKll"
    "JJ+PSV34nbTc7cVflkGn6DmU0M5PmUAF7aDNOT7hdufhpTK0STRDuaf5CzAlw3qDnS2N+H"
    "chWqvD0SWh4yb2Qdx2M/mTRKgnYGUYbVln67zFkgNSbVxXcQaWCr1qlSF81ZAhfCXJEPrs"
    "EYdaE9YLkBGzsL/9PpRj0kDqIDPWpx12guNx6OPxnYt3AeXYd57+jtUzocpSRw9IksunOr"
    "DvSBRzaJAUX8TvDwGoUx6T2VK0PR8zgIkHY6si2lcNVbSv6mW0mvaHuWbHxfV1q7Kv64ay"
    "r+squ2vx+TgULrevNUayAjOQ7f6zttAOMtpFIkpClfeIzNps643PFXUlylbtgaTyRvz+x3"
    "Y/IDp34vDotMcRQNnBclj371N8uC4UXt/+4fKYs5cc0GwIHy/wkCN+5KtEv5aCavVO60JJ"
    "YlyRUL5cOH0F7xDxYKAU1Cece33C6Ut+p3Ha9leeUFRVrTd5EWSE/VjxH9uEQm7UkZCb+n"
    "1SkJEZ9Za0/YGpQXQGMJDhQXoOkeNgxuxuTQNScC+9A5MifoBL4Gdx++qI2dxWyVyNMXcO"
    "8h3s2cJNZ7ImjQZNXQWat537H7MBzTC9GnMsWnHKkdelfK+OhehU5+gU25AgEF+r00LUsL"
    "AQnRei888Bfgu9FbJGYRgXVGgdpgWMgWbLZRuHR+3u1IzCVGPssKBKK1wlgRrId/+GS8Yb"
    "ct1QuDI6iTcZ1gjSx07CrYjndVwDCdSAYThjLwDMHcqriluWFTfWFdfUTIgfCH7s4I3WgC"
    "Z6owPcGnvgjRHhzOsZjFWkQckG6Hw6rwWA2voTL4CLHeJ2WIAyDjRQV/5hUvWi35Gq4vM6"
    "bOcyDrbznGu13sY3ri+aCrb2EstWVVs2zoQHvDSDYfE8Nuee1aYDd2H0q6bhBsBRU0rpb6"
    "A9p0UIcCpLSjzptZ2l8kYECctO/FUbH/5K7cJf1SOzUCExbIWEi7lmbVWOMC7wN8zAcRiX"
    "P2jp2i90JbUSmiy1HAN+SFe3eq1pSKyfZUVMk/Ieb9PS28AQlDPAi35PfLxocqITgWU7H9"
    "pLZce5dxJmXZyymQl84wF6Z2C05xC0sm2k5b7txQ303fpvH0j+q8FtKm8guYOUD8BU2v7V"
    "AUylnZALF9uMdueiahkaFmOuHskP6GnXkNRLHy+PeSNBQXBIVyQKA8qemcwDPwT8kIlwXB"
    "xUsd/ZGoZdAWKgbdd/0kN4bQ/kMFWmNccFjIEk999Uod++Al0rWgQn/fZamecUYF5iaQj3"
    "L/3F6075qOLGmhs0nkIeYrgs2tHI5138kCrSJKti7E5njvR6gDIAaOwWGjvEaxzK06ZNzT"
    "8FkHGaexhdwrZYxyfJ5MdTHS9n4o1AfdDQ9UHQIAUNUue3ANOLfH5HBGU4QPGgiuYgaFFy"
    "2TIearsV0LHY6OKN5ZL14ei3Vpg/YuxbNAqtwztayHctvsFW6m/8B7NWlG5fLCpL/bx3ko"
    "/Erbg4DnUhFAvzbduRfD7zbSE8PkiZzoSiMqcmd3hfKlHtGjyn8gbye9lutG3DZNsquY/i"
    "567V3ZIBDKR3EO8qxOKwcbuEFatIk7QxhBVNSmdCWHGco3BNY4WgGyYookCHdNchwmnV5r"
    "4AAurnGp/5cpiw+GFfHqCIzVSklsfiMpJZmae5Ph2iIUPcmX5Sr2VCufr+k5jQdZCR+7oN"
    "ua/V5L6W1ZzsiGbxXw4BM65dRCPy41FUWiNmSyADeG6gdZDhsp1bPqDbo7eG/RBjey20RZ"
    "dlkIAN6uMfeSUCygjXuymlCIEqlSqhhNnCbicPsim/lHoY+Qpzuoir0LoSwKF4Te3BcRX7"
    "7adP70uK/fZdVXP/+OH2rThQEy0vhAhX7GAoWoGilfNbgAkFRZL5IB9p8vtUDxD5eBjR32"
    "aASDrOH6IgxkRBJlp/MD+KC6XFkeBEb5xbhjAwAjLIRDcuvHAd3zyVN4LfsR1zsOTO25D4"
    "nJQ5qKyIw9OjJkSYy4H5MK+zDUpKoaT0rE26aVWUTih3CH2+Jtkc5Yox/SvonnX33LSSXz"
    "D12wAvEYpKoVfdhGoE8L8hk3J2CzChAEhcONo0+TB7vmxTUjrM7MO2YZBJeIdGx0TE0odE"
    "b3JcAWLckXjT5kS8UR+IN/WpZkJqG38BDYaLGOMoHsYLB/dkYPcE7LrzNive7hDxPmDGUP"
    "LXS02LksxR8wLH0vauID6kjfE195fT614g8wKZl/PNvBx+eJqLUkYZlyIYZPCqMOW0OE7l"
    "DTRNBrhRNVr9gh2+Z0mD5CrOQLL7D6KmpOnpjDLKQKL7vwrpFIGP460s8zNJivF/hwTkEM"
    "1qH/8vgAzcuMMksvY/9w4awlCWL1sZFZcNRsVl3aiAotIRi0o3fCeZGawmO5UHsru01iJH"
    "Ou76lvgofFL4ihmm2vX2xPc9zvPq42yKFsWMFTkXlN+++/jm809y0lP5gDJ+HyZvtLj96e"
    "7tG6g/aAhSX7eJUV+rQ9TXtQg153gXyGrE1AViBQj0yFYNuh16WmHbjQKPONKdq+RVggR6"
    "JS3IIUauKzQGk2ljdUy0BgRyaxdVIsZtHIaynJXaqiijDEgMQm/QGeSwoDZpQgvA4tH9+l"
    "MHMxDMSJlp+vafeLWhdPtmb1IuFAncitTyWAr3cS9vowJgMv1yTVvasMTtKFpEnd51sUce"
    "cPikF7CuoKCVq66u/Wi3khXnKTnNASYdkv1NO9A8+cDeeK69wRGPdGIeOcAgU6O/2+si8b"
    "eL72DvdDitoEzazv1pBp89yjSt2hvPEeCJa3viitiHOthsUthjoOzg9LyN7w4W3qLZ3cjE"
    "lm39DbeImIzDcS7exmBlouny6pUXlVHGlST235KCfTeg4sP03LUKCty1uhGhW4NocO1h/4"
    "We0yyJm7XRu6KuZEKM2uRN5Y3Yr2ObvFBfMeilYVBfMUSOWjt+U0GB1lUQqx9vqMAM8IPH"
    "1sCni54ZvqOhrgLqKs5vAaYXb3t7cNEXzfG2TGzZNt6GiwiIt81LT0Nb9pzasqNQ0mmiXo"
    "2DuIEu4sXLtr3Yjc3Y9ejng3xUq9ryzhFG0Dy22Z1exNJ2S6fyBng4IwxmZVhY0XrNlhnC"
    "iO08wnSpIMQPhEbM1idbAjVuXw/C+RzCpYv8sr05hkyzvRn5nEisjuZrTKtYgwIjY19kio"
    "gX39zOiHQ8ceM1plUorMJzViEKZbcoN7KfQiCBUJ+4wXgn3VIBGsPsyBvaJSwmw7X1b0eQ"
    "QI2zWgYZ9QWRcIiEn98CTCgS/je6Wiii3/Gj5bGI9y8HoV6D3F+zkX4udqMAJzcs/VwJfV"
    "cGlC6tr7UZdYVBasnz9F21B5pCa1y/+gdC7HMKscM8zgGLi8UfGWnFbTKAgfT2P4EzCAkN"
    "CZeUbTaEanKISYZNf111+aGssW/LKAM376tWyuFVg3Z4VVcP8xvXO5o72reqaBrW2zjuo2"
    "lcLwQUW7uiAXryKJKQr840FyAjbvDffh9qi0ONvVE19mHkawdWcoxJtsfIqqQwX0evt8Go"
    "+HmPoyN/tTv0i1RhJm3oHmvBEdtoZdEKCNiqdd9kjcNQfH0NQksYoLSW6JXfAqzO8iouAA"
    "YqF/TR17s7MgN0srem5lYMXwXlYcRwlxx6BQheXHcvLsSKUQmN9VFFGLDflf04CYf3XOqo"
    "mQrMuGDRADNB4vlK2lG5Mso4mgdR6XvOCtdetm5DqAIN4HvsANGhYk9njxcgBhBeDfG3iv"
    "A3BPhrBVDUd6JQKF7nSTehIoEaR3j/Y3Gg4uz0I07DLgtQxoGJ2Llum/iEbTosQAUIKzDf"
    "kr+3cYfmQl33t3++bFH8Z+NMdNjbyOPPIlC9d/qdHGNU1Xv5IrVfgRwDh2p3v1/TER3fBZ"
    "1xGncm2cQZJb1mkFKYEZuPNNzqpRVyhHEe4yAxKLgHY+TzLB7eJzwN2eC5xixOEQYOSmf2"
    "IYt24hWA9AKkF84gvZDkHXVIzwBAdiuyJxR2+kfSt6SIOf0jbWpqDjhlvU+nGaqY/FdDH6"
    "fyxt2x0VfzhTqSRJgdoEh6k/YtpcLO8BXxvCKuwvtKAIfSEtkr4yqK20+f3pcUxe27qib4"
    "8cPtW3EqJmshhAhXmBx72uyVVg6yBDJAJ1e2+fVVm31+faXe6PEzKc+6LmUJBob1THMv/9"
    "wHXlTzhrOwzJExw7kcnIOnPAd79EjUR+GGMq1ivlTexNj+INMqtWZlB+blqnoLRCfmuSRk"
    "d2SYgTmjgseYmJVXfWns2goKdq9s/l7k+/HntWe1gIBeF9lV1tBbPFhS+oRldJOj+mQpKp"
    "thrN/iXUXCInRehJAxe/XEZUZHY5N9EWaM6h77B0BpYHvoXj9LWwYC/934f8AhI3pzagsQ"
    "44J1/bQKTChWdCveyaP335P7uJ1GETIqCy2PRY5We3HxNTL5YxGkxd0GWzvKuPULXTGLbx"
    "C3HnGILTfCFvEtZCVOXPy/1BeSxI84tmhobWgULi3kuwKDLY/691i8ySMi3KLrRHb/XohZ"
    "jBPPi9/wxaKy8uN/unQeKQtQ8qvZH9j7NFR1ICnUJE+yJjldutZuyEHeQC+kTfeaunmt1r"
    "sGVXEjn/gwK3TQAYAuDsQ71+htmBtzkDdpS/c368QTX4RrOwclmEnEnleiM7ZLo+Bz5DcZ"
    "rnuBVkZrFNjhQXbYPrPSUHktk+5c7LnBrlc9bVr51Fpi+NQRROQHjci7mCNZwby6mjVHGB"
    "CNGbt2mJH/1bz8LUVAwLGb+0FDF4c6gxVzgDGU92Yer/A90k8dFVFgHHdvrxF/rH7qtIgC"
    "8ufqmXy7wc62wTHJni+P+SVOLNnaLUki2XHq1xKIOAaNfEssBL6P7xqxkveSR79bYKCWcz"
    "rxJLV/E3ZQ+CGo+xl3EwP98SsPhHoo/qo6tmMZZBL7/U3RoJHsYja1v5kBRnQ3v/5sjsOp"
    "fd04XDP+bOXBqadvqRdAwPxc7XQSOhFRTqlLHx+30guCR230NxbD4QNxsEUjzoh7qBJBnm"
    "ftm67iahEaWIhtxYJZjxviYYtwy6WYWT4Vkj57xGHdkO/zjcHan4O1f5iDrGPzFCEQMauF"
    "HwPxx+ufBSUYnAZdz+EgpCus37VcQBmzo0/BvI4ayQHGUN7j/VDyJF3TvbUGJenKh+Blqy"
    "zzZUOW+bKeZT6JwT7FPXte5vp3OPDo065hrnRB4qjR7pZlTzLlYAr9FROymPu6ikFtMUM9"
    "8XmpjO8PN8Uo9MX3+UUyzcqicOPMaTSFrBpQrSSk5YDz1w993Y2j1g9bIgt3q4lO5Q2sXu"
    "v/QrOEHQ1yU3kDyR1myownHXXZMFrNM2fU5QjFrY80dLVGz2QAA3fwdSuGrxsYvpY4dmSn"
    "FYbI5E2y0PpL3pKQ8Q53MOUok2g9xeyOTmM7gHojfI7mpvqy0LKl/6HVVP9X+mjRNcdxB/"
    "sBb23Ex8S5iriZfU0e0m52Vs8maqOlTe2HH8DBe4J29sn8XpYQJDn1AszvCtzZOfpgWfZn"
    "WU7phE1OwQ8o3CqP11zi+NmayNq7VLjVwbpGYTL1ZQ9m4mgUx2GIkSs/SZvFodpmDtU2iX"
    "Gua5kUQCZpkvOy6P9GV7eIOxuVtsmeH9U18U2kq0x0MpmEczGsB5srEEQrjzhS7dAQfi2C"
    "xlLIiz+tI9+J+bN21MUee8HEF8Tui+zbsBc+frSzf/55pIhtG5PvQm3yXdRnRyV/pc6C5A"
    "gTbeoh5gPDsIfh6HU2lGGt/ZsjjEvoDJJuEH9lKBlxr+5uygAG8Dt2bxNiNl1rBpZSCBTs"
    "dQss3VMsKPRttOay25ubuK9Boa696ypwtBVcRj5Da1lzX9Ndc1UoXDencd1ciBHTMwBzhI"
    "EWyiBHqDCZqda98BnAQIYHucyPU44k3QQNde4HeZPiTb3VRDjIRyHRSgUUIcYYIr0RGuDQ"
    "3qeBNSgtg4DUKqk+1XOsU3kD3JIRzixHHPNd7jUq40xSr2Pnu4lP2KbDClSA4JLMPKHyju"
    "Pd4khSJZFZtk6s2CSV7zW78nVxePdkU8aflg5vLo12Lgp1H/MMpU79ah513qa4Xi1tlyLE"
    "pDOgN+Pl8OPQ2tU5xiRKRz5WIR8zaD4mxCz+vhr85gjjDPNB+vrjvHMX7VHGgVVoeh3qSH"
    "u8/yrUESurz3ZDT8vNae4CyQWWbRwcne6PT7WrCtNLCeOe5fj/xTu+sN4nm51ZKMSWQyOf"
    "77s7VpGzxZwtLUb3U+TiN2CWg8QjbCHXFWJRUK91He1TW1yhmPRmQ8vJZH6YywY/DG5QhB"
    "sUZ721YYTEKCMksJ/cN6kTrylCINNUy4d6iOy0+CwggM5aCCZyHIxdLUJLGKBU5pRq8ZkD"
    "gMwqmfHl5NqXVBRAxjA6slEQRr427TkGWO/GerxxJaSr67szwIixrN9+HyqaNXaFt9iwWm"
    "yn8kB2S7InFNr6AUUMu3+PfRdFbKsgsTwW3AoSWTt1hU7TGHlax21CrdR9uW0N15TNojJ7"
    "zjVuh1/UStLe1NCQWgQZGI8YpD77QJr2tQVFGITb5pri+eJs8A59iYKAhsqx5GWho6chS8"
    "RtVpA/yYG4I/ch0u2hLoGMOxovrq9baZDrBg1yfex0ZJHUbWkIIMm9llmrEVNmFX3ALkEq"
    "xbB/eFQh7DKxk+gBmDF0+PW/bmOovVbbaa+PGsbi4/nhRoqqKeGj8EkRkc9B1f7QJ77vW5"
    "qZDmiyCmJXeFlwpgW7t+8+vvn8k9ybTuUDyvh9mLzR4vanu7dvqrEi4vKNhtLN5EHpSiJv"
    "G5wqsZZ05gDgU5amg5als3Yz3gTkjm6xrzIksudHbQkUEGEEpKItbitNhK1HwjcWsuKPXl"
    "o75GJr9ST+HeCQUd9a0zAp8qLreMohCa0gpMIN2EnmCvfxhjD9DKafdSP5fKafRQyHeo1N"
    "BcRQB8X8Nv1UvKBTH7qV3pp2zTVN3TWSSx3FsWBvEJNY4Q13BJVQxnmcN20C1jfqePVNLV"
    "zNHBroNYmlAAM3cl9Dg8FQn0zNB/41IMLN116AMs6gA3Bk/jslw56bCoNmpwm4qJHwxXxO"
    "HBQP+FL5qSWh5VFntSZ+3GH1LfGe+/YhtqGPzHKEoc+sP9x9uvvhjy+sN1xY/own3mXsZW"
    "LkCD/USbqQJN7qc98NXNVpuaoTcIsM4LdgTmIkrc5usCczhIEG5VUrz+iqwTO6ksyrov6a"
    "hLsuVmUFCYdrV7MmuceDcRzoLUAJBmXc3bgHn+q8LcsfEGNb/KSyKdPHR63JoCAIV6/My+"
    "KA5AMkH+YXe+kz/+/GjjDytCPkEiiEyY+GyQusyfaxuqmpBjTCyxm7leygAg+ndVvuyygg"
    "vgPxjNz7dhK+0rO1yzjwdLp5OpBjHjbHDJ4kZIfOiPkJ+fCfsUMfcPj0rXB8FgpHviSzPO"
    "bNhwdp20nFwacfeQubnKUxzH8UvxF9z7EIMtDE6N9rhOPtTI+3L8L9eed/iRM9qh7gXOLo"
    "0ZY4U8TPEkdtyvRjzH8SfxnPXUVxuXw8d3VtPW6oRVhcRB8KWFLHIP65Qd7acqmPZfX5z3"
    "gnOEendY5CTe1Yan9kc2WaOr+/S+WiMKBMKxRSgBhoqgxxuzjy4rfXIrkEMm4QD4ScTLEM"
    "oSAcLPO04hiHxNksVPXI+6dHLXKUy0GUaV5Whdo6fsAh05xuVIAYaGX0ON2ocAFBIKmZbL"
    "gfPJDVSprA7jDmhWpgzN++fPqoLApWjItxicOt/7M8wuZoXjSQG5PRnCqvZsWX5Ykx8Ruc"
    "fALr7/8P+epkjg=="
)
