/** How two names of enterprises may be one: the same but for how it is written, or alike. */
export type NameLikeness = 'same-name' | 'like-name'

/**
 * Whether two names may be of one enterprise (名称相近): the same without width, case, spaces and signs; alike where one stands inside the
 * other, or where they differ in their legal form alone (有限责任公司, 有限公司, Co., Ltd.).
 *
 * Source: docs/methods/case-check.md
 */
export function nameLikeness(one: string, other: string): NameLikeness | null {
  const [a, b] = [plainName(one), plainName(other)]
  if (a.length < 2 || b.length < 2) return null
  if (a === b) return 'same-name'
  const [coreA, coreB] = [withoutForm(a), withoutForm(b)]
  if (coreA.length >= 2 && coreA === coreB) return 'like-name'
  return isInside(a, b) || isInside(coreA, coreB) ? 'like-name' : null
}

/** A text without what people write differently: width, case, spaces, brackets and stops. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()[\]〔〕【】《》“”"'·•.,、。-]/g, '')

const isInside = (a: string, b: string): boolean => a.length >= 4 && b.length >= 4 && (a.includes(b) || b.includes(a))

const legalForm = /(?:股份|集团)?(?:有限责任|有限)?公司$|(?:CORPORATION|COMPANY|LIMITED|CORP|LTD|INC|LLC|CO)$/

/** A plain name without its legal form; of a name that is nothing else, the name. */
function withoutForm(name: string): string {
  const shorter = name.replace(legalForm, '')
  if (shorter === name || shorter === '') return name
  return withoutForm(shorter)
}
