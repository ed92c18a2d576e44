-- AlterTable
ALTER TABLE "return" ADD COLUMN     "device_key" TEXT;

-- CreateIndex
CREATE INDEX "return_shop_id_device_key_idx" ON "return"("shop_id", "device_key");

SELECT amends_secure_tenant_tables();
