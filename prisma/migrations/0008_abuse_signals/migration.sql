-- AlterTable
ALTER TABLE "return" ADD COLUMN     "address_key" TEXT;

-- CreateTable
CREATE TABLE "trusted_customer" (
    "shop_id" UUID NOT NULL,
    "customer_gid" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trusted_customer_pkey" PRIMARY KEY ("shop_id","customer_gid")
);

-- CreateIndex
CREATE INDEX "return_shop_id_customer_gid_idx" ON "return"("shop_id", "customer_gid");

-- CreateIndex
CREATE INDEX "return_shop_id_email_idx" ON "return"("shop_id", "email");

-- CreateIndex
CREATE INDEX "return_shop_id_address_key_idx" ON "return"("shop_id", "address_key");

SELECT amends_secure_tenant_tables();
