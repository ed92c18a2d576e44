-- What was closed lately is looked for among many that were closed long ago.
CREATE INDEX "return_closed_at_idx" ON "return"("shop_id", "closed_at") WHERE "status" = 'closed';
