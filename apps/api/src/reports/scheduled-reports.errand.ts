import { DomainError, mayMakeReport, monthDue, parsePeriod, reachOf } from '@xushi/domain'
import {
  type AccountRow,
  type Actor,
  accountsById,
  beginScheduled,
  draftScheduled,
  failScheduled,
  listAccounts,
  listSchedules,
  notBegun,
  type ReportFailure,
  scheduledUntold,
  scheduledWaiting,
  tellScheduled,
  type Waiting,
} from '@xushi/store'
import { type Sources, todayOf, viewNow } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { Errand } from '../errands.ts'
import type { ReportMaker } from './report-maker.ts'
import { accountReader } from './report-reader.ts'
import { reportRequest } from './report-request.ts'
import { messagesAbout } from './scheduled-messages.ts'

type Parts = {
  readonly sources: Sources
  readonly maker: ReportMaker
  /** Whether a mail server is set. */
  readonly byMail: boolean
}

/**
 * Drafts the reports that are due (定期生成) and tells people what came of them. What is owed is written down first, so that it is owed
 * until it is drafted or given up, whichever instance looks and however often.
 */
export function scheduledReportsErrand({ sources, maker, byMail }: Parts): Errand {
  const { store } = sources

  const begin = async (): Promise<void> => {
    const today = todayOf(sources)
    const owed = await store.read(async (reading) => {
      const schedules = (await listSchedules(reading)).filter(({ state }) => state === 'active')
      const due = schedules.flatMap((schedule) => {
        const month = monthDue(schedule, today)?.code
        return month === undefined ? [] : schedule.regions.map((region) => ({ scheduleId: schedule.id, region, month }))
      })
      return notBegun(reading, due)
    })
    await beginScheduled(store, owed)
  }

  const draft = async (goesOn: () => boolean): Promise<void> => {
    const waiting = await store.read(scheduledWaiting)
    if (waiting.length === 0) return
    const view = await viewNow(sources)
    const makers = waiting.map(({ schedule }) => schedule.madeBy)
    const accounts = await store.read((reading) => accountsById(reading, makers))
    // Authors who have as many reports waiting as they may: theirs wait for the next look.
    const busy = new Set<string>()
    for (const one of waiting) {
      if (!goesOn()) return
      const author = accounts.get(one.schedule.madeBy)
      if (author === undefined || !mayAuthor(author, one.scheduled.region, view)) {
        await failScheduled(store, one.scheduled, { kind: 'report-author-gone', details: {} })
      } else if (!busy.has(author.id)) {
        const outcome = await draftOne(one, author)
        if (outcome === 'busy') busy.add(author.id)
      }
    }
  }

  const draftOne = async (one: Waiting, author: AccountRow): Promise<'busy' | 'done'> => {
    const { scheduled, schedule } = one
    const { programme, kind, language, recipients } = schedule
    const { region } = scheduled
    const actor: Actor = { accountId: author.id, unitId: author.unitId, origin: 'system' }
    try {
      const on = parsePeriod(scheduled.month)?.endsOn
      const request = await reportRequest(sources, { programme, kind, language, region, on })
      const place = { programme, kind, language, region, period: request.period }
      const row = await draftScheduled(store, actor, one, { ...place, request, texts: {}, recipients })
      if (row !== null) maker.wake()
      return 'done'
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.kind === 'too-many-reports') return 'busy'
      const failure: ReportFailure = { kind: error.kind, details: error.details }
      await failScheduled(store, scheduled, failure)
      return 'done'
    }
  }

  const tell = async (goesOn: () => boolean): Promise<void> => {
    const untold = await store.read(scheduledUntold)
    if (untold.length === 0) return
    const view = await viewNow(sources)
    const accounts = (await store.read(listAccounts)).filter(({ disabledAt }) => disabledAt === null)
    for (const outcome of untold) {
      if (!goesOn()) return
      const told = outcome.report?.making === 'ready' ? 'ready' : 'failed'
      const messages = messagesAbout(outcome, { view, accounts })
      await tellScheduled(store, outcome.scheduled, told, { messages, byMail })
    }
  }

  return {
    look: async (goesOn) => {
      await begin()
      await draft(goesOn)
      await tell(goesOn)
    },
  }
}

/** Whether whoever saved a schedule last may still have its reports drafted in their name. */
function mayAuthor(account: AccountRow, region: string, view: CatalogueView): boolean {
  const reader = accountReader(account, view)
  const isStillTheirs = account.disabledAt === null && reachOf(reader.role, 'report:schedule') !== null
  return isStillTheirs && mayMakeReport(reader, region)
}
