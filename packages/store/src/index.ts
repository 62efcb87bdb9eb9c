export {
  type AccountChange,
  type AccountRow,
  accountById,
  accountByName,
  accountsById,
  changeAccount,
  createAccount,
  createFirstAdministrator,
  hasNoAccount,
  listAccounts,
  type NewAccount,
  newId,
  openFirstAdministrator,
  setPassword,
} from './accounts.ts'
export { canonicalJson } from './canonical-json.ts'
export {
  bringUpToDate,
  type CatalogueUpdate,
  catalogueOn,
  catalogueSeq,
  type DecisionRow,
  type Drift,
  loadCatalogue,
  type StoredCatalogue,
} from './catalogue-store.ts'
export { countExportRows, type ExportFilter, type ExportRow, exportPages } from './export-rows.ts'
export {
  type CountedFilter,
  countedEntries,
  hasEntries,
  lastPeriods,
  nationalEntries,
  regionalTotals,
  type Standing,
  type StoredTotal,
  standingsOf,
} from './figures.ts'
export type { Handle } from './kit.ts'
export {
  type Actor,
  eventsOf,
  type LedgerHead,
  type LedgerRow,
  type LedgerVerdict,
  ledgerHead,
  ledgerPage,
  resolveKnownAt,
  timeOfEvent,
  verifyLedger,
} from './ledger.ts'
export { ledgerLines } from './ledger-export.ts'
export {
  approveEntry,
  type Cell,
  correctEntry,
  countEntries,
  deleteEntry,
  draftEntry,
  type EntryFilter,
  type EntryPage,
  type EntryRow,
  editEntry,
  entriesInCell,
  getEntry,
  listEntries,
  returnEntry,
  submitEntry,
  withdrawEntry,
} from './progress-entries.ts'
export { accumulationOf, nation, rebuildReadModels } from './read-models.ts'
export { closeSession, findSession, noteFailedSignIn, openSession, type SessionRow, touchSession } from './sessions.ts'
export { databaseFile, openStore, type Reading, type Store, type StoreSettings, type Writing } from './store.ts'
export { StoreProblem, type StoreProblemKind } from './store-problem.ts'
