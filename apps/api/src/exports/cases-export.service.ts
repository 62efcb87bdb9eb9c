import {
  type Case,
  type CaseColumn,
  type CaseListing,
  type CaseValue,
  caseColumns,
  listedCases,
  shownColumns,
} from '@xushi/contract'
import { isLocalDate } from '@xushi/domain'
import { type Cell, type Language, type Table, tableCsv, tableXlsx } from '@xushi/report'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import type { AskedTimes } from '../figures/times.ts'
import type { RegisterService } from '../registers/registers.service.ts'
import type { Person } from '../session/person.ts'
import { contentTypes, type Download, type Format } from './download.ts'

type Asked = CaseListing & AskedTimes & { readonly register: string; readonly format: Format }

/**
 * The cases of a register that somebody may see, exactly as the page lists them under the same address: its rows, its order
 * and its columns. Cases of demonstration data say so in a last column.
 *
 * @throws DomainError unknown-register, and those of the two times
 */
export async function exportCases(
  sources: Sources,
  registers: RegisterService,
  person: Person,
  asked: Asked,
  language: Language,
): Promise<Download> {
  const list = await registers.cases(person, asked.register, asked)
  const view = await viewNow(sources)
  const regions = new Map(view.regions.map(({ code, shortName }) => [code, shortName]))
  const columns = caseColumns(list.register, regions, language)
  const cases = listedCases(list.cases, asked, columns)
  const table: Table<Case> = {
    name: sheetName(list.register.name[language]),
    columns: [
      ...shownColumns(columns, asked).map(written),
      ...(cases.some(({ demo }) => demo) ? [demo(language)] : []),
    ],
    pages: [cases],
  }
  return {
    type: contentTypes[asked.format],
    plainName: `${list.register.id}.${asked.format}`,
    name: `${list.register.goal}_${list.register.name[language]}_${list.on}.${asked.format}`,
    content: asked.format === 'csv' ? tableCsv(table) : tableXlsx(table),
  }
}

const demoNames = { zh: '演示数据', en: 'Demonstration data' } as const

const demo = (language: Language): Table<Case>['columns'][number] => ({
  header: demoNames[language],
  width: 12,
  cell: (one) => (one.demo ? { is: 'text', text: demoNames[language] } : { is: 'empty' }),
})

const written = ({ id, name, value }: CaseColumn): Table<Case>['columns'][number] => ({
  header: name,
  width: id === 'name' ? 32 : 18,
  cell: (one) => cellOf(value(one)),
})

function cellOf(value: CaseValue): Cell {
  switch (value?.is) {
    case undefined:
      return { is: 'empty' }
    case 'text':
      return { is: 'text', text: value.text }
    case 'whole':
      return { is: 'number', value: value.value, decimals: 0 }
    case 'date':
      return isLocalDate(value.on) ? { is: 'date', on: value.on } : { is: 'text', text: value.on }
    case 'moment':
      return { is: 'moment', at: value.at }
    default:
      return value satisfies never
  }
}

const sheetName = (name: string) => name.replace(/[:\\/?*[\]&<>"']/g, ' ').slice(0, 31)
