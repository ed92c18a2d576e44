-- CreateTable
CREATE TABLE "shop_page" (
    "shop_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "gid" TEXT,
    "written_digest" TEXT,
    "is_forced" BOOLEAN NOT NULL DEFAULT false,
    "message" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_page_pkey" PRIMARY KEY ("shop_id")
);

SELECT amends_secure_tenant_tables();
