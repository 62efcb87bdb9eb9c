export { accountNamesAt } from './account-names.ts'
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
  openFirstAdministrator,
  setPassword,
  unitsServed,
} from './accounts.ts'
export { correctionsBegun } from './asked-corrections.ts'
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
export { checkMergerTarget, mergerOf } from './case-mergers.ts'
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
  evidenceEver,
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
export { type FiledDecision, isOvertaken, lastDecided } from './filed-decision.ts'
export { correctFiling, draftFiling, editFiling } from './filing-drafts.ts'
export {
  countedFilings,
  countRegisterCases,
  type FilingFilter,
  type FilingPage,
  lastDaysOf,
  listFilings,
  type StandingFiling,
  threadsOf,
} from './filing-lists.ts'
export { type Stay, stayBeside, stayRefusal } from './filing-stays.ts'
export {
  approveFiling,
  askFilingCorrection,
  contentOf,
  currentFiling,
  deleteFiling,
  type FilingContent,
  type FilingKind,
  type FilingPlace,
  type FilingRow,
  filingsOfThread,
  getFiling,
  ledgeredFiling,
  returnFiling,
  standingFor,
  submitFiling,
  withdrawFiling,
} from './filings.ts'
export * from './issued-reports.ts'
export type { Handle } from './kit.ts'
export {
  type Actor,
  eventAt,
  eventsOf,
  figureMoves,
  figureMovesBetween,
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
  claimMail,
  type MailRow,
  type MailTurn,
  mailSent,
  mailWaits,
  postponeMail,
} from './mail-queue.ts'
export {
  listMessages,
  type MailFailure,
  type MessagePage,
  type MessageRow,
  type NewMessage,
  postMessages,
  putMessages,
  readMessages,
} from './messages.ts'
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
  promotionsOf,
  registerMembers,
  withdrawCase,
  withSources,
} from './registers.ts'
export {
  type ReminderKey,
  type ReminderSent,
  type ReminderSwitchRow,
  reminderKey,
  reminderSwitches,
  remindersSent,
  switchReminders,
} from './reminders.ts'
export {
  filesOf,
  forReaders,
  getReport,
  listReports,
  numberOf,
  type ReportFileRow,
  type ReportFilter,
  type ReportRow,
  reportOfDigest,
  reportOfNumber,
} from './report-archive.ts'
export {
  cancelReport,
  claimReport,
  failReport,
  finishReport,
  type MadeReport,
  type ReportFailure,
  releaseReport,
  reportFilesKept,
  reportsWait,
  type Turn,
  tellReportSteps,
} from './report-making.ts'
export {
  changeSchedule,
  createSchedule,
  deleteSchedule,
  listSchedules,
  type Schedule,
  type ScheduleChange,
  type ScheduleRow,
} from './report-schedules.ts'
export {
  deleteReport,
  draftReport,
  editReport,
  issueReport,
  makeReportAgain,
  type NewReport,
  returnReport,
  submitReport,
  withdrawReport,
} from './reports.ts'
export { checkVersion } from './review-moves.ts'
export {
  beginScheduled,
  draftScheduled,
  failScheduled,
  lastOutcomes,
  notBegun,
  type Scheduled,
  type ScheduledKey,
  type ScheduledOutcome,
  scheduledUntold,
  scheduledWaiting,
  tellScheduled,
  type Waiting,
} from './scheduled-reports.ts'
export { noteFailedSignIn, type SecurityNote, securityNotes } from './security-log.ts'
export {
  closeOwnSessions,
  closeSession,
  findSession,
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
