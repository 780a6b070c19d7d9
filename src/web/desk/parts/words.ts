import { defineWords } from '#kit'

/** Words of the parts that several pages share. */
export const partWords = defineWords('parts', {
  zh: {
    places: '找到的地点',
    placeHint: '小区、楼栋、路名或地标',
    placeKnown: '已对上地名库',
    placeNew: '地名库里没有，按“地址待核实”登记',
    formerly: '旧称{{name}}',
    file: '附件 {{id}}',
    addFiles: '添加照片或文件',
    filesHint: '最多 {{count}} 个',
    remove: '移除',
    removeFile: '移除{{name}}',
  },
  en: {
    places: 'Places found',
    placeHint: 'Estate, building, road or landmark',
    placeKnown: 'Found among the known places',
    placeNew: 'Not among the known places; taken down as “address to be verified”',
    formerly: 'formerly {{name}}',
    file: 'Attachment {{id}}',
    addFiles: 'Add photos or files',
    filesHint: 'at most {{count}}',
    remove: 'Remove',
    removeFile: 'Remove {{name}}',
  },
})
