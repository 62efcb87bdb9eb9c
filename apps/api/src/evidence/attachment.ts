/**
 * The header by which a file is saved and never shown: RFC 6266 with RFC 8187, a plain name for old programs and the whole one for the
 * others.
 *
 * @param plain what the file is called where its own name cannot be told
 */
export function attachment(name: string, plain: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}${ending}"; filename*=UTF-8''${encoded}`
}
