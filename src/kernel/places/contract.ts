import { Type } from 'typebox'
import { route } from '#platform/contract'
import { ImportReport } from '#platform/import-report'

const Id = Type.Integer({ minimum: 1 })
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const tags = ['places']

export const placeKinds = {
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  estate: { zh: '小区', en: 'Estate' },
  building: { zh: '楼栋', en: 'Building' },
  landmark: { zh: '地标', en: 'Landmark' },
  road: { zh: '道路', en: 'Road' },
  oldName: { zh: '旧名', en: 'Old name' },
} as const
export type PlaceKind = keyof typeof placeKinds
const Kind = Type.Enum(Object.keys(placeKinds) as PlaceKind[])

const Name = Type.Object({ zh: Words(100), en: Type.Optional(Words(100)) }, { additionalProperties: false })

const about = {
  aliases: Type.Optional(Type.Array(Words(100), { maxItems: 20 })),
  parent: Type.Optional(Type.Union([Id, Type.Null()])),
  unit: Type.Optional(Type.Union([Id, Type.Null()])),
  latitude: Type.Optional(Type.Union([Type.Number({ minimum: -90, maximum: 90 }), Type.Null()])),
  longitude: Type.Optional(Type.Union([Type.Number({ minimum: -180, maximum: 180 }), Type.Null()])),
  checked: Type.Optional(Type.Boolean({ description: 'False: the address has yet to be verified (地址待核实)' })),
}

export const PlaceInput = Type.Object({ kind: Kind, name: Name, ...about }, { additionalProperties: false })
export const PlaceChange = Type.Object(
  { name: Type.Optional(Name), ...about },
  { additionalProperties: false, minProperties: 1 },
)

export const Place = Type.Object({
  id: Type.Integer(),
  version: Type.Integer(),
  kind: Kind,
  name: Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }),
  aliases: Type.Array(Type.String()),
  path: Type.Array(Type.String({ description: 'Chinese names of all it lies in, the widest first' })),
  parent: Type.Union([Type.Integer(), Type.Null()]),
  unit: Type.Union([Type.Integer({ description: 'Its community, or that of what it lies in' }), Type.Null()]),
  latitude: Type.Union([Type.Number(), Type.Null()]),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  checked: Type.Boolean(),
  formerly: Type.Union([Type.String({ description: 'The old name by which it was found' }), Type.Null()]),
})

export const searchPlaces = route({
  method: 'GET',
  path: '/api/v1/places',
  guard: 'staff',
  summary: 'Places by any part of their names, old names included: exact ones first',
  tags,
  query: Type.Object({
    q: Words(100),
    kind: Type.Optional(Kind),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: Type.Object({ places: Type.Array(Place) }),
})

export const createPlace = route({
  method: 'POST',
  path: '/api/v1/places',
  guard: 'staff',
  summary: 'Register a place',
  tags,
  body: PlaceInput,
  response: Place,
  creates: true,
  example: { kind: 'estate', name: { zh: '示范小区', en: 'Model Estate' }, aliases: ['示范园'], checked: false },
})

export const amendPlace = route({
  method: 'PATCH',
  path: '/api/v1/places/:id',
  guard: 'staff',
  summary: 'Correct a place; a name it loses still leads to it',
  tags,
  params: Type.Object({ id: Id }),
  body: PlaceChange,
  response: Place,
  changes: true,
  example: { checked: true },
})

export const guessPlace = route({
  method: 'POST',
  path: '/api/v1/place-guesses',
  guard: 'staff',
  summary: 'Which place and community a text speaks of: by the longest name in it',
  description: 'Changes nothing. The text is sent in the body, so that it stands in no log of addresses.',
  tags,
  body: Type.Object({ text: Type.String({ maxLength: 20000 }) }, { additionalProperties: false }),
  response: Type.Object({
    unit: Type.Union([Type.Integer(), Type.Null()]),
    place: Type.Union([Place, Type.Null()]),
    candidates: Type.Array(Place, { description: 'Where several places bear the name' }),
  }),
  example: { text: '示范小区3号楼2单元门口的路灯不亮' },
})

const form = 'multipart/form-data with one part "file": an Excel workbook with the headings of the template.'

export const readPlaceSheet = route({
  method: 'GET',
  path: '/api/v1/place-import-template',
  guard: 'staff',
  summary: 'An empty workbook to fill in with places',
  tags,
})

export const previewPlaceImport = route({
  method: 'POST',
  path: '/api/v1/place-import-previews',
  guard: 'staff',
  summary: 'What an import of places would do, row by row; nothing is kept',
  description: form,
  tags,
  response: ImportReport,
})

export const createPlaceImport = route({
  method: 'POST',
  path: '/api/v1/place-imports',
  guard: 'staff',
  summary: 'Import places: refused rows are reported, the others kept; a repeated import changes nothing',
  description: form,
  tags,
  response: ImportReport,
  creates: true,
})
