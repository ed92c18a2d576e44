-- CreateTable
CREATE TABLE "dry_run" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "published_version" INTEGER NOT NULL,
    "draft_version" INTEGER NOT NULL,
    "draft_revision" INTEGER NOT NULL,
    "draft" JSONB NOT NULL,
    "orders" INTEGER NOT NULL,
    "orders_done" INTEGER NOT NULL DEFAULT 0,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3),
    "last_gid" TEXT,
    "tally" JSONB NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "dry_run_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "dry_run_change" (
    "shop_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "return_name" TEXT,
    "line_gid" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "changes" TEXT[],
    "published_outcome" TEXT NOT NULL,
    "draft_outcome" TEXT NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "difference_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "published_facts" JSONB NOT NULL,
    "draft_facts" JSONB NOT NULL,

    CONSTRAINT "dry_run_change_pkey" PRIMARY KEY ("shop_id","run_id","number")
);

-- CreateIndex
CREATE INDEX "dry_run_shop_id_started_at_idx" ON "dry_run"("shop_id", "started_at");

-- CreateIndex
CREATE INDEX "dry_run_change_shop_id_order_gid_idx" ON "dry_run_change"("shop_id", "order_gid");

SELECT amends_secure_tenant_tables();
