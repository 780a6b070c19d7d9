/** A limit that a schema of the contract sets, so that a page says the same as the server checks. */
export function limitOf(schema: object, name: 'minLength' | 'maxLength' | 'maxItems'): number {
  const limit: unknown = Reflect.get(schema, name)
  if (typeof limit !== 'number') throw new Error(`the schema sets no ${name}`)
  return limit
}
