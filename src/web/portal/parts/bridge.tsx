/** The house's sign: two banks and the bridge between them. */
export function Bridge() {
  return (
    <svg className="bridge" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="10" className="bridge-ground" />
      <path d="M6 34c0-11 8-19 18-19s18 8 18 19" className="bridge-line" />
      <path d="M5 25h38M15 25v-7M24 25v-10M33 25v-7" className="bridge-line" />
    </svg>
  )
}
