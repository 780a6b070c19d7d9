import { connectOwner } from '../src/platform/migrate-connection.ts'
import { district } from './organisation.ts'

export const DISTRICT = 1

/** The row on which all else hangs: nobody but the owner of the schema founds a district. */
export async function foundDistrict(ownerUrl: string): Promise<void> {
  const owner = await connectOwner(ownerUrl)
  const name = JSON.stringify({ zh: district.zh, en: district.en })
  await owner
    .query('insert into district (id, name, hotline) values ($1, $2, $3)', [DISTRICT, name, district.hotline])
    .finally(() => owner.end())
}
