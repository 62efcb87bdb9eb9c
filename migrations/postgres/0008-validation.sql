-- What the rules found when an entry was handed in, why its goal is behind, what an approver signed, and what they ask to be corrected.
alter table progress_entry add column findings text collate "C" not null default '[]';
alter table progress_entry add column lag text collate "C";
alter table progress_entry add column signed_digest text collate "C";
alter table progress_entry add column correction_asked text collate "C";
