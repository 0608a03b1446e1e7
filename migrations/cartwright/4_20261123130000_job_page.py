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
    "eJztXW+TmzYa/yoev+rN+DLZv8nd3NxMNt2220uybZNeO5PpMDLIa7IYKBK72enlu5/ABg"
    "RIGBGEQX5eNYXn58U/yQ/Pf/01t1FEHyP3bk2fvXKcCBMy/+fsr7mPNpj9Q3R7MZujMCzf"
    "TC5StPRSDOIEl4RGyKbs8gp5BLNLDiZ25IbUDXx21Y89L7kY2EzQ9e+KS7Hv/hljiwZ3mK"
    "5xxG58/INddn0Hf8Yk+9/w3lq52HNKD+06yd9Or1v0KUyv3fj0u1Qw+WtLyw68eOMXwuET"
    "XQd+Lu366Ve6wz6OEMXJx9MoTh4/ebrdF82+0fZJC5HtI3IYB69Q7FHu6y6t4trcst7dfr"
    "DeX3+wrLkCQXbgJ+SyR90u2V3yCH8/PTl/cf7y7PL8JRNJHzO/8uLL9k8XxGyBKT3vPsy/"
    "pPcRRVuJlOOC1DBeeq5tibh9vUaRmNwSqMIxe/gqxxmjX0fy/F+r2LcT/mabwMEeeZY/xj"
    "MfP1r5//17rmstNuiz5WH/jq6TBbhsIP6/r355/cOrX745vfxb8gcD9mvZ/ore7e6cpreS"
    "tSnWIiY4Eq6EdJdziP1bvc0yZBemvNkLQtP/KuzrTL6fLV3nslCWQ5BZ3q3Pn7fZrs+fy/"
    "drcq/Mr+f6+ESF4BwADLdn+FSV4dNhGZ4PpG918Gu79EmF3kzewP17ctqGXyYl5Te9V+Y3"
    "wnfJQykwXCCM28FaGA4DQpHHCHSUXnUVmIH7uRXZDVzXqbaD2KeRmr4oICZS3IZhOcG1rc"
    "z4UdvEGcA4VXHeZvOeyzfveW3z7h7YIms3DJMHqfF8FQQeRr6YahG8wvqS4XXRnl/RwHwD"
    "01e3t2+ST94Q8qeXXrj5UKH817dX10xppyvBhFy69dhqvkhG4NL1vO70c2hgX4F9O8IJJx"
    "aiAuLdO6mDXcbp8rGHVeFbJ/sfp6dnZy9On59dvrw4f/Hi4uXz3Nuu32pyu69uvk/4Lq1L"
    "fQHi0Om0AGUcLIDSAiSh1NU9F/dLLiyRff+IIseq3QlOA5ls/dbmdFO9gnx0l9KZfO/kgf"
    "kwc+y49Dq1hWSB6EJisTcWnchaOBeGePTAm1dbPFpVP+jVCwdgdmC9zH41gWLQmYd0In7H"
    "6sj0cW9R55QfFTcmB5joIl6ct3ESL87lbmJyr8awYlSpQBjI8WUbZ/FS7ixe1pzFYPkJ23"
    "RLkgLLFZiBVPfvl+84U0vAlkAG0nzZRmlcynXGZU1lLPEqiASb+QP+LHnNFQgDoksNdH64"
    "/v1DycvOaPzm7avfU4Y3T7s7b27ffZ+Jc7S/fnN7VdXQK4oF70A52zkAyFYmO8KIiF6Hcr"
    "YLBNDdgW72pYmqyi6jDKBdt8bm6s1aW3kFBAgWEjyiiNAveMUWa/0huMf+XBITKsks9kWF"
    "oq20RXNxiAsNZr9pjgula2qtEVmrKIQyaqhKxQmbySu0cT2lDHeB0KVyD8cvlHiOVE9AYm"
    "80AWT8OXTZW1d5Aco4g7b20IlV0iWrSr5u648zgj8w8xF+YOaFOvllHPA/0Yz2e+ZpbnkS"
    "ui7Z7cU+r4VwguCvTMsOAX/lwP4K2NM929MpPUzp+YKXmnzfllHGxd70tJ6A53JY+41gpm"
    "tV2edAQD04jRPif0Sm868ktVCFdnN6b6/RnLxwYBTBFE0NGEUwhTg13iDXU1mHHGCc06Kl"
    "gnH8kwmmbFqHiJDHgL2pVP3vGtDA2jotjEeBp7SfM/kB97MdExpstsbFAL3erVq9Gzq9ax"
    "Rv2PNb9hr5d9jK9qnAem7qIpR9BLQSKrQSusz9YO/+B8F+byS/hBuQ8ezNOVnCt0HRB2bw"
    "C4v+pXZ3DTecw34yahMcYlCjCYRAW+xxR0Jes/W5C+RNsfn9xb6IiM1LQlBk4F0LQZEjCI"
    "oQLxbM7ZAvQyZvXEjkZRvn5qXcuXlZc27GHw+ZMLn8Y9U4ljcJVWAGhJ6G7hQKA+KKWZe+"
    "F3nIcGbd81G/HcFfAXN5aw7/FAVOnNq1Qms5u73XWA45QZ228sfcLN8ZY4QiGm8b1CLXxp"
    "aNk+VkqI/cLW63/gHWNljbIpKPwNq+j5WM7a24gQZh/1WTh3VkRkWulmwYeDN6+QWH5lAO"
    "DWe0KBngFSBY4J0zBhWDsqUBWEGZxH9vzmVhgLd+LxbW/HC6pEgiT7GKIXRtGosGMTXY1w"
    "XEAJU9wOtRPVUOSfIGvQBBJ0iSH98CjC/qd7NB6bdvCv1tZRYt43+Wm4tDxnxaZltDDC9b"
    "WxVyyyCDGot6ewuGiCqWUlOooFYw2pCn1HG7EweDuFU/AORhv14ZjMgguPEfsE8byuYKgb"
    "2mgFsSPYgZMJo3ltF2QZAM1vBVKOYQoALq048Ijh6wCp88BAitEuoFjxahgX1v0XUyxjTw"
    "VLiVoIej+WJCNNtRQIjwELZGfnkY7F9BXxQjSRCh2dMUtQNBD5paD5qDQw9Tkf7dRziPBN"
    "YVWIe4eq8KA8K6xx3W/SU1BxFtGKLIiyz2j38vC/fqy31kTDrF5LjC+fqjVvJZ9sySHDGG"
    "Os6BfT1urdo6e/zyGqRT+gsAjyVKYRivf8bIpy4VDN2XsspDgFNJKY9SjUkOMDBd0X8Rz7"
    "jH9xlquUFJyogWAHyX4/Zd3ieh1jfYuZMPsuRFFnuHwKehW6+QHsZ5Yf93z7bNXicm83Na"
    "ezBNvwHDnJhBNM8ky10mbUIewoUc57EevVGaqhoFozyTN9AmP21X5dJQ5FLribLUE9wlDG"
    "S0qvvVsTokucsgILWmV6dRhjEhtTqZSowJccpM70BwfnlDPWYGMK8iU8v860AtPpfJG8fu"
    "Rat614uGetcLQS2xYlQCohHTjka8Zv+cSydIRi0G4tiZFPTBTOuVBbNspjDLZvhj6qqhBA"
    "O2+ggOVxwXq5qnBEG5W6+bFnJ2kLMbV2/o8RnJNxRv5g2Gcnq/lbFsuZloz5m67YfvqzIE"
    "UxpMaRHJ5pvS3O+j5S7nf1EGvT2PobBzekoE6jq1toz4LrU6DyEUoU2iGYoQzV+AERnUNw"
    "7ehAHFvv30HywfxVCW2mtcu4W8dY81TGX4OCd2EKbZpOTzwbI+pGWdL0XrQv0MYGBR0Emr"
    "qqCThrKgk3pd0O431LrmCousDxPYPb24aJXHvmjIY19U2V2xv48jZlP4StObKjAD2e4/HA"
    "0FmYNNPJYSKh14PGmzrTc+l4EjULbygfSZvBG//wamtMyiB/fjwP7fuLsAIZ+y0Ov+3SYv"
    "17nE69veXOxz9tIXNNHh44UestmPfJnqV3uN7fsgppbI4fvI11okqZbyYVzZFbxBrgdzHC"
    "DxcqyJl8PXMI3jLdtf3oVXUa03Nw8ywm6s+I1tQiCX8gjIZS0AUlL+CkxXcQaSfdaq+Pys"
    "ofj8rF58vn1RKhCdAwxkWEvzBLJtTIjVrQpSCO6lGHJUxGs4NHESx0MNF6zufaqMjXwbex"
    "Zzz4mo6rRBU1eB5m3n/vuFobq3V2OOxEsaUOR1qUuoYyEq1TkqRdZuGLLH6rQQNSwsROeF"
    "6PxzgN9CbxU6cRQlhRRKL1MOY6DZctbG4ZG7OzWjMNMYG8yoUgpTCaAG8t2/4ZLzhhwnYq"
    "6MSsJNhDWC9KGTb9C/n7tBrWIoiViDK1SPokT4wcWPHZyhGtBEZ0jDGWE73ojLfEk1e6WK"
    "NCjWDRXFx7UA426RPIIFcLDtOh0WoIwDDTTlmorr5EDCeVNhxVZi0aq6wsK5sMaZsgSz+8"
    "n776vK6WFqbL96BQ7IGDQEnP0G2nPKQ4BTURDxSa09JJM3wqkvez3nbZyec7nPc16PpEBG"
    "U29G08FUsRaiQBgXKdEz6RDmdGotNfkULIVWQpOlVmDAD+nqB64UDYnVV1kR46S8v2G+MA"
    "71+LzoN66P501OdCqwaOdDe5nsYc6UhKaDIZsOwDfWUOsOM4Z00EruYyX3bStuoO/Wf7lv"
    "+l8FbjN5A8nVkm+F8Vj9qwMYjzUiFy6xGa3ORZAiNCzGVD2Sn9DTpiGpl91e7PNGQk5Qpy"
    "sSR2FAvjKZB34I+CEj4ZhvKN/ubAXDjoMYaNv1n/RgXtuDu5v+0JpjDmMgyf0XQauXm0OV"
    "uRLBaX+sUuY5A5iXWNLh/mW/eNWu/CpuqPkewylkHUMg0SaIfdrFD6kiTbIqhu5MpEitaS"
    "IHgMZuobEjvMKROG3a1C3BgYzT3Hp0CbnHKj5JLg9nIdervaE+SG99EHSUQEfJ8S3AiCKf"
    "18lwp7eYEJR+e2H4sySz2BcDTcdFWRtOXOeZtR8LKywrzIAIKIx/PL7xj7sfnOJilFHGOe"
    "taQiP37JupcJzJG+glauh5iJefsE0t1caSKs5AsjWM6tiRpqYzyigDiT6WszGmZ4rw0STb"
    "DV2sdqxLCWTgxtXSYrL7uXfQEIayrGUqL8WfBRTLJyVl8kbwO/R0pDXdCKJ6crIzeSC7A9"
    "mQVuEj/m3OODuRH3F2UjvhDFGKN6EobdjQP1VAIOhftSw26GmJLScOPdcW7lwprwIk0Fsr"
    "u0WEWjiKRG3Bcg1cRhmQWxlaC0OiBRItx70AhPl9yuxzIIM6t48rxfUbXq6D4P5b7LkPOJ"
    "IehF0VW+xLdD1uAWyVOITOXBckt4ZMbmXLqxYcLaOMS6j0f/wT9p0wYH9MLTpaQUHvMYzm"
    "GjRNNc6A/qRbf+BwZgjKHUY99N9jBUE5HVEj2TxEeZN2GQVaV0Is8smjqCFwTzyugEFATl"
    "kDOzGjhj2jtVHZ0RUU7Gg4pGAU4R6IdEK8rRJIu9656PPmeFsutmgbb8M8AuJt09LTUEw+"
    "hWLyOFLqetuJG+ganrY7Puy06fiwU8HxYemhH0pH4xUII2ge2tyGA/F0tnESzKxntRLRHG"
    "HEdh6grztMzrELYmKpky2AGrevtXA+hTBpcmSC+4AHYrn3UCm46+CuH98CjMhd/zFYziUu"
    "enJrsc8t/7QT6nneZdY16WAnDnE6Tqo67rLS+72Yfay1AXK9aun97FOVe8Xh6Lt+9Q/EAa"
    "YQB4BWZ42VT+xLxkrGZQ4wkN7+m5vDyA0itQH2PMQkg6bHgVj5y1hh35ZRBm7ek1bK4aRB"
    "O5zU1cP0JiEMNu90yDkIjd0BTZMQppyMH9gFDdGTFyAB+fJwOAcZcIP/9UXXFocCQKMKAK"
    "PYVw6oFBiTbI+BVcmujFLB6OMQUHdZb4b+bHUoZq3CTNrQPRaqIbLGKrRyCNiqdd9khaOI"
    "Pb4CoSUMUHrYU46NpjJ49NWOXMkBneytsbkV+lO1HkYEW7FPRQO7G09yKwPBi+vuxUVY0s"
    "fZxH8JBux3ZT9JvuEtlypqpgIzLlikoWE5mUKjHJUro4yjWYtK33LGTRJvXStZBRrA99AB"
    "ohVyvThS2uMcxADCqyH+VhH+hgA/FD6N7I1JKIq6LEAZBxZLV/5Xru+SdYcFqABhBaZbeX"
    "b90HDscn5/0aIGzcIPWk5ertWcJX/LhSKyw+/kBCMrIisWqf0KFBh4qXZ3QxX9ouE9ogln"
    "FSeS3JpQDmYCEe4JsfkYRPdqUe4CYZ7HqOVwT0VTGZzEr3yfJYNumKchGtLSmFTgYeCgdG"
    "YfkjoHXgGIdkO0+wii3WkaTIX0HABktyJ7RGGnn9M2GknM6eesx6Y54JS34hxmAFH6XwV9"
    "nMkbN4+6r14AeSTJJVaIYoJFwaQgYHaGL4nn8bgK70sG1KUl8ivDKoqr29s3JUVxdVPVBL"
    "++vbpmb8V0LZiQSyUmx5Y2a6nUY1QCGaCTBzjYb0eZqktZgoFhPdHcy2/bwItsNl8eltkz"
    "kq+Qg/fgId+DPXok8lfhOiBKtWWZvImxfS0TnpTmSobm5ap6C0Sn5rkgZLent96c8Xq1KY"
    "atzOTGGYa1+qXAt+Mowr6t0mJfQcHuFZ1tHft+8vfas8ohoPVCUOcFra76ktIHLKMbHdUH"
    "S1FZBGP1juMqEhah8yJEhFjLJyoyOhp7vnmYMap7YO4fcESSB1VQ8RzEuGBRP6edjShW8S"
    "0OveBp01Apykks9sUsnLLsQeIWY9ixI4pe9HU+nzx0AXUzxxXe/G7XiiTRF98VnUrNyoJr"
    "aRrPUSNyJWHoqbN9NV/J9QMMutTYMQs14Zrjxp6weKUhWeqZU7wyQKTzMYgcpWByDjBwB2"
    "s5P4S6G6VBSLm8SRZaf00NbpSczqncVVmgTKL1ENG4ToE4oH7iPod7x1yFtyi6n8vcjkJi"
    "sdfzSGWtTSa8z/uY/xA8slvRjHkYsy2YzNboAc8ijJxn88q6tRCHuowp1CemqkO11ZUDgb"
    "6Zqr75MVheIWqvZdomv79X1ySdz8tcdDRxjmPplYcjVY/gKBWUfjuVhSgQBrqRWuoQoMxD"
    "4zl964Bgpf1bIIwLM2kJgjDDm6hpiAJh4BbWwjHTqYHSgIIcYCDDWrpKaECRoFlbHsrL5E"
    "1yRPqbEc8cgMhVGxLPQYypKOqN0BBH1sb1Y5GpIC+1L4GA1CqpcLi6zncWDAqFQZVHuAIj"
    "jLTdULyZ74m2pTKL1hE3y83kez4/effp6abcTTasn5/MC5XOUlaK08FYy341jzygx69XS9"
    "uFh5j0DujNeIFRoYebvw0BO41HEGKSPK8CvwXCOMP8rJVhftZgmJ/VDfMkMdFFe5RxYBV2"
    "VSADFvUfLd/jssK3BTRzuQm+E2hlf68K2b3FNbc+nm0jQLMgmq2DOJoFq1nAriaV4Mm/2S"
    "c+m71J9Q2ZoQjP7CD22X6auf5sGdv3mJLFjAQzukY0/QAysxG7hWfIcZhYHNZrdAb7q0IP"
    "goQozS1sfzZpxXvVgwA3YZRuQrZyrQ2rnbyBdlWbPL48jV/P4kMf2bDveGjM0XmUnZ+OvV"
    "EJJ/AQSITU0nUecjdKfHIIoLMWIYhtG2NHidASBiit5TKQ6ynxWQCAzNp5F8ilykcDcCBj"
    "GB162ErsK9NeYID1bqwnG1dAunxGeg4YMJz41xddAcUG/rSMpGcbVontTB7Int5I+p/Smc"
    "r/SXwXSWyLk1jsC27tJjRnrtBhGjoO67iNqAWsL7dNHu6ZRuHwlEuwpjSSftrlwwcbSj86"
    "ro8xxfMKR668oXF3d+/7DxVy0Ms48H7V1ss4hpF5h1YJFfV70Ur9XjSo34tafoP9sBQY3o"
    "kbyO5JKzPipMGMOBGOTKe7uZNlhn98f/tOEh8uIBWWHdems//NPJdM8fXWQG5CRrODV/Xl"
    "EnICQu+i9FPSDzi4g/fl/ysay20="
)
