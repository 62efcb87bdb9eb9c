/** One field of what an event speaks of, on both sides; `undefined` where it has no such field. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

export type EventChanges = {
  readonly changed: readonly FieldChange[]
  /** What stayed as it was. */
  readonly unchanged: readonly FieldChange[]
}

/**
 * What an event really changed: every field of both sides, fields of fields by their path (`body.operator`), lists as a whole. Where
 * there is no side before, everything is new; where there is none after, everything is gone.
 */
export function eventChanges(before: unknown, after: unknown): EventChanges {
  const [old, now] = [flat(before), flat(after)]
  const fields = [...new Set([...old.keys(), ...now.keys()])]
  const all = fields.map((field) => ({ field, before: old.get(field), after: now.get(field) }))
  const isChanged = (one: FieldChange) => JSON.stringify(one.before) !== JSON.stringify(one.after)
  return { changed: all.filter(isChanged), unchanged: all.filter((one) => !isChanged(one)) }
}

function flat(value: unknown, path = '', into = new Map<string, unknown>()): ReadonlyMap<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    for (const [key, member] of Object.entries(value)) flat(member, path === '' ? key : `${path}.${key}`, into)
    return into
  }
  if (path !== '' || (value !== null && value !== undefined)) into.set(path === '' ? 'value' : path, value)
  return into
}
