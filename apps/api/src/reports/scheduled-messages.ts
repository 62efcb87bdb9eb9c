import { type MessageKind, maySeeReport, reachOf, type Text } from '@xushi/domain'
import { reportTitle } from '@xushi/report'
import {
  type AccountRow,
  forReaders,
  type NewMessage,
  nation,
  type ReportRow,
  type ScheduledOutcome,
  type ScheduleRow,
} from '@xushi/store'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { accountReader } from './report-reader.ts'
import { failureWords, makingFailure } from './report-wire.ts'

type Outcome = ScheduledOutcome & { readonly schedule: ScheduleRow }
/** `accounts`: those that are active. */
type Around = { readonly view: CatalogueView; readonly accounts: readonly AccountRow[] }
type Said = { readonly kind: MessageKind; readonly subject: Text; readonly body: Text }

/** Who is told what came of a scheduled report: its recipients that it is there, or those who can mend it why it is not. */
export function messagesAbout(outcome: Outcome, around: Around): readonly NewMessage[] {
  const { scheduled, report } = outcome
  const { scheduleId, region, month } = scheduled
  const isReady = report !== null && report.making === 'ready'
  const said = isReady ? readyWords(outcome, report, around) : failedWords(outcome, around)
  const told = around.accounts.filter((account) =>
    isReady ? isRecipient(account, report, around) : mendsIt(account, outcome, around),
  )
  return told.map((account) => ({
    ...said,
    accountId: account.id,
    key: `${said.kind} ${scheduleId} ${region} ${month}`,
    path: report !== null && maySee(account, report, around) ? `/reports/${report.id}` : '/reports',
  }))
}

const maySee = (account: AccountRow, report: ReportRow, { view }: Around): boolean =>
  maySeeReport(accountReader(account, view), forReaders(report))

const isRecipient = (account: AccountRow, report: ReportRow, around: Around): boolean =>
  forReaders(report).recipients.some((role) => role === account.role) && maySee(account, report, around)

/** Its maker and every approver; where the maker is gone, all who may save the schedule again. */
function mendsIt(account: AccountRow, { schedule }: Outcome, { view, accounts }: Around): boolean {
  if (account.id === schedule.madeBy || account.role === 'approver') return true
  const isMakerThere = accounts.some(({ id }) => id === schedule.madeBy)
  return !isMakerThere && reachOf(accountReader(account, view).role, 'report:schedule') !== null
}

function titleOf({ schedule, scheduled, report }: Outcome, { view }: Around): Text {
  const programme = view.programmes.find(({ id }) => id === schedule.programme)
  const region = scheduled.region === nation ? null : nameOf(scheduled.region, view)
  const kind = report === null ? schedule.kind : (report.kind as ScheduleRow['kind'])
  const name = programme?.shortName ?? { zh: schedule.programme, en: schedule.programme }
  const title = reportTitle(kind, name, region)
  const period = report?.period ?? scheduled.month
  return { zh: `${title.zh}（${period}）`, en: `${title.en} (${period})` }
}

/** A region that has left the catalogue is told by its code. */
const nameOf = (code: string, { regions }: CatalogueView): Text =>
  regions.find((region) => region.code === code)?.shortName ?? { zh: code, en: code }

function readyWords(outcome: Outcome, report: ReportRow, around: Around): Said {
  const title = titleOf(outcome, around)
  const author = around.accounts.find(({ id }) => id === report.authorId)?.displayName
  return {
    kind: 'report-ready',
    subject: { zh: `已生成：${title.zh}`, en: `Made: ${title.en}` },
    body: {
      zh: `${title.zh}已按“定期生成”的安排起草，文件可以查看和下载。${author === undefined ? '' : `由${author}补写前言、送审，`}发布之前不作正式依据。`,
      en: `${title.en} was drafted as scheduled; its files can be read and downloaded.${author === undefined ? '' : ` ${author} adds a foreword and sends it for issue.`} Until it is issued it is not official.`,
    },
  }
}

function failedWords(outcome: Outcome, around: Around): Said {
  const title = titleOf(outcome, around)
  const { scheduled, report } = outcome
  const failure = scheduled.failure ?? (report === null ? null : makingFailure(report))
  const reason = failure === null ? { zh: '', en: '' } : failureWords(failure)
  return {
    kind: 'report-failed',
    subject: { zh: `没有生成：${title.zh}`, en: `Not made: ${title.en}` },
    body: {
      zh: `${title.zh}按“定期生成”的安排应当生成，没有成功。原因：${reason.zh}`,
      en: `${title.en} was due by its schedule and was not made. The reason: ${reason.en}`,
    },
  }
}
