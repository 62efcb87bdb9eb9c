import { defineConfig } from 'vitest/config'

const setupFiles = ['packages/testkit/src/console-errors.ts']
const globalSetup = ['packages/testkit/src/postgres-broker.ts', 'packages/testkit/src/run-room.ts']

/** `unit` is everything that needs no browser, on both engines; `e2e` walks the real product in a real browser. */
export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Two cores: one file for each, and none left for a third.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}'],
          setupFiles,
          globalSetup,
          // A report takes a second or two to make, and on a busy machine ten times that.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.e2e.ts'],
          setupFiles,
          globalSetup,
          // After everything else, one file at a time: a browser and a server already fill two cores.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
