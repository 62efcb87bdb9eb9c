const ownFont = 'Noto Sans SC'

/** Those of the characters that a range such as `U+4e00-4e0a, U+3?` holds. */
export function charactersIn(range: string, characters: Iterable<string>): readonly string[] {
  const parts = range.split(',').map((part) => {
    const [first = '', last] = part.trim().replace(/^U\+/i, '').split('-')
    return {
      from: Number.parseInt(first.replaceAll('?', '0'), 16),
      to: Number.parseInt((last ?? first).replaceAll('?', 'f'), 16),
    }
  })
  return [...characters].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return parts.some(({ from, to }) => code >= from && code <= to)
  })
}

/** The texts of a picture by weight: bold ones need pieces of their own. */
export type FontNeeds = { readonly regular: string; readonly bold: string }

/** A character that has ink once its piece is there. */
export type FontProbe = { readonly character: string; readonly isBold: boolean }

export type FontPieces = { readonly rules: string; readonly probes: readonly FontProbe[] }

/** Characters that surely have ink. */
const inked = /[\p{Script=Han}A-Za-z0-9]/u

/**
 * The pieces of the product's own font that a picture needs, as rules with the pieces inside: a picture alone cannot load them. None
 * where this machine has a Chinese font, as then the page has not loaded its own either.
 */
export async function fontPieces(needs: FontNeeds): Promise<FontPieces> {
  const isUsed = [...document.fonts].some(({ family, status }) => family.includes(ownFont) && status === 'loaded')
  if (!isUsed) return { rules: '', probes: [] }
  const [regular, bold] = [new Set(needs.regular), new Set(needs.bold)]
  const wanted = fontRules()
    .map((piece) => ({ piece, characters: charactersIn(piece.range, piece.isBold ? bold : regular) }))
    .filter(({ characters }) => characters.length > 0)
  const rules = await Promise.all(wanted.map(({ piece }) => withPiece(piece)))
  const probes = wanted.flatMap(({ piece: { isBold }, characters }) => {
    const character = characters.find((one) => inked.test(one))
    return character === undefined ? [] : [{ character, isBold }]
  })
  return { rules: rules.join(''), probes }
}

type Piece = { readonly address: string; readonly isBold: boolean; readonly range: string }

function fontRules(): readonly Piece[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('font-family').includes(ownFont)) return []
      const file = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
      if (file === undefined) return []
      return [
        {
          address: new URL(file, sheet.href ?? document.baseURI).href,
          isBold: Number(rule.style.getPropertyValue('font-weight')) >= 600,
          range: rule.style.getPropertyValue('unicode-range'),
        },
      ]
    }),
  )
}

async function withPiece({ address, isBold, range }: Piece): Promise<string> {
  const content = await fetch(address, { cache: 'force-cache' }).then((answer) => answer.blob())
  const weight = isBold ? '600 900' : '100 500'
  return `@font-face{font-family:"${ownFont}";font-weight:${weight};src:url(${await dataAddress(content)});unicode-range:${range}}`
}

/** A file as an address that holds it. */
function dataAddress(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(content)
  })
}
