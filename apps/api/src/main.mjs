import { enableCompileCache, flushCompileCache } from 'node:module'
import path from 'node:path'

/*
 * Where the process begins, in plain JavaScript. What Node makes of each module (types removed, code compiled) is kept for the next start,
 * so that is asked for before the first module with types is loaded: then the compiler that removes them, and its memory, are never
 * loaded either. Where the folder cannot be written, everything is compiled each time, and works.
 */
enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/xushi'))
await import('./main.ts')
flushCompileCache()
