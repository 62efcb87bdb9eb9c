import { useWords } from '../language/language.tsx'
import { shellWords } from './shell.words.ts'

/** 演示: the figure beside it is invented. */
export function Demo() {
  return <span className="demo">{useWords(shellWords).demoShort}</span>
}
