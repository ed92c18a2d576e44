-- The list of returns at any size: each way to look at it has an index of its own.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

-- CreateIndex
CREATE INDEX "return_shop_id_resolution_requested_at_idx" ON "return"("shop_id", "resolution", "requested_at");

-- CreateIndex
CREATE INDEX "return_shop_id_shop_total_minor_id_idx" ON "return"("shop_id", "shop_total_minor", "id");

CREATE INDEX return_stopped ON "return" (shop_id, requested_at) WHERE error_code IS NOT NULL;
CREATE INDEX return_paid ON "return" (shop_id, requested_at, id) WHERE paid_at IS NOT NULL;

-- What a search looks through, one below the other.
CREATE FUNCTION amends_return_text(name text, customer_name text, email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(name || E'\n' || coalesce(customer_name, '') || E'\n' || coalesce(email, '')) $$;
CREATE INDEX return_text ON "return" USING gin (shop_id, amends_return_text(name, customer_name, email) gin_trgm_ops);

-- Row-level security lets no LIKE near an index, because it is not leakproof. The view shows the same rows, those of the current shop, and reads
-- them as the owner, so that the search may use its index; the app can read it and nothing else.
CREATE VIEW return_list AS
  SELECT shop_id, id, number, status, resolution, error_code, requested_at, paid_at, shop_total_minor,
    amends_return_text(name, customer_name, email) AS text
  FROM "return" WHERE shop_id = amends_current_shop();
GRANT SELECT ON return_list TO amends_app;
