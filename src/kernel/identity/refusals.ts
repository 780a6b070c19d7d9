import { defineRefusals } from '#platform/errors'

/** The refusals of identity: log-in, accounts, posts, units. None tells whether an account exists. */
export const refuseIdentity = defineRefusals({
  'identity.no-unit': {
    status: 404,
    zh: '没有这个单位，或它在{date}还没有设立、已经撤销，请在单位列表中重新选择。',
    en: 'There is no such unit on {date}; please choose one from the list of units.',
  },
  'identity.wrong-password': {
    status: 401,
    zh: '用户名或密码不对，请核对后再试；多次输错会暂时锁定。',
    en: 'The user name or the password is wrong; please check them. Several wrong tries lock the log-in for a while.',
  },
  'identity.locked': {
    status: 429,
    zh: '登录失败次数太多，请{minutes}分钟后再试，或请系统管理员解锁。',
    en: 'Too many failed log-ins; please try again in {minutes} minutes or ask the system administrator to unlock.',
  },
  'identity.wrong-code': {
    status: 401,
    zh: '动态口令不对，请输入验证器上正在显示的六位数字，或使用备用码。',
    en: 'The one-time password is wrong; please enter the six digits that your authenticator shows now, or a backup code.',
  },
  'identity.log-in-again': {
    status: 401,
    zh: '验证已超时，请重新输入用户名和密码。',
    en: 'The verification has expired; please enter your user name and password again.',
  },
  'identity.not-employed': {
    status: 403,
    zh: '您的账号目前没有在岗信息，请联系系统管理员。',
    en: 'Your account belongs to nobody employed today; please ask the system administrator.',
  },
  'identity.weak-password': {
    status: 422,
    zh: '密码至少{length}位，含大写字母、小写字母、数字、符号中的{classes}种，且不含用户名，请换一个。',
    en: 'A password has at least {length} characters of {classes} kinds (capital, small letter, digit, sign) without the user name; please choose another.',
  },
  'identity.same-password': {
    status: 422,
    zh: '新密码与现在的密码相同，请换一个。',
    en: 'The new password is the present one; please choose another.',
  },
  'identity.second-factor-on': {
    status: 422,
    zh: '动态口令已经开启，如需换一个验证器，请先关闭再开启。',
    en: 'The one-time password is already on; to change the authenticator, turn it off first.',
  },
  'identity.second-factor-off': {
    status: 422,
    zh: '还没有开启动态口令，请先在“我的登录”中开启。',
    en: 'The one-time password is not on yet; please turn it on in "My log-in" first.',
  },
  'identity.no-session': {
    status: 404,
    zh: '这次登录已经结束，请刷新列表。',
    en: 'This log-in has already ended; please reload the list.',
  },
  'identity.user-name': {
    status: 422,
    zh: '用户名为3至30位小写字母、数字、点或下划线，以字母开头，请改正。',
    en: 'A user name has 3 to 30 small letters, digits, dots or underscores and begins with a letter; please correct it.',
  },
  'identity.user-name-taken': {
    status: 409,
    zh: '用户名“{userName}”已有人使用，请换一个。',
    en: 'The user name "{userName}" is taken; please choose another.',
  },
  'identity.only-systemAdministrator': {
    status: 403,
    zh: '账号、单位、规则和工作日历由系统管理员维护，请联系系统管理员。',
    en: 'Accounts, units, rules and the calendar are kept by the system administrator; please ask them.',
  },
  'identity.only-securityAdministrator': {
    status: 403,
    zh: '岗位和权限由安全管理员授予，请联系安全管理员。',
    en: 'Posts are granted by the security administrator; please ask them.',
  },
  'identity.only-auditAdministrator': {
    status: 403,
    zh: '审计日志由审计管理员查看，请联系审计管理员。',
    en: 'The audit log is read by the audit administrator; please ask them.',
  },
  'identity.separated': {
    status: 422,
    zh: '系统、安全、审计管理员互相分开，也不兼任业务岗位，请先结束其现有岗位或另选他人。',
    en: 'The system, security and audit administrators are separate people without other work; please end the present posts first or choose somebody else.',
  },
  'identity.own-post': {
    status: 422,
    zh: '不能给自己授予岗位，请由另一位安全管理员办理。',
    en: 'Nobody grants a post to themselves; please ask another security administrator.',
  },
  'identity.own-account': {
    status: 422,
    zh: '不能停用或重置自己的账号，请由另一位系统管理员办理。',
    en: 'Nobody ends or resets their own account; please ask another system administrator.',
  },
  'identity.no-account': {
    status: 422,
    zh: '这位工作人员没有登录账号，无需重置。',
    en: 'This member of staff has no account; there is nothing to reset.',
  },
  'identity.post-held': {
    status: 409,
    zh: '这位工作人员在该单位已有这个岗位，无需再授予。',
    en: 'This person holds this post in the unit already; there is nothing to grant.',
  },
  'identity.last-administrator': {
    status: 422,
    zh: '这是最后一位安全管理员，请先授予另一位，再结束这个岗位。',
    en: 'This is the last security administrator; please appoint another before ending this post.',
  },
  'identity.past': {
    status: 422,
    zh: '日期最早为今天（{today}），已经过去的日子不能改，请另选日期。',
    en: 'The date can be today ({today}) at the earliest; please choose another.',
  },
  'identity.code-wait': {
    status: 429,
    zh: '验证码发送太频繁，请{minutes}分钟后再试，或直接拨打热线。',
    en: 'Too many codes were sent; please try again in {minutes} minutes or call the hotline.',
  },
  'identity.wrong-phone-code': {
    status: 401,
    zh: '验证码不对或已过期，请核对短信，或重新获取。',
    en: 'The code is wrong or has expired; please check the message or ask for a new one.',
  },
  'identity.phone-code-spent': {
    status: 429,
    zh: '验证码输错次数太多，请重新获取。',
    en: 'The code was wrong too often; please ask for a new one.',
  },
  'identity.receipt-wait': {
    status: 429,
    zh: '查询码输错次数太多，请{minutes}分钟后再试，或拨打热线查询。',
    en: 'Too many wrong receipt codes; please try again in {minutes} minutes or call the hotline.',
  },
  'identity.loop': {
    status: 422,
    zh: '不能把单位划到自己的下级之下（单位循环），请另选上级单位。',
    en: 'A unit cannot be put under a unit below itself (a loop of units); please choose another parent.',
  },
  'identity.planned': {
    status: 409,
    zh: '“{unit}”已有{date}起生效的调整，请先看单位沿革，再另选日期。',
    en: 'Something is decided already for "{unit}" from {date} on; please look at its history and choose another date.',
  },
  'identity.district-stays': {
    status: 422,
    zh: '区级单位本身不能调整，请选择街道、社区、部门或中心。',
    en: 'The district itself cannot be reorganised; please choose a street, a community, a department or a centre.',
  },
  'identity.already-there': {
    status: 422,
    zh: '这个单位已在该上级之下，无需调整。',
    en: 'The unit is under that parent already; there is nothing to move.',
  },
  'identity.kinds-differ': {
    status: 422,
    zh: '只有同一类单位才能合并，请重新选择。',
    en: 'Only units of one kind can become one; please choose again.',
  },
  'identity.too-few': {
    status: 422,
    zh: '合并或拆分至少涉及两个不同的单位，请补充。',
    en: 'A merger or a split needs at least two different units; please add one.',
  },
  'identity.child-unassigned': {
    status: 422,
    zh: '每个下级单位须归到一个新单位，请逐一选择。',
    en: 'Every unit below goes to exactly one of the new units; please choose for each.',
  },
  'identity.wrong-passkey': {
    status: 401,
    zh: '通行密钥没有通过验证，请重试并按提示验证指纹、面容或PIN，或改用密码登录。',
    en: 'The passkey was not verified; please try again with your finger, face or PIN, or log in with the password.',
  },
  'identity.no-single-sign-on': {
    status: 404,
    zh: '本系统没有开通统一身份认证，请用用户名和密码登录。',
    en: 'There is no single sign-on here; please log in with user name and password.',
  },
  'identity.single-sign-on-away': {
    status: 503,
    zh: '统一身份认证暂时连不上，请稍后再试，或用用户名和密码登录。',
    en: 'The single sign-on cannot be reached just now; please try again shortly or use user name and password.',
  },
})
