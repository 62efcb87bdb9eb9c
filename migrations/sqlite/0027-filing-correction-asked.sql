-- 待更正: who asks for a correction of an approved filing, when and why, as JSON. It goes on counting.
alter table filing add column correction_asked text;
