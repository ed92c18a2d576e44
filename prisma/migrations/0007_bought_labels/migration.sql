-- AlterTable
ALTER TABLE "return_label" ADD COLUMN     "cost_currency" CHAR(3),
ADD COLUMN     "cost_minor" BIGINT,
ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_scan_at" TIMESTAMPTZ(3),
ADD COLUMN     "qr" BYTEA,
ADD COLUMN     "qr_mime_type" TEXT,
ADD COLUMN     "service" TEXT,
ADD COLUMN     "shipment_ref" TEXT,
ADD COLUMN     "tracked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "label_purchase" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "shipment_ref" TEXT,
    "attempt" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "problem" TEXT,
    "message" TEXT,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_purchase_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "parcel_pickup" (
    "shop_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "order_gid" TEXT NOT NULL,
    "label_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "from_hour" INTEGER NOT NULL,
    "to_hour" INTEGER NOT NULL,
    "pickup_ref" TEXT,
    "confirmation" TEXT,
    "carrier" TEXT,
    "cost_minor" BIGINT,
    "cost_currency" CHAR(3),
    "problem" TEXT,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parcel_pickup_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "carrier_account" (
    "shop_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "sealed_key" TEXT NOT NULL,
    "key_end" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "webhook_ref" TEXT,
    "sealed_secret" TEXT,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "connected_by" TEXT NOT NULL,

    CONSTRAINT "carrier_account_pkey" PRIMARY KEY ("shop_id","provider")
);

-- CreateIndex
CREATE INDEX "label_purchase_shop_id_order_gid_idx" ON "label_purchase"("shop_id", "order_gid");

-- CreateIndex
CREATE UNIQUE INDEX "label_purchase_shop_id_return_id_key_key" ON "label_purchase"("shop_id", "return_id", "key");

-- CreateIndex
CREATE INDEX "parcel_pickup_shop_id_return_id_idx" ON "parcel_pickup"("shop_id", "return_id");

-- CreateIndex
CREATE INDEX "parcel_pickup_shop_id_order_gid_idx" ON "parcel_pickup"("shop_id", "order_gid");

-- CreateIndex
CREATE INDEX "return_label_shop_id_shipment_ref_idx" ON "return_label"("shop_id", "shipment_ref");

-- One parcel waits for one collection at a time.
CREATE UNIQUE INDEX "parcel_pickup_open_key" ON "parcel_pickup"("shop_id", "label_id") WHERE "status" IN ('wanted', 'booked');

SELECT amends_secure_tenant_tables();
