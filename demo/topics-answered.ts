import type { Topic } from './topic.ts'

/** What an agent answers at once: it never leaves the centre. */
export const answeredTopics: readonly Topic[] = [
  {
    kind: 'enquiry',
    subject: '120501',
    to: 'civil',
    title: '咨询结婚登记预约',
    text: '请问结婚登记要不要预约，周六能不能办？',
    reply: '可以网上预约，也可现场取号；周六上午照常办理，请双方带身份证和户口簿。',
  },
  {
    kind: 'enquiry',
    subject: '120104',
    to: 'police',
    title: '咨询异地补办身份证',
    text: '身份证丢了，人在外地，能不能在外地补办？',
    reply: '可以在居住地任一派出所的户籍窗口办理异地补领，带户口簿，约二十天可取。',
  },
  {
    kind: 'enquiry',
    subject: '090202',
    to: 'health',
    title: '咨询异地看病用医保',
    text: '我妈要跟我去外地住半年，看病还能用这边的医保吗？',
    reply: '先办异地就医备案，可在手机上办，当天生效；备案后在当地定点医院直接结算。',
  },
  {
    kind: 'enquiry',
    subject: '050601',
    to: 'police',
    title: '咨询六十岁以上换驾驶证',
    text: '驾驶证下个月到期，年纪过了六十，换证要体检吗？',
    reply: '需要体检，可在县级以上医院办，到期前九十天内可换，网上也能申请并寄到家。',
  },
  {
    kind: 'enquiry',
    subject: '080303',
    to: 'labour',
    title: '咨询办理退休手续',
    text: '今年八月满六十岁，退休手续要提前多久去办？',
    reply: '建议提前一个月，由单位或本人到社保窗口办理，带身份证、户口簿和档案托管证明。',
  },
  {
    kind: 'praise',
    subject: '120604',
    to: 'civil',
    title: '表扬服务大厅三号窗口',
    text: '感谢服务大厅三号窗口的同志，教我用手机认证养老金，讲了三遍都不烦。',
    reply: '谢谢您的鼓励，我们会转告窗口工作人员，并继续保留人工帮办。',
  },
]
