-- Evidence (佐证材料): which file stands behind what. The file itself lies under its SHA-256 in the folder of the installation.
create table evidence (
  id text primary key,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  -- A progress entry by its id, a filing by its thread: corrections keep what stands behind them.
  subject_kind text not null check (subject_kind in ('progress-entry', 'filing')),
  subject_id text not null,
  uploaded_by text not null references account (id),
  uploaded_at text not null,
  attached_seq integer not null,
  removed_seq integer,
  demo integer not null
);
create unique index evidence_once on evidence (subject_kind, subject_id, sha256) where removed_seq is null;
