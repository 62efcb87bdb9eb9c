-- What left a register may come back, after the day it left. A key is held by the one case, or choice, that has not left; two of one key
-- are never in force on the same day, nor does one come back on the very day on which the other leaves.
drop index one_filing_for_a_key;
create unique index one_filing_for_a_key on filing (kind, subject, unique_key)
  where unique_key is not null and supersedes_id is null and state <> 'withdrawn' and kind not in ('case', 'promotion');
create unique index one_stay_for_a_key on filing (kind, subject, unique_key)
  where unique_key is not null and valid_to is null and kind in ('case', 'promotion')
    and (state = 'approved' or (supersedes_id is null and state in ('draft', 'submitted', 'unit-reviewed', 'returned')));
create index filing_by_key on filing (kind, subject, unique_key) where unique_key is not null;
create trigger stays_lie_apart_when_changed before update of state, valid_from, valid_to, unique_key on filing
  when new.state = 'approved' and new.kind in ('case', 'promotion') and new.unique_key is not null and new.valid_from is not null
begin
  select raise(abort, 'the same thing is in force on one of these days') where exists (
    select 1 from filing o
    where o.kind = new.kind and o.subject = new.subject and o.unique_key = new.unique_key and o.thread <> new.thread
      and o.state = 'approved' and o.valid_from is not null
      and (new.valid_to is null or o.valid_from <= new.valid_to) and (o.valid_to is null or new.valid_from <= o.valid_to));
end;
create trigger stays_lie_apart_when_written before insert on filing
  when new.state = 'approved' and new.kind in ('case', 'promotion') and new.unique_key is not null and new.valid_from is not null
begin
  select raise(abort, 'the same thing is in force on one of these days') where exists (
    select 1 from filing o
    where o.kind = new.kind and o.subject = new.subject and o.unique_key = new.unique_key and o.thread <> new.thread
      and o.state = 'approved' and o.valid_from is not null
      and (new.valid_to is null or o.valid_from <= new.valid_to) and (o.valid_to is null or new.valid_from <= o.valid_to));
end;
