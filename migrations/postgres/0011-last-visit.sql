-- When somebody signed in before, for what changed since; and reasons for lag found without reading every entry.
alter table account add column last_sign_in_at text collate "C";
alter table session add column previous_sign_in_at text collate "C";
create index entry_with_lag on progress_entry (indicator_id, ends_on) where lag is not null;
