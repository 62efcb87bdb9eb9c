import { type Static, type TObject, type TProperties, Type } from 'typebox'
import { IndicatorCalendar } from './calendar.schema.ts'
import { ValidationRules } from './validation.schema.ts'
import {
  Amount,
  Bound,
  Closed,
  changeFrom,
  DatePrecision,
  Day,
  GoalNumber,
  OneOf,
  Reference,
  Slug,
  Text,
} from './values.schema.ts'

/** The part as authors write it: with room for the decision that changed it. */
const changeable = <Properties extends TProperties>(part: TObject<Properties>, description: string) =>
  Closed({ ...part.properties, change: Type.Optional(changeFrom(part)) }, { description })

const Simple = Closed({
  is: OneOf(['at-least', 'more-than', 'at-most', 'equal', 'all'], 'at-least includes the number, more-than does not'),
  value: Amount('In the indicator’s unit'),
})
const Banded = Closed({
  is: OneOf(['about', 'range'], 'about has a band of ours, range is per region'),
  value: Amount('In the indicator’s unit'),
  from: Amount('Lower end of the band, included'),
  to: Amount('Upper end of the band, included'),
})

export const TargetPart = Closed({
  comparator: Type.Union([Simple, Banded], { description: 'When the promise is kept' }),
  basis: OneOf(['level', 'increment'], 'The number itself, or the number on top of a dated baseline'),
  perRegion: Type.Optional(Type.Boolean({ default: false, description: 'Judged per region, never for the nation' })),
  assumed: Type.Optional(Type.Boolean({ default: false, description: 'The number is our assumption' })),
})

export const BaselinePart = Closed({
  value: Amount('In the indicator’s unit'),
  bound: Type.Optional(Bound),
  on: Day('Day that the value speaks of'),
  precision: DatePrecision,
  source: Text('Where the value comes from'),
})

export const DuePart = Closed({
  on: Day('Last day on which the promise can be kept'),
  stated: Type.Boolean({ description: 'Stated in the source text; false means inferred (推定), then give a reason' }),
  reason: Type.Optional(Text('Why this day was inferred')),
})

const Straight = Closed({ is: OneOf(['straight'], 'One line from baseline to target') })
const Milestones = Closed({
  is: OneOf(['milestones'], 'a line through dated values'),
  points: Type.Array(Closed({ on: Day('Day of the point'), value: Amount('Planned value on that day') }), {
    minItems: 1,
    description: 'Dated values that the plan line runs through',
  }),
})
const Stages = Closed({
  is: OneOf(['stages'], 'the stages of a selection'),
  round: Type.Optional(Type.String({ minLength: 1, description: 'Round of the selection' })),
  stages: Type.Array(
    Closed({
      id: Slug('Name of the stage in data'),
      name: Text('Name on screen'),
      dueOn: Type.Optional(Day('When the stage is due')),
      reachedOn: Type.Optional(Day('When it was reached')),
    }),
    { minItems: 1, description: 'Stages of a selection, in order' },
  ),
})
const planPart = Type.Union([Straight, Milestones, Stages], {
  description: 'The way from baseline to target (序时进度)',
})
const planChange = { change: Type.Optional(changeFrom(planPart)) }
const Plan = Type.Union(
  [
    Closed({ ...Straight.properties, ...planChange }),
    Closed({ ...Milestones.properties, ...planChange }),
    Closed({ ...Stages.properties, ...planChange }),
  ],
  { description: 'The way from baseline to target (序时进度); straight when left out' },
)

const Typed = (level: string) =>
  OneOf(['period', 'yearToDate', 'sinceStart', 'atEnd'], `For the ${level}: 本期数, 自年初累计, 累计数 or 期末数`)
const reporters = (whose: string) =>
  Type.Array(Reference('Kind of unit, or id of one unit'), { description: `Who reports for the ${whose}` })

/** One indicator in targets.yaml, milestones.yaml or context.yaml. */
export const IndicatorRow = Closed({
  id: Slug('Unique in the installation'),
  goal: GoalNumber,
  role: Type.Optional(OneOf(['target', 'milestone', 'context'], 'Follows from the file; may be left out')),
  measure: Reference('Id of a measure of the programme'),
  name: Text('Name on screen'),
  clause: Closed(
    {
      question: Type.Integer({ minimum: 1, description: 'Question number in the source text' }),
      quote: Type.String({ description: 'The exact words, on one line in double quotes' }),
      sentence: Type.Optional(
        Type.String({ description: 'The sentence that holds the quote, where the quote alone does not make one' }),
      ),
      english: Type.Optional(
        Type.String({ minLength: 1, description: "The quote in English; yours, not the document's" }),
      ),
    },
    {
      description: 'Where it is promised (原文依据)',
      whenMissing: {
        zh: '每项目标都要有原文依据：问题序号和原文。',
        en: ' Every goal needs the place where it is promised: question and exact words.',
      },
    },
  ),
  kind: OneOf(
    ['measured', 'counted', 'yes-no', 'milestone', 'qualitative', 'reference'],
    'How its value comes to be: recorded, counted from a register, dated state, events, narrative, quoted',
  ),
  unit: Text('Unit of all its values'),
  decimals: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 6, default: 0, description: 'Decimal places that values may have' }),
  ),
  direction: Type.Optional(OneOf(['rising', 'falling'], 'rising when left out')),
  typed: Type.Optional(
    Closed(
      { region: Type.Optional(Typed('region')), nation: Type.Optional(Typed('nation')) },
      { description: 'What is typed for a region and for the nation; left out where nobody types a value' },
    ),
  ),
  aggregation: Closed(
    {
      time: OneOf(['sum', 'last', 'mean', 'none'], 'Over the periods'),
      regions: OneOf(['sum', 'weighted-mean', 'distinct', 'coverage', 'none'], 'Over the regions'),
    },
    { description: 'How single values become a total' },
  ),
  reportingLevel: OneOf(['nation', 'province', 'prefecture'], 'The one level that is recorded'),
  sourceOfRecord: Type.Optional(
    OneOf(['national', 'regions', 'register'], 'The source that alone moves actual and status'),
  ),
  target: Type.Optional(changeable(TargetPart, 'What is promised')),
  promise: Type.Optional(Text('What a target without a number promises, in words')),
  baseline: Type.Optional(changeable(BaselinePart, 'The value that the goal starts from (基期值)')),
  due: Type.Optional(changeable(DuePart, 'When the promise is due (截止日期)')),
  modality: Type.Optional(OneOf(['must', 'strive', 'encourage'], '必须, 力争, 鼓励; must when left out')),
  plan: Type.Optional(Plan),
  responsible: Text('Who is responsible'),
  reportedBy: Type.Optional(
    Closed(
      { region: Type.Optional(reporters('regions')), nation: Type.Optional(reporters('nation')) },
      { description: 'Units that are expected to report: kinds of unit, or single units by id' },
    ),
  ),
  calendar: Type.Optional(IndicatorCalendar),
  rules: Type.Optional(ValidationRules),
  groups: Type.Optional(Type.Array(Reference('Id of a group'), { description: 'Ids of the groups that it is in' })),
  recurs: Type.Optional(
    Type.Boolean({ description: 'Of a milestone that comes again and again (定期): its issues are counted' }),
  ),
  chosenFrom: Type.Optional(
    Type.Array(Reference('Id of an indicator'), {
      description: 'Ids of indicators whose members this one is chosen from; never added to them',
    }),
  ),
  ambiguities: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1 }), { description: 'Numbers of ambiguities (口径)' }),
  ),
  notes: Type.Optional(Text('What else to know')),
})

export type IndicatorRow = Static<typeof IndicatorRow>
export type PlanRow = NonNullable<IndicatorRow['plan']>
