-- AlterTable
ALTER TABLE "return_line" ADD COLUMN     "answers" JSONB;

SELECT amends_secure_tenant_tables();
