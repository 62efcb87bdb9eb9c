-- Display tokens (显示令牌): what a wall signs in with. Of the token only its SHA-256 is kept.
create table display_token (
  id text collate "C" primary key,
  name text collate "C" not null,
  programme text collate "C" not null,
  -- Null for the nation.
  region text collate "C",
  token_hash text collate "C" not null unique,
  created_by text collate "C" not null references account (id),
  created_at text collate "C" not null,
  last_seen_at text collate "C",
  expires_at text collate "C" not null,
  revoked_at text collate "C"
);
