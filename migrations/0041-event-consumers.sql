-- What a consumer of events could not do yet: tried again later while the events after it go on, parked in the end.

create table event_retry (
  district_id int not null default app_district() references district,
  consumer text not null,
  event_id bigint not null,
  failures int not null,
  last_error text not null,
  retry_at timestamptz not null,
  parked_at timestamptz,
  primary key (district_id, consumer, event_id)
);
create index event_retry_due on event_retry (district_id, consumer, retry_at) where parked_at is null;

alter table event_retry enable row level security;
create policy own_district on event_retry to app_worker using (district_id = app_district());
create policy administered on event_retry for select to app_staff using (district_id = app_district() and app_administers('system'));
grant select, insert, update, delete on event_retry to app_worker;
grant select on event_retry to app_staff;

-- Failures belong to events, not to the place in the log.
alter table event_cursor drop column failures, drop column last_error;
