-- A person may serve several units: the first one names them, the others widen their reach.
alter table account add column other_units text not null default '[]';
