/** The tables in PostgreSQL, in a schema of their own: other programs may use the same database. */

/** The schema that everything is in. */
export const schemaName = 'samtycke';

/**
 * What leads from nothing to the newest version, one step each; the version of a database
 * is how many it has taken. Steps that were published are never changed.
 *
 * Plain SQL without sequences, so that databases which spread their tables over several
 * machines take it too. A row is never changed, and rows leave only while `leaving` says
 * so, which erasure and purge write and clear in one transaction. The role that takes
 * receipts may insert and select and nothing else (see `grant-rights.ts`): the triggers are
 * for everybody who may more.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE logs (
    id uuid PRIMARY KEY,
    since timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE keys (
    kid text PRIMARY KEY,
    x text NOT NULL,
    since text NOT NULL,
    vouched text
  );
  CREATE TABLE heads (
    log uuid NOT NULL,
    n bigint NOT NULL,
    month text COLLATE "C" NOT NULL,
    last_index bigint NOT NULL,
    jws text NOT NULL,
    PRIMARY KEY (log, n)
  );
  CREATE INDEX heads_by_index ON heads (log, last_index);

  -- The month is in the key because PostgreSQL wants what a table is divided by in it.
  -- That an id is there once, whatever the month, is the business of \`places\`.
  CREATE TABLE receipts (
    log uuid NOT NULL,
    number bigint NOT NULL,
    n bigint NOT NULL,
    month text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    consent_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    salt bytea NOT NULL,
    flags text NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (consent_id, id, month)
  ) PARTITION BY LIST (month);
  CREATE INDEX receipts_by_commit ON receipts (log, n, number);

  -- Where each receipt is, and what of it its browser's later ones are compared with:
  -- one look here instead of one in each month.
  CREATE TABLE places (
    id uuid PRIMARY KEY,
    consent_id uuid NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    month text COLLATE "C" NOT NULL
  );
  CREATE INDEX places_by_browser ON places (consent_id, seq);

  CREATE TABLE erased (
    log uuid NOT NULL,
    number bigint NOT NULL,
    n bigint NOT NULL,
    leaf bytea NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (log, number)
  );
  CREATE INDEX erased_by_commit ON erased (log, n);
  CREATE TABLE purged (log uuid NOT NULL, note text NOT NULL);
  CREATE TABLE restricted (consent_id uuid PRIMARY KEY);
  CREATE TABLE texts (
    hash text PRIMARY KEY,
    kind text NOT NULL,
    body text NOT NULL
  );
  CREATE INDEX texts_by_kind ON texts (kind);
  CREATE TABLE counts (
    day text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    log uuid NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (day, kind, name, log)
  );
  CREATE TABLE leaving (
    log uuid NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    consent_id uuid
  );
  CREATE TABLE probe (at timestamptz NOT NULL);

  CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% are append-only: a row is never changed', TG_ARGV[0];
  END $$;
  CREATE FUNCTION never_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% are append-only: a row never leaves', TG_ARGV[0];
  END $$;
  CREATE FUNCTION receipt_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM samtycke.leaving l WHERE l.log = OLD.log
      AND OLD.n BETWEEN l.first AND l.last
      AND (l.consent_id IS NULL OR l.consent_id = OLD.consent_id)) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'receipts are append-only: a row leaves only by erasure or purge';
  END $$;
  CREATE FUNCTION leaves_by_purge() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM samtycke.leaving l WHERE l.log = OLD.log
      AND OLD.n BETWEEN l.first AND l.last AND l.consent_id IS NULL) THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% are append-only: a row leaves only by purge', TG_ARGV[0];
  END $$;
  CREATE FUNCTION leaves_after_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM samtycke.receipts r WHERE r.consent_id = OLD.consent_id
      AND r.id = OLD.id AND r.month = OLD.month) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'places are append-only: a row leaves only after its receipt';
  END $$;

  ${['receipts', 'heads', 'places', 'erased', 'keys', 'purged', 'texts', 'logs'].map(neverChanges).join('')}
  ${['keys', 'purged', 'texts', 'logs'].map((table) => guardDeletion(table, 'never_leaves')).join('')}
  ${['heads', 'erased'].map((table) => guardDeletion(table, 'leaves_by_purge')).join('')}
  ${guardDeletion('receipts', 'receipt_leaves')}
  ${guardDeletion('places', 'leaves_after_receipt')}

  -- Runs with the rights of whoever made it, so that a role which may only insert can see to
  -- it that next month has its place. A table made apart and attached waits for nobody; one
  -- made in place would wait for every reader, and every writer behind it.
  CREATE FUNCTION make_month(wanted text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = samtycke, pg_temp AS $$
  DECLARE
    partition text := 'receipts_' || replace(wanted, '-', '_');
  BEGIN
    IF wanted !~ '^\\d{4}-(0[1-9]|1[0-2])$' THEN RAISE EXCEPTION '% is no month', wanted; END IF;
    IF to_regclass(partition) IS NOT NULL THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(1936553081, 2);
    -- Not to_regclass() again: it answers from a cache, which the lock does not renew.
    IF EXISTS (SELECT FROM pg_class
      WHERE relnamespace = 'samtycke'::regnamespace AND relname = partition) THEN RETURN; END IF;
    EXECUTE format('CREATE TABLE %I (LIKE receipts INCLUDING ALL)', partition);
    EXECUTE format('ALTER TABLE receipts ATTACH PARTITION %I FOR VALUES IN (%L)', partition, wanted);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I
      EXECUTE FUNCTION never_leaves(''receipts'')', partition);
  END $$;

  -- The same for the statistics, which are no evidence: it can add to them, not take away.
  CREATE FUNCTION count_decisions(wanted_log uuid, added json) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = samtycke, pg_temp AS $$
  BEGIN
    INSERT INTO counts AS c (day, kind, name, log, count)
      SELECT day, kind, name, wanted_log, abs(count)
      FROM json_to_recordset(added) AS a (day text, kind text, name text, count bigint)
      ON CONFLICT (day, kind, name, log) DO UPDATE SET count = c.count + excluded.count;
  END $$;
  `,
];

function neverChanges(table: string): string {
  return `
  CREATE TRIGGER never_changes BEFORE UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION never_changes('${table}');`;
}

function guardDeletion(table: string, rule: string): string {
  return `
  CREATE TRIGGER ${rule} BEFORE DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${rule}('${table}');
  CREATE TRIGGER never_emptied BEFORE TRUNCATE ON ${table}
    EXECUTE FUNCTION never_leaves('${table}');`;
}
