import { daysBetween, type LocalDate, type Programme, type Text } from '@xushi/domain'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { ReminderOwed } from './reminders-due.ts'

type Cell = ReminderOwed['cells'][number]
type Language = keyof Text
type Around = { readonly programme: Programme; readonly view: CatalogueView; readonly today: LocalDate }

/** A reminder in words: what a unit owes for which period, and until when. */
export function reminderWords(owed: ReminderOwed, around: Around): { readonly subject: Text; readonly body: Text } {
  const { kind, unit, month, deadline, cells } = owed
  const count = cells.length
  const days = Math.abs(daysBetween(around.today, deadline))
  const { zh: name, en } = around.programme.shortName
  const isLate = kind === 'reminder-after'
  const [subjectZh, subjectEn] = isLate
    ? [`已逾期：${unit.shortName.zh}${month}期${count}项未报`, `Overdue: ${unit.shortName.en}, ${count} for ${month}`]
    : [
        `请于${deadline}前报送：${unit.shortName.zh}${month}期${count}项未报`,
        `Due ${deadline}: ${unit.shortName.en}, ${count} for ${month}`,
      ]
  const left = {
    zh: isLate ? `已逾期${days}天` : days === 0 ? '今天到期' : `还有${days}天`,
    en: isLate ? `${inDays(days)} late` : days === 0 ? 'today' : `in ${inDays(days)}`,
  }
  return {
    subject: { zh: subjectZh, en: subjectEn },
    body: {
      zh: `${unit.name.zh}还有“${name}”${month}期的${count}项没有报送，截止${deadline}（${left.zh}）：\n\n${itemLines(owed, 'zh', around)}\n\n请在“填报”页报送。确有困难的，请联系业务主管批准延期。`,
      en: `${unit.name.en} still owes ${count} of “${en}” for ${month}, due ${deadline} (${left.en}):\n\n${itemLines(owed, 'en', around)}\n\nPlease hand them in on the page Recording. Where that is not possible, ask the programme manager for an extension.`,
    },
  }
}

const inDays = (days: number) => (days === 1 ? '1 day' : `${days} days`)

/** An indicator, or the confirmation of a register, a line: with its regions and its period where they are not the unit's and the month's. */
function itemLines({ unit, month, cells }: ReminderOwed, language: Language, { view }: Around): string {
  const regionName = (code: string) => view.regions.find((one) => one.code === code)?.shortName[language] ?? code
  const groups = Map.groupBy(cells, ({ kind, indicator, period }) => `${kind} ${indicator} ${period}`)
  const lines = [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return []
    const regions = [first, ...more].map(({ region }) => region).filter((region) => region !== unit.region)
    const period = first.period === month ? [] : [first.period]
    const told = [...regions.map(regionName), ...period]
    return [`- ${itemName(first, language)}${inBrackets(told, language)}`]
  })
  return lines.join('\n')
}

function itemName({ kind, name }: Cell, language: Language): string {
  if (kind === 'entry') return name[language]
  return language === 'zh' ? `${name.zh}：确认台账` : `${name.en}: confirm the register`
}

function inBrackets(told: readonly string[], language: Language): string {
  if (told.length === 0) return ''
  return language === 'zh' ? `（${told.join('、')}）` : ` (${told.join(', ')})`
}
