import { useWords } from '../language/language.tsx'
import { recordingWords } from './recording.words.ts'

/** The keys of the grid, in one line below it. */
export function KeyLine() {
  const { keys } = useWords(recordingWords)
  const line: readonly (readonly [readonly string[], string])[] = [
    [['↑', '↓', 'Enter'], keys.move],
    [['F2'], keys.edit],
    [['0'], keys.zero],
    [['N'], keys.notApplicable],
    [['W'], keys.withheld],
    [['Ctrl', 'D'], keys.same],
    [['Ctrl', 'V'], keys.paste],
    [['Ctrl', 'Enter'], keys.submit],
    [['Esc'], keys.restore],
  ]
  return (
    <p className="key-line label">
      {line.map(([names, meaning]) => (
        <span key={meaning}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {meaning}
        </span>
      ))}
    </p>
  )
}
