import type { Theme } from './theme.tsx'

/** Colours by the names of their CSS variables. */
export type Tokens = Readonly<Record<Theme, Readonly<Record<string, string>>>>

/** The colours of tokens.css by theme, for what cannot read CSS variables: they are written down once, there. */
export function tokensIn(css: string): Tokens {
  const [light = {}, dark = {}] = [...css.matchAll(/\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']): [string, string] => [
        name,
        value,
      ]),
    ),
  )
  return { light, dark }
}
