-- CreateTable
CREATE TABLE "return_label" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "parcel" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "carrier" TEXT,
    "tracking_number" TEXT,
    "tracking_url" TEXT,
    "delivery_gid" TEXT,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_label_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "return_label_shop_id_order_gid_idx" ON "return_label"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "return_label_shop_id_expires_at_idx" ON "return_label"("shop_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "return_label_shop_id_return_id_parcel_key" ON "return_label"("shop_id", "return_id", "parcel");

SELECT amends_secure_tenant_tables();
