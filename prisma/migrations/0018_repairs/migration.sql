-- AlterTable
ALTER TABLE "return" ADD COLUMN     "repair" JSONB;

SELECT amends_secure_tenant_tables();
