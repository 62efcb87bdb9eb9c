-- From which address a session was opened, so that its owner can tell it from the others.
alter table session add column origin text not null default '';
