const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/Linux/, 'Linux'],
]
// Names that others borrow come last.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** 'Windows · Edge', from what the browser says of itself; null when it says nothing known. */
export function deviceOf(agent: string | null): string | null {
  const known = [systems, browsers].flatMap((names) => names.find(([sign]) => sign.test(agent ?? ''))?.[1] ?? [])
  return known.length > 0 ? known.join(' · ') : null
}
