-- Evidence (佐证材料): which file stands behind what. The file itself lies under its SHA-256 in the folder of the installation.
create table evidence (
  id text collate "C" primary key,
  sha256 text collate "C" not null,
  name text collate "C" not null,
  media_type text collate "C" not null,
  size bigint not null,
  -- A progress entry by its id, a filing by its thread: corrections keep what stands behind them.
  subject_kind text collate "C" not null check (subject_kind in ('progress-entry', 'filing')),
  subject_id text collate "C" not null,
  uploaded_by text collate "C" not null references account (id),
  uploaded_at text collate "C" not null,
  attached_seq bigint not null,
  removed_seq bigint,
  demo boolean not null
);
create unique index evidence_once on evidence (subject_kind, subject_id, sha256) where removed_seq is null;
