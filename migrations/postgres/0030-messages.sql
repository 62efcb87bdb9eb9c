-- Messages to people, in the app and by mail: each once, by its key. An address for mail at each account.
alter table account add column email text collate "C";
create table message (
  id text collate "C" primary key,
  account_id text collate "C" not null references account (id),
  kind text collate "C" not null,
  unique_key text collate "C" not null unique,
  subject text collate "C" not null,
  body text collate "C" not null,
  path text collate "C",
  created_at text collate "C" not null,
  read_at text collate "C",
  mail text collate "C" not null check (mail in ('off', 'no-address', 'queued', 'sending', 'sent', 'failed')),
  turn integer not null,
  attempts integer not null,
  next_at text collate "C" not null,
  lease_until text collate "C",
  sent_at text collate "C",
  failure text collate "C"
);
create index message_of_account on message (account_id, created_at, id);
create index message_to_send on message (mail, next_at);
create index message_of_kind on message (kind, created_at);

-- Reports that are drafted by themselves once a month, and what became of each region and month.
create table report_schedule (
  id text collate "C" primary key,
  programme text collate "C" not null,
  kind text collate "C" not null,
  language text collate "C" not null,
  regions text collate "C" not null,
  day integer not null check (day between 1 and 28),
  recipients text collate "C" not null,
  state text collate "C" not null check (state in ('active', 'paused', 'deleted')),
  since_on text collate "C" not null,
  made_by text collate "C" not null references account (id),
  created_at text collate "C" not null,
  version integer not null
);
create table scheduled_report (
  schedule_id text collate "C" not null references report_schedule (id),
  region text collate "C" not null,
  month text collate "C" not null,
  report_id text collate "C" references report (id),
  failure text collate "C",
  told text collate "C" check (told in ('ready', 'failed')),
  primary key (schedule_id, region, month)
);
create index scheduled_report_of on scheduled_report (report_id);
-- Roles that see a draft although they did not write it, as JSON; null for one that nobody scheduled.
alter table report add column recipients text collate "C";

-- Programmes whose units are reminded of what they owe.
create table reminder_switch (
  programme text collate "C" primary key,
  active boolean not null,
  changed_by text collate "C" not null references account (id),
  changed_at text collate "C" not null
);
