-- AlterTable
ALTER TABLE "budget_spend" DROP CONSTRAINT "budget_spend_pkey",
ADD CONSTRAINT "budget_spend_pkey" PRIMARY KEY ("shop_id", "period", "currency");

SELECT amends_secure_tenant_tables();
