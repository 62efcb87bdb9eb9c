import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourcesDigest } from './sources-digest.ts'

describe('sourcesDigest', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'xushi-digest-'))
    write('apps/web/src/main.tsx', 'one')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  function write(file: string, text: string) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }

  it.each(['apps/web/src/main.tsx', 'packages/domain/src/plan.ts', 'packages/contract/src/route.ts', 'pnpm-lock.yaml'])(
    'changes with %s',
    (file) => {
      const before = sourcesDigest(root)
      write(file, 'two')
      expect(sourcesDigest(root)).not.toBe(before)
    },
  )

  it('changes when a file moves, though its words stay', () => {
    const before = sourcesDigest(root)
    rmSync(path.join(root, 'apps/web/src/main.tsx'))
    write('apps/web/src/other.tsx', 'one')
    expect(sourcesDigest(root)).not.toBe(before)
  })

  it.each(['apps/web/src/main.test.tsx', 'apps/web/dist/index.html', 'packages/store/src/store.ts'])(
    'does not change with %s',
    (file) => {
      const before = sourcesDigest(root)
      write(file, 'two')
      expect(sourcesDigest(root)).toBe(before)
    },
  )
})
