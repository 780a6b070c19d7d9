import { defineWords } from '#kit'

export const paletteWords = defineWords('palette', {
  zh: {
    title: '查找',
    box: '工单编号、内容、人、单位、页面',
    results: '结果',
    none: '没有找到，请换个说法。',
    hint: '输入几个字即可，↑↓ 选择，⏎ 打开。',
    case: '工单',
    unit: '单位',
    page: '页面',
    person: '人',
    verb: '这件工单',
    unitCases: '{{unit}}的工单',
    personIntake: '为{{name}}受理',
    all: '查找全部“{{q}}”',
  },
  en: {
    title: 'Find',
    box: 'Case number, words, person, unit, page',
    results: 'Results',
    none: 'Nothing found; try other words.',
    hint: 'Some letters will do; ↑↓ choose, ⏎ opens.',
    case: 'Case',
    unit: 'Unit',
    page: 'Page',
    person: 'Person',
    verb: 'This case',
    unitCases: 'Cases of {{unit}}',
    personIntake: 'Take down for {{name}}',
    all: 'Find all of “{{q}}”',
  },
})
