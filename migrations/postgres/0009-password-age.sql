-- When a password was set, for policies that let it grow old; empty: with the account.
alter table account add column password_changed_at text collate "C" not null default '';
