/** A step of the region ramp, from the lightest to the strongest blue. */
export type RampStep = 1 | 2 | 3 | 4 | 5

/** One class of the legend: `from` and up (null: no lower end), below `below` (null: no upper end). */
export type RampClass = { readonly step: RampStep; readonly from: number | null; readonly below: number | null }

/** The classes from the lowest up; together they hold every number, and none lies in two. */
export type Ramp = readonly RampClass[]

const stepsFor: Readonly<Record<number, readonly RampStep[]>> = {
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
}
const most = 5

/**
 * Classes with about equally many different values each (quintiles), whose limits are round numbers that can be read off a legend: a
 * value that many regions share is one value, so it neither draws the limits together nor hides how far the others lie apart. Up to
 * five different values are a class each. Where many regions are at zero, zero is a class of its own and the others share the rest.
 * Zero is a value and lies in the lowest class. What is unknown (null) belongs to no class and moves no limit.
 */
export function rampOf(values: readonly (number | null)[]): Ramp {
  const known = values.filter((value) => value !== null)
  const different = [...new Set(known)].sort((a, b) => a - b)
  if (different.length === 0) return []
  if (different.length <= most) return rampFrom(eachApart(different))
  const zeros = known.filter((value) => value === 0).length
  if (different[0] !== 0 || zeros < known.length / most) return rampFrom(parted(different, most))
  const [least = 1, ...more] = different.slice(1)
  return rampFrom([Number.isInteger(least) ? 1 : least, ...parted([least, ...more], most - 1)])
}

/** A limit below each value but the lowest: round where a round number lies between two values. */
const eachApart = (different: readonly number[]) =>
  different.slice(1).map((value, index) => {
    const round = roundLimit(value)
    return round <= value && round > (different[index] ?? 0) ? round : value
  })

/** The limits of so many classes over rising values. */
function parted(different: readonly number[], classes: number): readonly number[] {
  const limits = Array.from({ length: classes - 1 }, (_, index) => {
    return different[Math.ceil((different.length * (index + 1)) / classes)]
  })
  return withoutEmptyClasses(limits.filter((limit) => limit !== undefined).map(roundLimit), different)
}

/** Classes with given limits, at most four; limits that repeat count once. */
export function rampFrom(limits: readonly number[]): Ramp {
  const rising = [...new Set(limits)].sort((a, b) => a - b).slice(0, most - 1)
  const steps = stepsFor[rising.length + 1] ?? []
  return steps.map((step, index) => ({
    step,
    from: index === 0 ? null : (rising[index - 1] ?? null),
    below: rising[index] ?? null,
  }))
}

/** The step of a value; null for what is unknown, which is never the lowest step. */
export function rampStepOf(ramp: Ramp, value: number | null): RampStep | null {
  if (value === null) return null
  const held = ramp.find(({ from, below }) => (from === null || value >= from) && (below === null || value < below))
  return held?.step ?? null
}

/** A round number near a limit: whole up to 10, then in steps of 5 in the second digit (15, 30, 450, 12 000 000 becomes 10 000 000). */
function roundLimit(limit: number): number {
  if (limit === 0) return 0
  const size = Math.abs(limit)
  const power = 10 ** Math.floor(Math.log10(size))
  const grain = size >= 10 ? power / 2 : size >= 1 ? 1 : power
  const rounded = Math.round(limit / grain) * grain
  // 3 * 0.1 is 0.30000000000000004: the digits that the grain has are all there are.
  return Number(rounded.toPrecision(6))
}

function withoutEmptyClasses(limits: readonly number[], known: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const limit of [...new Set(limits)].sort((a, b) => a - b)) {
    const previous = kept.at(-1)
    const holds = known.some((value) => value < limit && (previous === undefined || value >= previous))
    if (holds && known.some((value) => value >= limit)) kept.push(limit)
  }
  return kept
}
