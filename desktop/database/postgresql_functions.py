"""The owner's functions on PostgreSQL: who the session is, the audit's trigger, the seats of staff.

All are SECURITY DEFINER with a fixed search path (a clerk's temporary table cannot stand in for ours) and ask
`session_user`, since inside them `current_user` is the owner.
"""

from __future__ import annotations

from desktop.database.audit import HASHED
from desktop.database.channel import CHANNEL
from desktop.database.policy import READS_OFFICES_BELOW, Section, StaffRole

_DEFINER = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_ASKED = f"STABLE PARALLEL RESTRICTED {_DEFINER}"
_DEEP = ", ".join(f"'{role.value}'" for role in sorted(READS_OFFICES_BELOW))
_SECTIONS = ", ".join(f"'{section.value}'" for section in Section)
_GROUPS = ", ".join(f"yusr_{role.value}" for role in StaffRole)

_OFFICE = f"""
CREATE OR REPLACE FUNCTION public.yusr_office() RETURNS text LANGUAGE sql {_ASKED} AS $$
  SELECT office FROM public.staff WHERE login = session_user::text AND active
$$"""

_ROLES = f"""
CREATE OR REPLACE FUNCTION public.yusr_roles() RETURNS text[] LANGUAGE sql {_ASKED} AS $$
  SELECT ARRAY(SELECT jsonb_array_elements_text(roles::jsonb))
  FROM public.staff WHERE login = session_user::text AND active
$$"""

_OFFICES = f"""
CREATE OR REPLACE FUNCTION public.yusr_offices() RETURNS text[] LANGUAGE sql {_ASKED} AS $$
  WITH RECURSIVE seen (office, deep) AS (
    SELECT office, roles::jsonb ?| ARRAY[{_DEEP}]
    FROM public.staff WHERE login = session_user::text AND active
    UNION
    SELECT below.office, true FROM public.offices below JOIN seen ON below.parent = seen.office WHERE seen.deep
  )
  SELECT coalesce(array_agg(office), ARRAY[]::text[]) FROM seen
$$"""

_SECTIONS_SEEN = f"""
CREATE OR REPLACE FUNCTION public.yusr_sections() RETURNS text[] LANGUAGE sql {_ASKED} AS $$
  SELECT CASE WHEN roles::jsonb ? '{StaffRole.SUPERVISOR.value}' THEN ARRAY[{_SECTIONS}]
    ELSE ARRAY['{Section.GENERAL.value}'] || ARRAY(SELECT jsonb_array_elements_text(sections::jsonb)) END
  FROM public.staff WHERE login = session_user::text AND active
$$"""

_HASHED_SQL = ", ".join(
    {
        "previous_hash": "head.hash",
        "office": "of_office",
        "number": "head.number + 1",
        "at": "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
        "staff": "session_user",
        "roles": "of_roles",
        "transaction_id": "of_transaction",
        "table_name": "TG_TABLE_NAME",
        "row_id": "of_row",
        "action": "lower(TG_OP)",
        "before": "coalesce(before, '')",
        "after": "coalesce(after, '')",
    }[name]
    for name in HASHED
)

# TG_ARGV: name of the key column, hidden columns, binary columns (both comma-separated).
_AUDIT = f"""
CREATE OR REPLACE FUNCTION public.yusr_audit() RETURNS trigger LANGUAGE plpgsql {_DEFINER}
  SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
  rows jsonb[] := ARRAY[NULL, NULL];
  before text; after text; of_office text; of_row text; of_roles text; of_transaction text; at timestamptz;
  head public.audit_heads%ROWTYPE; binary_column text; seal text;
BEGIN
  IF TG_OP <> 'INSERT' THEN rows[1] := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN rows[2] := to_jsonb(NEW); END IF;
  of_office := coalesce(rows[2], rows[1]) ->> 'office';
  of_row := coalesce(rows[2], rows[1]) ->> TG_ARGV[0];
  FOR i IN 1..2 LOOP
    rows[i] := rows[i] - string_to_array(TG_ARGV[1], ',');
    FOREACH binary_column IN ARRAY string_to_array(TG_ARGV[2], ',') LOOP
      IF rows[i] ->> binary_column IS NOT NULL THEN
        rows[i] := jsonb_set(rows[i], ARRAY[binary_column], to_jsonb('sha256:' ||
          encode(sha256(decode(substr(rows[i] ->> binary_column, 3), 'hex')), 'hex')));
      END IF;
    END LOOP;
  END LOOP;
  before := rows[1]::text;
  after := rows[2]::text;
  SELECT coalesce(string_agg(role, ',' ORDER BY role), '') INTO of_roles
    FROM public.staff, jsonb_array_elements_text(roles::jsonb) role WHERE login = session_user::text;
  of_transaction := pg_current_xact_id()::text;
  INSERT INTO public.audit_heads (office, number, hash) VALUES (of_office, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM public.audit_heads WHERE office = of_office FOR UPDATE;
  at := clock_timestamp();
  seal := encode(sha256(convert_to(concat_ws(chr(31), {_HASHED_SQL}), 'UTF8')), 'hex');
  INSERT INTO public.audit_entries (office, number, at, staff, roles, transaction_id, table_name, row_id, action,
      before, after, previous_hash, hash)
    VALUES (of_office, head.number + 1, at, session_user, of_roles, of_transaction, TG_TABLE_NAME, of_row,
      lower(TG_OP), before, after, head.hash, seal);
  UPDATE public.audit_heads SET number = head.number + 1, hash = seal WHERE office = of_office;
  -- Heard by desks of every office: it may not say of what. Once for a transaction, however many rows.
  PERFORM pg_notify('{CHANNEL}', '');
  RETURN NULL;
END $$"""

# The database role of a member of staff follows the staff row, so the two cannot come apart. A login that exists
# already is taken over only if it is the one who is appointing themselves or a staff login of another office
# database on this server; such a one keeps its password.
_SEAT = f"""
CREATE OR REPLACE FUNCTION public.yusr_seat() RETURNS trigger LANGUAGE plpgsql {_DEFINER} AS $$
DECLARE
  known pg_roles%ROWTYPE; role text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.login <> OLD.login THEN
      RAISE EXCEPTION 'a login is never renamed' USING ERRCODE = 'YU002';
    END IF;
  END IF;
  SELECT * INTO known FROM pg_roles WHERE rolname = NEW.login;
  IF NOT FOUND THEN
    EXECUTE format('CREATE ROLE %I LOGIN', NEW.login);
    EXECUTE format('COMMENT ON ROLE %I IS %L', NEW.login, 'yusr:' || current_database());
  ELSIF TG_OP = 'INSERT' AND NEW.login <> session_user AND (
      known.rolsuper OR known.rolcreaterole OR NOT EXISTS (
        SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
        WHERE g.rolname = 'yusr_staff' AND m.member = known.oid)) THEN
    RAISE EXCEPTION 'the login % belongs to somebody else on this server', NEW.login USING ERRCODE = 'YU001';
  END IF;
  EXECUTE format('GRANT yusr_staff TO %I', NEW.login);
  EXECUTE format('REVOKE {_GROUPS} FROM %I', NEW.login);
  IF NEW.active THEN
    FOR role IN SELECT jsonb_array_elements_text(NEW.roles::jsonb) LOOP
      EXECUTE format('GRANT %I TO %I', 'yusr_' || role, NEW.login);
    END LOOP;
  END IF;
  IF shobj_description((SELECT oid FROM pg_roles WHERE rolname = NEW.login), 'pg_authid')
      = 'yusr:' || current_database() THEN
    EXECUTE format('ALTER ROLE %I %s', NEW.login, CASE WHEN NEW.active THEN 'LOGIN' ELSE 'NOLOGIN' END);
  END IF;
  RETURN NULL;
END $$"""

_PASSWORD = f"""
CREATE OR REPLACE FUNCTION public.yusr_set_password(of_login text, verifier text) RETURNS void
  LANGUAGE plpgsql {_DEFINER} AS $$
BEGIN
  IF verifier !~ '^SCRAM-SHA-256\\$' THEN
    RAISE EXCEPTION 'a password reaches the server only as a SCRAM verifier' USING ERRCODE = 'YU003';
  END IF;
  IF of_login <> session_user AND NOT EXISTS (
      SELECT 1 FROM public.staff s WHERE s.login = of_login AND s.office = public.yusr_office()
        AND public.yusr_roles() && ARRAY['{StaffRole.ADMINISTRATOR.value}'])
      AND NOT pg_has_role(session_user, (
        SELECT relowner FROM pg_class WHERE oid = 'public.staff'::regclass), 'MEMBER')
     OR shobj_description((SELECT oid FROM pg_roles WHERE rolname = of_login), 'pg_authid')
        IS DISTINCT FROM 'yusr:' || current_database() THEN
    RAISE EXCEPTION 'only an administrator of the office sets the password of its staff' USING ERRCODE = '42501';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', of_login, verifier);
END $$"""

_ASKABLE = (
    "yusr_office()",
    "yusr_roles()",
    "yusr_offices()",
    "yusr_sections()",
    "yusr_set_password(text, text)",
)
_TRIGGERED = ("yusr_audit()", "yusr_seat()")

FUNCTIONS: tuple[str, ...] = (
    _OFFICE,
    _ROLES,
    _OFFICES,
    _SECTIONS_SEEN,
    _AUDIT,
    _SEAT,
    _PASSWORD,
    *(f"REVOKE ALL ON FUNCTION public.{name} FROM PUBLIC" for name in (*_ASKABLE, *_TRIGGERED)),
    *(f"GRANT EXECUTE ON FUNCTION public.{name} TO yusr_staff" for name in _ASKABLE),
)
"""Statements that make the functions; the tables they read exist by then."""
