-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "shop" (
    "shop_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "gid" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "country" TEXT,
    "storefront_url" TEXT,
    "proxy_path" TEXT NOT NULL DEFAULT '/apps/returns',
    "has_store_credit" BOOLEAN NOT NULL DEFAULT false,
    "scopes" TEXT NOT NULL DEFAULT '',
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "profile_read_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "session" (
    "shop_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "shop_setting" (
    "shop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "shop_setting_pkey" PRIMARY KEY ("shop_id","name")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "bulk_gid" TEXT,
    "since" TIMESTAMPTZ(3),
    "total_objects" INTEGER,
    "imported_orders" INTEGER NOT NULL DEFAULT 0,
    "imported_lines" INTEGER NOT NULL DEFAULT 0,
    "bytes_done" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "privacy_request" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_gid" TEXT,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "export" JSONB,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "webhook_inbox" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "subscription" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_inbox_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "country" TEXT,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3),
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "product" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "product_type" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "tags" TEXT[],
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "order" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "customer_gid" TEXT,
    "customer_name" TEXT,
    "currency" CHAR(3) NOT NULL,
    "presentment_currency" CHAR(3) NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "total_presentment_minor" BIGINT NOT NULL,
    "country_code" TEXT,
    "province_code" TEXT,
    "locale" TEXT,
    "tags" TEXT[],
    "financial_status" TEXT,
    "fulfillment_status" TEXT,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT,
    "sku" TEXT,
    "vendor" TEXT,
    "product_gid" TEXT,
    "variant_gid" TEXT,
    "quantity" INTEGER NOT NULL,
    "current_quantity" INTEGER NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "discounted_total_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "requires_shipping" BOOLEAN NOT NULL DEFAULT true,
    "is_gift_card" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "fulfillment" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "shipment_status" TEXT,
    "tracking_company" TEXT,
    "tracking_number" TEXT,
    "tracking_url" TEXT,
    "lines" JSONB NOT NULL,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,
    "in_transit_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "first_estimated_at" TIMESTAMPTZ(3),
    "estimated_at" TIMESTAMPTZ(3),
    "last_event_at" TIMESTAMPTZ(3),
    "last_event_status" TEXT,
    "source_updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fulfillment_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "fulfillment_event" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "fulfillment_gid" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT,
    "city" TEXT,
    "country" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "estimated_at" TIMESTAMPTZ(3),

    CONSTRAINT "fulfillment_event_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "refund" (
    "shop_id" UUID NOT NULL,
    "gid" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "return_gid" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("shop_id","gid")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER,
    "status" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "note" TEXT,
    "copied_from" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "decision" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "line_gid" TEXT NOT NULL,
    "return_id" UUID,
    "outcome" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "return" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "gid" TEXT,
    "order_gid" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "customer_gid" TEXT,
    "customer_name" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "resolution" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "form_key" TEXT NOT NULL,
    "policy_version_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "goods_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "bonus_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "shop_currency" CHAR(3) NOT NULL,
    "shop_total_minor" BIGINT NOT NULL,
    "quote" JSONB NOT NULL,
    "decline_reason" TEXT,
    "decline_note" TEXT,
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "return_line" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "gid" TEXT,
    "line_gid" TEXT NOT NULL,
    "fulfillment_line_gid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT,
    "sku" TEXT,
    "vendor" TEXT,
    "product_type" TEXT,
    "image_url" TEXT,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "decision_id" UUID,
    "exchange_variant_gid" TEXT,
    "exchange_title" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "received_quantity" INTEGER NOT NULL DEFAULT 0,
    "condition" TEXT,
    "disposition" TEXT,

    CONSTRAINT "return_line_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "return_event" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "return_event_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID,
    "order_gid" TEXT NOT NULL,
    "line_gid" TEXT,
    "mime_type" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "return_draft" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_draft_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "login_code" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_gid" TEXT,
    "request" JSONB,
    "email_hash" TEXT NOT NULL,
    "code_hash" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_code_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "promise" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "order_gid" TEXT,
    "customer_gid" TEXT,
    "promised_on" TEXT,
    "zone" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "playbook_run" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "playbook" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "order_gid" TEXT,
    "customer_gid" TEXT,
    "status" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playbook_run_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "compensation" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "fulfillment_gid" TEXT,
    "customer_gid" TEXT,
    "case_id" UUID,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "shop_amount_minor" BIGINT NOT NULL,
    "shop_currency" CHAR(3) NOT NULL,
    "explanation" JSONB NOT NULL,
    "shopify_gid" TEXT,
    "code" TEXT,
    "error" TEXT,
    "approved_by" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "compensation_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "return_id" UUID,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "shopify_gid" TEXT,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "budget_spend" (
    "shop_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "spent_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "budget_spend_pkey" PRIMARY KEY ("shop_id","period")
);

-- CreateTable
CREATE TABLE "template" (
    "shop_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "template_pkey" PRIMARY KEY ("shop_id","key","locale")
);

-- CreateTable
CREATE TABLE "message" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "template" TEXT,
    "customer_gid" TEXT,
    "order_gid" TEXT,
    "case_id" UUID,
    "address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "variables" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "message_reply" (
    "shop_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_reply_pkey" PRIMARY KEY ("shop_id","message_id")
);

-- CreateTable
CREATE TABLE "unsubscribe" (
    "shop_id" UUID NOT NULL,
    "email_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "unsubscribe_pkey" PRIMARY KEY ("shop_id","email_hash")
);

-- CreateTable
CREATE TABLE "case" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "owner" TEXT,
    "order_gid" TEXT,
    "order_name" TEXT,
    "return_id" UUID,
    "customer_gid" TEXT,
    "customer_name" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "first_reply_due_at" TIMESTAMPTZ(3),
    "first_replied_at" TIMESTAMPTZ(3),
    "clock" JSONB NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "survey" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "touchpoint" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customer_gid" TEXT,
    "order_gid" TEXT,
    "return_id" UUID,
    "case_id" UUID,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "survey_response" (
    "shop_id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "survey_response_pkey" PRIMARY KEY ("shop_id","survey_id")
);

-- CreateTable
CREATE TABLE "metric_fact" (
    "shop_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "dimensions" JSONB NOT NULL,
    "value" BIGINT NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "metric_fact_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "metric_daily" (
    "shop_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "sum" BIGINT NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "metric_daily_pkey" PRIMARY KEY ("shop_id","metric","dimension","value","day")
);

-- CreateTable
CREATE TABLE "counter" (
    "shop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("shop_id","name")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "audit_log_shop_id_subject_idx" ON "audit_log"("shop_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_inbox_shop_id_topic_subscription_event_id_key" ON "webhook_inbox"("shop_id", "topic", "subscription", "event_id");

-- CreateIndex
CREATE INDEX "customer_shop_id_email_idx" ON "customer"("shop_id", "email");

-- CreateIndex
CREATE INDEX "order_shop_id_processed_at_idx" ON "order"("shop_id", "processed_at");

-- CreateIndex
CREATE INDEX "order_shop_id_name_idx" ON "order"("shop_id", "name");

-- CreateIndex
CREATE INDEX "order_shop_id_customer_gid_idx" ON "order"("shop_id", "customer_gid");

-- CreateIndex
CREATE INDEX "order_line_shop_id_order_gid_idx" ON "order_line"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "order_line_shop_id_product_gid_idx" ON "order_line"("shop_id", "product_gid");

-- CreateIndex
CREATE INDEX "fulfillment_shop_id_order_gid_idx" ON "fulfillment"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "fulfillment_event_shop_id_fulfillment_gid_happened_at_idx" ON "fulfillment_event"("shop_id", "fulfillment_gid", "happened_at");

-- CreateIndex
CREATE INDEX "refund_shop_id_order_gid_idx" ON "refund"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "policy_version_shop_id_status_idx" ON "policy_version"("shop_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_shop_id_number_key" ON "policy_version"("shop_id", "number");

-- CreateIndex
CREATE INDEX "decision_shop_id_order_gid_idx" ON "decision"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "decision_shop_id_return_id_idx" ON "decision"("shop_id", "return_id");

-- CreateIndex
CREATE INDEX "return_shop_id_status_requested_at_idx" ON "return"("shop_id", "status", "requested_at");

-- CreateIndex
CREATE INDEX "return_shop_id_requested_at_idx" ON "return"("shop_id", "requested_at");

-- CreateIndex
CREATE INDEX "return_shop_id_order_gid_idx" ON "return"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "return_shop_id_gid_idx" ON "return"("shop_id", "gid");

-- CreateIndex
CREATE UNIQUE INDEX "return_shop_id_form_key_key" ON "return"("shop_id", "form_key");

-- CreateIndex
CREATE UNIQUE INDEX "return_shop_id_number_key" ON "return"("shop_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "return_shop_id_name_key" ON "return"("shop_id", "name");

-- CreateIndex
CREATE INDEX "return_line_shop_id_return_id_idx" ON "return_line"("shop_id", "return_id");

-- CreateIndex
CREATE INDEX "return_line_shop_id_line_gid_idx" ON "return_line"("shop_id", "line_gid");

-- CreateIndex
CREATE INDEX "return_event_shop_id_return_id_at_idx" ON "return_event"("shop_id", "return_id", "at");

-- CreateIndex
CREATE INDEX "evidence_shop_id_return_id_idx" ON "evidence"("shop_id", "return_id");

-- CreateIndex
CREATE INDEX "evidence_shop_id_expires_at_idx" ON "evidence"("shop_id", "expires_at");

-- CreateIndex
CREATE INDEX "return_draft_shop_id_order_gid_idx" ON "return_draft"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "return_draft_shop_id_expires_at_idx" ON "return_draft"("shop_id", "expires_at");

-- CreateIndex
CREATE INDEX "login_code_shop_id_expires_at_idx" ON "login_code"("shop_id", "expires_at");

-- CreateIndex
CREATE INDEX "promise_shop_id_order_gid_idx" ON "promise"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "promise_shop_id_kind_subject_key" ON "promise"("shop_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "playbook_run_shop_id_order_gid_idx" ON "playbook_run"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "playbook_run_shop_id_playbook_key_key" ON "playbook_run"("shop_id", "playbook", "key");

-- CreateIndex
CREATE INDEX "compensation_shop_id_order_gid_idx" ON "compensation"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "compensation_shop_id_fulfillment_gid_idx" ON "compensation"("shop_id", "fulfillment_gid");

-- CreateIndex
CREATE INDEX "compensation_shop_id_status_idx" ON "compensation"("shop_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "compensation_shop_id_key_key" ON "compensation"("shop_id", "key");

-- CreateIndex
CREATE INDEX "ledger_entry_shop_id_order_gid_idx" ON "ledger_entry"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "ledger_entry_shop_id_at_idx" ON "ledger_entry"("shop_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_shop_id_key_phase_key" ON "ledger_entry"("shop_id", "key", "phase");

-- CreateIndex
CREATE INDEX "message_shop_id_order_gid_idx" ON "message"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "message_shop_id_case_id_idx" ON "message"("shop_id", "case_id");

-- CreateIndex
CREATE INDEX "message_shop_id_address_sent_at_idx" ON "message"("shop_id", "address", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_shop_id_key_key" ON "message"("shop_id", "key");

-- CreateIndex
CREATE INDEX "case_shop_id_status_updated_at_idx" ON "case"("shop_id", "status", "updated_at");

-- CreateIndex
CREATE INDEX "case_shop_id_order_gid_idx" ON "case"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "case_shop_id_number_key" ON "case"("shop_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "case_shop_id_key_key" ON "case"("shop_id", "key");

-- CreateIndex
CREATE INDEX "case_event_shop_id_case_id_at_idx" ON "case_event"("shop_id", "case_id", "at");

-- CreateIndex
CREATE INDEX "survey_shop_id_order_gid_idx" ON "survey"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "survey_shop_id_key_key" ON "survey"("shop_id", "key");

-- CreateIndex
CREATE INDEX "metric_fact_shop_id_metric_day_idx" ON "metric_fact"("shop_id", "metric", "day");
