-- What the approver of a filing signed: the digest of what was shown.

alter table filing add column signed_digest text;
