/** The 0.975 quantiles for 1 to 10 degrees of freedom. */
const table = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281] as const
/** The same of the normal distribution, which is that of endless freedom. */
const z = 1.959_963_985

/**
 * The 0.975 quantile of Student's t: a band of as many standard errors to both sides holds 95 %. From 11 degrees of freedom by the
 * expansion of Fisher and Cornish in powers of 1 / freedom, right to three digits.
 *
 * @param freedom degrees of freedom, a whole number of at least 1
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.10 and formula 26.7.5
 */
export function studentT975(freedom: number): number {
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return table[freedom - 1] ?? z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
