import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const rulesOfWcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds on a page by WCAG 2.2 AA: one line for each rule, with the first place that breaks it.
 *
 * @param rules those that are asked alone, such as `color-contrast` for the same page in another theme
 */
export async function accessibilityProblems(page: Page, rules?: string[]): Promise<readonly string[]> {
  // The product has no frames; the old way of axe opens no second page to gather what they say.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules === undefined ? axe.withTags(rulesOfWcag22) : axe.withRules(rules)).analyze()
  return violations.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`,
  )
}
