/** Whether two plain JSON values say the same, whatever the order of their fields. */
export const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  const isSame = (key: string): boolean => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key))
  return keys.length === Object.keys(b).length && keys.every(isSame)
}
