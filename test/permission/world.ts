import fc from 'fast-check'
import { type Role, roles } from '#kernel/identity'

/** A unit of some district. `parent` is null for the district itself and for closed units, which have heirs instead. */
export interface WorldUnit {
  readonly id: number
  readonly parent: number | null
  readonly heirs: readonly number[]
}

export interface WorldPost {
  readonly unit: number
  readonly role: Role
}

export interface WorldParty {
  readonly unit: number
  readonly role: 'intake' | 'holder' | 'lead' | 'coHandler' | 'arbiter' | 'complained'
  readonly ended: boolean
}

export interface WorldCase {
  readonly id: number
  readonly parties: readonly WorldParty[]
  readonly sealed: boolean
  readonly requester: number
}

export interface WorldStaff {
  readonly id: number
  readonly posts: readonly WorldPost[]
}

export interface WorldDistrict {
  readonly id: number
  readonly units: readonly WorldUnit[]
  readonly staff: readonly WorldStaff[]
  readonly cases: readonly WorldCase[]
}

const partyRoles = ['intake', 'holder', 'lead', 'coHandler', 'arbiter', 'complained'] as const

/** How big each district is. */
export interface WorldSize {
  readonly units: number
  readonly staff: number
  readonly cases: number
}

// Each district numbers its things from its own thousand, in no order that would tell who stands above whom.
const idOf = (district: number, index: number) => district * 1000 + index

const units = (district: number, count: number) =>
  fc
    .array(
      fc.record({
        closed: fc.integer({ min: 0, max: 4 }),
        up: fc.nat(),
        heirs: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
      }),
      {
        minLength: count,
        maxLength: count,
      },
    )
    .map((drawn) =>
      drawn.map(({ closed, up, heirs }, index): WorldUnit => {
        const id = idOf(district, index)
        if (index === 0) return { id, parent: null, heirs: [] }
        const later = count - index - 1
        if (closed === 0 && later > 0) {
          return {
            id,
            parent: null,
            heirs: [...new Set(heirs.map((heir) => idOf(district, index + 1 + (heir % later))))],
          }
        }
        const open = drawn.slice(0, index).flatMap((each, before) => (before === 0 || each.closed > 0 ? [before] : []))
        return { id, parent: idOf(district, open[up % open.length]!), heirs: [] }
      }),
    )

/** A district of random units, posts and cases: sensible or not, everything is tried. */
export const worldDistrict = (district: number, size: WorldSize): fc.Arbitrary<WorldDistrict> => {
  const unit = fc.integer({ min: 0, max: size.units - 1 }).map((index) => idOf(district, index))
  // More of those who open sealed matters: they are where a leak would hide.
  const role = fc.constantFrom(...roles, 'confidential' as const, 'confidential' as const)
  const post = fc.record({ unit, role })
  const party = fc.record({ unit, role: fc.constantFrom(...partyRoles), ended: fc.boolean() })
  const cases = fc.record({
    parties: fc.array(party, { minLength: 1, maxLength: 5 }),
    sealed: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
    requester: fc.integer({ min: 1, max: 6 }).map((index) => idOf(district, index)),
  })
  const list = <T>(each: fc.Arbitrary<T>, count: number) => fc.array(each, { minLength: count, maxLength: count })
  return fc.record({
    id: fc.constant(district),
    units: units(district, size.units),
    staff: list(fc.array(post, { minLength: 1, maxLength: 3 }), size.staff).map((drawn) =>
      drawn.map((posts, index) => ({ id: idOf(district, index + 1), posts })),
    ),
    cases: list(cases, size.cases).map((drawn) =>
      drawn.map((each, index) => ({ ...each, id: idOf(district, index + 1) })),
    ),
  })
}
