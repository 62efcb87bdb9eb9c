import type { Evidence } from '@xushi/contract'
import { DomainError } from '@xushi/domain'
import {
  attachEvidence,
  type EvidenceRow,
  type EvidenceSubject,
  evidenceOf,
  filingsOfThread,
  getEntry,
  getEvidence,
  type Reading,
  removeEvidence,
  subjectOf,
} from '@xushi/store'
import { type Sources, viewIn } from '../catalogue/catalogue-now.ts'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import { maySee, type Reviewable } from '../progress-entries/entry-rights.ts'
import { peopleOf } from '../progress-entries/people.ts'
import type { Asking } from '../progress-entries/progress-entries.service.ts'
import type { Person } from '../session/person.ts'
import type { ContentStore } from './content-store.ts'
import { fileKind, safeName } from './file-kind.ts'

export type EvidenceService = ReturnType<typeof evidenceService>

const openStates: readonly string[] = ['draft', 'returned']

/** Evidence (佐证材料): seen by whoever sees what it stands behind, added and taken away by the recorder while that is being written. */
export function evidenceService(sources: Sources, contents: ContentStore) {
  const { store } = sources

  const tell = async (reading: Reading, person: Person, rows: readonly EvidenceRow[], subject: Reviewable) => {
    const view = await viewIn(reading, sources)
    const people = await peopleOf(
      reading,
      rows.map(({ uploadedBy }) => ({ recorderId: uploadedBy, unitReviewerId: null, approverId: null })),
      view,
    )
    return rows.map(
      (row): Evidence => ({
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
        mayRemove: mayChange(person, subject),
      }),
    )
  }

  /** What a file stands behind, once the person may see it; else it is not there. */
  const visible = async (reading: Reading, person: Person, subject: EvidenceSubject): Promise<Reviewable> => {
    const view = await viewIn(reading, sources)
    const found = await subjectIn(reading, subject, person, view)
    if (found === undefined) throw new DomainError('not-found')
    return found
  }

  return {
    list: (person: Person, subject: EvidenceSubject) =>
      store.read(async (reading) => {
        const found = await visible(reading, person, subject)
        const evidence = await tell(reading, person, await evidenceOf(reading, subject), found)
        return { evidence, mayAttach: mayChange(person, found) }
      }),

    /** @throws DomainError file-type, file-too-large, the faults of an Office file, wrong-state, not-found */
    attach: async (
      { person, actor }: Asking,
      subject: EvidenceSubject,
      upload: { readonly name: string; readonly stream: NodeJS.ReadableStream },
    ): Promise<Evidence> => {
      const found = await store.read((reading) => visible(reading, person, subject))
      if (!mayChange(person, found)) throw new DomainError('wrong-state', { state: found.state })
      const { file, sha256, size } = await contents.receive(upload.stream)
      try {
        const name = safeName(upload.name)
        const kind = await fileKind(file, name)
        if ('fault' in kind) throw new DomainError(kind.fault)
        if ('refused' in kind) throw new DomainError('file-type', { found: kind.refused })
        await contents.keep(file, sha256)
        const row = await attachEvidence(store, actor, subject, { sha256, size, name, mediaType: kind.mediaType })
        const [wire] = await store.read((reading) => tell(reading, person, [row], found))
        if (wire === undefined) throw new Error('what was attached is told')
        return wire
      } finally {
        await contents.drop(file)
      }
    },

    open: async (person: Person, id: string) => {
      const row = await store.read(async (reading) => {
        const evidence = await getEvidence(reading, id)
        await visible(reading, person, subjectOf(evidence))
        return evidence
      })
      return { row, content: await contents.read(row) }
    },

    remove: async ({ person, actor }: Asking, id: string): Promise<void> => {
      const found = await store.read(async (reading) =>
        visible(reading, person, subjectOf(await getEvidence(reading, id))),
      )
      if (!mayChange(person, found)) throw new DomainError('wrong-state', { state: found.state })
      await removeEvidence(store, actor, id)
    },
  }
}

const mayChange = ({ accountId }: Person, { recorderId, state }: Reviewable): boolean =>
  recorderId === accountId && openStates.includes(state)

/** The entry, or the newest filing of a thread that the person may see. */
async function subjectIn(
  reading: Reading,
  { kind, id }: EvidenceSubject,
  person: Person,
  view: CatalogueView,
): Promise<Reviewable | undefined> {
  const rows: readonly Reviewable[] =
    kind === 'progress-entry' ? [await getEntry(reading, id)] : await filingsOfThread(reading, id)
  return rows.findLast((row) => maySee(person, row, view))
}
