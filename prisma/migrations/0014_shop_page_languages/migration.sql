-- AlterTable
ALTER TABLE "shop_page" ADD COLUMN     "languages" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "translations" JSONB NOT NULL DEFAULT '{}';

SELECT amends_secure_tenant_tables();
