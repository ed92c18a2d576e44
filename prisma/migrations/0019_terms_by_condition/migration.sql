-- AlterTable
ALTER TABLE "return" ADD COLUMN     "regrade" JSONB;

SELECT amends_secure_tenant_tables();
