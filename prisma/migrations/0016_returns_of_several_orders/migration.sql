-- AlterTable
ALTER TABLE "return" ADD COLUMN     "joined_to" UUID;

-- CreateIndex
CREATE INDEX "return_shop_id_joined_to_idx" ON "return"("shop_id", "joined_to");

SELECT amends_secure_tenant_tables();
