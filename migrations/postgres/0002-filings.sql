-- Everything that one person files and another decides on, beside the numbers of progress_entry: cases of registers, promotions out of
-- them, milestone events, narratives, published figures, decisions. A correction is a filing of its own in the same thread.
create table filing (
  id text collate "C" primary key,
  kind text collate "C" not null check (kind in ('case', 'promotion', 'milestone-event', 'narrative', 'published-figure', 'decision')),
  programme text collate "C" not null,
  -- The indicator, register or whatever else it speaks of.
  subject text collate "C" not null,
  -- The first filing of the same thing: what a case is known by while its filings follow each other.
  thread text collate "C" not null,
  -- The case that a promotion chose.
  source_thread text collate "C",
  region text collate "C" not null,
  unit_id text collate "C" not null,
  title text collate "C" not null,
  -- What may be filed once: a credit code in a register, a period of a narrative. Null where it may be filed again.
  unique_key text collate "C",
  happened_on text collate "C",
  -- Between which days it counts: from the first on, and no longer on the last.
  valid_from text collate "C",
  valid_to text collate "C",
  body text collate "C" not null,
  state text collate "C" not null check (state in ('draft', 'submitted', 'unit-reviewed', 'returned', 'approved', 'withdrawn', 'superseded')),
  version integer not null,
  recorder_id text collate "C" not null references account (id),
  unit_reviewer_id text collate "C" references account (id),
  approver_id text collate "C" references account (id),
  supersedes_id text collate "C" references filing (id),
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
  -- Recorder, unit reviewer and approver of one filing are different people.
  constraint filing_approver_is_not_recorder check (approver_id is null or approver_id <> recorder_id),
  constraint filing_reviewer_is_not_recorder check (unit_reviewer_id is null or unit_reviewer_id <> recorder_id),
  constraint filing_approver_is_not_reviewer check (approver_id is null or unit_reviewer_id is null or approver_id <> unit_reviewer_id),
  constraint filing_approved_by_somebody check (state not in ('approved', 'withdrawn', 'superseded') or (approver_id is not null and approved_seq is not null)),
  constraint filing_ended_when_over check ((state in ('withdrawn', 'superseded')) = (ended_seq is not null)),
  constraint filing_corrected_with_reason check (supersedes_id is null or correction_reason is not null),
  constraint filing_valid_in_order check (valid_to is null or (valid_from is not null and valid_to >= valid_from)),
  constraint promotion_has_a_source check ((kind = 'promotion') = (source_thread is not null))
);
create unique index one_open_filing_of_a_thread on filing (thread)
  where state in ('draft', 'submitted', 'unit-reviewed', 'returned');
create unique index one_approved_filing_of_a_thread on filing (thread) where state = 'approved';
-- The first filing of a thread holds its key until it is withdrawn.
create unique index one_filing_for_a_key on filing (kind, subject, unique_key)
  where unique_key is not null and supersedes_id is null and state <> 'withdrawn';
create index filing_by_subject on filing (kind, subject, state, valid_from);
create index filing_by_state on filing (state, updated_at, id);
create index filing_by_thread on filing (thread, created_at);
create index filing_by_source on filing (source_thread) where source_thread is not null;

-- A unit's word that its list of a period is whole (本期台账确认). Without cases it is 零报告.
create table register_confirmation (
  id text collate "C" primary key,
  register text collate "C" not null,
  unit_id text collate "C" not null,
  period text collate "C" not null,
  ends_on text collate "C" not null,
  case_count integer not null,
  confirmed_by text collate "C" not null references account (id),
  confirmed_at text collate "C" not null,
  confirmed_seq bigint not null,
  ended_seq bigint,
  demo boolean not null
);
create unique index one_confirmation_of_a_period on register_confirmation (register, unit_id, period) where ended_seq is null;

-- Which registers a register's members are chosen from (十 out of 百 and 千), as the catalogue says.
create table register_source (
  register text collate "C" not null,
  source text collate "C" not null,
  primary key (register, source)
);

-- A promotion needs an approved case of a register that it may choose from; a case does not go while it is chosen.
create function promotion_has_source() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from filing c join register_source s on s.source = c.subject
    where c.kind = 'case' and c.state = 'approved' and c.thread = new.source_thread and s.register = new.subject)
  then raise exception 'a promotion needs an approved case of its sources'; end if;
  return new;
end $$;
create trigger promotion_is_chosen_from_a_source before insert on filing
  for each row when (new.kind = 'promotion') execute function promotion_has_source();
create trigger promotion_stays_with_its_source before update of state on filing
  for each row when (new.kind = 'promotion' and new.state = 'approved') execute function promotion_has_source();
create function case_is_chosen() returns trigger language plpgsql as $$
begin
  if exists (select 1 from filing p where p.kind = 'promotion' and p.state = 'approved' and p.source_thread = new.thread)
  then raise exception 'the case is chosen'; end if;
  return new;
end $$;
create trigger chosen_case_is_not_withdrawn before update of state on filing
  for each row when (new.kind = 'case' and new.state = 'withdrawn') execute function case_is_chosen();
