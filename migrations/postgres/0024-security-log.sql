-- Sign-ins and ended sessions stand beside the failed ones, bounded by person; by_username: who ended the sessions of somebody else.
alter table security_log add column by_username text collate "C";
create index security_log_by_kind on security_log (what, at);
create index security_log_by_person on security_log (username, at);
