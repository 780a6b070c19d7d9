-- What is told to whom, and how it went. The row is written with the verb; what leaves the house is sent by a job.

create function app_member() returns bigint stable parallel safe language sql
  as $$ select nullif(current_setting('app.staff', true), '')::bigint $$;

create sequence notification_id;
create table notification (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('notification_id'),
  template text not null,
  language text check (language in ('zh', 'en')), -- null: as the person prefers
  channel text not null check (channel in ('inApp', 'sms', 'email', 'webPush')),
  staff_id bigint,
  person_id bigint,
  case_id bigint,
  parameters jsonb, -- of what stays in the house: numbers, times, names of units
  sealed bytea, -- of what leaves it: the parameters, and the address where it is not a person's or a member's
  urgent boolean not null default false,
  dedupe_key text not null, -- the same thing is told once, however often the verb or timer runs
  status text not null check (status in ('queued', 'sending', 'sent', 'delivered', 'failed', 'parked')),
  reason text, -- why it failed or was parked: a word of the closed list in channel.ts
  attempts int not null default 0,
  provider text,
  provider_ids text[] not null default '{}', -- one per part of a long text message
  receipts jsonb not null default '{}', -- provider id → what became of it
  made_at timestamptz not null,
  due_at timestamptz not null, -- not before: quiet hours, the wait after a failure
  expires_at timestamptz, -- not after: a one-time code
  sending_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,
  read_at timestamptz,
  primary key (district_id, id),
  unique (district_id, dedupe_key, channel)
);
create index notification_inbox on notification (district_id, staff_id, id) where channel = 'inApp';
create index notification_unread on notification (district_id, staff_id) where channel = 'inApp' and read_at is null;
create index notification_case on notification (district_id, case_id) where case_id is not null;
create index notification_unsent on notification (district_id, due_at) where status in ('queued', 'sending');
create index notification_trouble on notification (district_id, id) where status in ('failed', 'parked');
create index notification_outside on notification (district_id, id) where channel <> 'inApp';
create index notification_receipt on notification using gin (provider_ids);

-- A phone or browser that a member of staff lets us wake.
create sequence push_subscription_id;
create table push_subscription (
  district_id int not null default app_district() references district,
  id bigint not null default nextval('push_subscription_id'),
  staff_id bigint not null,
  lookup text not null, -- keyed digest of the endpoint
  sealed bytea not null, -- endpoint and keys: who holds them can wake the phone
  made_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, lookup)
);
create index push_subscription_staff on push_subscription (district_id, staff_id);

alter table notification enable row level security;
alter table push_subscription enable row level security;
-- One's own, those of a case that one sees, and all of them for who keeps the house running; nobody at a desk reads `sealed`.
create policy readable on notification for select to app_staff using (district_id = (select app_district()) and
  (staff_id = (select app_member()) or (select app_administers('system'))
    or case_id is not null and exists (select from cases c where c.district_id = notification.district_id and c.id = notification.case_id)));
create policy own on notification for update to app_staff using (district_id = (select app_district()) and staff_id = (select app_member()));
create policy own_district on notification to app_worker using (district_id = (select app_district()));
create policy own on push_subscription to app_staff using (district_id = (select app_district()) and staff_id = (select app_member()));
create policy own_district on push_subscription to app_worker using (district_id = (select app_district()));
grant select (district_id, id, template, language, channel, staff_id, person_id, case_id, parameters, urgent, status, reason,
  attempts, provider, made_at, due_at, expires_at, sent_at, ended_at, read_at) on notification to app_staff;
grant update (read_at) on notification to app_staff;
grant select, insert, update on notification to app_worker;
grant select, delete on push_subscription to app_staff;
grant select, update (sealed), delete on push_subscription to app_worker;

-- Writes one notification in the verb's transaction, with the job that sends it or the push that shows it; null where
-- it was told already, or where a member has no phone to wake.
create function leave_notification(n jsonb, sealed bytea) returns bigint volatile security definer
  set search_path = pg_catalog, public language plpgsql as $$
declare
  district int := public.app_district();
  at timestamptz := n ->> 'at';
  due timestamptz := n ->> 'due_at';
  inside boolean := n ->> 'channel' = 'inApp';
  made bigint;
begin
  if n ->> 'channel' = 'webPush' and not exists (select from public.push_subscription s
      where s.district_id = district and s.staff_id = (n ->> 'staff_id')::bigint) then
    return null;
  end if;
  insert into public.notification (district_id, template, language, channel, staff_id, person_id, case_id, parameters, sealed,
      urgent, dedupe_key, status, made_at, due_at, expires_at, ended_at)
    values (district, n ->> 'template', n ->> 'language', n ->> 'channel', (n ->> 'staff_id')::bigint, (n ->> 'person_id')::bigint,
      (n ->> 'case_id')::bigint, n -> 'parameters', sealed, (n ->> 'urgent')::boolean, n ->> 'dedupe_key',
      case when inside then 'delivered' else 'queued' end, at, due, (n ->> 'expires_at')::timestamptz, case when inside then at end)
    on conflict (district_id, dedupe_key, channel) do nothing
    returning id into made;
  if made is null then return null; end if;
  if inside then
    insert into public.push (district_id, topic, staff_ids, data, at)
      values (district, 'notification', array[(n ->> 'staff_id')::bigint],
        jsonb_build_object('id', made, 'template', n ->> 'template', 'caseId', n -> 'case_id', 'urgent', n -> 'urgent'), at);
  else
    perform public.enqueue_job('notification.send', made, greatest(due - at, interval '0'));
  end if;
  return made;
end $$;

-- A browser that another member used before changes hands: its old row is not visible to the new one.
create function keep_push_subscription(known_by text, envelope bytea, at timestamptz) returns bigint volatile security definer
  set search_path = pg_catalog, public language sql as $$
  insert into public.push_subscription (district_id, staff_id, lookup, sealed, made_at)
    values (public.app_district(), public.app_member(), known_by, envelope, at)
    on conflict (district_id, lookup) do update set staff_id = excluded.staff_id, sealed = excluded.sealed, made_at = excluded.made_at
    returning id $$;

-- A provider's receipt names its own id only, so the district is found here. A long text has arrived when all its parts
-- have. False where nobody knows the id (yet: a receipt may be quicker than the answer to the sending).
create function note_receipt(from_provider text, received text, outcome text, at timestamptz) returns boolean volatile security definer
  set search_path = pg_catalog, public language plpgsql as $$
declare
  n public.notification;
  missing boolean;
begin
  select * into n from public.notification m where m.provider_ids @> array[received] and m.provider = from_provider for update;
  if not found then return false; end if;
  n.receipts := n.receipts || jsonb_build_object(received, outcome);
  missing := exists (select from unnest(n.provider_ids) part where not n.receipts ? part);
  if n.receipts @? '$.* ? (@ == "failed")' then
    n.status := 'failed';
    n.reason := 'undelivered';
  elsif not missing then
    n.status := 'delivered';
  end if;
  update public.notification m set receipts = n.receipts, status = n.status, reason = n.reason,
      ended_at = case when n.status <> 'sent' then coalesce(n.ended_at, at) end
    where m.district_id = n.district_id and m.id = n.id;
  return true;
end $$;

revoke execute on function leave_notification, keep_push_subscription, note_receipt from public;
grant execute on function keep_push_subscription to app_staff;
grant execute on function leave_notification to app_staff, app_portal, app_worker;
grant execute on function note_receipt to app_worker;

insert into setting (key, value, unit, starts, rule_id, source, level, checked, may_change, title) values
('notify.smsTemplates', '[]', null, null, null, '短信服务商审核通过的模板编号', 'product', 'M', 'any',
  '{"zh":"短信模板编号","en":"Ids of approved text message templates"}'),
('notify.keep', '{"amount":30}', 'CD', null, 'X4', '个人信息保护法第19条；产品默认', 'product', 'M', 'lower',
  '{"zh":"发出消息的号码与内容保存期","en":"How long numbers and words of sent messages are kept"}');
