-- What a filing is, what it speaks of and what it chose stay as they were filed: a choice is not pointed at another case, nor is one thing
-- made into another, whatever its state. A choice out of another case is a filing of its own, which the triggers of insertion look at.
create trigger filing_stays_what_it_is before update of kind, programme, subject, thread, source_thread on filing
  when new.kind is not old.kind or new.programme is not old.programme or new.subject is not old.subject
    or new.thread is not old.thread or new.source_thread is not old.source_thread
begin
  select raise(abort, 'what a filing is and what it chose do not change');
end;

-- A case that is chosen goes on being approved, or is superseded by its correction: it neither becomes a draft again nor is deleted.
drop trigger chosen_case_is_not_withdrawn;
create trigger chosen_case_is_not_withdrawn before update of state on filing
  when new.kind = 'case' and (new.state = 'withdrawn' or (old.state = 'approved' and new.state not in ('approved', 'superseded')))
begin
  select raise(abort, 'the case is chosen') where exists (
    select 1 from filing p where p.kind = 'promotion' and p.state = 'approved' and p.source_thread = new.thread);
end;
create trigger chosen_case_is_not_deleted before delete on filing when old.kind = 'case' and old.state = 'approved'
begin
  select raise(abort, 'the case is chosen') where exists (
    select 1 from filing p where p.kind = 'promotion' and p.state = 'approved' and p.source_thread = old.thread);
end;
