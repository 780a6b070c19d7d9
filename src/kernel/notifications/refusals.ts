import { defineRefusals } from '#platform/errors'

/** The refusals of notifications. */
export const refuseNotification = defineRefusals({
  'notification.not-stuck': {
    status: 409,
    zh: '这条消息已发出或正在发送，不需要重发，请刷新列表。',
    en: 'This message has been sent or is being sent; there is nothing to send again. Please reload the list.',
  },
  'notification.bad-signature': {
    status: 403,
    zh: '短信回执的签名不对或已过期，请核对密钥和时钟后重新回报。',
    en: 'The signature of the receipts is wrong or too old; check the key and the clock, then report them again.',
  },
  'notification.bad-endpoint': {
    status: 422,
    zh: '这个浏览器的推送地址不能使用，请换用常见的浏览器再试。',
    en: 'The push address of this browser cannot be used; please try another common browser.',
  },
})
