-- Eight bytes of each sealed event's digest, in order: a broken seal can then say which event is not what it was.
alter table seal add column digests bytea not null;
