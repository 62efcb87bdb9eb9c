-- Messages to people, in the app and by mail: each once, by its key. An address for mail at each account.
alter table account add column email text;
create table message (
  id text primary key,
  account_id text not null references account (id),
  kind text not null,
  unique_key text not null unique,
  subject text not null,
  body text not null,
  path text,
  created_at text not null,
  read_at text,
  mail text not null check (mail in ('off', 'no-address', 'queued', 'sending', 'sent', 'failed')),
  turn integer not null,
  attempts integer not null,
  next_at text not null,
  lease_until text,
  sent_at text,
  failure text
);
create index message_of_account on message (account_id, created_at, id);
create index message_to_send on message (mail, next_at);
create index message_of_kind on message (kind, created_at);

-- Reports that are drafted by themselves once a month, and what became of each region and month.
create table report_schedule (
  id text primary key,
  programme text not null,
  kind text not null,
  language text not null,
  regions text not null,
  day integer not null check (day between 1 and 28),
  recipients text not null,
  state text not null check (state in ('active', 'paused', 'deleted')),
  since_on text not null,
  made_by text not null references account (id),
  created_at text not null,
  version integer not null
);
create table scheduled_report (
  schedule_id text not null references report_schedule (id),
  region text not null,
  month text not null,
  report_id text references report (id),
  failure text,
  told text check (told in ('ready', 'failed')),
  primary key (schedule_id, region, month)
);
create index scheduled_report_of on scheduled_report (report_id);
-- Roles that see a draft although they did not write it, as JSON; null for one that nobody scheduled.
alter table report add column recipients text;

-- Programmes whose units are reminded of what they owe.
create table reminder_switch (
  programme text primary key,
  active integer not null,
  changed_by text not null references account (id),
  changed_at text not null
);
