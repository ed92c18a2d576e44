-- CreateTable
CREATE TABLE "stock_reservation" (
    "shop_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "goods" JSONB NOT NULL,
    "draft_gid" TEXT,
    "until" TIMESTAMPTZ(3),
    "message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("shop_id","return_id")
);

-- CreateIndex
CREATE INDEX "stock_reservation_shop_id_order_gid_idx" ON "stock_reservation"("shop_id", "order_gid");

-- Those that may be looked at again: a small part of the table, which otherwise grows with every exchange.
CREATE INDEX "stock_reservation_unsettled_idx" ON "stock_reservation"("shop_id", "updated_at")
WHERE "state" IN ('wanted', 'held', 'sold_out', 'not_allowed', 'refused');

SELECT amends_secure_tenant_tables();
