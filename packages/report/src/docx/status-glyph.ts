import type { Status } from '@xushi/domain'

/**
 * The shape of a status as a character that every Chinese font has (GBK), so that it stands in the line and is copied with its word. The
 * closest to the drawn shapes: filled for reached, hollow or pointed for what is not.
 */
export const statusGlyph: Readonly<Record<Status, string>> = {
  achieved: '●',
  'on-schedule': '◎',
  'slightly-behind': '▽',
  behind: '▼',
  overdue: '■',
  'not-started': '◇',
  'no-data': '□',
  'not-judged': '○',
}
