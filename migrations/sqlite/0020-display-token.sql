-- Display tokens (显示令牌): what a wall signs in with. Of the token only its SHA-256 is kept.
create table display_token (
  id text primary key,
  name text not null,
  programme text not null,
  -- Null for the nation.
  region text,
  token_hash text not null unique,
  created_by text not null references account (id),
  created_at text not null,
  last_seen_at text,
  expires_at text not null,
  revoked_at text
);
