export const regionViews = ['value', 'completeness', 'timeliness', 'status'] as const
/** What the tiles show: 数值, 填报率, 及时率, 状态. */
export type RegionView = (typeof regionViews)[number]

export const mostCompared = 5

export type RegionsSearch = {
  readonly indicator?: string | undefined
  readonly view?: RegionView | undefined
  readonly region?: string | undefined
  readonly compare?: string | undefined
}

/** The choices of the page from its address; what makes no sense there is left out. */
export function regionsSearchOf(raw: Record<string, unknown>): RegionsSearch {
  const text = (key: string) => (raw[key] === undefined || raw[key] === '' ? undefined : String(raw[key]))
  const view = regionViews.find((candidate) => candidate === raw.view && candidate !== 'value')
  return {
    indicator: text('indicator'),
    view,
    region: text('region'),
    // A sixth stays in the address, so that the page can say whom it leaves out.
    compare: comparedText(namedIn(text('compare'))),
  }
}

/** The codes to compare, each once, at most five. */
export function comparedOf(compare: string | undefined): readonly string[] {
  return namedIn(compare).slice(0, mostCompared)
}

/** Every code that an address names to compare, each once. */
export function namedIn(compare: string | undefined): readonly string[] {
  const codes = (compare ?? '').split(',').filter((code) => /^\d{6}$/.test(code))
  return [...new Set(codes)]
}

export const comparedText = (codes: readonly string[]): string | undefined =>
  codes.length === 0 ? undefined : codes.join(',')

/** The list with a code added, or taken out where it is in it; a sixth is not added. */
export function toggled(codes: readonly string[], code: string): readonly string[] {
  if (codes.includes(code)) return codes.filter((other) => other !== code)
  return codes.length < mostCompared ? [...codes, code] : codes
}
