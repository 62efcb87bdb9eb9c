import path from 'node:path'
import { type Mistake, type MistakeLanguage, mistakeLine } from './mistake.ts'
import { readCatalogue, recordCatalogue } from './read-catalogue.ts'

/*
 * npm run catalogue:check [-- --record] [folder]
 * Prints every mistake in `data/` as `file:line  reason` and ends with 1 if there is one.
 */

const [folder = path.resolve(import.meta.dirname, '../../../data'), ...more] = process.argv
  .slice(2)
  .filter((argument) => argument !== '--record')
const record = process.argv.includes('--record')
const language = languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')

function languageOf(locale: string): MistakeLanguage {
  if (locale.startsWith('zh')) return 'zh'
  return locale.startsWith('en') ? 'en' : 'both'
}

function say(zh: string, en: string): void {
  process.stdout.write(`${{ zh, en, both: `${zh} ${en}` }[language]}\n`)
}

function tell(mistakes: readonly Mistake[]): void {
  const shown = path.relative('', folder)
  for (const found of mistakes)
    process.stdout.write(`${mistakeLine({ ...found, file: path.join(shown, found.file) }, language)}\n`)
}

if (more.length > 0 || folder.startsWith('-')) {
  say('用法：npm run catalogue:check [-- --record] [目录]', 'Usage: npm run catalogue:check [-- --record] [folder]')
  process.exit(2)
}

const reading = await (record ? recordCatalogue(folder) : readCatalogue(folder)).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code === undefined) throw error
    say(`无法读写目录 ${folder}（${error.code}）。`, `The folder ${folder} cannot be read (${error.code}).`)
    process.exit(1)
  },
)
if (reading.clean) {
  const { programmes, indicators, publishedFigures, regions, units, digest } = reading.catalogue
  if (!record) tell(reading.notes)
  const counts = [programmes, indicators, publishedFigures, regions, units].map(({ length }) => length)
  const [programmeCount, indicatorCount, figureCount, regionCount, unitCount] = counts
  say(
    `目录无误：${programmeCount} 个行动计划、${indicatorCount} 项指标、${figureCount} 条公布数据、${regionCount} 个地区、${unitCount} 个填报单位（${digest.slice(0, 12)}）。`,
    `The catalogue is clean: ${programmeCount} programmes, ${indicatorCount} indicators, ${figureCount} published figures, ${regionCount} regions, ${unitCount} units (${digest.slice(0, 12)}).`,
  )
} else {
  tell(reading.mistakes)
  const { length } = reading.mistakes
  say(`共 ${length} 处错误。`, `${length} ${length === 1 ? 'mistake' : 'mistakes'}.`)
  process.exitCode = 1
}
