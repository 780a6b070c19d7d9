import { Type } from 'typebox'
import { route } from '#platform/contract'
import { ImportReport } from '#platform/import-report'

const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Id = Type.Integer({ minimum: 1 })
const tags = ['people']

/** Words for what must be known about a resident at the door; a district may use others. */
export const personFlags = {
  livesAlone: { zh: '独居老人', en: 'Elderly, lives alone' },
  pregnant: { zh: '孕产妇', en: 'Pregnant' },
  servicemanFamily: { zh: '军属', en: "Serviceman's family" },
  oxygen: { zh: '家庭氧疗', en: 'Oxygen at home' },
  disabled: { zh: '残疾人', en: 'Disabled' },
  allowance: { zh: '低保', en: 'Subsistence allowance' },
} as const

const wishes = {
  formOfAddress: Type.Optional(Nullable(Words(20))),
  language: Type.Optional(Type.Enum(['zh', 'en'])),
  channel: Type.Optional(Nullable(Type.Enum(['phone', 'sms', 'visit', 'none']))),
  dialect: Type.Optional(Nullable(Words(20))),
  deaf: Type.Optional(Type.Boolean()),
  wheelchair: Type.Optional(Type.Boolean()),
  flags: Type.Optional(Type.Array(Words(30), { maxItems: 20, uniqueItems: true })),
  notes: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  unit: Type.Optional(Nullable(Id)),
  household: Type.Optional(Nullable(Id)),
  relation: Type.Optional(Nullable(Words(20))),
  identity: Type.Optional(Nullable(Words(40))),
  creditCode: Type.Optional(Nullable(Words(40))),
}

export const PhoneInput = Type.Object(
  { number: Words(40), label: Type.Optional(Nullable(Words(20))) },
  { additionalProperties: false },
)

/** Who is registered: a person or an organisation, with wishes and telephones. */
export const PersonInput = Type.Object(
  {
    kind: Type.Enum(['person', 'organisation']),
    name: Words(100),
    ...wishes,
    phones: Type.Optional(Type.Array(PhoneInput, { maxItems: 10 })),
  },
  { additionalProperties: false },
)

/** What changes: only what is named; null takes it away. */
export const PersonChange = Type.Object(
  { name: Type.Optional(Words(100)), ...wishes },
  { additionalProperties: false, minProperties: 1 },
)

export const HouseholdInput = Type.Object(
  { head: Id, address: Type.Optional(Words(200)), place: Type.Optional(Id), unit: Type.Optional(Id) },
  { additionalProperties: false },
)

export const Phone = Type.Object({
  id: Type.Integer(),
  masked: Type.String(),
  label: Nullable(Type.String()),
  mobile: Type.Boolean(),
  verified: Type.Boolean(),
})

export const Household = Type.Object({
  id: Type.Integer(),
  address: Nullable(Type.String()),
  place: Nullable(Type.Integer()),
  head: Nullable(Type.Integer()),
  members: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String(), relation: Nullable(Type.String()) })),
})

/** A person as staff see one: numbers masked. */
export const Person = Type.Object({
  id: Type.Integer(),
  version: Type.Integer(),
  kind: Type.Enum(['person', 'organisation']),
  name: Type.String(),
  formOfAddress: Nullable(Type.String()),
  language: Type.Enum(['zh', 'en']),
  channel: Nullable(Type.String()),
  dialect: Nullable(Type.String()),
  deaf: Type.Boolean(),
  wheelchair: Type.Boolean(),
  flags: Type.Array(Type.String()),
  notes: Nullable(Type.String()),
  unit: Nullable(Type.Integer()),
  relation: Nullable(Type.String()),
  identity: Nullable(Type.String({ description: 'Masked' })),
  creditCode: Nullable(Type.String()),
  phones: Type.Array(Phone),
  household: Nullable(Household),
})

export const Registered = Type.Object({ id: Type.Integer(), version: Type.Integer() })
const ById = Type.Object({ id: Id })

export const searchPeople = route({
  method: 'GET',
  path: '/api/v1/people',
  guard: 'staff',
  summary: 'Who is on this telephone, or is found by name, identity number, credit code or last four digits',
  tags,
  query: Type.Object({
    phone: Type.Optional(Words(40)),
    q: Type.Optional(Words(60)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: Type.Object({ people: Type.Array(Person) }),
})

export const showPerson = route({
  method: 'GET',
  path: '/api/v1/people/:id',
  guard: 'staff',
  summary: 'One person with numbers masked; the look is recorded',
  tags,
  params: ById,
  response: Person,
})

export const createPerson = route({
  method: 'POST',
  path: '/api/v1/people',
  guard: 'staff',
  summary: 'Register a person or an organisation',
  tags,
  body: PersonInput,
  response: Registered,
  creates: true,
  example: { kind: 'person', name: '张晓梅', formOfAddress: '张阿姨', phones: [{ number: '13900000000' }] },
})

export const amendPerson = route({
  method: 'PATCH',
  path: '/api/v1/people/:id',
  guard: 'staff',
  summary: 'Change what is known of a person',
  tags,
  params: ById,
  body: PersonChange,
  response: Registered,
  changes: true,
  example: { dialect: '粤语', flags: ['livesAlone'] },
})

export const addPhone = route({
  method: 'POST',
  path: '/api/v1/people/:id/phones',
  guard: 'staff',
  summary: 'Put a person on a telephone; several people may share it',
  tags,
  params: ById,
  body: PhoneInput,
  response: Type.Object({ id: Type.Integer() }),
  creates: true,
  example: { number: '0419-0000000', label: '家里' },
})

export const removePhone = route({
  method: 'DELETE',
  path: '/api/v1/people/:id/phones/:phone',
  guard: 'staff',
  summary: 'Take a person off a telephone',
  tags,
  params: Type.Object({ id: Id, phone: Id }),
  response: Type.Object({ id: Type.Integer() }),
})

export const createUnmasking = route({
  method: 'POST',
  path: '/api/v1/people/:id/unmaskings',
  guard: 'staff',
  summary: 'See one number in full, for a stated purpose that is recorded first',
  description: 'Not idempotent on purpose: the answer is never stored, and every look is recorded.',
  tags,
  params: ById,
  body: Type.Object(
    {
      field: Type.Enum(['identity', 'phone']),
      phone: Type.Optional(Type.Integer({ description: 'Which telephone; the first when left out' })),
      purpose: Type.String({ maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ value: Type.String() }),
  example: { field: 'phone', purpose: '联系诉求人核实情况' },
})

export const createHousehold = route({
  method: 'POST',
  path: '/api/v1/households',
  guard: 'staff',
  summary: 'Found a household with its head',
  tags,
  body: HouseholdInput,
  response: Type.Object({ id: Type.Integer() }),
  creates: true,
  example: { head: 1, address: '示范小区3号楼2单元501' },
})

export const listLooks = route({
  method: 'GET',
  path: '/api/v1/looks',
  guard: 'staff',
  summary:
    'Who has looked at a case or a person: for the audit administrator, for cases also for those who see the case',
  tags,
  query: Type.Object({
    subject: Words(30),
    id: Id,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  response: Type.Object({
    looks: Type.Array(
      Type.Object({
        staff: Type.Object({
          id: Type.Integer(),
          name: Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }),
        }),
        what: Type.String(),
        purpose: Nullable(Type.String()),
        at: Type.String({ format: 'date-time' }),
      }),
    ),
  }),
})

const form = 'multipart/form-data with one part "file": an Excel workbook with the headings of the template.'

export const readPeopleSheet = route({
  method: 'GET',
  path: '/api/v1/people-import-template',
  guard: 'staff',
  summary: 'An empty workbook to fill in with people and households',
  tags,
})

export const previewPeopleImport = route({
  method: 'POST',
  path: '/api/v1/people-import-previews',
  guard: 'staff',
  summary: 'What an import of people would do, row by row; nothing is kept',
  description: form,
  tags,
  response: ImportReport,
})

export const createPeopleImport = route({
  method: 'POST',
  path: '/api/v1/people-imports',
  guard: 'staff',
  summary:
    'Import people and households: refused rows are reported, the others kept; a repeated import changes nothing',
  description: form,
  tags,
  response: ImportReport,
  creates: true,
})
