-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'shopper';

-- AlterTable
ALTER TABLE "return_line" ADD COLUMN     "findings" JSONB;

-- CreateTable
CREATE TABLE "inspection" (
    "shop_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateIndex
CREATE INDEX "inspection_shop_id_return_id_idx" ON "inspection"("shop_id", "return_id");

SELECT amends_secure_tenant_tables();
