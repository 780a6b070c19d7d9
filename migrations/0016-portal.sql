-- What the residents' pages add: a limit of posting, and codes that are read out over the telephone.

insert into setting (key, value, unit, starts, rule_id, source, level, checked, may_change, title) values
('portal.post.perMinute', '{"amount":60}', 'times', null, 'X13', '产品默认：一个大厅或移动网络共用一个地址', 'product', 'M', 'any',
  '{"zh":"同一地址每分钟提交次数","en":"Postings per address and minute"}');

alter table notification drop constraint notification_channel_check;
alter table notification add constraint notification_channel_check check (channel in ('inApp', 'sms', 'voice', 'email', 'webPush'));
