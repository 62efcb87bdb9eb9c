-- An approved promotion counts with its case: the case is in force on the day of the promotion; a candidate without a day needs a case
-- that counts at all.
drop trigger promotion_stays_with_its_source;
create trigger promotion_stays_with_its_source before update of state, valid_from on filing
  when new.kind = 'promotion' and new.state = 'approved'
begin
  select raise(abort, 'a promotion needs an approved case of its sources, in force on its day') where not exists (
    select 1 from filing c join register_source s on s.source = c.subject
    where c.kind = 'case' and c.state = 'approved' and c.thread = new.source_thread and s.register = new.subject
      and c.valid_from is not null
      and (new.valid_from is null
        or (c.valid_from <= new.valid_from and (c.valid_to is null or new.valid_from < c.valid_to))));
end;
create trigger promotion_is_approved_with_its_source before insert on filing
  when new.kind = 'promotion' and new.state = 'approved'
begin
  select raise(abort, 'a promotion needs an approved case of its sources, in force on its day') where not exists (
    select 1 from filing c join register_source s on s.source = c.subject
    where c.kind = 'case' and c.state = 'approved' and c.thread = new.source_thread and s.register = new.subject
      and c.valid_from is not null
      and (new.valid_from is null
        or (c.valid_from <= new.valid_from and (c.valid_to is null or new.valid_from < c.valid_to))));
end;
