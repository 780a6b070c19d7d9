import { defineWords } from '#kit'

/** Posts as people call them. */
export const roleWords = defineWords('roles', {
  zh: {
    agent: '坐席',
    dispatcher: '派单员',
    handler: '承办人',
    communityWorker: '社区工作者',
    supervisor: '督办员',
    reviewer: '发布复核员',
    leader: '负责人',
    confidential: '保密岗',
    systemAdministrator: '系统管理员',
    securityAdministrator: '安全管理员',
    auditAdministrator: '审计管理员',
  },
  en: {
    agent: 'Agent',
    dispatcher: 'Dispatcher',
    handler: 'Handler',
    communityWorker: 'Community worker',
    supervisor: 'Supervisor',
    reviewer: 'Publication reviewer',
    leader: 'Leader',
    confidential: 'Confidential post',
    systemAdministrator: 'System administrator',
    securityAdministrator: 'Security administrator',
    auditAdministrator: 'Audit administrator',
  },
})
