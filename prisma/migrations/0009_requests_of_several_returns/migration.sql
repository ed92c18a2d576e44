-- AlterTable
ALTER TABLE "return" ADD COLUMN     "part_of" UUID;

SELECT amends_secure_tenant_tables();
