import type { Evidence } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import {
  attachEvidence,
  type EvidenceRow,
  type EvidenceSubject,
  evidenceOf,
  type FilingRow,
  filingsOfThread,
  getEntry,
  getEvidence,
  type Reading,
  removeEvidence,
  standingFor,
  subjectOf,
  wasApprovedWith,
} from '@xushi/store'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import { maySee, type Reviewable } from '../progress-entries/entry-rights.ts'
import { peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import { fileKind, safeName } from './file-kind.ts'

export type EvidenceService = ReturnType<typeof evidenceService>

const openStates: readonly string[] = ['draft', 'returned']

/** What a file stands behind as a person sees it; nothing of a correction that is being written where they do not see that. */
type Seen = {
  readonly subject: Reviewable
  readonly has: (file: EvidenceRow) => boolean
  readonly kept: (file: EvidenceRow) => boolean
}

/**
 * Evidence (佐证材料): seen by whoever sees what it stands behind, added and taken away by the recorder while that is being written. What
 * was approved with a file keeps it.
 */
export function evidenceService(sources: Sources) {
  const { store, contents } = sources

  const tell = async (reading: Reading, person: Person, rows: readonly EvidenceRow[], seen: Seen) => {
    const view = await viewIn(reading, sources)
    const people = await peopleOf(
      reading,
      rows.map(({ uploadedBy }) => ({ recorderId: uploadedBy, unitReviewerId: null, approverId: null })),
      view,
    )
    const found = await Promise.all(rows.map((row) => contents.glance(row)))
    return rows.map(
      (row, index): Evidence => ({
        id: row.id,
        subjectKind: row.subjectKind === 'filing' ? 'filing' : 'progress-entry',
        subject: row.subjectId,
        name: row.name,
        mediaType: row.mediaType,
        size: row.size,
        sha256: row.sha256,
        uploadedBy: people.person(row.uploadedBy),
        uploadedAt: row.uploadedAt,
        demo: row.demo,
        file: found[index] ?? 'missing',
        mayRemove: mayChange(person, seen.subject) && !seen.kept(row),
      }),
    )
  }

  /** What a file stands behind, once the person may see it; else it is not there. */
  const visible = async (reading: Reading, person: Person, subject: EvidenceSubject): Promise<Seen> => {
    const view = await viewIn(reading, sources)
    const seen = await seenIn(reading, subject, (row) => maySee(person, row, view))
    if (seen === undefined) throw new DomainError('not-found')
    return seen
  }
  const visibleFile = async (reading: Reading, person: Person, id: string) => {
    const file = await getEvidence(reading, id)
    const seen = await visible(reading, person, subjectOf(file))
    if (!seen.has(file)) throw new DomainError('not-found')
    return { file, seen }
  }

  return {
    list: (person: Person, subject: EvidenceSubject) =>
      store.read(async (reading) => {
        const seen = await visible(reading, person, subject)
        const files = (await evidenceOf(reading, subject)).filter(seen.has)
        return { evidence: await tell(reading, person, files, seen), mayAttach: mayChange(person, seen.subject) }
      }),

    /** @throws DomainError file-type, file-too-large, the faults of an Office file, wrong-state, not-found */
    attach: async (
      { person, actor }: Asking,
      subject: EvidenceSubject,
      upload: { readonly name: string; readonly stream: NodeJS.ReadableStream },
    ): Promise<Evidence> => {
      const seen = await store.read((reading) => visible(reading, person, subject))
      if (!mayChange(person, seen.subject)) throw new DomainError('wrong-state', { state: seen.subject.state })
      const { file, sha256, size } = await contents.receive(upload.stream)
      try {
        const name = safeName(upload.name)
        const kind = await fileKind(file, name)
        if ('fault' in kind) throw new DomainError(kind.fault)
        if ('refused' in kind) throw new DomainError('file-type', { found: kind.refused })
        const wasLost = (await contents.glance({ sha256, size })) !== 'sound'
        await contents.keep(file, sha256)
        const stored = { sha256, size, name, mediaType: kind.mediaType }
        const row = await attachEvidence(store, actor, subject, stored).catch(async (error: unknown) => {
          const isThere = error instanceof DomainError && error.kind === 'already-filed'
          const found = isThere && wasLost ? await store.read((reading) => evidenceOf(reading, subject)) : []
          // The file of a piece of evidence that was lost came back: that is what the upload was for.
          const restored = found.find((one) => one.sha256 === sha256)
          if (restored === undefined) throw error
          return restored
        })
        const [wire] = await store.read((reading) => tell(reading, person, [row], seen))
        if (wire === undefined) throw new Error('what was attached is told')
        return wire
      } finally {
        await contents.drop(file)
      }
    },

    open: async (person: Person, id: string) => {
      const { file: row } = await store.read((reading) => visibleFile(reading, person, id))
      return { row, content: await contents.read(row) }
    },

    remove: async ({ person, actor }: Asking, id: string): Promise<void> => {
      const { seen } = await store.read((reading) => visibleFile(reading, person, id))
      if (!mayChange(person, seen.subject)) throw new DomainError('wrong-state', { state: seen.subject.state })
      await removeEvidence(store, actor, id)
    },
  }
}

const mayChange = ({ accountId }: Person, { recorderId, state }: Reviewable): boolean =>
  recorderId === accountId && openStates.includes(state)

/** The entry, or the filing that stands for its thread; where a person does not see that one, the approved one that they see. */
async function seenIn(
  reading: Reading,
  { kind, id }: EvidenceSubject,
  maySeeIt: (row: Reviewable) => boolean,
): Promise<Seen | undefined> {
  if (kind === 'progress-entry') {
    const entry = await getEntry(reading, id)
    return maySeeIt(entry)
      ? { subject: entry, has: () => true, kept: (file) => wasApprovedWith(entry, file) }
      : undefined
  }
  const rows = await filingsOfThread(reading, id)
  const kept = (file: EvidenceRow) => rows.some((row) => wasApprovedWith(row, file))
  const standing: FilingRow | undefined = standingFor(rows)
  if (standing !== undefined && maySeeIt(standing)) return { subject: standing, has: () => true, kept }
  const counted = rows.findLast((row) => row.state === 'approved' && maySeeIt(row))
  return counted && { subject: counted, has: (file) => wasApprovedWith(counted, file), kept }
}
