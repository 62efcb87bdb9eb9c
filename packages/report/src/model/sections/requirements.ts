import type { Telling } from '../told.ts'
import { missingLags } from './missing-lags.ts'
import { owingRegions } from './regions.section.ts'

/** What a 通报 asks for as long as nobody wrote it: reports that are missing, reasons that are missing. */
export function requirementTexts(telling: Telling): readonly string[] {
  const { material, says, language, period } = telling
  const missing = missingLags(telling)
  const named = (is: 'target' | 'milestone') =>
    missing
      .filter((one) => one.is === is)
      .map(({ name }) => says.inQuotes(name[language]))
      .join(says.quotedList)
  const [targets, milestones] = [named('target'), named('milestone')]
  return [
    ...(material.reporting !== null && owingRegions(telling).length > 0
      ? [says.askReports(period(material.reporting.period))]
      : []),
    ...(targets === '' ? [] : [says.askReasons(targets)]),
    ...(milestones === '' ? [] : [says.askMilestones(milestones)]),
  ]
}
