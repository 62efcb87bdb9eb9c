-- An event enters the ledger only as the next one: its number is the one that the head has just been moved to.
create function ledger_event_is_the_next() returns trigger language plpgsql as $$
begin
  if new.seq is distinct from (select seq from ledger_head) then raise exception 'the ledger is append-only'; end if;
  return new;
end $$;
create trigger ledger_event_is_the_next before insert on ledger_event
  for each row execute function ledger_event_is_the_next();
