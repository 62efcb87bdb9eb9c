-- An approved promotion counts with its case: the case is in force on the day of the promotion; a candidate without a day needs a case
-- that counts at all.
create function promotion_counts_with_source() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from filing c join register_source s on s.source = c.subject
    where c.kind = 'case' and c.state = 'approved' and c.thread = new.source_thread and s.register = new.subject
      and c.valid_from is not null
      and (new.valid_from is null
        or (c.valid_from <= new.valid_from and (c.valid_to is null or new.valid_from < c.valid_to))))
  then raise exception 'a promotion needs an approved case of its sources, in force on its day'; end if;
  return new;
end $$;
drop trigger promotion_stays_with_its_source on filing;
create trigger promotion_stays_with_its_source before update of state, valid_from on filing
  for each row when (new.kind = 'promotion' and new.state = 'approved') execute function promotion_counts_with_source();
create trigger promotion_is_approved_with_its_source before insert on filing
  for each row when (new.kind = 'promotion' and new.state = 'approved') execute function promotion_counts_with_source();
