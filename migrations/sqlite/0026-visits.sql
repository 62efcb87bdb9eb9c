-- A visit is a time of use without half an hour of absence: when the account was last seen, and when the visit before the present one ended.
alter table account rename column last_sign_in_at to last_seen_at;
alter table account add column last_visit_at text;
alter table session rename column previous_sign_in_at to last_visit_at;
