import { defineWords } from '#kit'

export const loginWords = defineWords('login', {
  zh: {
    title: '社区办事登录',
    username: '用户名',
    password: '密码',
    code: '动态口令（6 位数字）',
    go: '登录',
    goCode: '验证动态口令',
    usernameMissing: '请填写用户名。',
    passwordMissing: '请填写密码。',
    codeMissing: '请填写 6 位动态口令。',
    language: 'English',
  },
  en: {
    title: 'Field log-in',
    username: 'User name',
    password: 'Password',
    code: 'One-time password (6 digits)',
    go: 'Log in',
    goCode: 'Check the one-time password',
    usernameMissing: 'Please enter your user name.',
    passwordMissing: 'Please enter your password.',
    codeMissing: 'Please enter the six digits.',
    language: '中文',
  },
})
