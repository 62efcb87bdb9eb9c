import type { Case } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import { checkMergerTarget, contentOf, correctFiling, submitFiling, withdrawCase } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import { actionsOf } from '../filings/filing-actions.ts'
import { type FilingService, needed } from '../filings/filings.service.ts'
import { checkReach, checkWithdrawal } from '../progress-entries/entry-rights.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import { exitContent } from './case-checks.ts'
import { checkCaseDaysOpen } from './case-days.ts'
import { bodyOf } from './register.wire.ts'

/** How a case ends: it leaves from a day on, goes into another one, or is withdrawn altogether. Two people end what counts. */
export function caseEndings({ store }: Sources, filings: FilingService<Case>) {
  return {
    /**
     * Takes a waiting case back; of one that counts, proposes its exit: a correction that names the day, handed in at once and approved
     * by another person. One that never counted is withdrawn altogether by those who answer for figures.
     */
    leave: async (
      asking: Asking,
      thread: string,
      body: { readonly version: number; readonly reason?: string | undefined; readonly on?: string | undefined },
    ): Promise<Case> => {
      const { row, view, today } = await filings.reached(thread, asking, 'withdraw')
      if (row.state !== 'approved') return filings.withdraw(asking, thread, body)
      const { person, actor } = asking
      const { version } = body
      if (row.validFrom === null) {
        checkWithdrawal(person, row)
        return filings.tell(
          person,
          await withdrawCase(store, actor, row.id, { version, reason: needed(body.reason ?? '') }),
        )
      }
      checkReach(person, actionsOf(row.kind).correct, row.unitId, view)
      if (row.validTo !== null) throw new DomainError('wrong-state', { state: row.state })
      const reason = needed(body.reason ?? '')
      const content = exitContent(row, view.register(row.subject), body.on, today)
      const days = { before: row, after: { ...row, validTo: content.validTo } }
      await store.read((reading) => checkCaseDaysOpen(reading, days, today))
      const draft = await correctFiling(store, actor, row.id, version, { reason, content })
      return filings.tell(person, await submitFiling(store, actor, draft.id, draft.version))
    },

    /** Proposes that a case goes into the one that stays: handed in at once, and approved by another person. */
    merge: async (
      asking: Asking,
      thread: string,
      { version, into, reason }: { readonly version: number; readonly into: string; readonly reason: string },
    ): Promise<Case> => {
      const { row, today } = await filings.reachedFor(thread, asking, ({ kind }) => actionsOf(kind).correct)
      if (row.kind !== 'case' || row.state !== 'approved') throw new DomainError('wrong-state', { state: row.state })
      await store.read((reading) => checkMergerTarget(reading, row, into))
      await store.read((reading) => checkCaseDaysOpen(reading, { before: row, after: null }, today))
      const content = { ...contentOf(row), body: { ...bodyOf(row), mergedInto: into } }
      const proposal = { reason: needed(reason), content }
      const draft = await correctFiling(store, asking.actor, row.id, version, proposal)
      return filings.tell(asking.person, await submitFiling(store, asking.actor, draft.id, draft.version))
    },
  }
}
