-- When an entry was handed in for the first time: being sent back and handed in again does not make it late.
alter table progress_entry add column first_submitted_at text collate "C";
update progress_entry set first_submitted_at = submitted_at where submitted_at is not null;

-- A period that the programme manager has closed (锁定), and opened again with a reason.
create table period_closing (
  id text collate "C" primary key,
  programme text collate "C" not null,
  period text collate "C" not null,
  starts_on text collate "C" not null,
  ends_on text collate "C" not null,
  reason text collate "C" not null,
  closed_by text collate "C" not null references account (id),
  closed_at text collate "C" not null,
  closed_seq bigint not null,
  reopened_by text collate "C" references account (id),
  reopened_at text collate "C",
  reopened_reason text collate "C",
  ended_seq bigint,
  constraint reopened_with_reason check ((ended_seq is null) = (reopened_reason is null))
);
create unique index one_closing_of_a_period on period_closing (programme, period) where ended_seq is null;

-- A unit that may hand in later, or in a closed period, until a day (准予延期).
create table deadline_exception (
  id text collate "C" primary key,
  indicator_id text collate "C" not null,
  unit_id text collate "C" not null,
  period text collate "C" not null,
  ends_on text collate "C" not null,
  until_on text collate "C" not null,
  reason text collate "C" not null,
  granted_by text collate "C" not null references account (id),
  granted_at text collate "C" not null,
  granted_seq bigint not null
);
create index deadline_exception_by_period on deadline_exception (ends_on, unit_id);
