/*
 * The first migration. `records` is partitioned by month of the decision, so that its key also finds duplicates across
 * partitions, and so that retention is dropping a table. Everything is added through `append`, which runs with the
 * rights of the owner: the role of the service itself has no right to insert, change or delete a record.
 */

const ROLE = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'kelisim_writer') then
    create role kelisim_writer nologin;
  end if;
  if not pg_has_role(session_user, 'kelisim_writer', 'member') then
    execute format('grant kelisim_writer to %I', session_user);
  end if;
end $$;`;

const TABLES = `
create table kelisim.records (
  day date not null,
  seq integer not null,
  receipt text not null,
  at timestamptz(3) not null,
  received timestamptz(3) not null,
  previous text not null,
  hash text not null,
  body json not null,
  check (day = (at at time zone 'UTC')::date),
  unique (receipt, at, day),
  unique (day, seq)
) partition by range (day);

create table kelisim.days (
  day date primary key,
  count integer not null,
  hash text not null
);

create table kelisim.bindings (
  receipt text not null,
  reference text not null,
  bound timestamptz(3) not null default now(),
  primary key (receipt, reference)
);
create index on kelisim.bindings (reference);

create table kelisim.dropped (
  month date not null,
  records integer not null,
  heads json not null,
  dropped timestamptz(3) not null default now()
);

create table kelisim.settings (
  only_one boolean primary key default true check (only_one),
  keep_months integer not null check (keep_months >= 14)
);
insert into kelisim.settings (keep_months) values (36);`;

/** Creating a partition locks the whole table, so this looks first, and only one of many makes it. */
const MONTHS = `
create function kelisim.need_month(of_day date) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_day date := date_trunc('month', of_day)::date;
  name text := 'records_' || to_char(of_day, 'YYYYMM');
begin
  if to_regclass('kelisim.' || name) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('kelisim.records'));
  execute format('create table if not exists kelisim.%I partition of kelisim.records for values from (%L) to (%L)',
    name, first_day, (first_day + interval '1 month')::date);
end $$;`;

/**
 * Adds posts, each once, in the order of their days; the row of the day is the lock that keeps its chain in one line.
 * Duplicates are found by the insert itself: a search before it would keep the plan that it made for an empty table.
 * The hash is SHA-256 of previous hash, day, place, time received and body, each on a line of its own.
 */
const APPEND = `
create function kelisim.append(posts json)
returns table (nr integer, outcome text, day text, seq integer, received text, hash text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  one record;
  old record;
  head kelisim.days;
begin
  for one in
    select p.nr, p.receipt, p.at, p.body, (p.at at time zone 'UTC')::date as on_day
    from json_to_recordset(posts) as p(nr integer, receipt text, at timestamptz(3), body text)
    order by 5, 1
  loop
    if head.day is distinct from one.on_day then
      if head.day is not null then
        update kelisim.days d set count = head.count, hash = head.hash where d.day = head.day;
      end if;
      perform kelisim.need_month(one.on_day);
      insert into kelisim.days values (one.on_day, 0, '') on conflict do nothing;
      select * into head from kelisim.days d where d.day = one.on_day for update;
    end if;
    nr := one.nr;
    day := one.on_day::text;
    outcome := 'new';
    seq := head.count + 1;
    received := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    hash := encode(sha256(convert_to(
      concat_ws(E'\\n', head.hash, day, seq, received, one.body), 'UTF8')), 'hex');
    insert into kelisim.records (day, seq, receipt, at, received, previous, hash, body)
      values (one.on_day, seq, one.receipt, one.at, received::timestamptz, head.hash, hash, one.body::json)
      on conflict (receipt, at, day) do nothing;
    if found then
      head.count := seq;
      head.hash := hash;
    else
      select r.seq, r.hash, r.received, r.body into old from kelisim.records r
        where r.day = one.on_day and r.receipt = one.receipt and r.at = one.at;
      outcome := case when (old.body->'record')::jsonb = (one.body::json->'record')::jsonb then 'known' else 'other' end;
      seq := old.seq;
      hash := old.hash;
      received := to_char(old.received at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    end if;
    return next;
  end loop;
  if head.day is not null then
    update kelisim.days d set count = head.count, hash = head.hash where d.day = head.day;
  end if;
end $$;`;

/** Drops what is older than the owner's setting and nothing else, whoever calls it; logs each month it dropped. */
const RETENTION = `
create function kelisim.drop_expired() returns table (month text, records integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  part record;
  first_day date;
  oldest date;
  heads json;
begin
  perform pg_advisory_xact_lock(hashtext('kelisim.records'));
  select date_trunc('month', now() at time zone 'UTC') - make_interval(months => s.keep_months)
    into oldest from kelisim.settings s;
  for part in select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'kelisim.records'::regclass order by 1
  loop
    first_day := to_date(right(part.name, 6), 'YYYYMM');
    continue when first_day >= oldest;
    select coalesce(sum(d.count), 0), coalesce(json_agg(d order by d.day), '[]') into records, heads
      from kelisim.days d where date_trunc('month', d.day)::date = first_day;
    execute format('drop table kelisim.%I', part.name);
    delete from kelisim.days d where date_trunc('month', d.day)::date = first_day;
    insert into kelisim.dropped (month, records, heads) values (first_day, records, heads);
    month := to_char(first_day, 'YYYY-MM');
    return next;
  end loop;
  if month is not null then
    delete from kelisim.bindings b where not exists (select from kelisim.records r where r.receipt = b.receipt);
  end if;
end $$;`;

const RIGHTS = `
revoke all on all functions in schema kelisim from public;
grant usage on schema kelisim to kelisim_writer;
grant select on all tables in schema kelisim to kelisim_writer;
grant insert on kelisim.bindings to kelisim_writer;
grant execute on function kelisim.append(json), kelisim.drop_expired() to kelisim_writer;`;

/** Tables, functions and rights of version 1. */
export const tables: string = [ROLE, TABLES, MONTHS, APPEND, RETENTION, RIGHTS].join('\n');
