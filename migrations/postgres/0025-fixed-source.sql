-- What a filing is, what it speaks of and what it chose stay as they were filed: a choice is not pointed at another case, nor is one thing
-- made into another, whatever its state. A choice out of another case is a filing of its own, which the triggers of insertion look at.
create function filing_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what a filing is and what it chose do not change';
end $$;
create trigger filing_stays_what_it_is before update of kind, programme, subject, thread, source_thread on filing
  for each row when (new.kind is distinct from old.kind or new.programme is distinct from old.programme
    or new.subject is distinct from old.subject or new.thread is distinct from old.thread
    or new.source_thread is distinct from old.source_thread)
  execute function filing_stays();

-- A case that is chosen goes on being approved, or is superseded by its correction: it neither becomes a draft again nor is deleted.
drop trigger chosen_case_is_not_withdrawn on filing;
create trigger chosen_case_is_not_withdrawn before update of state on filing
  for each row when (new.kind = 'case' and (new.state = 'withdrawn' or (old.state = 'approved' and new.state not in ('approved', 'superseded'))))
  execute function case_is_chosen();
create function chosen_case_stays() returns trigger language plpgsql as $$
begin
  if exists (select 1 from filing p where p.kind = 'promotion' and p.state = 'approved' and p.source_thread = old.thread)
  then raise exception 'the case is chosen'; end if;
  return old;
end $$;
create trigger chosen_case_is_not_deleted before delete on filing
  for each row when (old.kind = 'case' and old.state = 'approved') execute function chosen_case_stays();
