-- Texts compare by code ("C"), as in SQLite: the same order on both engines, whatever language the server speaks, and indexes that
-- no update of the server's language tables can spoil.

-- Accounts and sessions. Passwords as argon2id, session tokens as SHA-256: neither can be read back.
create table account (
  id text collate "C" primary key,
  username text collate "C" not null unique check (username = lower(username)),
  display_name text collate "C" not null,
  role text collate "C" not null,
  unit_id text collate "C" not null,
  password_hash text collate "C" not null,
  must_change_password boolean not null,
  disabled_at text collate "C",
  demo boolean not null,
  created_at text collate "C" not null,
  version integer not null
);
create table session (
  token_hash text collate "C" primary key,
  account_id text collate "C" not null references account (id),
  created_at text collate "C" not null,
  last_seen_at text collate "C" not null,
  expires_at text collate "C" not null
);
create index session_of_account on session (account_id);
create table first_administrator (
  token_hash text collate "C" primary key,
  expires_at text collate "C" not null
);
-- Failed sign-ins only, bounded; what matters for figures is in the ledger.
create table security_log (
  id text collate "C" primary key,
  at text collate "C" not null,
  origin text collate "C" not null,
  username text collate "C" not null,
  what text collate "C" not null
);
create index security_log_by_time on security_log (at);

-- What the catalogue says (definitions), with the ledger numbers between which each body was in force.
create table catalogue_item (
  kind text collate "C" not null,
  id text collate "C" not null,
  programme text collate "C",
  position integer not null,
  body text collate "C" not null,
  digest text collate "C" not null,
  since_seq bigint not null,
  ended_seq bigint,
  primary key (kind, id, since_seq)
);
create unique index catalogue_item_in_force on catalogue_item (kind, id) where ended_seq is null;

-- What was decided: target, baseline, due date, plan, thresholds, readings. Never changed, only followed by another.
create table decision (
  id text collate "C" primary key,
  subject text collate "C" not null,
  part text collate "C" not null,
  body text collate "C" not null,
  origin text collate "C" not null check (origin in ('catalogue', 'change-block', 'page')),
  who text collate "C" not null,
  reason text collate "C" not null,
  document_number text collate "C",
  effective_on text collate "C" not null,
  decided_seq bigint not null
);
create index decision_of_subject on decision (subject, part, decided_seq);

create table progress_entry (
  id text collate "C" primary key,
  programme text collate "C" not null,
  indicator_id text collate "C" not null,
  region text collate "C" not null,
  unit_id text collate "C" not null,
  period text collate "C" not null,
  starts_on text collate "C" not null,
  ends_on text collate "C" not null,
  value bigint,
  absence text collate "C" check (absence in ('not-applicable', 'withheld')),
  note text collate "C" not null,
  state text collate "C" not null check (state in ('draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'superseded')),
  version integer not null,
  recorder_id text collate "C" not null references account (id),
  unit_reviewer_id text collate "C" references account (id),
  approver_id text collate "C" references account (id),
  supersedes_id text collate "C" references progress_entry (id),
  correction_reason text collate "C",
  return_reason text collate "C",
  created_at text collate "C" not null,
  updated_at text collate "C" not null,
  submitted_at text collate "C",
  unit_reviewed_at text collate "C",
  decided_at text collate "C",
  approved_seq bigint,
  ended_seq bigint,
  demo boolean not null,
  -- Unknown is never zero: a value or the reason why there is none, never both, never neither.
  constraint one_of_value_and_absence check ((value is null) <> (absence is null)),
  -- Recorder, unit reviewer and approver of one entry are different people.
  constraint approver_is_not_recorder check (approver_id is null or approver_id <> recorder_id),
  constraint reviewer_is_not_recorder check (unit_reviewer_id is null or unit_reviewer_id <> recorder_id),
  constraint approver_is_not_reviewer check (approver_id is null or unit_reviewer_id is null or approver_id <> unit_reviewer_id),
  constraint approved_by_somebody check (state not in ('approved', 'withdrawn', 'superseded') or (approver_id is not null and approved_seq is not null)),
  constraint ended_when_over check ((state in ('withdrawn', 'superseded')) = (ended_seq is not null)),
  constraint corrected_with_reason check (supersedes_id is null or correction_reason is not null)
);
create unique index one_open_entry_in_a_cell on progress_entry (indicator_id, unit_id, region, period)
  where state in ('draft', 'submitted', 'unit-reviewed', 'returned');
create unique index one_approved_entry_in_a_cell on progress_entry (indicator_id, unit_id, region, period)
  where state = 'approved';
create index entry_by_indicator on progress_entry (indicator_id, ends_on, region);
create index entry_by_state on progress_entry (state, updated_at, id);
create index entry_by_period on progress_entry (ends_on, id);

-- Read models, kept in the transaction that approves, corrects or withdraws; `rebuild` makes them again from the entries.
create table standing (
  indicator_id text collate "C" not null,
  region text collate "C" not null,
  last_period text collate "C" not null,
  last_ends_on text collate "C" not null,
  last_value bigint,
  last_absence text collate "C",
  total bigint not null,
  entry_count integer not null,
  primary key (indicator_id, region)
);
create table period_total (
  indicator_id text collate "C" not null,
  period text collate "C" not null,
  ends_on text collate "C" not null,
  total bigint,
  reported integer not null,
  carried integer not null,
  withheld integer not null,
  demo boolean not null,
  primary key (indicator_id, period)
);

-- The ledger: appended to, never changed. Each event carries the hash of the one before.
create table ledger_event (
  seq bigint primary key,
  at text collate "C" not null,
  actor text collate "C" not null,
  actor_unit text collate "C",
  origin text collate "C" not null,
  action text collate "C" not null,
  subject_kind text collate "C" not null,
  subject_id text collate "C" not null,
  before text collate "C",
  after text collate "C",
  moves_figures boolean not null,
  previous_hash text collate "C" not null,
  hash text collate "C" not null unique
);
create index ledger_event_of_subject on ledger_event (subject_kind, subject_id, seq);
create index ledger_event_by_time on ledger_event (at, seq);
create table ledger_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash text collate "C" not null,
  at text collate "C" not null,
  figures_seq bigint not null
);
insert into ledger_head (id, seq, hash, at, figures_seq) values (1, 0, '', '', 0);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin raise exception 'the ledger is append-only'; end $$;
create trigger ledger_event_is_not_changed before update or delete on ledger_event
  for each row execute function ledger_is_append_only();
create trigger ledger_event_is_not_emptied before truncate on ledger_event
  for each statement execute function ledger_is_append_only();
