-- AlterTable
ALTER TABLE "return" ADD COLUMN     "gift_id" UUID;

-- CreateTable
CREATE TABLE "gift_code" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "gift_code_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "gift_code_shop_id_order_gid_idx" ON "gift_code"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "gift_code_shop_id_digest_key" ON "gift_code"("shop_id", "digest");

SELECT amends_secure_tenant_tables();
