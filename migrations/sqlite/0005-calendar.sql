-- When an entry was handed in for the first time: being sent back and handed in again does not make it late.
alter table progress_entry add column first_submitted_at text;
update progress_entry set first_submitted_at = submitted_at where submitted_at is not null;

-- A period that the programme manager has closed (锁定), and opened again with a reason.
create table period_closing (
  id text primary key,
  programme text not null,
  period text not null,
  starts_on text not null,
  ends_on text not null,
  reason text not null,
  closed_by text not null references account (id),
  closed_at text not null,
  closed_seq integer not null,
  reopened_by text references account (id),
  reopened_at text,
  reopened_reason text,
  ended_seq integer,
  constraint reopened_with_reason check ((ended_seq is null) = (reopened_reason is null))
);
create unique index one_closing_of_a_period on period_closing (programme, period) where ended_seq is null;

-- A unit that may hand in later, or in a closed period, until a day (准予延期).
create table deadline_exception (
  id text primary key,
  indicator_id text not null,
  unit_id text not null,
  period text not null,
  ends_on text not null,
  until_on text not null,
  reason text not null,
  granted_by text not null references account (id),
  granted_at text not null,
  granted_seq integer not null
);
create index deadline_exception_by_period on deadline_exception (ends_on, unit_id);
