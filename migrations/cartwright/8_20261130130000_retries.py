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
    "eJztXW2Tmzi2/isuf9pb5ZtKv7jTe2vrVqUzPbs9m6Rnk8zd3UqlKAxyW2MMDILudOXmv6"
    "/ABgRIgAjCIJ9PMzHnuO1H8tE5z3nRt7llBuFTgB824YvXth0gQub/M/s2d80dov/De7yY"
    "zU3fLz6MXwzNlZPomIzgioSBaYX05bXpEERfshGxAuyH2HPpq27kOPGLnkUFsfuQvxS5+I"
    "8IGaH3gMINCuiDz1/oy9i10VdE0n/6W2ONkWMXPjS247+dvG6Ez37y2p0b/pwIxn9tZVie"
    "E+3cXNh/Djeem0ljN/lKD8hFgRmi+O3DIIo/fvzpDl80/Ub7T5qL7D8io2OjtRk5IfN1V0"
    "b+2tww3t9/Mj7efjKMuQRAlufG4NKPul+yh/gj/Pf52eWry+uLq8trKpJ8zOyVV9/3fzoH"
    "Zq+YwPP+0/x78twMzb1EgnEOqh+tHGwZPGzfbMyAD25BqYQx/fBljFNEfwzk+V/WkWvF+M"
    "12no0c8iL7GC9c9GRk//rfuaq12JlfDQe5D+EmXoCrGuD/7/WHN397/eFP51f/Ff9Bj/5a"
    "9r+i94cn58mjeG3ytYgICrgrIdzljEbzVm+zDOkLU97sOaDJfyX2dSrfz5auYpkbyyHALO"
    "7Wly/bbNeXL8X7NX5WxNfBLjqTAThTAITbI3wui/D5sAjPB7K3KvC1cPgsA28qr+H+PTtv"
    "gy+VEuKbPCviG6CH+ENJIJxraLeDlSDseyQ0HQqgLXXUldQ03M+twK7Bugq15UVuGMjZi1"
    "xFR4jbICwGuLKVKT5ymzhV0M5UXLbZvJfizXtZ2byHD2yQDfb9+INUcL7xPAeZLh9qnnoJ"
    "9RXVVwV79ooC5GuQvrm/fxu/846QP5zkhbtPJch/e3dzS412shJUCIf7iK0Si6QArrDjdI"
    "ef0Qb0JdC3AhRjYpghB3j8IAywi3qqYuxhTfg+yP7z+fnFxavzlxdX18vLV6+W1y+zaLv6"
    "qC7svrn7a4x3YV2qCxD5dqcFKOrBAkgtQEylrrcM7xe/sDKt7ZMZ2EbliXfuiWSrj3bnu/"
    "Irpms+JHDG3zv+wCzNHNk4vE18IRERnUssGrnoWNZAmbBKPvrz3Fv9jqxwv+timPb/xPb8"
    "C3DVQ3LVsrZDrc04ArID22z6i/IkCWlWpRPwB1RHZqt7Y6QTfGRCnExBx/BxedkmgFxeik"
    "PI+FkFYUnGKdfQEOOrNoHklTiQvKoEkqXTsC3KJTUNoe4/Zs89DXmg+0zOjgrmqzZG40ps"
    "M64qJmOF1l7A2cyf0FfBMZdraMA81cD56fZfnwoReArjn969/leC8O758OTt/fu/puIM7G"
    "/e3t+ULfQ6RJwzUIx2pgBgS4MdIJPwjkMx2rkGwN0BbvqliazJLmppALtqi83UorX28nIV"
    "AJgL8IjYotudiZ232N3OBWRRLrBo4opQLGo4qSyULg7mtimmg0Jvi1xjY5KNjB0oag1VvD"
    "hh7xiqEnvmgPwo8D0il+jOVTSM6M5alcXUVMVUAufE5ssAnCloCK8Smg0Sqkcm59FXH1OH"
    "VnoBinoa2efTyqe+9R6w+zM1WlGAhL09RaFGT9mJxY01K38Ub3mLpGrsDuLauXLXbY7Fa/"
    "GxeH04FsUeNLvULX07VkUn692bd0ewa3F8uzqTnKnoBOjAx+HK8awt9SsiN+R5fnXwV1Rh"
    "GTQt8wKvRLFX8qtJyJMX2B8QQaHIKykKNXol/kHcCDJ54PCmdToChwcc3iiscW9eHtAfQH"
    "+Ma2uflqPxgS7PTUTddqGXwUg0uhjxYhurXBhYD61ZD/oppO0GowRGY6pGA62p6d98ir1H"
    "odlgZZoNx17aCDNxCE2m5dJBaHLk0GRt7rAjdfLlGqqStcfDF4ZKjdROQOgHod9Yt/bQHD"
    "/pQvCTH9v64+wLHBj5AD162w7gF/UA/4nGLx8RIXucuKFL+njRFLUQRhDilWn5IRCvQCpl"
    "FE5Hb/50Ag81ei7nUBPv26KWdh09aoZdQuRyXP+NIGprZdFnlAB6CBonhP+IXOffSOKhcv"
    "3m5Fmj0xwfOHD5wRRdDbj8YAo89bFbtkYUtChp2Nq3QT+iANM3lfcBuerAJHV1R8Z/M8WU"
    "A52sZFiWDako6tgOqgLxwHOk9nMqP+B+tiISeru9qzfFnuYd/fyGtTHdB2Sk+5Rjw+umSI"
    "veAkZJS4ySxjQYpJ7YI6/Jqw78gt6AiKd+zGQB31PU1PVIkxYto6CK3nD0yZlaZwVqGXTx"
    "A8fdL6fpAoyIl3pD1+fBEw9Fz54vmvgpi5UEimrgXQsU1QlQVMSJOPe2iJchldeOoOqrR2"
    "NKfMiEwWU/VgVj8SDYkpoG1FMNsEqmwfoewXzUheciqzKcW/dy1KcjxCvgLh9GRwSeHVni"
    "yRKHx43Oss8Iqr07KHXLD84YCc0w2g9PCrCFDAvFy0m1PjOPmN0KNwyBt32q3vY2knK29+"
    "IaOoT917AeN5AZFbhKsmEQzajFFwKaIwU0NgpN7HDmRdaBnqkA4PIRJOMlVkCvi3hKihDy"
    "dE7RlDz4lh53SUsn/PsblZpFPK0dkTx8Gs6W5Fn7KZaN+NgKI97tZjUBTa6igckewB+Rr0"
    "2AqoQauwAsH1QlnN4CjI9mvduZybev41r3MouWhKuBM3EoUZiW21ZDmqZrKwNuUUmjvrr+"
    "rokyQ8na9RBK1iWcNtORajg/iIND3KoBAxLfP24MRuQQ3LmPyA1r6hRzgUZXABdEj+IGjO"
    "bE0tov8OK5Mq4MxIwGmIDq8C+CgkckgyerAoCWAXW8J4OEnrU1wk08xddzZLAVaA8H83JC"
    "MFuBR0j8R+XwZdVg/3Ia0ShIHIamoQvtoARNf3JNfzbyHRTy7G8T4KwmoC6BOvDqvRoMoH"
    "VPm9b9kLiDZlgzQ5QVWTTfflAU7jWW+0yRtPPBiXnw9aVSY1uMzOIcMYLC2YFjPWat2gZ7"
    "7PJqZFP6I4DHwlJohusfkemGOOTcOSFElVUBTAWlPFI1JpmChumK/ot4xj29UlPPDUpSRr"
    "QAELucduzyMaZa3yL7QTzHlRVZNN6BkFC3Ti49TPBC/7Wl26YxiEnjnNYRTN1vQLMgZhDL"
    "M8lyl0m7kMcIIcc5i7Q3SBNTI+GUp/Ia+uTn7apcaopcKk1ohnyCu6ADGa3yfrWNDknuoh"
    "KAWrGr0yjDmJBZnUwlxoQwpa63F8icVZmCfhWZKsa/u54cP5fKa4fuslW967Km3nXJqSWW"
    "ZCWAjZg2G/GG/u9cOLIzaDGByEqloA9mWkcWDA+awvCg4W9pLFMJGmz1EdwtOi5UFY9lgn"
    "K3Xjct5OwgZzeu3tDTc5LvQrSb1zjKyfNWzrKBU9GeM3X7N2+qMgRXGlxpHsj6u9LM76Pl"
    "Lmd/URqdnqdQ2Dk9IwJ1nUpbRlwcGp2HEPK0dYIZihD1X4AxOdQbZG29KPwpMNdi+rkg1O"
    "xaH8QNO5M/CiM9Ai9Da486W+ct4hyQYqe6rKdhadBZq4zgWU1G8IyTEXTJEwqkJiUzKgNm"
    "Xb99VxWY1ICqZFbyuOkmOB5VH493Ntr5Xohc6/nvSDypqCjVeEDiXD61gX0zUMTy/KTYIn"
    "5/IJ6OeUxmS9H2fMwUdDwYWxXNntVUzZ5Vy2Yl/Q993Y7z5bJVmdeypsxrWUZ3Tf8+CmjI"
    "7UoNNyypaYh2/9la6FcY7EIAIaDC+wAm7bb1hufKsznGVhyBpPJa/P6HDj+AnTsyPTruJn"
    "koN1ioDf/u48N1Loj69g8XTcFeckATFTGe75gW/ZGvEvtaINWqrcBMKWJciVC8HDR9Be1M"
    "7MCYI6hLONW6hOOX+I7jlO2vLIE1Ua03N6ukhd9YihvbUCBXYgbkqkKAQCZGCPZFq0zMRU"
    "0m5qKaidkflBJAZwoaIqykt9C0LESI0a1JgKvcS6/AqIBXcInzJG5PHDCL2yqJKzF0zTJd"
    "CzkGDc8JrymjxlKXFfXbzv2P04Dml16dORKtQi80nS5le1VdYKU6s1Jkg32ffqxOC1HRhY"
    "XovBCdfw7wW+itgDUKgriQQuowZXQ0dFsu2gQ84nCn4hSmFmOHKFRSNBVHVUO8+3dcMtxM"
    "2w5oKCOTcOPpagH60Mm3FXacjmvAUdVg6M3QCwDzhfJq4pblxLX1xBUzE6BHjJ46RKMVRR"
    "2jUQV3mB5wI5gG83IOY1lTo2QDdDyd1gJATf2RF8BGFrY7LEBRDyzQlItabuMLk+d1lS17"
    "iUWr8hYDZcIKZ94TRJ/H598P9TPAVPt+7Qpc4DUoB5/+BtpjyqoApjwW91muPyeV14JVKU"
    "Y9l22CnktxzHNZpbIgpaw2pWyjULIYJdfQjilRM4kZ5ogrrfX53VtxvYQ6Ty3XgTikaxy4"
    "lnQk1j/kRYwT8v4uG4Bx7acXRb/FLprXBdGJwKJdDO2ksse58xq6Pobs+oDYWEGzAcxAVA"
    "Er2UZS4dteXMPYrf966+S/Etim8hqCqyTfCuM7+zcHML5zRCFc7DManatQedqwGFONSH41"
    "n3c1Sb308aIpGvEZQZWhSBT4HvnBZB7EIRCHjARjtqN/v7MlHDtGRUPfrv+kB43aHvFh/E"
    "ZrjBkdDUHuvwpdvt4fyvylAE4alKUyz6mCfoklFeFf+ouXHYtQ1htqwMpwBlnFFE5z50Vu"
    "2CUOKWvq5FUM3RoamnJNE5kCWOwWFjtAaxTw06Z13RKMknaWW40tIVskE5Nk8sOZjpcTiU"
    "agPkh1fRB0lEBHyektwIiYz4+Hlud3+/BTQICWpBZNPCinef049xgB8ani8iLPlnLiUnnt"
    "YsH+nWTIamfgXrcB91oM7jWP09hhSXI5V9HOoVMSfVgxHRFgJDXzoaCkAc5DT3voXFIA1Q"
    "S9FYQHCBlrai26LANHWaM68YFXwvcIDuVGF7IqwIKUAcXEoH47fuSN3fA8B5muwJ1m9Uqw"
    "rqiiKlxTf3BYw35zf/+2YNhv7sqW+7d3N7f0QE2sPBXCoWAHAykCpMjpLcCISJGk/+S9l/"
    "w+xQ0q7w8zs9o0qKTztYAF0YYFGWn51/QgZlJXEcVErl0409CQAVHSMRzSKFwmNk/ltcB3"
    "6MAcPLnTdiQ+oHXkCrMqh6eNLkSQy4H7MK2zDe4um8LdZeDKqWgohvpRqB/V3dcoFjjKz4"
    "L+oSHQ40p6wTQpDaJDqIGGGmgdqhAg7oYMysktwIiIj7hgtK6jPnu+aFNKqqanvi39MYro"
    "UGsuhC59gOU6khkV7Y7E/i+5jn812/gDSCDM6mgHsZooHMITxeEJ+HWn7VbcxnfBv0OEmM"
    "m357oWBZlG9yK5Xd7YMeIqfYzPebycjhGFjAtkXE4v43L4wUkuRlFLu9SAkkEe1IWTwjiV"
    "19AlUXBDR7T6HVnhHiUJkMt6GoKt4GbfA2hyNqOopSHQ/Y/WPQbh0dy6Mj1XhOX9LezjA4"
    "vVnvdnlDTcuGoSWPufewcLoSnKF62ciosap+Ki6lRAEemARaSbcMeZQSMGO5UHsDuADQlw"
    "liVdtiFJl2KOdFmhSMMQ7XxekZK4QolRgebMsmexM59XyLAj38EWd+cKceVoAryVIfEmCQ"
    "0UBDxeX2yBi1oaJE+gb+IEeH6o3xjRAhAa90mjzyjB/IiJprj+iVYbz9u+3ns9c0GSqyS1"
    "aEpzPe3lDZNRGE0vEVwr368VEafAbOTgRxQ8y5F7JS1od6maazfarXgFTEJMcwWdDkm4En"
    "ZalqL5rnmxryG6an7KrkZ/k6Mj+t3pZzB2MpiWtHTazv1ZBpc88SytOBrPNSASl47EBdyH"
    "mA/VifZQlEkZX7Tx08HDm9eHG5nYom28YbMaowk4TiXaUFZKly6vXClGUUu78q3+y/aRa/"
    "se/WNy4VpJC8K1qhMhW6+lcZ1W/0Vx4ywfmrTTu/JszhQNscubymuxX6EE4JglAL3fPwol"
    "ACpy1NL8TUkLrK4AWHm+oaSmQRw8tAU+Hnum+Y6Gugqoqzi9BRgf33Z7CNHn9XxbJrZoy7"
    "chVgP4tmnZaWhdnULrahRI3Qh7ENcwNDx/2bZftbZhtcp6PvLHWIo97lxDC5iHdrfTyyna"
    "bulUXoPIZoChlQRR71muIS3T0GI7DzB5xw/QI/YiYsiDzVHVbl8rwXwKNOk8v4BsilRptj"
    "cjN+TdQ19/tWNZVyNCZOjLHU3sxLdZE8wd3Vp7tWNZFVbhR1YhCng3y9ain6pA4qA6lYCE"
    "nWxLSVEbZAfe0DYmMRi2IT85nqOqndeiZBwSMODAgJ/eAoyIAf/FW80FrHf8aNHEdP9+EO"
    "qV3P6cjT2zkR35KLl95kuJ8i4Nb1zMPlfmeDHDppLn6btKD3uElrh+7Q9Q61Og1mFWocJi"
    "YvolIym+JlPQEN7+pxP6AfYCHHLKNGsomlxFJ4emvy66/DCW2LdFLQ0371kr43BWYx3Oqu"
    "ZheqNMBwtD+zYVdYNMa8d71I0yBSKxdQjqm8+OZ3LAF2eYGZUBN/i376q2ONTUa1VTH0Su"
    "NKGS6+jkewxsSph5OnK9DFrx5j1OM/xqdOgPKavptKF7rP02yUYqe8ZowFatxiZrFAT040"
    "sAWtABSCsJXv7NqOLsruBSVIBy7j25cvfpZQqd/K2xhRXqq58cZBLUJXdeUoQornsUFyDB"
    "aITauihWDdDvin6cfEN7LGXMTElNO7JIwQyQeJ6SNCtX1NIOZiUmfY8ZcxVg6/aDsqIGeA"
    "9NEB0q9WT2OKOiAeBlir8Vw19D8EPh08hOTBKaQZcFKOqBx9K5fBi7mGw6LEBJEVZgupVn"
    "t3Gj4FxcfrZ/vmhRg2agTFTthcHx38JQRHb8nRzriIrI8kVqvwK5Dhyq3cNQybho+Ihowl"
    "nFiSS3JpSDmQDDPSE0n7xgK8dy5xr6RYwqKBG4hmHg8yyeHUcjDd7cs9qkAqsGAUpn9CGp"
    "c+QVALYb2O4TYLuTNJgM6JkCgN0K7BHRTv9I2mgEnNM/0h6besIpa8U5zky/5L8S9jiV1+"
    "6Kh756AcRMEiaGb0YE8cgkz6N+hivg81i9Eu4rqqjKSmSvDGsobu7v3xYMxc1d2RL89u7m"
    "lp6KyVpQIRwKXI49bMZKqseooKSBTS5t8+Vlm32+vBRv9PgZF2fZkLKgBo71RHMv/9wTL6"
    "Jxtxkt0zDlNpeDc/CY52CPEYn4KNx4RKq2LJXXkdtXMjRRalSzr1+uqjciOnHPOZRdQ2+9"
    "PhNrhxjc5LlWFATItWRa7EtasHt5Y+Ai143/XntUGQ1oveDdpAytrsqS0kcsoxsd1EdLUR"
    "kEIfmO47ImLELnRQgIMVbPIc/pqO35ZtW0Md0DY/+IAoLlxnUyKtqRRf1cIDoiruIn5Dve"
    "866mUpSRWDRxFnZR9ii8xRh27IjYi76uvBVTF1A3c1r05s+HViSBvfg571SqNxZMS9N4bu"
    "8SGwlNL3Lvq/lKbB9g0KXCjlmoCVfMGzvc4pWaZKmjT/HKAEznkxfYUmRypqDhDlZyJVeI"
    "d1KDkDJ5nTy0/poacBBfeC3dVZlr6QTrMdi4TkQcQD/xmAM/0FDhnRls56KwI5dYNEYeia"
    "yxS4Wboo/537wn+iiY0Qhjtlcms435iGYBMu0X89K6tRCHuowp1CcmpkO21ZVRAnszVXvz"
    "i7e6MUNrI7I22fNGWxN3Pq8y0dHwHKfSKw+3lJ/AVSpm8u1kFiLX0DCMVFKHAGUe6uC1Nh"
    "5BUvs319COZlJCgtBvGXBK6cQ9aJmCBvgO3fBnEsNbS+YEUxWo0+hGjTx4iELoGuY65E2J"
    "qMO+ogqNJ11XITS3KL4rmJhr3tXZdT1tZVVoa5Noa5O/U/gYVwlPO49AXWZPav5MpqAhwk"
    "qaBkMvNDmzOMSZmlReJ56pvytATNcMsNwdIIyKNo5Ib4D6KDB22I14kaC4k6qgBKCWQXU9"
    "ucA6ldcgLBngzII50DCH+ARXYISJlLsQ7eYNyZREZtE6oWLgVL7XrMrn+eHdk015GFz7pZ"
    "RrKQplbCdMLT6y5RHna9j1aum7sCo6nQG9OS8wCfp41ytAPkbhDbOIxJ9XAt9cQzvH/KKV"
    "Y35R45hfVB3zOO/cxXoU9cAr7OyXww1Eam8gGrAp7mQ39LjCnH0B6lwc4xwEFm0CnHUu21"
    "iceu+i2Z5im3nBbONFwcxbzzz6atxJFf8/fccXs7fJZiczM0Azy4tcup9m2J2tImuLQrKY"
    "EW8WbswweQMys0z6CM1M26ZikV+tcR3sr3JDNOKbSfJm/7NJOsbKIRrEYaOMw9KVa+25Hu"
    "Q1dFzbHDriM+eYR87ocD2KEwWNrSqvgnWTsXEyfA2rApmmSj7UMfFOCk9GA+CsUDCRZSFk"
    "SwFa0AFIeUGpFJ65AoBZuS/KxKH01TqMkjaIDj2sLHKlYc91APVuqMcblwO6uL47UxiQy/"
    "r2XRWbNXSFN92wUmin8gD29K50+TW5k+Dvcewi4LYYiUUTuXW44SANhY7TEHncwG1ELdR9"
    "hW1iumcaldlTrnGb0pUu067PPtqlLqPD+hRTPO+QjU3REbh/2Hj67TIxuNLlmOfedRs7fC"
    "02w9eN5x798+FhDG7ZUrhm8Cwg3HKlcvtXOsd6Ypai7kcfe7qsr0zRvbl7//rDv/nOcirv"
    "eyR8CJI3mt/8+9Pt63IoiO1wI0EiZfI6mebeaKQNSo1YSzhzBcCTx8JDR8JJexGvUYDFY4"
    "UOTxv9CDOXg4lC0zIFYpdhDIPrj20SSkHcslUQt6wJ4paVKgn6w5JA+CCuIbpnrciIsxoy"
    "4ox7cRnf7f3l4/17WafXxlY4+/+Zg8kUj7cacGMw6mniMiNc8nvjNzg6Tfz9P4O5yRU="
)
