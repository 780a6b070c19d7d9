-- The working calendar: what each year's holiday notice says, and the hours in which units work.

-- One sequence for both tables: the greatest id and the sum of ids together name a state of the calendar.
create sequence calendar_revision as int;

-- A year's arrangement. A correction is a further notice for the year; nothing is overwritten.
create table calendar_notice (
  district_id int references district,
  id int not null default nextval('calendar_revision') primary key,
  year int not null check (year between 2000 and 2200),
  source text not null,
  provisional boolean not null default false
);
create index calendar_notice_year on calendar_notice (year);

-- The days that differ from the plain week of Monday to Friday. A notice may reach back into the December before its year.
create table calendar_day (
  district_id int references district,
  notice_id int not null references calendar_notice,
  day date not null,
  kind text not null check (kind in ('rest', 'work')),
  name jsonb not null,
  primary key (notice_id, day)
);

-- Announced goes before provisional, the district's own before the platform's, the newest before the older.
create view calendar_notice_current with (security_invoker = true) as
  select distinct on (year) district_id, id, year, source, provisional
  from calendar_notice
  order by year, provisional, district_id nulls last, id desc;

-- Working hours: {"workday": [["08:30","12:00"],["13:30","17:30"]], "fri": […], "restday": […]}. A row of the unit goes before
-- one of its district and that before the platform's; among equals the one that starts later, so that a row for one day
-- is a half-day and a new row needs no end put to the old one.
create table shift (
  district_id int references district,
  id int not null default nextval('calendar_revision') primary key,
  unit_id int references unit (id),
  hours jsonb not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  check (unit_id is null or district_id is not null)
);
create index shift_unit on shift (unit_id);

create function calendar_version() returns text stable language sql as $$
  select concat(max(id), '.', sum(id))
  from (select id from calendar_notice union all select id from shift) revision
$$;

do $$
declare t text;
begin
  foreach t in array array['calendar_notice', 'calendar_day', 'shift'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy readable on %I for select to app_staff, app_portal, app_worker, figure_reader
      using (district_id is null or district_id = app_district())', t);
    execute format('create policy own_district on %I for insert to app_staff, app_worker with check (district_id = app_district())', t);
    execute format('grant select on %I to app_staff, app_portal, app_worker, figure_reader', t);
    execute format('grant insert on %I to app_staff, app_worker', t);
    execute format('create trigger %1$s_append_only before update or delete on %1$I for each row execute function refuse_change()', t);
  end loop;
end $$;
grant select on calendar_notice_current to app_staff, app_portal, app_worker, figure_reader;
grant usage on sequence calendar_revision to app_staff, app_worker;

insert into shift (hours, valid, source) values
  ('{"workday":[["08:30","12:00"],["13:30","17:30"]]}', '[,)', '产品默认工作时间');

-- Days off and make-up working days 2018–2026: facts of the yearly notices, gathered with chinese-days (MIT).
-- 2027 has no notice yet: the statutory dates alone, so every deadline there is provisional (T7).
create temporary table arrangement (year int, kind text, code text, first date, last date) on commit drop;
insert into arrangement values
  (2018,'rest','newYear','2018-01-01','2018-01-01'),(2018,'work','spring','2018-02-11','2018-02-11'),
  (2018,'rest','spring','2018-02-15','2018-02-21'),(2018,'work','spring','2018-02-24','2018-02-24'),
  (2018,'rest','qingming','2018-04-05','2018-04-07'),(2018,'work','qingming','2018-04-08','2018-04-08'),
  (2018,'work','labour','2018-04-28','2018-04-28'),(2018,'rest','labour','2018-04-29','2018-05-01'),
  (2018,'rest','dragonBoat','2018-06-18','2018-06-18'),(2018,'rest','midAutumn','2018-09-24','2018-09-24'),
  (2018,'work','national','2018-09-29','2018-09-30'),(2018,'rest','national','2018-10-01','2018-10-07'),
  (2019,'work','newYear','2018-12-29','2018-12-29'),(2019,'rest','newYear','2018-12-30','2019-01-01'),
  (2019,'work','spring','2019-02-02','2019-02-03'),(2019,'rest','spring','2019-02-04','2019-02-10'),
  (2019,'rest','qingming','2019-04-05','2019-04-07'),(2019,'work','labour','2019-04-28','2019-04-28'),
  (2019,'rest','labour','2019-05-01','2019-05-04'),(2019,'work','labour','2019-05-05','2019-05-05'),
  (2019,'rest','dragonBoat','2019-06-07','2019-06-09'),(2019,'rest','midAutumn','2019-09-13','2019-09-15'),
  (2019,'work','national','2019-09-29','2019-09-29'),(2019,'rest','national','2019-10-01','2019-10-07'),
  (2019,'work','national','2019-10-12','2019-10-12'),
  (2020,'rest','newYear','2020-01-01','2020-01-01'),(2020,'work','spring','2020-01-19','2020-01-19'),
  (2020,'rest','spring','2020-01-24','2020-02-02'),(2020,'rest','qingming','2020-04-04','2020-04-06'),
  (2020,'work','labour','2020-04-26','2020-04-26'),(2020,'rest','labour','2020-05-01','2020-05-05'),
  (2020,'work','labour','2020-05-09','2020-05-09'),(2020,'rest','dragonBoat','2020-06-25','2020-06-27'),
  (2020,'work','dragonBoat','2020-06-28','2020-06-28'),(2020,'work','national','2020-09-27','2020-09-27'),
  (2020,'rest','national','2020-10-01','2020-10-08'),(2020,'work','national','2020-10-10','2020-10-10'),
  (2021,'rest','newYear','2021-01-01','2021-01-03'),(2021,'work','spring','2021-02-07','2021-02-07'),
  (2021,'rest','spring','2021-02-11','2021-02-17'),(2021,'work','spring','2021-02-20','2021-02-20'),
  (2021,'rest','qingming','2021-04-03','2021-04-05'),(2021,'work','labour','2021-04-25','2021-04-25'),
  (2021,'rest','labour','2021-05-01','2021-05-05'),(2021,'work','labour','2021-05-08','2021-05-08'),
  (2021,'rest','dragonBoat','2021-06-12','2021-06-14'),(2021,'work','midAutumn','2021-09-18','2021-09-18'),
  (2021,'rest','midAutumn','2021-09-19','2021-09-21'),(2021,'work','national','2021-09-26','2021-09-26'),
  (2021,'rest','national','2021-10-01','2021-10-07'),(2021,'work','national','2021-10-09','2021-10-09'),
  (2022,'rest','newYear','2022-01-01','2022-01-03'),(2022,'work','spring','2022-01-29','2022-01-30'),
  (2022,'rest','spring','2022-01-31','2022-02-06'),(2022,'work','qingming','2022-04-02','2022-04-02'),
  (2022,'rest','qingming','2022-04-03','2022-04-05'),(2022,'work','labour','2022-04-24','2022-04-24'),
  (2022,'rest','labour','2022-04-30','2022-05-04'),(2022,'work','labour','2022-05-07','2022-05-07'),
  (2022,'rest','dragonBoat','2022-06-03','2022-06-05'),(2022,'rest','midAutumn','2022-09-10','2022-09-12'),
  (2022,'rest','national','2022-10-01','2022-10-07'),(2022,'work','national','2022-10-08','2022-10-09'),
  (2023,'rest','newYear','2022-12-31','2023-01-02'),(2023,'rest','spring','2023-01-21','2023-01-27'),
  (2023,'work','spring','2023-01-28','2023-01-29'),(2023,'rest','qingming','2023-04-05','2023-04-05'),
  (2023,'work','labour','2023-04-23','2023-04-23'),(2023,'rest','labour','2023-04-29','2023-05-03'),
  (2023,'work','labour','2023-05-06','2023-05-06'),(2023,'rest','dragonBoat','2023-06-22','2023-06-24'),
  (2023,'work','dragonBoat','2023-06-25','2023-06-25'),(2023,'rest','midAutumn','2023-09-29','2023-09-29'),
  (2023,'rest','national','2023-09-30','2023-10-06'),(2023,'work','national','2023-10-07','2023-10-08'),
  (2024,'rest','newYear','2024-01-01','2024-01-01'),(2024,'work','spring','2024-02-04','2024-02-04'),
  (2024,'rest','spring','2024-02-10','2024-02-17'),(2024,'work','spring','2024-02-18','2024-02-18'),
  (2024,'rest','qingming','2024-04-04','2024-04-06'),(2024,'work','qingming','2024-04-07','2024-04-07'),
  (2024,'work','labour','2024-04-28','2024-04-28'),(2024,'rest','labour','2024-05-01','2024-05-05'),
  (2024,'work','labour','2024-05-11','2024-05-11'),(2024,'rest','dragonBoat','2024-06-10','2024-06-10'),
  (2024,'work','midAutumn','2024-09-14','2024-09-14'),(2024,'rest','midAutumn','2024-09-15','2024-09-17'),
  (2024,'work','national','2024-09-29','2024-09-29'),(2024,'rest','national','2024-10-01','2024-10-07'),
  (2024,'work','national','2024-10-12','2024-10-12'),
  (2025,'rest','newYear','2025-01-01','2025-01-01'),(2025,'work','spring','2025-01-26','2025-01-26'),
  (2025,'rest','spring','2025-01-28','2025-02-04'),(2025,'work','spring','2025-02-08','2025-02-08'),
  (2025,'rest','qingming','2025-04-04','2025-04-06'),(2025,'work','labour','2025-04-27','2025-04-27'),
  (2025,'rest','labour','2025-05-01','2025-05-05'),(2025,'rest','dragonBoat','2025-05-31','2025-06-02'),
  (2025,'work','national','2025-09-28','2025-09-28'),(2025,'rest','national','2025-10-01','2025-10-05'),
  (2025,'rest','midAutumn','2025-10-06','2025-10-06'),(2025,'rest','national','2025-10-07','2025-10-08'),
  (2025,'work','national','2025-10-11','2025-10-11'),
  (2026,'rest','newYear','2026-01-01','2026-01-03'),(2026,'work','newYear','2026-01-04','2026-01-04'),
  (2026,'work','spring','2026-02-14','2026-02-14'),(2026,'rest','spring','2026-02-15','2026-02-23'),
  (2026,'work','spring','2026-02-28','2026-02-28'),(2026,'rest','qingming','2026-04-04','2026-04-06'),
  (2026,'rest','labour','2026-05-01','2026-05-05'),(2026,'work','labour','2026-05-09','2026-05-09'),
  (2026,'rest','dragonBoat','2026-06-19','2026-06-21'),(2026,'work','national','2026-09-20','2026-09-20'),
  (2026,'rest','midAutumn','2026-09-25','2026-09-27'),(2026,'rest','national','2026-10-01','2026-10-07'),
  (2026,'work','national','2026-10-10','2026-10-10'),
  (2027,'rest','newYear','2027-01-01','2027-01-01'),(2027,'rest','spring','2027-02-05','2027-02-08'),
  (2027,'rest','qingming','2027-04-05','2027-04-05'),(2027,'rest','labour','2027-05-01','2027-05-02'),
  (2027,'rest','dragonBoat','2027-06-09','2027-06-09'),(2027,'rest','midAutumn','2027-09-15','2027-09-15'),
  (2027,'rest','national','2027-10-01','2027-10-03');
insert into calendar_notice (year, source, provisional)
  select year, case when year < 2027 then format('国务院办公厅关于%s年部分节假日安排的通知', year)
    else '全国年节及纪念日放假办法第2条；国务院办公厅通知尚未发布' end, year >= 2027
  from arrangement group by year order by year;
insert into calendar_day (notice_id, day, kind, name)
  select n.id, d.day::date, a.kind, c.name
  from arrangement a
  join calendar_notice n using (year)
  join (values
    ('newYear', '{"zh":"元旦","en":"New Year"}'::jsonb),
    ('spring', '{"zh":"春节","en":"Spring Festival"}'),
    ('qingming', '{"zh":"清明节","en":"Qingming"}'),
    ('labour', '{"zh":"劳动节","en":"Labour Day"}'),
    ('dragonBoat', '{"zh":"端午节","en":"Dragon Boat Festival"}'),
    ('midAutumn', '{"zh":"中秋节","en":"Mid-Autumn"}'),
    ('national', '{"zh":"国庆节","en":"National Day"}')) c(code, name) using (code)
  cross join lateral generate_series(a.first::timestamp, a.last::timestamp, interval '1 day') d(day);
drop table arrangement;
