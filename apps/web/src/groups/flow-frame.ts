import type { Language } from '@xushi/wording'
import { useIsLaptop, useIsPaper, useIsPhone, useIsWide } from '../app/media.ts'
import { useLanguage } from '../language/language.tsx'

/** Where a choice is drawn: the measures that its squares, ribbons and seats have in common. */
export type FlowFrame = {
  /** How wide a block of squares may be. */
  readonly room: number
  /** Height of the lines above the squares of a source, and above the seats. */
  readonly sourceHead: number
  readonly chooserHead: number
  /** Left edge of the bars of candidates, and of the seats; null where there is no room to draw them side by side. */
  readonly ribbons: { readonly barAt: number; readonly seatsAt: number } | null
  /** Whether the words of a bar stand before it, since behind it there is no room; and how wide they are there. */
  readonly isTight: boolean
  readonly wordsBefore: number
}

const heads = { sourceHead: 104, chooserHead: 76 }
const wide: FlowFrame = { room: 600, ...heads, ribbons: { barAt: 760, seatsAt: 976 }, isTight: false, wordsBefore: 240 }
const laptop: FlowFrame = { ...wide, room: 468, ribbons: { barAt: 640, seatsAt: 800 }, wordsBefore: 160 }
const sheet: FlowFrame = { ...wide, room: 300, ribbons: { barAt: 410, seatsAt: 490 }, isTight: true, wordsBefore: 116 }
/** On paper there is less room for words, and heads in English take a line more. */
const paper: Readonly<Record<Language, FlowFrame>> = {
  zh: { ...sheet, sourceHead: 122 },
  en: { ...sheet, sourceHead: 146, chooserHead: 118 },
}
const tablet: FlowFrame = { ...wide, ribbons: null }
const phone: FlowFrame = { ...tablet, room: 356 }

/** The measures for the page as it is now: a screen of this width, or a sheet. */
export function useFlowFrame(): FlowFrame {
  const { language } = useLanguage()
  const isPaper = useIsPaper()
  const isWide = useIsWide()
  const isLaptop = useIsLaptop()
  const isPhone = useIsPhone()
  if (isPaper) return paper[language]
  if (isWide) return wide
  if (isLaptop) return laptop
  return isPhone ? phone : tablet
}
