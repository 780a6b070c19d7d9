import { defineWords } from '#kit'

export const meWords = defineWords('me', {
  zh: {
    title: '我',
    posts: '岗位',
    communityWorker: '社区工作者',
    handler: '承办人',
    other: '工作人员',
    hotline: '拨打热线 {{number}}',
    logOut: '退出登录',
    logOutSure: '还有 {{count}} 条没送出。退出后它们留在这部手机里，等您下次登录再送。',
    logOutYes: '仍要退出',
    logOutNo: '先不退',
    privacy: '退出后，这部手机不再保留看过的工单。这里不打卡、不积分、不排名。',
    desk: '在电脑版里打开“我的设置”，可以改密码、设动态口令。',
  },
  en: {
    title: 'Me',
    posts: 'Posts',
    communityWorker: 'Community worker',
    handler: 'Handler',
    other: 'Staff',
    hotline: 'Call the hotline {{number}}',
    logOut: 'Log out',
    logOutSure: '{{count}} not sent yet. They stay on this phone until you log in here again.',
    logOutYes: 'Log out all the same',
    logOutNo: 'Stay',
    privacy: 'After logging out this phone keeps no case you looked at. No check-in, no points, no ranking here.',
    desk: 'On a computer, “My settings” changes your password and sets up one-time passwords.',
  },
})
