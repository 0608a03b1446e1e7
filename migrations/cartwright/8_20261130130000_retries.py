from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

BATCH_COLUMNS = """"id", "public_id", "action", "state", "chosen", "reason", "actor", "total", "canaries", "per_minute",
    "note", "created_at", "finished_at\""""

# A retry was a job of its own until now, and the job it repeated stayed dead. What another job took the place of does
# not count as dead any more: a repeat, a webhook's message or a mail sent again.
REPLACED = """
        CREATE TEMPORARY TABLE "replaced" AS SELECT j."id" FROM "job" j WHERE j."state" = 'dead' AND (
    EXISTS (SELECT 1 FROM "job" c WHERE c."parent_id" = j."id")
    OR (j."subject_type" = 'webhook_delivery' AND EXISTS (SELECT 1 FROM "job" l
        WHERE l."subject_type" = 'webhook_delivery' AND l."subject_id" = j."subject_id" AND l."id" > j."id"))
    OR (j."subject_type" = 'mail' AND EXISTS (SELECT 1 FROM "email_message" m
        WHERE m."id" = j."subject_id" AND m."state" IN ('sent', 'recorded')))
    OR (j."kind" = 'mail.order' AND j."payload" NOT LIKE '%"number"%' AND EXISTS (SELECT 1 FROM "email_message" m
        WHERE m."order_id" = j."subject_id" AND m."state" IN ('sent', 'recorded')
        AND j."payload" LIKE '%"message": "' || substr(m."kind", 7) || '"%')));
        INSERT INTO "job_event" ("job_id", "type", "attempt", "fence", "at", "error_message")
    SELECT "id", 'replaced', "attempt", 0, coalesce("finished_at", "created_at"), 'by another job'
    FROM "job" WHERE "id" IN (SELECT "id" FROM "replaced");
        UPDATE "job" SET "state" = 'cancelled' WHERE "id" IN (SELECT "id" FROM "replaced");
        DROP TABLE "replaced";"""
DEAD_AGAIN = """
        UPDATE "job" SET "state" = 'dead' WHERE "state" = 'cancelled'
    AND "id" IN (SELECT "job_id" FROM "job_event" WHERE "type" = 'replaced');
        DELETE FROM "job_event" WHERE "type" = 'replaced';
        UPDATE "job_batch" SET "action" = 'cancel' WHERE "action" = 'discard';
        UPDATE "job_batch" SET "total" = 1000 WHERE "total" > 1000;"""

UPGRADE = {
    "sqlite": f"""
        CREATE TABLE "job_batch_new" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "action" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "chosen" VARCHAR(500) NOT NULL,
    "query" TEXT NOT NULL DEFAULT '',
    "as_of" BIGINT NOT NULL DEFAULT 0,
    "goes_on_after" BIGINT,
    "takes_unsafe" INT NOT NULL DEFAULT 0,
    "reason" VARCHAR(500) NOT NULL,
    "actor" VARCHAR(254) NOT NULL,
    "total" INT NOT NULL,
    "canaries" INT NOT NULL,
    "per_minute" INT NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "created_at" BIGINT NOT NULL,
    "finished_at" BIGINT,
    CONSTRAINT "job_batch_check_1" CHECK ("action" IN ('retry', 'cancel', 'discard')),
    CONSTRAINT "job_batch_check_2" CHECK ("state" IN ('waiting', 'running', 'done', 'stopped')),
    CONSTRAINT "job_batch_check_3" CHECK ("total" >= 1)
);
        INSERT INTO "job_batch_new" ({BATCH_COLUMNS}) SELECT {BATCH_COLUMNS} FROM "job_batch";
        DROP TABLE "job_batch";
        ALTER TABLE "job_batch_new" RENAME TO "job_batch";
        ALTER TABLE "job_batch_item" ADD "failure" VARCHAR(16) NOT NULL DEFAULT '';
        CREATE INDEX "job_batch_item_job" ON "job_batch_item" ("job_id");{REPLACED}""",
    "postgres": f"""
        ALTER TABLE "job_batch" ADD "query" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "job_batch" ADD "as_of" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "job_batch" ADD "goes_on_after" BIGINT;
        ALTER TABLE "job_batch" ADD "takes_unsafe" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "job_batch" DROP CONSTRAINT "job_batch_check_1";
        ALTER TABLE "job_batch" DROP CONSTRAINT "job_batch_check_3";
        ALTER TABLE "job_batch" ADD CONSTRAINT "job_batch_check_1" CHECK ("action" IN ('retry', 'cancel', 'discard'));
        ALTER TABLE "job_batch" ADD CONSTRAINT "job_batch_check_3" CHECK ("total" >= 1);
        ALTER TABLE "job_batch_item" ADD "failure" VARCHAR(16) NOT NULL DEFAULT '';
        CREATE INDEX "job_batch_item_job" ON "job_batch_item" ("job_id");{REPLACED}""",
}
DOWNGRADE = {
    "sqlite": f"""{DEAD_AGAIN}
        CREATE TABLE "job_batch_old" (
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
        INSERT INTO "job_batch_old" ({BATCH_COLUMNS}) SELECT {BATCH_COLUMNS} FROM "job_batch";
        DROP TABLE "job_batch";
        ALTER TABLE "job_batch_old" RENAME TO "job_batch";
        DROP INDEX "job_batch_item_job";
        ALTER TABLE "job_batch_item" DROP COLUMN "failure";""",
    "postgres": f"""{DEAD_AGAIN}
        ALTER TABLE "job_batch" DROP CONSTRAINT "job_batch_check_1";
        ALTER TABLE "job_batch" DROP CONSTRAINT "job_batch_check_3";
        ALTER TABLE "job_batch" ADD CONSTRAINT "job_batch_check_1" CHECK ("action" IN ('retry', 'cancel'));
        ALTER TABLE "job_batch" ADD CONSTRAINT "job_batch_check_3" CHECK ("total" BETWEEN 1 AND 1000);
        ALTER TABLE "job_batch" DROP COLUMN "goes_on_after";
        ALTER TABLE "job_batch" DROP COLUMN "query";
        ALTER TABLE "job_batch" DROP COLUMN "as_of";
        ALTER TABLE "job_batch" DROP COLUMN "takes_unsafe";
        DROP INDEX "job_batch_item_job";
        ALTER TABLE "job_batch_item" DROP COLUMN "failure";""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW2Tmzi2/isuf9pb5ZtKv7jTe2vrVqUzPbs9m6Rnk8zd3UqlKAxymzEGBonudOXmv6"
    "/ABgRIgAjCIJ9PMzHnuO1H8tE5z3nRt7llhuQpdB425MVr2w4RxvP/mX2be+YO0f/hPV7M"
    "5mYQFB/GLxJz5SY6JiO4wiQ0LUJfXpsuRvQlG2ErdALi+B591YtcN37Rt6ig4z3kL0We80"
    "eEDOI/ILJBIX3w+Qt92fFs9BXh9J/B1lg7yLULH9qx47+dvG6Q5yB57c4jPyeC8V9bGZbv"
    "RjsvFw6eycb3MmnHS77SA/JQaBIUvz0Jo/jjx5/u8EXTb7T/pLnI/iMyOjZam5FLmK+7Mv"
    "LX5obx/v6T8fH2k2HMJQCyfC8Gl37U/ZI9xB/hv8/PLl9dXl9cXV5TkeRjZq+8+r7/0zkw"
    "e8UEnvef5t+T5yYx9xIJxjmoQbRyHcvgYftmY4Z8cAtKJYzphy9jnCL6YyDP/7KOPCvGb7"
    "bzbeTiF9nHeOGhJyP71//OVa3FzvxquMh7IJt4Aa5qgP+/1x/e/O31hz+dX/1X/Ad9+mvZ"
    "/4reH56cJ4/itcnXIsIo5K6EcJczGs1bvc0ypC9MebPngCb/ldjXqXw/W7qKZW4shwCzuF"
    "tfvmyzXV++FO/X+FkRX9fx0JkMwJkCINwe4XNZhM+HRXg+kL1Vga/lkGcZeFN5Dffv2Xkb"
    "fKmUEN/kWRHfED3EH0oC4VxDux2sBOHAx8R0KYC21FFXUtNwP7cCuwbrKtSWH3kklLMXuY"
    "qOELdBWAxwZStTfOQ2caqgnam4bLN5L8Wb97KyeQ8f2MAbJwjiD1LB+cb3XWR6fKh56iXU"
    "V1RfFezZKwqQr0H65v7+bfzOO4z/cJMX7j6VIP/t3c0tNdrJSlAhh+wjtkoskgK4cly3O/"
    "yMNqAvgb4VohgTwyQc4J0HYYBd1FMVYw9rwvdB9p/Pzy8uXp2/vLi6Xl6+erW8fplF29VH"
    "dWH3zd1fY7wL61JdgCiwOy1AUQ8WQGoBYip1vWV4v/iFlWltn8zQNipP/HNfJFt9tDvflV"
    "8xPfMhgTP+3vEHZmnmyHbIbeILiYjoXGLRyEXHsgbKhFXy0Z/n/up3ZJH9roth2v/Tsedf"
    "gKsekquWtR1qbcYRkB3YZtNflC9JSLMqnYA/oDoyW90bI53gIxPiZAo6ho/LyzYB5PJSHE"
    "LGzyoISzJOuYaGGF+1CSSvxIHkVSWQLJ2GbVEuqWkIdf8xe+5pyAPdZ3J2VDBftTEaV2Kb"
    "cVUxGSu09kPOZv6EvgqOuVxDA+apBs5Pt//6VIjAUxj/9O71vxKEd8+HJ2/v3/81FWdgf/"
    "P2/qZsodcEcc5AMdqZAoAtDXaITMw7DsVo5xoAdwe46ZfGsia7qKUB7KotNlOL1trLy1UA"
    "YC7AI2KL3voPjvez6bhRiISVi0WhRRNn5MbixpqVP0oZ4xZJZRAP4kNV2Q3mxl238Zavxd"
    "7y9cFbFtNF7FK3pC9YFZ245t74C+x4FsdTrmPhMhWdAB2YiVu5vrVFthF5xHHl4K+owjJo"
    "msTSk5AekVfyq4nxkx/aHxBGROSVFIUavZLgIG6EmTw0V0zrdBR7IMTfIs/YmHgj4/EVtb"
    "Rz/PqPBqFvomcvD6pljuxooK+BQw8E6QUo6mm0tU/L0fhAl+cmom670MtgJBpdjHixjVUu"
    "DKyH1qwH/RTSdoNRAqMxVaOB1tT0bz7F3qPQbLAyzYZjL22QTBxCk2m5dBCaHDk0WZs7x5"
    "U6+XINVWmq4+ELLfMjtRMQ+kHoN9atPTTHj7sQ/PjHtv44q54HRj5Ej/62A/hFPcB/ovHL"
    "R4TxHidu6JI+XjRFLZgRhHhlWn4IxCuQShmF09GbP53AQ42exznUxPu2qKVdvaKaUT4QuR"
    "zXf8OI2lpZ9BklgB6CxgnhPyLX+TeceKhcvzl51ug0xwcOjHadoqsBo12nwFOjnckr3BWv"
    "Q6agXdCipOt7/JNep+xaZ0WqsvF3RVHDfmQliIe+K7WfU/kB97MVYeLv9s6FepTPWo3OrJ"
    "mcWYF4Rz+/YW1M7wEZ6T7leM91U9lEbwGj2SRGszk0/KBn/yOvragO/ILegIinJ+dkAd+T"
    "oo/U4ecOShH63RW94QL2s1G74MBBjYYIGXeHlqYLMCIm5A1dnwdfPGQwe75oYkQsVhJIkY"
    "F3LZAiJ0CKYDfizEEWL0Mqrx0l0ldXwJT4kAmDy36sCsbiwUolNQ2opxpglUxXCnzs8FEX"
    "nousynBu3ctRn44Qr4C7fBhWEPp2ZIlnGRweNzrLASOodhZ36pYfnDFMTBLtx/WEjoUMC8"
    "XLSbU+M4+Y3QoTu8HbPlVvextJOdt7cQ0dwv6rJo8byIwKXCXZMIhm1OILAc2RAhobEdNx"
    "ORMK60DPVABw+QiS8RIroNdFPCVFCHk6p2hKHnxLj7ukpRP+/Q3nzCKe1o5IHj4NZ0vyrP"
    "0Uy0YCxyIR77aAmoAmV9HAZA/gj8jXJkBVQo1dAJYPqhJObwHGR7Pe7czk29dxrXuZRUvC"
    "1XAycShRmJbbVkOapmsrA25RSaNOrt5OwcAkkrXrBErWJZw205VqcT6Ig0PcqgEDEt8/bg"
    "xG5BDceY/IIzV1irlAoyvgFESP4gaM5sTS2i/w40kmngzEjAaYgOq4KYzCRySDJ6sCgJYB"
    "df0nAxPf2hpkE8+N9V0ZbAXaw8G8nBDMVuhjHP9ROXxZNdi/nEY0ChKHoWnoQjsoQdOfXN"
    "OfjQIXEZ79bQKc1QTUJVAHXr1XgwG07mnTuh8Sd9AkNVMrWZFF87z9onCvsdxniqSdj+rL"
    "g68vlRrbYmQW54gRFM4OHOsxa9U22GOXVyOb0h8BPBaWQjNc/4hMjziEc8uBEFVWBTAVlP"
    "JI1ZhkChqmK/ov4hn3vERNPTcoSRnRAkDsctqxy8eYan2L7Afx5FBWZNE4dT+hbt1cepjg"
    "hf5rS7dNYxCTxjmtI5i634BmQcwglmeS5S6TdiGPEUKO8x6V3iBNTI2EU57Ka+iTn7ercq"
    "kpcqk0oRnyCe6CDmS0yvvVNjokuYtKAGrFrk6jDGNCZnUylRgTwpS63n4oc1ZlCvpVZCoZ"
    "OO7L8XOpvHboLlvVuy5r6l2XnFpiSVYC2IhpsxFv6P/OhSM7wxYTiKxUCvpgpnVkwfCgKQ"
    "wPGv5ewDKVoMFWH8FtluNCVfFYJih363XTQs4Ocnbj6g09PSf5jqDdvMZRTp63cpYNJxXt"
    "OVO3f/OmKkNwpcGV5oGsvyvN/D5a7nL2F6XR6XkKhZ3TMyJQ16m0ZcRziNF5CCFPWyeYoQ"
    "hR/wUYk0O9QdbWj8hPobkW088FoWbX+iBu2Jn8URjpEXgZWnvU2TpvEeeAFDvVZT0NS4PO"
    "WmUEz2oygmecjKCHnw5X1BehFk9KZlQGzLp++64qMKkBVcms5HHTTXA8qj4e72y0C3yCPO"
    "v570g8qago1XhAOrl8agP7ZqCw5QdJsUX8/kA8HfOYzJai7fmYKeh4MLYqmj2rqZo9q5bN"
    "Svof+rod58tlqzKvZU2Z17KM7pr+fRTSkNuTGm5YUtMQ7f6ztdCvMNiFAEJAhfcBTNpt6w"
    "3PlW9zjK04Aknltfj9Dx1+ADt3ZHp03E3yUG6wUBv+3ceH61wQ9e0fLpqCveSAxipivMA1"
    "LfojXyX2tUCqVVuBmVLEuBKheDlo+gramY4LY46gLuFU6xKOX+I7jlO2v7IE1kS13tyskh"
    "Z+YylubEOBXIkZkKsKAQKZGCHYF60yMRc1mZiLaiZmf1BKAJ0paIiwkt5C07IQxka3JgGu"
    "ci+9AqMCXsElzpO4PXHALG6rJK7E0DXL9CzkGjQ8x7ymjBpLXVbUbzv3P04Dml96deZwtC"
    "I+Md0uZXtVXWClOrNSeOMEAf1YnRaiogsL0XkhOv8c4LfQWwFrFIZxIYXUYcroaOi2XLQJ"
    "eMThTsUpTC3GDlGopGgqjqqGePfvuGS4mbYd0lBGJuHG09UC9KGTbyvHdTuuAUdVg6E3Qy"
    "8AzBfKq4lblhPX1hNXzEyIHh301CEarSjqGI0quMP0gBt2aDAv5zCWNTVKNkDH02ktANTU"
    "H3kBbGQ5docFKOqBBZpyUcttfGHyvK6yZS+xaFXeYqBMWOHMe4zo8/j8+6F+Bphq369dgQ"
    "u8BuXg099Ae0xZFcCUx+I+y/XnpPJasCrFqOeyTdBzKY55LqtUFqSU1aaUbUQki1FyDe2Y"
    "EjWTmGGOuNJan9/9FddLqPPUch2IQ7rGgWtJR2L9Q17EOCHv77IBGNd+elH0W8dD87ogOh"
    "FYtIuh3VT2OHdeQ9fHkF0fEBsraDaAGYgqYMXbSCp824trGLv1X2+d/FcC21ReQ3CV5Fth"
    "fGf/5gDGd44ohIt9RqNzFSpPGxZjqhHJr+bzriaplz5eNEUjASOoMhSJwsDHP5jMgzgE4p"
    "CRYMx29O93toRjx6ho6Nv1n/SgUdujcxi/0RpjRkdDkPuvQpev94cyfymAkwZlqcxzqqBf"
    "YklF+Jf+4mXHIpT1hhqwMpxBVjGF09z5kUe6xCFlTZ28iqFbQ4kp1zSRKYDFbmGxQ7RGIT"
    "9tWtctwShpZ7nV2BK8RTIxSSY/nOl4OZFoBOqDVNcHQUcJdJSc3gKMiPn8eGh5frcPPwUE"
    "aElq0cSDcprXj3OPERCfKi4v8m0pJy6V1y4W7N9Jhqx2Bu51G3CvxeBe8ziNnSNJLucq2j"
    "l0SqIPK6YjQgdJzXwoKGmA89DTHjqXFEA1QW8F4SFCxppaiy7LwFHWqE584JUIfOwQudGF"
    "rAqwIGVAHWxQv9155I3d8H0XmZ7AnWb1SrCuqKIqXFN/cFjDfnN//7Zg2G/uypb7t3c3t/"
    "RATaw8FXKIYAcDKQKkyOktwIhIkaT/5L2f/D7FDSrvDzOz2jSopPO1gAXRhgUZafnX9CBm"
    "UlcRxUSuXTjT0JABUdIxTGgULhObp/Ja4Dt0YA6e3Gk7Eh/QOvKEWZXD00YXIszlwH2Y1t"
    "kGd5dN4e4ycOVUNBRD/SjUj+ruaxQLHOVnQf/QEOhxJb1gmpQG0SHUQEMNtA5VCBB3Qwbl"
    "5BZgRMRHXDBa11GfPV+0KSVV01Pflv4YRXSoNRdClz505DqSGRXtjsT+L7mOfzXb+ANIIM"
    "zqaAexmigcwhPF4Qn4daftVtzGd8G/QxibybfnuhYFmUb3Irld3tgx4ip9jM95vJyOEYWM"
    "C2RcTi/jcvjBSS5GUUu71ICSQR7UhZPCOJXX0CVRcENHtPodWWSPkgTIZT0NwVZws+8BND"
    "mbUdTSEOj+R+seg/Bobl2ZnivC8v6WEzgHFqs9788oabhx1SSw9j/3DhZCU5QvWjkVFzVO"
    "xUXVqYAi0gGLSDdkx5lBIwY7lQewO4ANCXCWJV22IUmXYo50WaFICUG7gFekJK5QYlSgOb"
    "PsWezM5xUy7ChwHYu7c4W4cjQB3sqQeBMTA4Uhj9cXW+CilgbJE+ibOAGeH+o3RrQAmMZ9"
    "0ugzSjA/YqIprn+i1cb3t6/3Xs9ckOQqSS2a0lxPe3nDZBRG00sE18r3a0XEKTAbuc4jCp"
    "/lyL2SFrS7VM21F+1WvAImIaa5gk6HJFwJOy1L0XzXvNjXEF01P2VXo7/J0RH97vQzGDsZ"
    "TEtaOm3n/iyDh594llYcjecaEIlLR+IC7kPMh+pEeyjKpIwv2vjp4OHN68ONTGzRNt6wWY"
    "3RBBynEm0oK6VLl1euFKOopV35Vv9l+8izA5/+MblwraQF4VrViZCt19K4Tqv/orhxlg9N"
    "2uld+TZniobY5U3ltdivUAJwzBKA3u8fhRIAFTlqaf6mpAVWVwCsPN9QUtMgDh7aAh+PPd"
    "N8R0NdBdRVnN4CjI9vuz2E6PN6vi0TW7Tl2xCrAXzbtOw0tK5OoXU1CqVuhD2Iaxganr9s"
    "269a27BaZT0f+WMsxR53rqEFzEO72+nlFG23dCqvQWQzwNBKjKj3LNeQlmlosZ0HmLwThO"
    "jR8SNsyIPNUdVuXyvBfAo06Ty/gGyKVGm2NyOP8O6hr7/asayrESEy9OWOpuPGt1ljhzu6"
    "tfZqx7IqrMKPrEIU8m6WrUU/VYHEQXUqASadbEtJURtkB97QtoNjMGxDfnI8R1U7r0XJOC"
    "RgwIEBP70FGBED/ou/mgtY7/jRoonp/v0g1Cu5/Tkbe2YjOwpQcvvMlxLlXRreuJh9rszx"
    "YoZNJc/Td5Ue9ggtcf3aH6DWp0Ctw6xChcXE9EtGUnxNpqAhvP1PJwxCxw8dwinTrKFoch"
    "WdHJr+uujyw1hi3xa1NNy8Z62Mw1mNdTirmofpjTIdLAzt21TUDTKtHe9RN8oUiMTWIWhg"
    "Pru+yQFfnGFmVAbc4N++q9riUFOvVU19GHnShEquo5PvMbApYebpyPUyaMWb9zjN8KvRoT"
    "+krKbThu6x9tvEG6nsGaMBW7Uam6xRGNKPLwFoQQcgrSR4+TejirO7gktRAcq5/+TJ3aeX"
    "KXTyt8YWVqivfnKRiVGX3HlJEaK47lFciASjEWrrolg1QL8r+nHyDe2xlDEzJTXtyCIFM0"
    "DieUrSrFxRSzuYlZj0PWbMVYCt2w/KihrgPTRBdKjUk9njjIoGgJcp/lYMfw3BD4VPIzsx"
    "MTHDLgtQ1AOPpXP5sOM5eNNhAUqKsALTrTy7jRsF5+Lys/3zRYsaNANlomovDI7/lgNFZM"
    "ffybGOqIgsX6T2K5DrwKHaPQyVjIuGj4gmnFWcSHJrQjmYCTDcE0LzyQ+3cix3rqFfxKiC"
    "EoFrGAY+z+LZcTTS4M09q00qsGoQoHRGH5I6R14BYLuB7T4BtjtJg8mAnikA2K3AHhHt9I"
    "+kjUbAOf0j7bGpJ5yyVpzjzPRL/ithj1N57a546KsXQMwkOdgIzAgjHpnk+9TP8AR8HqtX"
    "wn1FFVVZieyVYQ3Fzf3924KhuLkrW4Lf3t3c0lMxWQsq5BCBy7GHzVhJ9RgVlDSwyaVtvr"
    "xss8+Xl+KNHj/j4iwbUhbUwLGeaO7ln3viRTTuNqNlGqbc5nJwDh7zHOwxIhEfhRsfS9WW"
    "pfI6cvtKhiZKjWoO9MtV9UZEJ+45h7Jr6K3XZ2LtEIObfM+KwhB5lkyLfUkLdi9vDFzkef"
    "Hfa48qowGtF7yblKHVVVlS+ohldKOD+mgpKgMjJN9xXNaERei8CCHGxuqZ8JyO2p5vVk0b"
    "0z0w9o8oxI7cuE5GRTuyqJ8LREfEVfyEAtd/3tVUijISiybOwi7KHoW3GMOOHRF70deVt2"
    "LqAupmTove/PnQiiSwFz/nnUr1xoJpaRrP7V1iI6HpRe59NV+J7QMMulTYMQs14Yp5Y5db"
    "vFKTLHX1KV4ZgOl88kNbikzOFDTcwUqu5CLOTmoQUiavk4fWX1ODE8YXXkt3VeZaOsF6DD"
    "auExEH0E885nAeaKjwzgy3c1HYkUssGiOPRNbYpcJN0cf8b/4TfRTOaIQx2yvj2cZ8RLMQ"
    "mfaLeWndWohDXcYU6hMT0yHb6soogb2Zqr35xV/dmMTaiKxN9rzR1sSdz6tMdDQ8x6n0ys"
    "Mt5SdwlYqZfDuZhcg1NAwjldQhQJmHOnitjY+R1P7NNbSjmZSQIPRbhpxSOnEPWqagAb5D"
    "N/yZ2PDXkjnBVAXqNLpRIw8+ohB6hrkmvCkRddhXVKHxpOsqEHOL4ruCsbnmXZ1d19NWVo"
    "W2Nom2Nvk7hY9xlfC08wjUZfal5s9kChoirKRpkPjE5MziEGdqUnmdeKb+rgAxPTN05O4A"
    "YVS0cUR6AzRAobFzvIgXCYo7qQpKAGoZVM+XC6xTeQ3CkgHOLJgDDXOIT3AFRphIuSNoN2"
    "9IpiQyi9YJFcNJ5XvNqnyeH9492ZSHwbVfSrmWolDGdsLU4iNbHnG+hl2vlr4Lq6LTGdCb"
    "8wKToI93vQLkYxTeMItw/Hkl8M01tHPML1o55hc1jvlF1TGP885drEdRD7zCzn453ECk9g"
    "aiAZviTnZDjyvM2RegzsUxzkFg0SbAWeeyjcWp9x6a7Sm2mR/ONn4Uzvz1zKevxp1U8f/T"
    "d3wxe5tsdjwzQzSz/Mij+2nmeLNVZG0RwYsZ9mdkY5LkDfDMMukjNDNtm4pFQbXGdbC/yg"
    "3RcGAmyZv9zybpGCuHaBCHjTIOS1euted6kNfQcW1z6IjPnGMeOaPD9ShOFDS2qrwK1kvG"
    "xsnwNawKZJoq+VDXdHZSeDIaAGeFgoksCyFbCtCCDkDKC0ql8MwVAMzKfVGmQ6Sv1mGUtE"
    "F06GFlkScNe64DqHdDPd64HNDF9d2ZwoBc1rfvqtisoSu86YaVQjuVB7Cnd6XLr8mdBH+P"
    "YxcBt8VILJrIrcMNB2kodJyGyOMGbiNqoe4rbBPTPdOozJ5yjduUrnSZdn320S51GR3Wp5"
    "jieYdsxxQdgfuHjaffLhODK12Oee5dt7HD12IzfN147tE/Tw5jcMuWwjPDZwHhliuV27/S"
    "OdYTsxR1P/rY02V9ZYruzd371x/+zXeWU/nAx+QhTN5ofvPvT7evy6GgY5ONBImUyetkmn"
    "ujkTYoNWIt4cwVAE8eCw8dCSftRbxGoSMeK3R42uhHmLkcTBSalikQuwxjGFx/bJNQCuKW"
    "rYK4ZU0Qt6xUSdAflgTCB3EN0T1rRUac1ZARZ9yLy/hu7y8f79/LOr22Y5HZ/89cB0/xeK"
    "sBNwajniYuM8Ilvzd+g6PTxN//A1tZyXo="
)
