import { type CaseContent, seatOf } from '@xushi/domain'
import {
  approveFiling,
  correctFiling,
  draftFiling,
  type FilingContent,
  type FilingRow,
  submitFiling,
} from '@xushi/store'
import type { Act } from './demonstration.acts.ts'
import { at, contentOf, held, type Published, registerOf, type Stage } from './demonstration.filed.ts'

/** The ten: some of each register are put forward and approved as candidates; the first of them are published on one day. */
export function choiceActs(stage: Stage, published: Published): readonly Act[] {
  const { candidates, sources } = stage.plan.chosen
  // An enterprise takes one seat, through whichever register it comes.
  const seats = new Set<string>()
  return Object.entries(candidates).flatMap(([source, count]) =>
    Array.from({ length: count }, (_, index) =>
      choice(stage, { source, index, isChosen: index < (sources[source] ?? 0) }, published, seats),
    ).flat(),
  )
}

type Candidate = { readonly source: string; readonly index: number; readonly isChosen: boolean }

/** A choice is filed and approved like a case, inside the unit first where that reviews; its publication is a change with a reason. */
function choice(
  stage: Stage,
  { source, index, isChosen }: Candidate,
  published: Published,
  seats: Set<string>,
): readonly Act[] {
  const { store, cast, plan } = stage
  const { register: id, putForward, stages, reason } = plan.chosen
  const register = registerOf(stage, id)
  const minute = 60 + index * 10 + (source.length % 7)
  let row: FilingRow | undefined
  const contentWith = (chosen: FilingRow, reached: CaseContent['stages']): FilingContent => {
    const { title, region, thread } = chosen
    const { fields: said }: CaseContent = JSON.parse(chosen.body)
    const fields = { network: `${title}5G内网`, enterprise: title }
    return {
      ...contentOf(register, region, title, { fields, stages: reached }),
      uniqueKey: seatOf(registerOf(stage, source).fields, said) ?? thread,
      body: { fields, stages: reached, round: null, note: reason, sourceRegister: source },
    }
  }
  const approved = async (submitted: FilingRow) => {
    const isReviewed = stage.catalogue.units.find((unit) => unit.id === submitted.unitId)?.reviewsInside ?? false
    const inside = isReviewed
      ? await approveFiling(store, cast.unitReviewer, submitted.id, submitted.version, { reviewsInside: true })
      : submitted
    return approveFiling(store, cast.approver, inside.id, inside.version, { reviewsInside: false })
  }
  const submitted = (draft: FilingRow) => submitFiling(store, cast.recorder, draft.id, draft.version)
  let chosen: FilingRow | undefined
  const candidate: Act = {
    at: at(Object.values(putForward).sort().at(-1) ?? '', minute),
    run: async () => {
      const rows = published.get(source) ?? []
      const from = (index * 7) % Math.max(1, rows.length)
      chosen = held([...rows.slice(from), ...rows.slice(0, from)].find((row) => !seats.has(row.title)))
      seats.add(chosen.title)
      const { unitId, thread: sourceThread } = chosen
      const place = { kind: 'promotion', programme: register.programme, subject: id, unitId, sourceThread } as const
      row = await approved(
        await submitted(await draftFiling(store, cast.recorder, place, contentWith(chosen, putForward))),
      )
    },
  }
  const publication: Act = {
    at: at(Object.values(stages).sort().at(-1) ?? '', minute),
    run: async () => {
      const { id: filing, version } = held(row)
      const content = contentWith(held(chosen), stages)
      await approved(
        await submitted(
          await correctFiling(store, cast.recorder, filing, version, { reason: '公示期满，予以发布', content }),
        ),
      )
    },
  }
  return isChosen ? [candidate, publication] : [candidate]
}
