-- AlterTable
ALTER TABLE "import_run" DROP COLUMN "bytes_done";

SELECT amends_secure_tenant_tables();
