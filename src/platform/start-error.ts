/** A wrong setting or surrounding: one sentence for the operator. The commands in bin/ print it alone and exit with 1. */
export class StartError extends Error {
  override name = 'StartError'
}
