export { launchBrowser } from './browser.ts'
export { type FixedClock, fixedClock } from './fixed-clock.ts'
export { type FreshDatabase, freshDatabase } from './fresh-database.ts'
export { freePort, type PostgresServer, startPostgres } from './postgres-server.ts'
