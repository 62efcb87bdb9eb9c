-- REPLACE takes a row away without a delete that a trigger would see: an event enters the ledger only as the next one, once.
create trigger ledger_event_is_the_next before insert on ledger_event
  when exists (select 1 from ledger_event where seq = new.seq or hash = new.hash)
    or new.seq is not (select seq from ledger_head)
begin select raise(abort, 'the ledger is append-only'); end;
