import fastifyPlugin from 'fastify-plugin'

/**
 * What a page of this product may load and do. Scripts come from here alone, never from inside a page. Styles are less
 * strict: Ant Design makes its style elements in the browser, and a style can neither read the page nor send it away, as
 * images, fonts and connections stay with this address.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const always = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** The headers of every answer, made once. `https`: people reach the product over TLS and shall stay there for a year. */
export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return https ? { ...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : always
}

/** Puts the security headers on every answer: pages, files, JSON, problems, unknown addresses. */
export const securityHeadersPlugin = fastifyPlugin<{ readonly headers: Readonly<Record<string, string>> }>(
  async (app, { headers }) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(headers)
      done()
    })
  },
  { name: 'security-headers' },
)
