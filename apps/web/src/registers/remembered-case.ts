import type { TypedCase } from './case-fields.tsx'

const prefix = 'xushi.case '

/** What was typed of a case and not yet saved, kept in this window: a dropped connection or an expired session loses nothing. */
export function rememberCase(key: string, typed: TypedCase): void {
  sessionStorage.setItem(prefix + key, JSON.stringify(typed))
}

export function rememberedCase(key: string): TypedCase | null {
  const kept = sessionStorage.getItem(prefix + key)
  return kept === null ? null : JSON.parse(kept)
}

export function forgetCase(key: string): void {
  sessionStorage.removeItem(prefix + key)
}
