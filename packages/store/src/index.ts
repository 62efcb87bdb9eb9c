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
  unitsServed,
} from './accounts.ts'
export {
  beganAt,
  type ClosingRow,
  checkPeriodOpen,
  closePeriod,
  closingsOf,
  type ExceptionRow,
  exceptionsBetween,
  grantException,
  type HandedIn,
  handedInBetween,
  type NewException,
  reopenPeriod,
} from './calendar.ts'
export { canonicalJson } from './canonical-json.ts'
export {
  bringUpToDate,
  type CatalogueUpdate,
  catalogueSeq,
  loadCatalogue,
  type StoredCatalogue,
} from './catalogue-store.ts'
export {
  catalogueOn,
  type DecidedCatalogue,
  type DecisionRow,
  type Drift,
  decisionsKnown,
  type ReadingsChosen,
  readingSubject,
} from './decisions.ts'
export {
  createDisplayToken,
  type DisplayTokenRow,
  displaysThatHold,
  findDisplayToken,
  listDisplayTokens,
  type NewDisplayToken,
  revokeDisplayToken,
  touchDisplayToken,
} from './display-tokens.ts'
export { countEntries, type EntryFilter, type EntryPage, listEntries } from './entry-lists.ts'
export {
  allEvidence,
  attachEvidence,
  type EvidenceRow,
  type EvidenceSubject,
  evidenceOf,
  getEvidence,
  removeEvidence,
  type StoredFile,
  subjectOf,
  wasApprovedWith,
} from './evidence.ts'
export { countExportRows, type ExportFilter, type ExportRow, exportPages } from './export-rows.ts'
export {
  type CountedCell,
  type CountedFilter,
  countedCells,
  countedEntries,
  entryValues,
  hasEntries,
  lastPeriods,
  nationalEntries,
  type RecordedLag,
  recordedLags,
  regionalTotals,
  type Standing,
  type StoredTotal,
  standingsOf,
} from './figures.ts'
export type { FiledDecision } from './filed-decision.ts'
export {
  approveFiling,
  contentOf,
  correctFiling,
  countedFilings,
  countRegisterCases,
  currentFiling,
  deleteFiling,
  draftFiling,
  editFiling,
  type FilingContent,
  type FilingFilter,
  type FilingKind,
  type FilingPage,
  type FilingPlace,
  type FilingRow,
  filingsOfThread,
  getFiling,
  ledgeredFiling,
  listFilings,
  returnFiling,
  type StandingFiling,
  standingFor,
  submitFiling,
  threadsOf,
  withdrawFiling,
} from './filings.ts'
export type { Handle } from './kit.ts'
export {
  type Actor,
  eventsOf,
  figureMoves,
  type LedgerFilter,
  type LedgerHead,
  type LedgerRow,
  ledgerHead,
  ledgerPage,
  resolveKnownAt,
  timeOfEvent,
} from './ledger.ts'
export { ledgerLines } from './ledger-export.ts'
export {
  type BrokenLedger,
  holdsItself,
  type LedgerPoint,
  type LedgerVerdict,
  type LedgerWalk,
  ledgerStart,
  verifyLedger,
} from './ledger-verify.ts'
export {
  approveEntry,
  askCorrection,
  type Cell,
  correctEntry,
  deleteEntry,
  draftEntry,
  type EntryRow,
  editEntry,
  entriesInCell,
  getEntry,
  ledgeredEntry,
  returnEntry,
  submitEntry,
  withdrawEntry,
} from './progress-entries.ts'
export { type KnownPromotion, knownPromotions } from './promotions.ts'
export { accumulationOf, nation, rebuildReadModels } from './read-models.ts'
export {
  type ConfirmationRow,
  changedLists,
  confirmationsOf,
  confirmRegister,
  listConfirmations,
  type NewConfirmation,
} from './register-confirmations.ts'
export {
  type Member,
  mergeCase,
  promotionsOf,
  registerMembers,
  withdrawCase,
  withSources,
} from './registers.ts'
export { checkVersion } from './review-moves.ts'
export {
  closeOwnSessions,
  closeSession,
  findSession,
  noteFailedSignIn,
  type OwnSession,
  openSession,
  ownSessions,
  type SessionRow,
  sessionsThatHold,
  touchSession,
} from './sessions.ts'
export { databaseFile, openStore, type Reading, type Store, type StoreSettings, type Writing } from './store.ts'
export { StoreProblem, type StoreProblemKind } from './store-problem.ts'
export { type ColumnApart, type StoredDifference, verifyStored } from './verify-stored.ts'
export { type WaitingFor, type WaitingPage, waitingEntries, waitingFilings } from './waiting.ts'
