import { useQuery } from '@tanstack/react-query'
import type { ReportPage } from '@xushi/contract'
import { useWords } from '../language/language.tsx'
import { QueryState } from '../states/states.tsx'
import {
  documentQuery,
  type ReportBlock,
  type ReportDocument,
  type ReportDocumentTable,
  tongue,
} from './reports.queries.ts'
import { reportsWords } from './reports.words.ts'

/** What a report says, to be read before it is signed: its own words, from its own file. */
export function ReportBody({ report: { id, files, language } }: { report: ReportPage }) {
  const says = useWords(reportsWords)
  const sha256 = files.find(({ format }) => format === 'json')?.sha256 ?? ''
  const query = useQuery(documentQuery(id, sha256))
  return (
    <section className="report-body" lang={tongue(language)}>
      <h2 lang={undefined}>{says.reading}</h2>
      <p className="second no-print">{says.readingHint}</p>
      <QueryState query={query}>{(document) => <Document document={document} />}</QueryState>
    </section>
  )
}

/** Numbers of tables and of figures, each counted through the report as in its files. */
function numbersIn({ sections }: ReportDocument): ReadonlyMap<ReportBlock, number> {
  const blocks = sections.flatMap((section) => section.blocks)
  const numbered = (is: ReportBlock['is']) =>
    blocks.filter((block) => block.is === is).map((block, index) => [block, index + 1] as const)
  return new Map([...numbered('table'), ...numbered('chart')])
}

function Document({ document }: { document: ReportDocument }) {
  const numbers = numbersIn(document)
  return (
    <>
      <p className="report-subtitle">{document.subtitle}</p>
      {document.sections.map(({ id, level, heading, blocks }) => {
        const Heading = `h${level + 2}` as 'h3' | 'h4' | 'h5'
        return (
          <section key={id}>
            <Heading>{heading}</Heading>
            {blocks.map((block, index) => (
              // A report does not change: the place of a block is its name.
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a report stay where they are
              <Block key={index} block={block} number={numbers.get(block) ?? 0} />
            ))}
          </section>
        )
      })}
    </>
  )
}

function Block({ block, number }: { block: ReportBlock; number: number }) {
  const says = useWords(reportsWords)
  if (block.is === 'table') return <DocumentTable table={block.table} number={number} />
  if (block.is === 'chart') {
    return (
      <p className="report-chart">
        <b>{says.figureOf(number, block.chart.caption)}</b>
        <span>{block.chart.sentence}</span>
      </p>
    )
  }
  return (
    <>
      {block.text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text stay where they are
        <p key={index}>{line}</p>
      ))}
    </>
  )
}

function DocumentTable({
  table: { caption, columns, rows, note },
  number,
}: {
  table: ReportDocumentTable
  number: number
}) {
  const says = useWords(reportsWords)
  return (
    <div className="scroll-x">
      <table>
        <caption>{says.tableOf(number, caption)}</caption>
        <thead>
          <tr>
            {columns.map(({ header, align }) => (
              <th key={header} className={align === 'end' ? 'number' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report stay where they are
            <tr key={index}>
              {columns.map(({ header, align }, place) => (
                <td key={header} className={align === 'end' ? 'number' : undefined}>
                  {row[place]?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== '' && <p className="second">{note}</p>}
    </div>
  )
}
