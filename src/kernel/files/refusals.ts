import { defineRefusals } from '#platform/errors'

export const refuseFiles = defineRefusals({
  'files.kind': {
    status: 415,
    zh: '“{name}”的内容不是可接收的照片、录音、视频或文档，请改传{kinds}格式的文件。',
    en: 'What is inside "{name}" is no picture, recording, video or document that can be taken; please send {kinds}.',
  },
  'files.heic': {
    status: 415,
    zh: '“{name}”是HEIC照片，请在手机上另存为JPG后再传。',
    en: '"{name}" is a HEIC picture; please save it as JPG on the phone and send that.',
  },
  'files.broken': {
    status: 422,
    zh: '照片“{name}”已损坏或尺寸过大，打不开，请重新拍摄或另选一张。',
    en: 'The picture "{name}" is damaged or far too big to open; please take or choose another.',
  },
  'files.too-many': {
    status: 429,
    zh: '上传太频繁，请一小时后再试，或拨打热线说明情况。',
    en: 'Too many uploads; please try again in an hour, or call the hotline.',
  },
})
