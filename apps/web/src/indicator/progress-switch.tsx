export type SwitchProps<Choice extends string> = {
  readonly label: string
  readonly choices: readonly { readonly choice: Choice; readonly name: string }[]
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

/** A few ways of looking side by side, one of them chosen. Nothing where there is one way only. */
export function ProgressSwitch<Choice extends string>({ label, choices, chosen, onChoose }: SwitchProps<Choice>) {
  if (choices.length < 2) return null
  return (
    <fieldset className="switch no-print">
      <legend className="visually-hidden">{label}</legend>
      {choices.map(({ choice, name }) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => onChoose(choice)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
