-- The app works as amends_app: it owns nothing, and row-level security shows it one shop at a time.
DO $$
BEGIN
  CREATE ROLE amends_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN EXECUTE format('GRANT amends_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT USAGE ON SCHEMA public TO amends_app;

CREATE FUNCTION amends_current_shop() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.shop_id', true), '')::uuid $$;

-- Every table with a shop_id gets the same policy, so a new table cannot be forgotten: each migration ends by calling this.
CREATE FUNCTION amends_secure_tenant_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE tenant record;
BEGIN
  FOR tenant IN
    SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant.name);
    EXECUTE format('DROP POLICY IF EXISTS one_shop ON %s', tenant.name);
    EXECUTE format('CREATE POLICY one_shop ON %s USING (shop_id = amends_current_shop()) WITH CHECK (shop_id = amends_current_shop())', tenant.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO amends_app', tenant.name);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO amends_app;
  -- Append-only for the app: corrections are new rows.
  REVOKE UPDATE, DELETE ON ledger_entry, audit_log FROM amends_app;
END $$;

CREATE FUNCTION amends_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.erasing_shop', true) = 'yes' AND TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION amends_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION amends_append_only();

-- Work that is due is found by these; rows that are settled are not in them, so pending work costs nothing until its time.
CREATE INDEX promise_due ON promise (shop_id, due_at) WHERE status = 'pending';
CREATE INDEX playbook_run_due ON playbook_run (shop_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX message_due ON message (shop_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX compensation_due ON compensation (shop_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_inbox_open ON webhook_inbox (shop_id, received_at) WHERE status <> 'handled';

-- The few questions that are asked across shops; they answer with ids and times only.
CREATE FUNCTION amends_find_shop(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT shop_id FROM shop WHERE domain = wanted $$;

CREATE FUNCTION amends_register_shop(new_id uuid, new_domain text, at timestamptz) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO shop (shop_id, domain, name, installed_at) VALUES (new_id, new_domain, new_domain, at)
  ON CONFLICT (domain) DO UPDATE SET domain = excluded.domain
  RETURNING shop_id
$$;

CREATE FUNCTION amends_installed_shops() RETURNS TABLE (shop_id uuid, domain text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT shop_id, domain FROM shop WHERE uninstalled_at IS NULL $$;

CREATE FUNCTION amends_next_due(shop uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT least(
    (SELECT min(due_at) FROM promise WHERE shop_id = shop AND status = 'pending'),
    (SELECT min(due_at) FROM playbook_run WHERE shop_id = shop AND due_at IS NOT NULL),
    (SELECT min(due_at) FROM message WHERE shop_id = shop AND due_at IS NOT NULL),
    (SELECT min(due_at) FROM compensation WHERE shop_id = shop AND due_at IS NOT NULL))
$$;

-- Shops whose next due moment is known, earliest first; one index probe for each shop and kind of work.
CREATE FUNCTION amends_due_shops() RETURNS TABLE (shop_id uuid, due_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.shop_id, d.due_at FROM shop s CROSS JOIN LATERAL (SELECT amends_next_due(s.shop_id) AS due_at) d
  WHERE s.uninstalled_at IS NULL AND d.due_at IS NOT NULL ORDER BY d.due_at
$$;

CREATE FUNCTION amends_stale_shops(reconciled_before timestamptz) RETURNS TABLE (shop_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT s.shop_id FROM shop s WHERE s.uninstalled_at IS NULL AND s.reconciled_at < reconciled_before $$;

CREATE FUNCTION amends_open_inbox() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT count(*) FROM webhook_inbox WHERE status NOT IN ('handled', 'failed') $$;

-- shop/redact: every row of the shop, in every table that has a shop_id, the append-only ones included.
CREATE FUNCTION amends_erase_shop(erased uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE tenant record;
BEGIN
  IF erased IS DISTINCT FROM amends_current_shop() THEN RAISE EXCEPTION 'a shop can erase only itself'; END IF;
  PERFORM set_config('app.erasing_shop', 'yes', true);
  FOR tenant IN
    SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('DELETE FROM %s WHERE shop_id = $1', tenant.name) USING erased;
  END LOOP;
  PERFORM set_config('app.erasing_shop', '', true);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION amends_current_shop(), amends_find_shop(text), amends_register_shop(uuid, text, timestamptz), amends_installed_shops(),
  amends_next_due(uuid), amends_due_shops(), amends_stale_shops(timestamptz), amends_open_inbox(), amends_erase_shop(uuid) TO amends_app;

SELECT amends_secure_tenant_tables();
