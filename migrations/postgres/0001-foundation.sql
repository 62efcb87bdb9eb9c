-- Accounts and sessions. Passwords as argon2id, session tokens as SHA-256: neither can be read back.
create table account (
  id text primary key,
  username text not null unique check (username = lower(username)),
  display_name text not null,
  role text not null,
  unit_id text not null,
  password_hash text not null,
  must_change_password boolean not null,
  disabled_at text,
  demo boolean not null,
  created_at text not null,
  version integer not null
);
create table session (
  token_hash text primary key,
  account_id text not null references account (id),
  created_at text not null,
  last_seen_at text not null,
  expires_at text not null
);
create index session_of_account on session (account_id);
create table first_administrator (
  token_hash text primary key,
  expires_at text not null
);
-- Failed sign-ins only, bounded; what matters for figures is in the ledger.
create table security_log (
  id text primary key,
  at text not null,
  origin text not null,
  username text not null,
  what text not null
);
create index security_log_by_time on security_log (at);

-- What the catalogue says (definitions), with the ledger numbers between which each body was in force.
create table catalogue_item (
  kind text not null,
  id text not null,
  programme text,
  position integer not null,
  body text not null,
  digest text not null,
  since_seq bigint not null,
  ended_seq bigint,
  primary key (kind, id, since_seq)
);
create unique index catalogue_item_in_force on catalogue_item (kind, id) where ended_seq is null;

-- What was decided: target, baseline, due date, plan, thresholds, readings. Never changed, only followed by another.
create table decision (
  id text primary key,
  subject text not null,
  part text not null,
  body text not null,
  origin text not null check (origin in ('catalogue', 'change-block', 'page')),
  who text not null,
  reason text not null,
  document_number text,
  effective_on text not null,
  decided_seq bigint not null
);
create index decision_of_subject on decision (subject, part, decided_seq);

create table progress_entry (
  id text primary key,
  programme text not null,
  indicator_id text not null,
  region text not null,
  unit_id text not null,
  period text not null,
  starts_on text not null,
  ends_on text not null,
  value bigint,
  absence text check (absence in ('not-applicable', 'withheld')),
  note text not null,
  state text not null check (state in ('draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'superseded')),
  version integer not null,
  recorder_id text not null references account (id),
  unit_reviewer_id text references account (id),
  approver_id text references account (id),
  supersedes_id text references progress_entry (id),
  correction_reason text,
  return_reason text,
  created_at text not null,
  updated_at text not null,
  submitted_at text,
  unit_reviewed_at text,
  decided_at text,
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
  indicator_id text not null,
  region text not null,
  last_period text not null,
  last_ends_on text not null,
  last_value bigint,
  last_absence text,
  total bigint not null,
  entry_count integer not null,
  primary key (indicator_id, region)
);
create table period_total (
  indicator_id text not null,
  period text not null,
  ends_on text not null,
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
  at text not null,
  actor text not null,
  actor_unit text,
  origin text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before text,
  after text,
  moves_figures boolean not null,
  previous_hash text not null,
  hash text not null unique
);
create index ledger_event_of_subject on ledger_event (subject_kind, subject_id, seq);
create index ledger_event_by_time on ledger_event (at, seq);
create table ledger_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash text not null,
  at text not null,
  figures_seq bigint not null
);
insert into ledger_head (id, seq, hash, at, figures_seq) values (1, 0, '', '', 0);

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin raise exception 'the ledger is append-only'; end $$;
create trigger ledger_event_is_not_changed before update or delete on ledger_event
  for each row execute function ledger_is_append_only();
create trigger ledger_event_is_not_emptied before truncate on ledger_event
  for each statement execute function ledger_is_append_only();
