import type { GroupChoice, GroupMember, GroupsPage } from '@xushi/contract'
import { choiceDays, type LocalDate, promotionState, shanghaiDate } from '@xushi/domain'
import { type KnownPromotion, knownPromotions, type Reading } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'
import type { CatalogueView, Indicator } from '../catalogue/catalogue-view.ts'
import { entrySources } from '../figures/evidence.ts'
import { judged, judgedWire } from '../figures/judged.ts'
import { type AskedProgramme, programmeQuestion } from '../figures/programme-asked.ts'
import { type Times, timesWire } from '../figures/times.ts'
import type { Question } from '../figures/versioned-reply.ts'
import { bodyOf } from '../registers/register.wire.ts'

/** `seesWaiting`: choices that nobody has decided on yet are for those who work for the nation. */
export type GroupsAsked = AskedProgramme & { readonly seesCases: boolean; readonly seesWaiting: boolean }

/** The versioned answer: every group of a programme with what its members count, and who was put forward and chosen. */
export const groupsPage = (sources: Sources, asked: GroupsAsked): Question =>
  programmeQuestion(sources, asked, {
    name: 'groups',
    scope: [asked.seesCases, asked.seesWaiting],
    hasWaiting: asked.seesWaiting,
    value: (reading, view, times) => groupsOn(reading, view, asked, times),
  })

async function groupsOn(reading: Reading, view: CatalogueView, asked: GroupsAsked, times: Times): Promise<GroupsPage> {
  const programme = view.programme(asked.programme)
  const ids = new Set(programme.groups.flatMap(({ members }) => members))
  const indicators = view.indicatorsOf(programme.id).filter(({ id }) => ids.has(id))
  const sources = asked.seesCases ? await entrySources(reading, indicators, view, times.knownSeq) : null
  const promotions = asked.seesCases ? await promotionsOf(reading, indicators, asked, times) : null
  const members = new Map(
    indicators.map((indicator): [string, GroupMember] => {
      const entries =
        sources === null ? null : (sources.get(indicator.id) ?? { totals: [], national: [], register: null })
      const row = judgedWire(judged(indicator, { programme, view, on: times.on }, entries))
      const { responsible, chosenFrom } = indicator
      const choices = promotions === null ? null : choicesOf(indicator, promotions, view, times.on)
      return [indicator.id, { ...row, responsible, chosenFrom: [...chosenFrom], choices }]
    }),
  )
  const all = [...members.values()]
  return {
    programme: programme.id,
    ...(await timesWire(reading, times)),
    demo: all.some(({ demo, choices }) => demo || choices?.some(({ cases }) => cases.some((one) => one.demo))),
    groups: programme.groups.map(({ id, name, rule, members: ofGroup }) => ({
      id,
      name,
      rule,
      members: ofGroup.flatMap((member) => members.get(member) ?? []),
    })),
  }
}

async function promotionsOf(
  reading: Reading,
  indicators: readonly Indicator[],
  { seesWaiting }: GroupsAsked,
  { knownSeq }: Times,
): Promise<readonly KnownPromotion[]> {
  const choosing = indicators.filter(({ chosenFrom }) => chosenFrom.length > 0).map(({ id }) => id)
  const known = await knownPromotions(reading, choosing, knownSeq)
  return seesWaiting ? known : known.filter(({ isDecided }) => isDecided)
}

/** By source, in the order in which the indicator names them: a source nobody was chosen from is there and empty. */
function choicesOf(
  { id, chosenFrom }: Indicator,
  promotions: readonly KnownPromotion[],
  view: CatalogueView,
  on: LocalDate,
): NonNullable<GroupMember['choices']> {
  return chosenFrom.map((source) => ({
    source,
    cases: promotions
      .filter(({ row, source: from }) => row.subject === id && from.subject === source)
      .flatMap((promotion) => choiceWire(promotion, view, on)),
  }))
}

function choiceWire({ row, source, isDecided }: KnownPromotion, view: CatalogueView, on: LocalDate): GroupChoice[] {
  // What waits for a decision chooses nobody yet, whatever day it names.
  const days = isDecided ? row : { validFrom: null, validTo: null }
  const { stages } = bodyOf(row)
  const submittedOn = row.submittedAt === null ? null : shanghaiDate(row.submittedAt)
  const { validFrom, validTo } = days
  const state = promotionState(view.register(row.subject), { stages, submittedOn, validFrom, validTo }, source, on)
  if (state === null) return []
  return [
    {
      case: source.thread,
      choice: row.thread,
      title: source.title,
      region: source.region,
      state,
      isDecided,
      chosenOn: state === 'chosen' ? choiceDays(days, source).validFrom : null,
      demo: row.demo,
    },
  ]
}
