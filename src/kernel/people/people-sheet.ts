import type { Static } from 'typebox'
import type { Unit } from '#kernel/identity'
import type { Column, SheetRow } from '#platform/sheet'
import { type PersonInput, personFlags } from './contract.ts'
import { refusePeople } from './refusals.ts'

export type PeopleKey =
  | 'name'
  | 'kind'
  | 'identity'
  | 'creditCode'
  | 'phones'
  | 'formOfAddress'
  | 'dialect'
  | 'deaf'
  | 'wheelchair'
  | 'flags'
  | 'community'
  | 'address'
  | 'household'
  | 'relation'
  | 'notes'

export type PeopleCells = SheetRow<PeopleKey>['cells']

export const peopleColumns: readonly Column<PeopleKey>[] = [
  { key: 'name', zh: '姓名', en: 'Name', required: true, example: '张示范' },
  { key: 'kind', zh: '个人或单位', en: 'Person or organisation', example: '个人' },
  { key: 'identity', zh: '身份证号', en: 'Identity number' },
  { key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code' },
  { key: 'phones', zh: '电话', en: 'Telephones', example: '13900000000、0419-0000000' },
  { key: 'formOfAddress', zh: '称呼', en: 'Form of address', example: '张阿姨' },
  { key: 'dialect', zh: '方言', en: 'Dialect' },
  { key: 'deaf', zh: '听障', en: 'Deaf', example: '否' },
  { key: 'wheelchair', zh: '轮椅', en: 'Wheelchair', example: '否' },
  { key: 'flags', zh: '标签', en: 'Flags', example: '独居老人' },
  { key: 'community', zh: '社区', en: 'Community', example: '示范社区' },
  { key: 'address', zh: '住址', en: 'Address', example: '示范小区3号楼2单元501' },
  { key: 'household', zh: '户号', en: 'Household', example: '1' },
  { key: 'relation', zh: '与户主关系', en: 'Relation to head', example: '户主' },
  { key: 'notes', zh: '备注', en: 'Notes' },
]

export type PersonOfRow = Static<typeof PersonInput>

/** The person of a row, without the household. Empty cells say nothing. @throws Refusal people.no-such-unit */
export function personOfRow(units: readonly Unit[], cells: PeopleCells): PersonOfRow {
  const { name = '', identity, creditCode, formOfAddress, dialect, notes } = cells
  return {
    kind: creditCode || /单位|organi/i.test(cells.kind ?? '') ? 'organisation' : 'person',
    name,
    ...(identity && { identity }),
    ...(creditCode && { creditCode }),
    ...(formOfAddress && { formOfAddress }),
    ...(dialect && { dialect }),
    ...(notes && { notes }),
    ...(cells.deaf && { deaf: isYes(cells.deaf) }),
    ...(cells.wheelchair && { wheelchair: isYes(cells.wheelchair) }),
    ...(cells.flags && { flags: listOf(cells.flags).map(flagOf) }),
    ...(cells.community && { unit: unitOf(units, cells.community) }),
    phones: listOf(cells.phones ?? '').map((number) => ({ number })),
  }
}

/** Whether the row is of the one in whose name the household stands. */
export const isHead = ({ relation }: PeopleCells): boolean => /^(?:户主|本人|head|self)$/i.test(relation ?? '')

const isYes = (text: string): boolean => /^(?:是|有|y|yes|true|1)$/i.test(text)

const listOf = (text: string): string[] =>
  text
    .split(/[、,，;；|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function flagOf(word: string): string {
  const known = Object.entries(personFlags).find(
    ([, { zh, en }]) => zh === word || en.toLowerCase() === word.toLowerCase(),
  )
  return known?.[0] ?? word
}

function unitOf(units: readonly Unit[], typed: string): number {
  const unit = units.find(({ name, code }) => name.zh === typed || code === typed)
  if (!unit) throw refusePeople('people.no-such-unit', { name: typed })
  return unit.id
}
