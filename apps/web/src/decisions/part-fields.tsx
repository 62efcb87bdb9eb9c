import type { Programme } from '@xushi/contract'
import type { Text } from '@xushi/domain'
import { ChoiceField, DayField, LineField, optionsOf, TextField } from '../filings/form-fields.tsx'
import { useText, useWords } from '../language/language.tsx'
import { decisionWords } from './decisions.words.ts'
import { bases, comparators, pointsOf, type Typed } from './proposal.ts'

type PartProps = {
  readonly typed: Typed
  /** The fields that the server refused, as pointers. */
  readonly refused: readonly string[]
  readonly set: (change: Partial<Typed>) => void
  readonly regions: readonly { readonly code: string; readonly name: Text }[]
  readonly programme: Programme | undefined
}

/** What one part of a definition asks for, beside the reason and the day of its change. */
export function PartFields({ typed, refused, set, regions, programme }: PartProps) {
  const says = useWords(decisionWords)
  const text = useText()
  const line = (key: 'number' | 'second' | 'text' | 'textEn', label: string) => (
    <LineField
      label={label}
      most={200}
      isWrong={key === 'number' && refused.includes('/value/value')}
      value={typed[key]}
      change={(said) => set({ [key]: said })}
    />
  )
  const day = (label: string) => <DayField label={label} value={typed.on} change={(on) => set({ on })} />
  switch (typed.part) {
    case 'opening':
      return (
        <>
          {day(says.openedOn)}
          {line('number', says.balance)}
          {line('text', says.balanceSource)}
        </>
      )
    case 'target':
      return (
        <>
          <ChoiceField
            label={says.comparator}
            value={typed.comparator}
            change={(comparator) => set({ comparator })}
            options={optionsOf(comparators, says.comparators)}
          />
          <ChoiceField
            label={says.basis}
            value={typed.basis}
            change={(basis) => set({ basis })}
            options={optionsOf(bases, says.bases)}
          />
          {line('number', says.number)}
        </>
      )
    case 'baseline':
      return (
        <>
          {line('number', says.baselineValue)}
          {day(says.baselineOn)}
          {line('text', says.sourceZh)}
          {line('textEn', says.sourceEn)}
        </>
      )
    case 'due':
      return day(says.dueOn)
    case 'plan':
      return (
        <TextField
          label={says.points}
          rows={4}
          placeholder={says.pointsRule}
          isWrong={pointsOf(typed.points) === null || refused.some((field) => field.startsWith('/value/points'))}
          value={typed.points}
          change={(points) => set({ points })}
          under={says.pointsRule}
        />
      )
    case 'regional-target':
      return (
        <>
          <ChoiceField
            search
            label={says.region}
            value={typed.text === '' ? null : typed.text}
            change={(code) => set({ text: code })}
            options={regions
              .filter(({ code }) => code !== '000000')
              .map(({ code, name }) => ({ value: code, label: text(name) }))}
          />
          {day(says.dueOn)}
          {line('number', says.number)}
        </>
      )
    case 'thresholds':
      return (
        <>
          {line('number', says.onSchedule)}
          {line('second', says.slightlyBehind)}
          {line('text', says.authorZh)}
          {line('textEn', says.authorEn)}
        </>
      )
    case 'reading':
      return (
        <>
          <ChoiceField
            search
            label={says.ambiguity}
            value={typed.ambiguity === 0 ? null : typed.ambiguity}
            change={(ambiguity) => set({ ambiguity })}
            options={(programme?.ambiguities ?? []).map(({ number, ambiguity }) => ({
              value: number,
              label: `${number}　${text(ambiguity)}`,
            }))}
          />
          {line('text', says.readingZh)}
          {line('textEn', says.readingEn)}
        </>
      )
    default:
      return typed.part satisfies never
  }
}
