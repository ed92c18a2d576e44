-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "duties_minor" BIGINT NOT NULL DEFAULT 0;

SELECT amends_secure_tenant_tables();
