import { describe, expect, it } from 'vitest'
import { importViolations } from './import-rules.ts'
import { withoutComments } from './source-file.ts'

const reasons = (path: string, text: string) =>
  importViolations([{ path, code: withoutComments(text) }]).map(({ line, reason }) => `${line} ${reason}`)

describe('importViolations', () => {
  it.each([
    ['packages/domain/src/plan.ts', `import { known } from './figure.ts'`],
    ['packages/domain/src/plan.test.ts', `import { expect } from 'vitest'`],
    ['packages/contract/src/route.ts', `import type { Action } from '@xushi/domain'`],
    ['packages/store/src/schema.ts', `import { sql } from 'drizzle-orm/sqlite-core'\nimport path from 'node:path'`],
    ['packages/report/src/table-csv.ts', `import { csvText } from '@xushi/contract'`],
    ['packages/catalogue/src/reader.ts', `import { openStore } from '@xushi/store'`],
    ['packages/store/src/store.test.ts', `import { fixedClock } from '@xushi/testkit'`],
    ['apps/api/src/app.ts', `import { openStore } from '@xushi/store'\nimport fastify from 'fastify'`],
    ['apps/web/e2e/walk.e2e.ts', `import { launchBrowser } from '@xushi/testkit'\nimport path from 'node:path'`],
    ['apps/web/src/overview.tsx', `// import { openStore } from '@xushi/store'\nimport { Button } from 'antd'`],
  ])('lets %s import what lies further in: %s', (path, text) => {
    expect(reasons(path, text)).toEqual([])
  })

  it.each([
    ['packages/domain/src/plan.ts', `\nimport { Type } from 'typebox'`, '2 packages/domain may not import typebox'],
    ['packages/domain/src/plan.ts', `import path from 'node:path'`, 'runs without Node'],
    ['packages/contract/src/route.ts', `import { openStore } from '@xushi/store'`, 'may not import @xushi/store'],
    ['packages/report/src/csv.ts', `export { rows } from '@xushi/store'`, 'may not import @xushi/store'],
    ['packages/store/src/store.ts', `import { fixedClock } from '@xushi/testkit'`, 'may not import @xushi/testkit'],
    ['apps/api/src/app.ts', `const { sql } = await import('drizzle-orm')`, 'only packages/store imports drizzle-orm'],
    [
      'apps/web/src/page.tsx',
      `import {\n  standing,\n} from '@xushi/report'`,
      '3 apps/web may not import @xushi/report',
    ],
    ['apps/web/src/page.tsx', `import { readFileSync } from 'node:fs'`, 'runs without Node'],
    ['apps/api/src/app.ts', `import { known } from '@xushi/domain/src/figure.ts'`, 'behind the index.ts'],
    ['apps/api/src/app.test.ts', `import { known } from '../../../packages/domain/src/index.ts'`, 'leaves apps/api'],
    ['packages/domain/src/plan.ts', `import '../../store/src/index.ts'`, 'leaves packages/domain'],
    ['apps/web/src/chart/index.ts', '', '1 apps have no index.ts'],
  ])('refuses %s with %s', (path, text, reason) => {
    expect(reasons(path, text)).toEqual([expect.stringContaining(reason)])
  })
})
