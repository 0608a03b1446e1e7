from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = {
    "sqlite": """
        CREATE TABLE IF NOT EXISTS "address" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id"),
    "name" VARCHAR(200) NOT NULL,
    "line1" VARCHAR(200) NOT NULL,
    "line2" VARCHAR(200) NOT NULL DEFAULT '',
    "city" VARCHAR(120) NOT NULL,
    "region" VARCHAR(120) NOT NULL DEFAULT '',
    "postal_code" VARCHAR(20) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "phone" VARCHAR(40) NOT NULL DEFAULT '',
    "default_shipping" INT NOT NULL DEFAULT 0,
    "default_billing" INT NOT NULL DEFAULT 0,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_address_user_id_fe51c2" ON "address" ("user_id");
CREATE TABLE IF NOT EXISTS "audit_entry" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor_id" INT,
    "actor" VARCHAR(254) NOT NULL,
    "action" VARCHAR(60) NOT NULL,
    "object_type" VARCHAR(40) NOT NULL,
    "object_id" VARCHAR(64) NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "request_id" VARCHAR(64) NOT NULL DEFAULT '',
    "address" VARCHAR(64) NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_audit_entry_at_c3f19e" ON "audit_entry" ("at");
CREATE TABLE IF NOT EXISTS "refresh_token" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "family" VARCHAR(26) NOT NULL,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT,
    "revoked_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_family_00f3ac" ON "refresh_token" ("family");
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_user_id_8938ab" ON "refresh_token" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_expires_3e54da" ON "refresh_token" ("expires_at");
CREATE TABLE IF NOT EXISTS "session" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL REFERENCES "users" ("id") ON DELETE CASCADE,
    "user_agent" VARCHAR(200) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_session_user_id_23ddbc" ON "session" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_session_expires_823c67" ON "session" ("expires_at");
CREATE TABLE IF NOT EXISTS "users" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL DEFAULT '',
    "password_hash" VARCHAR(200) NOT NULL,
    "role" VARCHAR(10) NOT NULL DEFAULT 'customer',
    "must_change_password" INT NOT NULL DEFAULT 0,
    "is_active" INT NOT NULL DEFAULT 1,
    "token_version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "users_check_1" CHECK ("role" IN ('customer', 'admin')),
    CONSTRAINT "users_check_2" CHECK ("email" = lower("email"))
);
CREATE TABLE IF NOT EXISTS "category" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "slug" VARCHAR(80) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INT NOT NULL DEFAULT 0,
    "created_at" BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS "product" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "sku" VARCHAR(64) NOT NULL,
    "slug" VARCHAR(200) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "price_cents" BIGINT NOT NULL,
    "category_id" INT NOT NULL REFERENCES "category" ("id"),
    "status" VARCHAR(10) NOT NULL DEFAULT 'active',
    "picture" VARCHAR(200) NOT NULL DEFAULT '',
    "version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "product_check_1" CHECK ("price_cents" BETWEEN 1 AND 99999999),
    CONSTRAINT "product_check_2" CHECK ("status" IN ('active', 'retired'))
);
CREATE INDEX IF NOT EXISTS "idx_product_categor_d93e29" ON "product" ("category_id", "status", "price_cents");
CREATE INDEX IF NOT EXISTS "idx_product_status_f8ac81" ON "product" ("status", "created_at");
CREATE TABLE IF NOT EXISTS "product_image" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "product_id" INT NOT NULL REFERENCES "product" ("id") ON DELETE CASCADE,
    "path" VARCHAR(200) NOT NULL,
    "alt" VARCHAR(200) NOT NULL DEFAULT '',
    "position" INT NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS "idx_product_ima_product_39930c" ON "product_image" ("product_id");
CREATE TABLE IF NOT EXISTS "inventory" (
    "product_id" INT NOT NULL PRIMARY KEY REFERENCES "product" ("id"),
    "on_hand" INT NOT NULL DEFAULT 0,
    "reserved" INT NOT NULL DEFAULT 0,
    "low_stock_threshold" INT NOT NULL DEFAULT 5,
    "low_crossing" INT NOT NULL DEFAULT 0,
    "is_low" INT NOT NULL DEFAULT 0,
    "is_depleted" INT NOT NULL DEFAULT 0,
    "version" INT NOT NULL DEFAULT 1,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "inventory_check_1" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand"),
    CONSTRAINT "inventory_check_2" CHECK ("low_stock_threshold" BETWEEN 0 AND 100000)
);
CREATE TABLE IF NOT EXISTS "reservation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "product_id" INT NOT NULL REFERENCES "product" ("id"),
    "quantity" INT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "uid_reservation_order_i_03220f" UNIQUE ("order_id", "product_id"),
    CONSTRAINT "reservation_check_1" CHECK ("quantity" BETWEEN 1 AND 999),
    CONSTRAINT "reservation_check_2" CHECK ("state" IN ('held', 'committed', 'consumed', 'released'))
);
CREATE INDEX IF NOT EXISTS "idx_reservation_product_7cce3f" ON "reservation" ("product_id", "state");
CREATE TABLE IF NOT EXISTS "stock_ledger" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "product_id" INT NOT NULL REFERENCES "product" ("id"),
    "order_id" INT REFERENCES "orders" ("id"),
    "kind" VARCHAR(20) NOT NULL,
    "d_on_hand" INT NOT NULL DEFAULT 0,
    "d_reserved" INT NOT NULL DEFAULT 0,
    "on_hand" INT NOT NULL,
    "reserved" INT NOT NULL,
    "actor" VARCHAR(254) NOT NULL DEFAULT '',
    "note" VARCHAR(500) NOT NULL DEFAULT '',
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_stock_ledge_order_i_4d9b60" UNIQUE ("order_id", "product_id", "kind"),
    CONSTRAINT "stock_ledger_check_1" CHECK ("kind" IN ('initial', 'restock', 'adjust', 'hold', 'release', 'ship', 'return')),
    CONSTRAINT "stock_ledger_check_2" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand")
);
CREATE INDEX IF NOT EXISTS "idx_stock_ledge_product_987200" ON "stock_ledger" ("product_id", "id");
CREATE TABLE IF NOT EXISTS "cart" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT UNIQUE REFERENCES "users" ("id"),
    "token_hash" VARCHAR(64) UNIQUE,
    "version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "cart_check_1" CHECK (("user_id" IS NULL) <> ("token_hash" IS NULL))
);
CREATE INDEX IF NOT EXISTS "idx_cart_updated_d154b0" ON "cart" ("updated_at");
CREATE TABLE IF NOT EXISTS "cart_item" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "cart_id" INT NOT NULL REFERENCES "cart" ("id") ON DELETE CASCADE,
    "product_id" INT NOT NULL REFERENCES "product" ("id"),
    "quantity" INT NOT NULL,
    "unit_price_cents" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,
    CONSTRAINT "uid_cart_item_cart_id_3806ec" UNIQUE ("cart_id", "product_id"),
    CONSTRAINT "cart_item_check_1" CHECK ("quantity" BETWEEN 1 AND 999)
);
CREATE INDEX IF NOT EXISTS "idx_cart_item_product_bcfacf" ON "cart_item" ("product_id");
CREATE TABLE IF NOT EXISTS "idempotency_key" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "scope" VARCHAR(120) NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "order_id" INT REFERENCES "orders" ("id"),
    "status" INT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    CONSTRAINT "uid_idempotency_scope_e46a2c" UNIQUE ("scope", "key")
);
CREATE INDEX IF NOT EXISTS "idx_idempotency_expires_8bff94" ON "idempotency_key" ("expires_at");
CREATE TABLE IF NOT EXISTS "orders" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT REFERENCES "users" ("id"),
    "placed_by" VARCHAR(60) NOT NULL,
    "checkout_key" VARCHAR(300) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "access_token_hash" VARCHAR(64),
    "status" VARCHAR(10) NOT NULL,
    "cancel_reason" VARCHAR(20),
    "version" INT NOT NULL DEFAULT 1,
    "subtotal_cents" BIGINT NOT NULL,
    "shipping_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "shipping_method" VARCHAR(20) NOT NULL,
    "shipping_address" TEXT NOT NULL,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "review_reason" VARCHAR(200),
    "review_since" BIGINT,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "decided_at" BIGINT,
    CONSTRAINT "uid_orders_placed__c4fdc8" UNIQUE ("placed_by", "checkout_key"),
    CONSTRAINT "orders_check_1" CHECK ("status" IN ('pending', 'reserved', 'confirmed', 'shipped', 'delivered', 'cancelled')),
    CONSTRAINT "orders_check_2" CHECK (("status" = 'cancelled') = ("cancel_reason" IS NOT NULL)),
    CONSTRAINT "orders_check_3" CHECK ("cancel_reason" IN ('out_of_stock', 'payment_declined', 'payment_expired', 'customer', 'admin')),
    CONSTRAINT "orders_check_4" CHECK ("subtotal_cents" >= 0 AND "shipping_cents" >= 0 AND "total_cents" = "subtotal_cents" + "shipping_cents")
);
CREATE INDEX IF NOT EXISTS "idx_orders_user_id_ef1190" ON "orders" ("user_id", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_status_89bef2" ON "orders" ("status", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_email_e5c406" ON "orders" ("email");
CREATE TABLE IF NOT EXISTS "order_event" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "sequence" INT NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "detail" VARCHAR(500) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL DEFAULT '',
    "job_id" BIGINT,
    "fence" INT,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_order_event_order_i_a087d3" UNIQUE ("order_id", "sequence"),
    CONSTRAINT "order_event_check_1" CHECK ("sequence" >= 1)
);
CREATE TABLE IF NOT EXISTS "order_line" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "product_id" INT NOT NULL REFERENCES "product" ("id"),
    "sku" VARCHAR(64) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "quantity" INT NOT NULL,
    "unit_price_cents" BIGINT NOT NULL,
    "line_total_cents" BIGINT NOT NULL,
    CONSTRAINT "uid_order_line_order_i_b6b97c" UNIQUE ("order_id", "product_id"),
    CONSTRAINT "order_line_check_1" CHECK ("quantity" BETWEEN 1 AND 999),
    CONSTRAINT "order_line_check_2" CHECK ("line_total_cents" = "quantity" * "unit_price_cents")
);
CREATE INDEX IF NOT EXISTS "idx_order_line_product_c61e07" ON "order_line" ("product_id");
CREATE TABLE IF NOT EXISTS "payment" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "order_id" INT NOT NULL REFERENCES "orders" ("id"),
    "purpose" VARCHAR(10) NOT NULL,
    "provider" VARCHAR(20) NOT NULL,
    "method" VARCHAR(20) NOT NULL,
    "token" VARCHAR(200) NOT NULL DEFAULT '',
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "reference" VARCHAR(120) NOT NULL DEFAULT '',
    "asked" INT NOT NULL DEFAULT 0,
    "detail" VARCHAR(500) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "uid_payment_order_i_3a96c0" UNIQUE ("order_id", "purpose"),
    CONSTRAINT "payment_check_1" CHECK ("purpose" IN ('charge', 'refund')),
    CONSTRAINT "payment_check_2" CHECK ("amount_cents" >= 0),
    CONSTRAINT "payment_check_3" CHECK ("state" IN ('intent', 'submitted', 'captured', 'declined', 'unknown', 'refund_pending', 'refunded'))
);
CREATE TABLE IF NOT EXISTS "email_message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "message_id" VARCHAR(200) NOT NULL UNIQUE,
    "kind" VARCHAR(40) NOT NULL,
    "subject_type" VARCHAR(20) NOT NULL,
    "subject_id" VARCHAR(64) NOT NULL,
    "order_id" INT REFERENCES "orders" ("id"),
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" VARCHAR(15) NOT NULL,
    "attempts" INT NOT NULL DEFAULT 0,
    "maybe_duplicate" INT NOT NULL DEFAULT 0,
    "last_error" TEXT NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "sent_at" BIGINT,
    CONSTRAINT "email_message_check_1" CHECK ("state" IN ('queued', 'sending', 'sent', 'recorded', 'undeliverable', 'dead'))
);
CREATE INDEX IF NOT EXISTS "idx_email_messa_order_i_ac26f8" ON "email_message" ("order_id");
CREATE INDEX IF NOT EXISTS "idx_email_messa_state_6936b1" ON "email_message" ("state", "id");
CREATE TABLE IF NOT EXISTS "webhook_delivery" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "webhook_id" VARCHAR(60) NOT NULL UNIQUE,
    "endpoint_id" INT NOT NULL REFERENCES "webhook_endpoint" ("id") ON DELETE CASCADE,
    "type" VARCHAR(40) NOT NULL,
    "order_id" INT,
    "body" TEXT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INT NOT NULL DEFAULT 0,
    "last_status" INT,
    "last_answer" TEXT NOT NULL DEFAULT '',
    "duration_ms" INT,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_endpoin_4b0f7b" ON "webhook_delivery" ("endpoint_id");
CREATE TABLE IF NOT EXISTS "webhook_endpoint" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "url" VARCHAR(2000) NOT NULL,
    "events" TEXT NOT NULL,
    "note" VARCHAR(500) NOT NULL DEFAULT '',
    "secret" VARCHAR(120) NOT NULL,
    "previous_secret" VARCHAR(120) NOT NULL DEFAULT '',
    "state" VARCHAR(10) NOT NULL DEFAULT 'active',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "webhook_endpoint_check_1" CHECK ("state" IN ('active', 'failing', 'disabled'))
);
CREATE TABLE IF NOT EXISTS "job" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "kind" VARCHAR(60) NOT NULL,
    "queue" VARCHAR(20) NOT NULL,
    "priority" INT NOT NULL,
    "dedupe_key" VARCHAR(160) NOT NULL,
    "subject_type" VARCHAR(20) NOT NULL DEFAULT '',
    "subject_id" BIGINT,
    "payload" TEXT NOT NULL DEFAULT '{}',
    "state" VARCHAR(10) NOT NULL,
    "run_at" BIGINT NOT NULL,
    "attempt" INT NOT NULL DEFAULT 0,
    "max_attempts" INT NOT NULL,
    "crashes" INT NOT NULL DEFAULT 0,
    "deferrals" INT NOT NULL DEFAULT 0,
    "fence" INT NOT NULL DEFAULT 0,
    "owner" VARCHAR(120),
    "lease_until" BIGINT,
    "parent_id" BIGINT REFERENCES "job" ("id"),
    "traceparent" VARCHAR(60) NOT NULL DEFAULT '',
    "error_type" VARCHAR(120) NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "finished_at" BIGINT,
    CONSTRAINT "uid_job_kind_3d1948" UNIQUE ("kind", "dedupe_key"),
    CONSTRAINT "job_check_1" CHECK ("state" IN ('queued', 'running', 'succeeded', 'dead', 'cancelled')),
    CONSTRAINT "job_check_2" CHECK ("attempt" BETWEEN 0 AND "max_attempts"),
    CONSTRAINT "job_check_3" CHECK ("crashes" BETWEEN 0 AND 3),
    CONSTRAINT "job_check_4" CHECK (("state" = 'running') = ("lease_until" IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS "idx_job_state_9f985a" ON "job" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_job_subject_dd1c00" ON "job" ("subject_type", "subject_id");
CREATE TABLE IF NOT EXISTS "job_event" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "job_id" BIGINT NOT NULL REFERENCES "job" ("id") ON DELETE CASCADE,
    "type" VARCHAR(10) NOT NULL,
    "attempt" INT NOT NULL,
    "fence" INT NOT NULL,
    "worker" VARCHAR(120) NOT NULL DEFAULT '',
    "at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "error_type" VARCHAR(120) NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "trace" TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_job_event_job_id_adc700" ON "job_event" ("job_id", "id");
CREATE TABLE IF NOT EXISTS "queue" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "is_paused" INT NOT NULL DEFAULT 0,
    "paused_by" VARCHAR(254) NOT NULL DEFAULT '',
    "paused_at" BIGINT
);
CREATE TABLE IF NOT EXISTS "worker" (
    "name" VARCHAR(120) NOT NULL PRIMARY KEY,
    "host" VARCHAR(120) NOT NULL,
    "pid" INT NOT NULL,
    "queues" VARCHAR(200) NOT NULL,
    "concurrency" INT NOT NULL,
    "running" INT NOT NULL DEFAULT 0,
    "state" VARCHAR(10) NOT NULL,
    "started_at" BIGINT NOT NULL,
    "last_seen_at" BIGINT NOT NULL,
    "rss_bytes" BIGINT NOT NULL DEFAULT 0,
    "version" VARCHAR(40) NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);
CREATE UNIQUE INDEX "product_sku_whatever_case" ON "product" (lower("sku"));
CREATE INDEX "job_ready" ON "job" ("queue", "run_at", "id") WHERE "state" = 'queued';
CREATE INDEX "job_leased" ON "job" ("lease_until") WHERE "state" = 'running';
CREATE INDEX "job_finished" ON "job" ("kind", "finished_at") WHERE "state" = 'succeeded';
CREATE INDEX "orders_undecided" ON "orders" ("created_at") WHERE "status" IN ('pending', 'reserved');
CREATE INDEX "orders_under_review" ON "orders" ("review_since") WHERE "review_reason" IS NOT NULL;
CREATE INDEX "reservation_held" ON "reservation" ("expires_at") WHERE "state" = 'held';
CREATE INDEX "payment_open" ON "payment" ("updated_at") WHERE "state" IN ('submitted', 'unknown', 'refund_pending');
CREATE TRIGGER "stock_ledger_append_only_update" BEFORE UPDATE ON "stock_ledger" BEGIN SELECT RAISE(ABORT, 'stock_ledger is append-only'); END;
CREATE TRIGGER "stock_ledger_append_only_delete" BEFORE DELETE ON "stock_ledger" BEGIN SELECT RAISE(ABORT, 'stock_ledger is append-only'); END;
CREATE TRIGGER "order_event_append_only_update" BEFORE UPDATE ON "order_event" BEGIN SELECT RAISE(ABORT, 'order_event is append-only'); END;
CREATE TRIGGER "order_event_append_only_delete" BEFORE DELETE ON "order_event" BEGIN SELECT RAISE(ABORT, 'order_event is append-only'); END;
CREATE TRIGGER "audit_entry_append_only_update" BEFORE UPDATE ON "audit_entry" BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER "audit_entry_append_only_delete" BEFORE DELETE ON "audit_entry" BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE VIRTUAL TABLE "product_search" USING fts5(
    name, description, content='product', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE TRIGGER "product_search_insert" AFTER INSERT ON "product" BEGIN
    INSERT INTO product_search (rowid, name, description) VALUES (new.id, new.name, new.description);
END;
CREATE TRIGGER "product_search_delete" AFTER DELETE ON "product" BEGIN
    INSERT INTO product_search (product_search, rowid, name, description) VALUES ('delete', old.id, old.name, old.description);
END;
CREATE TRIGGER "product_search_update" AFTER UPDATE OF "name", "description" ON "product" BEGIN
    INSERT INTO product_search (product_search, rowid, name, description) VALUES ('delete', old.id, old.name, old.description);
    INSERT INTO product_search (rowid, name, description) VALUES (new.id, new.name, new.description);
END;""",
    "postgres": """
        CREATE TABLE IF NOT EXISTS "address" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "line1" VARCHAR(200) NOT NULL,
    "line2" VARCHAR(200) NOT NULL DEFAULT '',
    "city" VARCHAR(120) NOT NULL,
    "region" VARCHAR(120) NOT NULL DEFAULT '',
    "postal_code" VARCHAR(20) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "phone" VARCHAR(40) NOT NULL DEFAULT '',
    "default_shipping" BOOL NOT NULL DEFAULT FALSE,
    "default_billing" BOOL NOT NULL DEFAULT FALSE,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_address_user_id_fe51c2" ON "address" ("user_id");
CREATE TABLE IF NOT EXISTS "audit_entry" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL,
    "actor_id" INT,
    "actor" VARCHAR(254) NOT NULL,
    "action" VARCHAR(60) NOT NULL,
    "object_type" VARCHAR(40) NOT NULL,
    "object_id" VARCHAR(64) NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "request_id" VARCHAR(64) NOT NULL DEFAULT '',
    "address" VARCHAR(64) NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_audit_entry_at_c3f19e" ON "audit_entry" ("at");
CREATE TABLE IF NOT EXISTS "refresh_token" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "family" VARCHAR(26) NOT NULL,
    "user_id" INT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_at" BIGINT,
    "revoked_at" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_family_00f3ac" ON "refresh_token" ("family");
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_user_id_8938ab" ON "refresh_token" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_refresh_tok_expires_3e54da" ON "refresh_token" ("expires_at");
CREATE TABLE IF NOT EXISTS "session" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "user_id" INT NOT NULL,
    "user_agent" VARCHAR(200) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_session_user_id_23ddbc" ON "session" ("user_id");
CREATE INDEX IF NOT EXISTS "idx_session_expires_823c67" ON "session" ("expires_at");
CREATE TABLE IF NOT EXISTS "users" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL DEFAULT '',
    "password_hash" VARCHAR(200) NOT NULL,
    "role" VARCHAR(10) NOT NULL DEFAULT 'customer',
    "must_change_password" BOOL NOT NULL DEFAULT FALSE,
    "is_active" BOOL NOT NULL DEFAULT TRUE,
    "token_version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "users_check_1" CHECK ("role" IN ('customer', 'admin')),
    CONSTRAINT "users_check_2" CHECK ("email" = lower("email"))
);
CREATE TABLE IF NOT EXISTS "category" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "slug" VARCHAR(80) NOT NULL UNIQUE,
    "name" VARCHAR(80) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INT NOT NULL DEFAULT 0,
    "created_at" BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS "product" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "sku" VARCHAR(64) NOT NULL,
    "slug" VARCHAR(200) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "price_cents" BIGINT NOT NULL,
    "category_id" INT NOT NULL,
    "status" VARCHAR(10) NOT NULL DEFAULT 'active',
    "picture" VARCHAR(200) NOT NULL DEFAULT '',
    "version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "product_check_1" CHECK ("price_cents" BETWEEN 1 AND 99999999),
    CONSTRAINT "product_check_2" CHECK ("status" IN ('active', 'retired'))
);
CREATE INDEX IF NOT EXISTS "idx_product_categor_d93e29" ON "product" ("category_id", "status", "price_cents");
CREATE INDEX IF NOT EXISTS "idx_product_status_f8ac81" ON "product" ("status", "created_at");
CREATE TABLE IF NOT EXISTS "product_image" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "product_id" INT NOT NULL,
    "path" VARCHAR(200) NOT NULL,
    "alt" VARCHAR(200) NOT NULL DEFAULT '',
    "position" INT NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS "idx_product_ima_product_39930c" ON "product_image" ("product_id");
CREATE TABLE IF NOT EXISTS "inventory" (
    "product_id" INT NOT NULL PRIMARY KEY,
    "on_hand" INT NOT NULL DEFAULT 0,
    "reserved" INT NOT NULL DEFAULT 0,
    "low_stock_threshold" INT NOT NULL DEFAULT 5,
    "low_crossing" INT NOT NULL DEFAULT 0,
    "is_low" BOOL NOT NULL DEFAULT FALSE,
    "is_depleted" BOOL NOT NULL DEFAULT FALSE,
    "version" INT NOT NULL DEFAULT 1,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "inventory_check_1" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand"),
    CONSTRAINT "inventory_check_2" CHECK ("low_stock_threshold" BETWEEN 0 AND 100000)
);
CREATE TABLE IF NOT EXISTS "reservation" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "order_id" INT NOT NULL,
    "product_id" INT NOT NULL,
    "quantity" INT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "uid_reservation_order_i_03220f" UNIQUE ("order_id", "product_id"),
    CONSTRAINT "reservation_check_1" CHECK ("quantity" BETWEEN 1 AND 999),
    CONSTRAINT "reservation_check_2" CHECK ("state" IN ('held', 'committed', 'consumed', 'released'))
);
CREATE INDEX IF NOT EXISTS "idx_reservation_product_7cce3f" ON "reservation" ("product_id", "state");
CREATE TABLE IF NOT EXISTS "stock_ledger" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "product_id" INT NOT NULL,
    "order_id" INT,
    "kind" VARCHAR(20) NOT NULL,
    "d_on_hand" INT NOT NULL DEFAULT 0,
    "d_reserved" INT NOT NULL DEFAULT 0,
    "on_hand" INT NOT NULL,
    "reserved" INT NOT NULL,
    "actor" VARCHAR(254) NOT NULL DEFAULT '',
    "note" VARCHAR(500) NOT NULL DEFAULT '',
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_stock_ledge_order_i_4d9b60" UNIQUE ("order_id", "product_id", "kind"),
    CONSTRAINT "stock_ledger_check_1" CHECK ("kind" IN ('initial', 'restock', 'adjust', 'hold', 'release', 'ship', 'return')),
    CONSTRAINT "stock_ledger_check_2" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand")
);
CREATE INDEX IF NOT EXISTS "idx_stock_ledge_product_987200" ON "stock_ledger" ("product_id", "id");
CREATE TABLE IF NOT EXISTS "cart" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT UNIQUE,
    "token_hash" VARCHAR(64) UNIQUE,
    "version" INT NOT NULL DEFAULT 1,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "cart_check_1" CHECK (("user_id" IS NULL) <> ("token_hash" IS NULL))
);
CREATE INDEX IF NOT EXISTS "idx_cart_updated_d154b0" ON "cart" ("updated_at");
CREATE TABLE IF NOT EXISTS "cart_item" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "cart_id" INT NOT NULL,
    "product_id" INT NOT NULL,
    "quantity" INT NOT NULL,
    "unit_price_cents" BIGINT NOT NULL,
    "created_at" BIGINT NOT NULL,
    CONSTRAINT "uid_cart_item_cart_id_3806ec" UNIQUE ("cart_id", "product_id"),
    CONSTRAINT "cart_item_check_1" CHECK ("quantity" BETWEEN 1 AND 999)
);
CREATE INDEX IF NOT EXISTS "idx_cart_item_product_bcfacf" ON "cart_item" ("product_id");
CREATE TABLE IF NOT EXISTS "idempotency_key" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "scope" VARCHAR(120) NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "order_id" INT,
    "status" INT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    CONSTRAINT "uid_idempotency_scope_e46a2c" UNIQUE ("scope", "key")
);
CREATE INDEX IF NOT EXISTS "idx_idempotency_expires_8bff94" ON "idempotency_key" ("expires_at");
CREATE TABLE IF NOT EXISTS "orders" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "user_id" INT,
    "placed_by" VARCHAR(60) NOT NULL,
    "checkout_key" VARCHAR(300) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "access_token_hash" VARCHAR(64),
    "status" VARCHAR(10) NOT NULL,
    "cancel_reason" VARCHAR(20),
    "version" INT NOT NULL DEFAULT 1,
    "subtotal_cents" BIGINT NOT NULL,
    "shipping_cents" BIGINT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "shipping_method" VARCHAR(20) NOT NULL,
    "shipping_address" TEXT NOT NULL,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',
    "review_reason" VARCHAR(200),
    "review_since" BIGINT,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "decided_at" BIGINT,
    CONSTRAINT "uid_orders_placed__c4fdc8" UNIQUE ("placed_by", "checkout_key"),
    CONSTRAINT "orders_check_1" CHECK ("status" IN ('pending', 'reserved', 'confirmed', 'shipped', 'delivered', 'cancelled')),
    CONSTRAINT "orders_check_2" CHECK (("status" = 'cancelled') = ("cancel_reason" IS NOT NULL)),
    CONSTRAINT "orders_check_3" CHECK ("cancel_reason" IN ('out_of_stock', 'payment_declined', 'payment_expired', 'customer', 'admin')),
    CONSTRAINT "orders_check_4" CHECK ("subtotal_cents" >= 0 AND "shipping_cents" >= 0 AND "total_cents" = "subtotal_cents" + "shipping_cents")
);
CREATE INDEX IF NOT EXISTS "idx_orders_user_id_ef1190" ON "orders" ("user_id", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_status_89bef2" ON "orders" ("status", "id");
CREATE INDEX IF NOT EXISTS "idx_orders_email_e5c406" ON "orders" ("email");
CREATE TABLE IF NOT EXISTS "order_event" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "order_id" INT NOT NULL,
    "sequence" INT NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "detail" VARCHAR(500) NOT NULL DEFAULT '',
    "actor" VARCHAR(254) NOT NULL DEFAULT '',
    "job_id" BIGINT,
    "fence" INT,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_order_event_order_i_a087d3" UNIQUE ("order_id", "sequence"),
    CONSTRAINT "order_event_check_1" CHECK ("sequence" >= 1)
);
CREATE TABLE IF NOT EXISTS "order_line" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "order_id" INT NOT NULL,
    "product_id" INT NOT NULL,
    "sku" VARCHAR(64) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "quantity" INT NOT NULL,
    "unit_price_cents" BIGINT NOT NULL,
    "line_total_cents" BIGINT NOT NULL,
    CONSTRAINT "uid_order_line_order_i_b6b97c" UNIQUE ("order_id", "product_id"),
    CONSTRAINT "order_line_check_1" CHECK ("quantity" BETWEEN 1 AND 999),
    CONSTRAINT "order_line_check_2" CHECK ("line_total_cents" = "quantity" * "unit_price_cents")
);
CREATE INDEX IF NOT EXISTS "idx_order_line_product_c61e07" ON "order_line" ("product_id");
CREATE TABLE IF NOT EXISTS "payment" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "order_id" INT NOT NULL,
    "purpose" VARCHAR(10) NOT NULL,
    "provider" VARCHAR(20) NOT NULL,
    "method" VARCHAR(20) NOT NULL,
    "token" VARCHAR(200) NOT NULL DEFAULT '',
    "provider_key" VARCHAR(120) NOT NULL UNIQUE,
    "amount_cents" BIGINT NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "reference" VARCHAR(120) NOT NULL DEFAULT '',
    "asked" INT NOT NULL DEFAULT 0,
    "detail" VARCHAR(500) NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "uid_payment_order_i_3a96c0" UNIQUE ("order_id", "purpose"),
    CONSTRAINT "payment_check_1" CHECK ("purpose" IN ('charge', 'refund')),
    CONSTRAINT "payment_check_2" CHECK ("amount_cents" >= 0),
    CONSTRAINT "payment_check_3" CHECK ("state" IN ('intent', 'submitted', 'captured', 'declined', 'unknown', 'refund_pending', 'refunded'))
);
CREATE TABLE IF NOT EXISTS "email_message" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "message_id" VARCHAR(200) NOT NULL UNIQUE,
    "kind" VARCHAR(40) NOT NULL,
    "subject_type" VARCHAR(20) NOT NULL,
    "subject_id" VARCHAR(64) NOT NULL,
    "order_id" INT,
    "recipient" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "state" VARCHAR(15) NOT NULL,
    "attempts" INT NOT NULL DEFAULT 0,
    "maybe_duplicate" INT NOT NULL DEFAULT 0,
    "last_error" TEXT NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    "sent_at" BIGINT,
    CONSTRAINT "email_message_check_1" CHECK ("state" IN ('queued', 'sending', 'sent', 'recorded', 'undeliverable', 'dead'))
);
CREATE INDEX IF NOT EXISTS "idx_email_messa_order_i_ac26f8" ON "email_message" ("order_id");
CREATE INDEX IF NOT EXISTS "idx_email_messa_state_6936b1" ON "email_message" ("state", "id");
CREATE TABLE IF NOT EXISTS "webhook_delivery" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "webhook_id" VARCHAR(60) NOT NULL UNIQUE,
    "endpoint_id" INT NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "order_id" INT,
    "body" TEXT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INT NOT NULL DEFAULT 0,
    "last_status" INT,
    "last_answer" TEXT NOT NULL DEFAULT '',
    "duration_ms" INT,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_webhook_del_endpoin_4b0f7b" ON "webhook_delivery" ("endpoint_id");
CREATE TABLE IF NOT EXISTS "webhook_endpoint" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "url" VARCHAR(2000) NOT NULL,
    "events" TEXT NOT NULL,
    "note" VARCHAR(500) NOT NULL DEFAULT '',
    "secret" VARCHAR(120) NOT NULL,
    "previous_secret" VARCHAR(120) NOT NULL DEFAULT '',
    "state" VARCHAR(10) NOT NULL DEFAULT 'active',
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,
    CONSTRAINT "webhook_endpoint_check_1" CHECK ("state" IN ('active', 'failing', 'disabled'))
);
CREATE TABLE IF NOT EXISTS "job" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "public_id" VARCHAR(26) NOT NULL UNIQUE,
    "kind" VARCHAR(60) NOT NULL,
    "queue" VARCHAR(20) NOT NULL,
    "priority" INT NOT NULL,
    "dedupe_key" VARCHAR(160) NOT NULL,
    "subject_type" VARCHAR(20) NOT NULL DEFAULT '',
    "subject_id" BIGINT,
    "payload" TEXT NOT NULL DEFAULT '{}',
    "state" VARCHAR(10) NOT NULL,
    "run_at" BIGINT NOT NULL,
    "attempt" INT NOT NULL DEFAULT 0,
    "max_attempts" INT NOT NULL,
    "crashes" INT NOT NULL DEFAULT 0,
    "deferrals" INT NOT NULL DEFAULT 0,
    "fence" INT NOT NULL DEFAULT 0,
    "owner" VARCHAR(120),
    "lease_until" BIGINT,
    "parent_id" BIGINT,
    "traceparent" VARCHAR(60) NOT NULL DEFAULT '',
    "error_type" VARCHAR(120) NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "finished_at" BIGINT,
    CONSTRAINT "uid_job_kind_3d1948" UNIQUE ("kind", "dedupe_key"),
    CONSTRAINT "job_check_1" CHECK ("state" IN ('queued', 'running', 'succeeded', 'dead', 'cancelled')),
    CONSTRAINT "job_check_2" CHECK ("attempt" BETWEEN 0 AND "max_attempts"),
    CONSTRAINT "job_check_3" CHECK ("crashes" BETWEEN 0 AND 3),
    CONSTRAINT "job_check_4" CHECK (("state" = 'running') = ("lease_until" IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS "idx_job_state_9f985a" ON "job" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_job_subject_dd1c00" ON "job" ("subject_type", "subject_id");
CREATE TABLE IF NOT EXISTS "job_event" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "job_id" BIGINT NOT NULL,
    "type" VARCHAR(10) NOT NULL,
    "attempt" INT NOT NULL,
    "fence" INT NOT NULL,
    "worker" VARCHAR(120) NOT NULL DEFAULT '',
    "at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "error_type" VARCHAR(120) NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "trace" TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS "idx_job_event_job_id_adc700" ON "job_event" ("job_id", "id");
CREATE TABLE IF NOT EXISTS "queue" (
    "name" VARCHAR(20) NOT NULL PRIMARY KEY,
    "is_paused" BOOL NOT NULL DEFAULT FALSE,
    "paused_by" VARCHAR(254) NOT NULL DEFAULT '',
    "paused_at" BIGINT
);
CREATE TABLE IF NOT EXISTS "worker" (
    "name" VARCHAR(120) NOT NULL PRIMARY KEY,
    "host" VARCHAR(120) NOT NULL,
    "pid" INT NOT NULL,
    "queues" VARCHAR(200) NOT NULL,
    "concurrency" INT NOT NULL,
    "running" INT NOT NULL DEFAULT 0,
    "state" VARCHAR(10) NOT NULL,
    "started_at" BIGINT NOT NULL,
    "last_seen_at" BIGINT NOT NULL,
    "rss_bytes" BIGINT NOT NULL DEFAULT 0,
    "version" VARCHAR(40) NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
CREATE UNIQUE INDEX "product_sku_whatever_case" ON "product" (lower("sku"));
CREATE INDEX "job_ready" ON "job" ("queue", "run_at", "id") WHERE "state" = 'queued';
CREATE INDEX "job_leased" ON "job" ("lease_until") WHERE "state" = 'running';
CREATE INDEX "job_finished" ON "job" ("kind", "finished_at") WHERE "state" = 'succeeded';
CREATE INDEX "orders_undecided" ON "orders" ("created_at") WHERE "status" IN ('pending', 'reserved');
CREATE INDEX "orders_under_review" ON "orders" ("review_since") WHERE "review_reason" IS NOT NULL;
CREATE INDEX "reservation_held" ON "reservation" ("expires_at") WHERE "state" = 'held';
CREATE INDEX "payment_open" ON "payment" ("updated_at") WHERE "state" IN ('submitted', 'unknown', 'refund_pending');
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;
ALTER TABLE "address" ADD CONSTRAINT "address_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "product" ADD CONSTRAINT "product_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "category" ("id");
ALTER TABLE "product_image" ADD CONSTRAINT "product_image_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id") ON DELETE CASCADE;
ALTER TABLE "inventory" ADD CONSTRAINT "inventory_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id");
ALTER TABLE "stock_ledger" ADD CONSTRAINT "stock_ledger_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id");
ALTER TABLE "stock_ledger" ADD CONSTRAINT "stock_ledger_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id");
ALTER TABLE "cart" ADD CONSTRAINT "cart_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "cart" ("id") ON DELETE CASCADE;
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id");
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "product" ("id");
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "email_message" ADD CONSTRAINT "email_message_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "orders" ("id");
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint" ("id") ON DELETE CASCADE;
ALTER TABLE "job" ADD CONSTRAINT "job_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "job" ("id");
ALTER TABLE "job_event" ADD CONSTRAINT "job_event_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "job" ("id") ON DELETE CASCADE;
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER "stock_ledger_append_only" BEFORE UPDATE OR DELETE ON "stock_ledger" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "stock_ledger_no_truncate" BEFORE TRUNCATE ON "stock_ledger" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER "order_event_append_only" BEFORE UPDATE OR DELETE ON "order_event" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "order_event_no_truncate" BEFORE TRUNCATE ON "order_event" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER "audit_entry_no_truncate" BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION append_only();
ALTER TABLE "product" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', regexp_replace(translate("name",
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
        'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz'), '[[:punct:]]+', ' ', 'g')), 'A') ||
    setweight(to_tsvector('simple', regexp_replace(translate("description",
        'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİĴĵĶķĹĺĻļĽľŃńŅņŇňŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
        'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyyAaAaAaCcCcCcCcDdEeEeEeEeEeGgGgGgGgHhIiIiIiIiIJjKkLlLlLlNnNnNnOoOoOoRrRrRrSsSsSsSsTtTtUuUuUuUuUuUuWwYyYZzZzZz'), '[[:punct:]]+', ' ', 'g')), 'B')) STORED;
CREATE INDEX "product_search" ON "product" USING gin ("search");""",
}
DOWNGRADE = {
    "sqlite": """
        DROP TABLE "product_search";
DROP TABLE "address";
DROP TABLE "audit_entry";
DROP TABLE "refresh_token";
DROP TABLE "session";
DROP TABLE "users";
DROP TABLE "category";
DROP TABLE "product";
DROP TABLE "product_image";
DROP TABLE "inventory";
DROP TABLE "reservation";
DROP TABLE "stock_ledger";
DROP TABLE "cart";
DROP TABLE "cart_item";
DROP TABLE "idempotency_key";
DROP TABLE "orders";
DROP TABLE "order_event";
DROP TABLE "order_line";
DROP TABLE "payment";
DROP TABLE "email_message";
DROP TABLE "webhook_delivery";
DROP TABLE "webhook_endpoint";
DROP TABLE "job";
DROP TABLE "job_event";
DROP TABLE "queue";
DROP TABLE "worker";""",
    "postgres": """
        DROP TABLE "address" CASCADE;
DROP TABLE "audit_entry" CASCADE;
DROP TABLE "refresh_token" CASCADE;
DROP TABLE "session" CASCADE;
DROP TABLE "users" CASCADE;
DROP TABLE "category" CASCADE;
DROP TABLE "product" CASCADE;
DROP TABLE "product_image" CASCADE;
DROP TABLE "inventory" CASCADE;
DROP TABLE "reservation" CASCADE;
DROP TABLE "stock_ledger" CASCADE;
DROP TABLE "cart" CASCADE;
DROP TABLE "cart_item" CASCADE;
DROP TABLE "idempotency_key" CASCADE;
DROP TABLE "orders" CASCADE;
DROP TABLE "order_event" CASCADE;
DROP TABLE "order_line" CASCADE;
DROP TABLE "payment" CASCADE;
DROP TABLE "email_message" CASCADE;
DROP TABLE "webhook_delivery" CASCADE;
DROP TABLE "webhook_endpoint" CASCADE;
DROP TABLE "job" CASCADE;
DROP TABLE "job_event" CASCADE;
DROP TABLE "queue" CASCADE;
DROP TABLE "worker" CASCADE;
DROP FUNCTION append_only;""",
}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXW9zm8gZ/yoZvbrOqDeW/Cdup9OZOHWvbpP4LvH1bsZzwyBYWcQIOHax47nmu3cBAQ"
    "vsIpawCFbPq9zB87PQb1cPz//9Y2aZIXkOnYcN+f6NbYcI49lfX/0x88wtov/Buz1/NTOD"
    "oHwzvkjMlZtgTEZwhUloWoReXpsuRvSSjbAVOgFxfI9e9SLXjS/6FhV0vIfiUuQ5v0fIIP"
    "4DIhsU0hv3v9HLjmejLwhn/xs8GmsHuXbpoR07/uzkukFeguTajUf+mQjGn7YyLN+Ntl4h"
    "HLyQje/l0o6XfKUH5KHQJCj+8ySM4sePn273RbNvlD5pIZI+IoOx0dqMXMJ83ZVRXJsZxo"
    "fbO+PT9Z1hzCQIsnwvJpc+arpkD/Ej/Hm5OHt9dnl6cXZJRZLHzK+8/pp+dEFMCkzo+XA3"
    "+5rcN4mZSiQcF6QG0cp1LIPH7duNGfLJLYEqHNOHr3KcMfptJM/+to48K+bv1da3kYu/zx"
    "/jew89G/n//X2mai225hfDRd4D2cQLcNFA/H/ffHz7rzcfv1te/Cn+QJ/+WtJf0YfdnWVy"
    "K16bYi0ijELuSgh3OYPYv9XbLEN2YcqbvSA0+VdiX2fy/WzpOpeFshyCzPJuPTlps11PTs"
    "T7Nb5X5td1PLSQITgHAMPtGV7KMrwcluHZQPpWBb+WQ15k6M3kNdy/i2UbfqmUkN/kXpnf"
    "ED3EDyXBcIHQbgcrYTjwMTFdSqAt9aqrwDTcz63IbuC6TrXlRx4J5fRFAdGR4jYMiwmubW"
    "XKj9wmzgDaqYqzNpv3TLx5z2qbd/fABt44QRA/SI3nK993kenxqebBK6yvKF4V7fkVBcw3"
    "MH11e/su/stbjH93kws3dxXKf35/dU2VdrISVMghqcdW80UyAleO63ann0ED+xLsWyGKOT"
    "FMwiHeeRA62GWcKh97WBWeOtl/WS5PT18vT04vLs/PXr8+vzzJve36rSa3++rmh5jv0rrU"
    "FyAK7E4LUMbBAkgtQBxKXT8ycb/4wsq0Hp/N0DZqd/ylL5Kt39out9Urpmc+JHTG3zt+YD"
    "bMHNkOuU5sIVEgupCY741Fx7IGyoUhHj3w5lUWj5bVD2r1wgGYHVgv01+NLxl0ZiGdiN+x"
    "OjJ93FvUOeFHxo3JATq6iOdnbZzE8zOxmxjfqzEsGVUqEBpyfNHGWbwQO4sXNWfRX31GFk"
    "lJkmC5AtOQ6v798h1ncgnYEkhDmi/aKI0Lsc64qKmMFVr7IWcz36EvgtdcgdAgutRA5931"
    "r3clLzuj8bv3b35NGN6+7O68u/3wQybO0P723e1VVUOvCeK8A8Vs5wAgW5rsEJmY9zoUs1"
    "0ggO4OdNMvjWVVdhmlAe2qNTZTb9bayisgQDCX4BFFhD6iNV2szZ3/iLyZICZUkpnviwqF"
    "qbRBcnGICw1mvymOCyVramxMvJFRCGXUUJWKEzaT1+bWcaUy3AVClco9HL9Q4jlSPQGJvd"
    "EEkNGXwKFvXekFKOM02tpDJ1Zxl6wq/ratP84I/sDMh+iJmhfy5JdxwP9EM9qfqKeZ8sR1"
    "XbLb831eC2YEwV+Zlh0C/sqB/RWwp3u2pxN6qNLzOC818b4to7SLvalpPQHP5bD2G0ZU18"
    "qyz4CAenAaJ8T/iEznn3FioXLt5uTeXqM5fuHAKIIpmhowimAKcWq0NR1XZh1ygHZOi5IK"
    "xvFPJpiyaR2YGD/79E0l63/XgBrW1ilhPPRdqf2cyQ+4n60IE3+bGhcD9Hq3avVu6PSuUb"
    "ylz29YG9N7QEa2TznWc1MXoehPQCuhRCuhQ90P+u5/4uz3RvJLuAEZz96ckyU8DYo+UYOf"
    "W/QvtLtruOEc9sWoTXCIQY0mEAJtsccdCXlL1+fBFzfF5vfn+yIiFisJQZGBdy0ERY4gKI"
    "LdiDO3Q7wMmbx2IZHLNs7Npdi5uaw5N+OPh0yYXPaxahyLm4QqMA1CT0N3CgU+dvisC9+L"
    "LGQ4s+5k1G9H8FfAXE7N4R9D344Su5ZrLWe39xrLASOo0la+z83ynTGGiUmitEEtdCxkWC"
    "heToq6Z24xu/U3sLbB2uaRfATW9mMkZWyn4hoahP1XTR7WkRkVuUqyYeDNqOUXHJpDOTSM"
    "0SJlgFeAYIF3zhhUDMqWBmAFpRP/vTmXhQHe+r1YWPPD6ZIiiTzFKobAsUjEG8TUYF8XEA"
    "1U9gCvR/lUOSTJG/QCBJ0gSX58CzC+qN/N1ky+fVPoL5WZt4z/GU4uDhnzaZltDTG8bG1l"
    "yC2DNGos6u0tGJhEspSaQAW1hNFmulIdtztxMIhb9QNAHvbblcGIDIIb7wl5pKFsrhDYaw"
    "o4JdGDmAGjeWNpbRf48WANT4ZiBgEqoD79CKPwCcnwyUKA0Cqhrv9sYOJbjwbZxGNMfVeG"
    "WwF6OJrPJ0SzFfoYcw9ha+SXhcH+5fRFUZI4EZo9TVE7EPSgyfWg2ShwEeHp332Es0hgXY"
    "J1iKv3qjAgrHvcYd2PiTlokoYhiqzIfP/497Jwr77cPWXSLibHFc7Xb7WSz7JnFueIEdRx"
    "DuzrMWvV1tljl1cjndJfAHgsUQrNeP09Mj3iEM7QfSGrLAQ4FZTySNWY5AAN0xX9F/GMe3"
    "yfppYblKSMaAHAdzlu3+VTHGp9h+wH8SBLVmS+dwh8Erp1C+lhnBf6f4902+x1YjI/p7UH"
    "0/Qb0MyJGUTzTLLcZdIm5CFcyHEe69EbpYmqkTDKM3kNbfJluyqXhiKXWk+UIZ/gLmEgo1"
    "Xdr7bRIcldBgGpNb06jTKMCanVyVRiTIhTanr7nPPLG+oxM4B+FZlK5l/7cvG5TF47ds9b"
    "1bueN9S7nnNqiSWjEhCNmHY04i39z5lwgmTYYiCOlUlBH8y0Xlkwy2YKs2yGP6auGkrQYK"
    "uP4HDFcbGqeEoQlLv1umkhZwc5u3H1hh6fkXxD0HbWYCgn91sZy4aTifacqUv/+L4qQzCl"
    "wZTmkay/Kc38PlrucvYXpdHb8xgKO6enRKCuU2nLiOcQo/MQQh5aJ5qhCFH/BRiRQX1jo2"
    "3gE+RZL/9B4lEMZam9xrVTyBuPSMFUhvsZtvwgySbFfx8s60Na1vlStC7UzwAaFgUtWlUF"
    "LRrKghb1uqDdb6h1zRXiWR86sLs8P2+Vxz5vyGOfV9ld089HIbUpPKnpTRWYhmz3H46Ggs"
    "zBJh4LCRUOPJ602dYbnyvf5ihb8UD6TF6L338DU0pm0YP7cWD/b9xdgJBPmat1/27jl+tM"
    "4PWlN+f7nL3kBY1V+HiBa1r0R75K9Ku1QdajHxGD5/Dds7UWcaqlfBhXdgVtTceFOQ6QeD"
    "nWxMvha5jG8ZbtL+/CqqjWm5sFaWE3VvzGNiGQC3EE5KIWACkpfwmmqzgNyT5tVXx+2lB8"
    "flovPk9flBJE5wANGVbSPGFaFsLY6FYFyQX3Ugw5KuIVHJo4ieOhhgtW9z5VxjI9C7kGdc"
    "8xr+q0QVNXgfpt5/77haG6t1djDkcr4hPT7VKXUMdCVKpzVApvnCCgj9VpIWpYWIjOC9H5"
    "5wC/hd4qdKIwjAsppF6mDEZDs+W0jcMjdndqRmGmMbaIUiUVpuJANeS7f8Ml58207ZC6Mj"
    "IJNx5WC9KHTr5B/37uBrWKocRiDa5QPYoSoicHPXdwhmpAHZ0hBWeE7XjDDvUl5eyVKlKj"
    "WDdUFB/XAoy7RfIIFsBGlmN3WIAyDjTQlGsqruMDCWdNhRWpxLxVdYWBcmGFM2Uxovfj99"
    "83ldPD1Nh+9QockDFoCDj7DbTnlIUAp7wg4otce0gmr4VTX/Z6zto4PWdin+esHkmBjKba"
    "jKaNiGQtRIHQLlKiZtIhzOlUWmry2V9xrYQmS63AgB/S1Q9cSxoS62+yIsZJeX/DfGEc6v"
    "F50e8cD82anOhEYN7Oh3Yz2cOcKQlNB0M2HYBvrKDWHWYMqaAVP0ZS7lsqrqHv1n+5b/Kv"
    "BLeZvIbkKsm3wnis/tUBjMcakQsX24xG5yJIHhoWY6oeyY/my7YhqZfdnu/zRgJGUKUrEo"
    "WBj78xmQd+CPghI+GYbShPd7aEYcdANLTt+k96UK/tydlNf2jNMYPRkOT+i6Dly82hylyK"
    "4KQ/VirznAH0SyypcP+yX7xsV34VN9R8j+EUsoohkObWjzzSxQ+pInWyKobuTCSmXNNEDg"
    "CN3UJjh2iNQn7atKlbggFpp7nV6BL8iGR8klwezkKuV3tDfZDa+iDoKIGOkuNbgBFFPq/j"
    "4U7vEcZm8u254c+SzHxfDDQZF2VsGXGVZ9beF1ZYVpgBEVAY/3h84x93PzjJxSijtHPWlY"
    "RGHuk3k+E4k9fQS1TQ8xCtPiOLGLKNJVWchmQrGNWxI01OZ5RRGhJ9LGdjTM8UYaNJlhM4"
    "SO5YlxJIw42rpMVk93PvoCE0ZVnJVF6CvnAoFk9KyuS14Hfo6UgbsuVE9cRkZ/JAdgeyIa"
    "3CRvzbnHG2EB9xtqidcGYSgrYBL23Y0D9VQCDoX7UstubLChl2FLiOxd25Ql45SKC3VnZr"
    "YmKgMOS1BYs1cBmlQW5laC0MiRZItBz3AmDq90mzz4A06tw+rhTXL2i18f3HfyDXeUKh8C"
    "Dsqth8X6LrOQXQVWIQKnNdkNwaMrmVLa9ccLSM0i6h0v/xT8izA59+mFx0tIKC3mMYzTVo"
    "mmqcAf1Jt/7A4cwQlDuMeui/xwqCciqiRqJ5iOIm7TIKtK6AWNPDz7yGwD3xuAIGATlpDW"
    "xHlBr6jMZWZkdXULCj4ZCCUYR7INIJ8bZKIO1656LPmuNtudi8bbwNsQiIt01LT0Mx+RSK"
    "yaNQquttJ66ha7hsd3zYsun4sCXn+LDk0A+po/EKhBY0D21uw4F4Kts4MaLWs1yJaI7QYj"
    "sP0NcdxOfY+RE25MnmQLXb10o4n0KYND4ywXlCA7Hce6gU3HVw149vAUbkrv/bX80ELnp8"
    "a77PLf+8E+p53mXWNWkjOwpQMk6qOu6y0vs9f3VfawNketXkesPhqLt+9Q34/VPw+6G1WW"
    "GlE/2SkZQxmQM0pLf/ZuYgdPxQbmA9C9HJgOlxAFb+8pXYt2WUhpt30Uo5LBq0w6KuHqY3"
    "+WCw+aZDzj1o7AZomnww5eT7wC5nYL64vskhXxz+ZiADbvA/vqra4lDwp1XBXxh50gGUAq"
    "OT7TGwKtmVTUoYfQwC6izrzc9fjA7Fq1WYThu6x8I0E2+QDK0MArZq3TdZozCkjy9BaAkD"
    "lB72VGOtqfSfPbkjVnJAJ3trbG6F+tSsi0yMjMgjvAHdjSe3lYHgxXX34kIk6Nts4r8EA/"
    "a7sh8n21DKpYyaqcC0CxYpaFCOp85IR+XKKO1oVqLSU86YyeGtayOrQA34hgFBR6bQMTHD"
    "LgtQxsELtSv/a8dzqLctvwAVIKzAdAuhrp8aTgHO789blEQZ6EnJQcC1Eqj4s1JbGmqcRl"
    "vjVCxS+xUoMPBS7e4lSZrtwxvsE056TST3MqEUwQQCsBNi89kPH+WCsAVCAw9yiLMmJU1l"
    "cBK/8X0GUe9DrwCEAyEceAThwCRPIEN6DgCyW5E9osDHT0mfgSDq8VPWhNAc8sh7FQ4zkS"
    "X5V0IfZ/LaDejtq1haHMtwsBGYEUa8cIbvUzvDE0SUWFyF9xUFqtIS+ZVhFcXV7e27kqK4"
    "uqlqgp/fX13Tt2KyFlTIIQKTI6XNWEk1YZRAGujkAU4621Em69SUYGBYTzT6/0vq+ouGle"
    "WBgT0zygo5eA8e8j3Yo0cifhVufCxVfJPJ6xhdVjLyRmrQXqBftqS3UGhinnMqpfc0H+sz"
    "b2yAc8HpJ1pRGCLPkulBrqBg9/IO+408L/689qwyCKhN51QaQS+gurToAQu5Rkf1YZIkyd"
    "h/hORbMqtIWITOixBibKxeCM/oaGyKZWHaqO6BuX9CIY4fVELFMxDtgkX9HP80oljFGxQ6"
    "1mYmiFXs7s73xSrMQg6mqE/LNBaHJKby0x/O1Ttvc+Q6lWqIFNcPXac/LAmGd+Iasrto5U"
    "gvGhzpBdeRJty2tn9/uv0g9KIJv6XNdizy6n+vXAdP0XZrIDcmozkTXU06x+T4mDyEyV9J"
    "/sDBM9Ff/w+wXVsd"
)
