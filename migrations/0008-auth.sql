-- Log-ins: better-auth's tables under its own column names, read and written by app_auth alone. They hold accounts of
-- every district, so they carry no district; whose account it is says staff.user_id.

create schema auth;
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean,
  -- A first password is known to somebody else, so it is changed before any work.
  "passwordSetAt" timestamptz,
  "passwordInitial" boolean
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade,
  "seenAt" timestamptz,
  method text check (method in ('password', 'passwordCode', 'passkey', 'sso'))
);
create index "session_userId_idx" on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index "account_userId_idx" on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);
create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
create table auth.passkey (
  id text primary key,
  name text,
  "publicKey" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
create index "passkey_userId_idx" on auth.passkey ("userId");
create index "passkey_credentialID_idx" on auth.passkey ("credentialID");
create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- Tries that may fail: of a password, a phone code, a receipt code. Keys are keyed digests, never what was typed.
create table auth.attempt (
  kind text not null,
  key text not null,
  count int not null,
  last_at timestamptz not null,
  primary key (kind, key)
);
create index attempt_age on auth.attempt (last_at);
-- One code per phone at a time; code and phone are kept as keyed digests.
create table auth.phone_code (
  district_id int not null references district,
  phone text not null,
  code bytea not null,
  expires_at timestamptz not null,
  primary key (district_id, phone)
);

grant usage on schema auth to app_auth;
grant select, insert, update, delete on all tables in schema auth to app_auth;

insert into setting (key, value, unit, starts, rule_id, source, level, checked, may_change, title) values
('account.session', '{"amount":12}', 'H', 'logIn', 'X12', '产品默认：一个工作日', 'product', 'M', 'lower',
  '{"zh":"登录最长有效时间","en":"Longest log-in"}'),
('account.signIn.perMinute', '{"amount":100}', 'times', null, 'X12', '产品默认：一个服务中心共用一个地址', 'product', 'M', 'lower',
  '{"zh":"同一地址每分钟登录次数","en":"Log-ins per address and minute"}'),
('portal.session', '{"amount":2}', 'H', 'logIn', 'X12', '产品默认', 'product', 'M', 'lower',
  '{"zh":"居民登录有效时间","en":"Longest log-in of a resident"}'),
('portal.phoneCode.perAddress', '{"amount":30}', 'times', null, 'X13', '产品默认：一户或一个大厅共用一个地址', 'product', 'M', 'lower',
  '{"zh":"同一地址每小时验证码次数","en":"Phone codes per address and hour"}');
