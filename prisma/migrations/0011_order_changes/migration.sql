-- CreateTable
CREATE TABLE "order_change" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "order_gid" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "detail" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_change_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "order_change_shop_id_order_gid_idx" ON "order_change"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "order_change_shop_id_key_key" ON "order_change"("shop_id", "key");

SELECT amends_secure_tenant_tables();
