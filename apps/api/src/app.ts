import type { Store } from '@xushi/store'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { ambiguitiesRoutes } from './ambiguities/ambiguities.routes.ts'
import { calendarRoutes } from './calendar/calendar.routes.ts'
import { calendarService } from './calendar/calendar.service.ts'
import { catalogueMemory } from './catalogue/catalogue-memory.ts'
import { sourcesOf } from './catalogue/catalogue-now.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { contracts } from './contracts.ts'
import { dashboardRoutes } from './dashboard/dashboard.routes.ts'
import { decisionsRoutes } from './decisions/decisions.routes.ts'
import { decisionService } from './decisions/decisions.service.ts'
import { displayMemory } from './displays/display.ts'
import { displaysRoutes } from './displays/displays.routes.ts'
import { displayService } from './displays/displays.service.ts'
import { errandsOf } from './errands.ts'
import { eventHub } from './events/event-hub.ts'
import { eventsRoutes } from './events/events.routes.ts'
import { contentStore } from './evidence/content-store.ts'
import { evidenceRoutes } from './evidence/evidence.routes.ts'
import { evidenceService } from './evidence/evidence.service.ts'
import { exportsRoutes } from './exports/exports.routes.ts'
import { versionedReplies } from './figures/versioned-reply.ts'
import { goalsRoutes } from './goals/goals.routes.ts'
import { milestoneService } from './goals/milestones.service.ts'
import { narrativeService } from './goals/narratives.service.ts'
import { publishedFigureService } from './goals/published-figures.service.ts'
import { groupsRoutes } from './groups/groups.routes.ts'
import { healthRoutes } from './health/health.routes.ts'
import { indicatorsRoutes } from './indicators/indicators.routes.ts'
import { withdrawFirstAdministrator } from './installation/first-administrator.ts'
import { installationRoutes } from './installation/installation.routes.ts'
import { ledgerRoutes } from './ledger/ledger.routes.ts'
import { mailSender } from './mail/mail-sender.ts'
import { mailServer } from './mail/mail-server.ts'
import { messagesRoutes } from './messages/messages.routes.ts'
import { milestonesRoutes } from './milestones/milestones.routes.ts'
import { documentationPlugin } from './plugins/documentation.ts'
import { knownMethods } from './plugins/known-methods.ts'
import { originCheckPlugin } from './plugins/origin-check.ts'
import { permissionPlugin } from './plugins/permission.ts'
import { plainTextPlugin } from './plugins/plain-text.ts'
import { answerProblem, problemPlugin, refuseConnection } from './plugins/problem.ts'
import { requestLogPlugin } from './plugins/request-log.ts'
import { securityHeaders, securityHeadersPlugin } from './plugins/security-headers.ts'
import { sessionPlugin } from './plugins/session.ts'
import { validationPlugin } from './plugins/validation.ts'
import { webFiles } from './plugins/web-files.ts'
import { Refusal } from './problems/refusal.ts'
import { programmesRoutes } from './programmes/programmes.routes.ts'
import { progressEntriesRoutes } from './progress-entries/progress-entries.routes.ts'
import { progressService } from './progress-entries/progress-entries.service.ts'
import { recordingDeskRoutes } from './recording-desk/recording-desk.routes.ts'
import { recordingDeskService } from './recording-desk/recording-desk.service.ts'
import { regionsRoutes } from './regions/regions.routes.ts'
import { caseService } from './registers/cases.service.ts'
import { confirmationService } from './registers/confirmations.service.ts'
import { registersRoutes } from './registers/registers.routes.ts'
import { registerService } from './registers/registers.service.ts'
import { remindersErrand } from './reminders/reminders.errand.ts'
import { remindersRoutes } from './reminders/reminders.routes.ts'
import { reminderService } from './reminders/reminders.service.ts'
import { reportMaker } from './reports/report-maker.ts'
import { reportSchedulesRoutes } from './reports/report-schedules.routes.ts'
import { reportScheduleService } from './reports/report-schedules.service.ts'
import { reportVerificationService } from './reports/report-verification.service.ts'
import { reportWorkshop } from './reports/report-workshop.ts'
import { reportsRoutes } from './reports/reports.routes.ts'
import { reportService } from './reports/reports.service.ts'
import { scheduledReportsErrand } from './reports/scheduled-reports.errand.ts'
import { reviewDeskRoutes } from './review-desk/review-desk.routes.ts'
import { screenRoutes } from './screen/screen.routes.ts'
import { securityEventsRoutes } from './security-events/security-events.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { sessionService } from './session/session.service.ts'
import { sessionMemory } from './session/session-memory.ts'
import { usersRoutes } from './users/users.routes.ts'
import { userService } from './users/users.service.ts'

export type AppParts = {
  readonly config: Pick<Config, 'databaseUrl' | 'home' | 'publicUrl' | 'passwordPolicy' | 'mail'>
  readonly store: Store
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  /** Folder of the built pages. */
  readonly web: string
  /** Which build made an answer, for its version. */
  readonly build: string
  readonly version: string
}

export type App = Awaited<ReturnType<typeof buildApp>>

const megabyte = 1_048_576

/** The whole HTTP server, ready to listen or to be asked in a test. */
export async function buildApp({ config, store, clock, logger, web, version, build }: AppParts) {
  const headers = securityHeaders(config.publicUrl?.startsWith('https:') ?? false)
  const app = fastify({
    loggerInstance: logger,
    // The framework writes two lines for each request and a slice none; ours is written in request-log.ts.
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request would cost more than the line it writes; a fault has a reference of its own.
    childLoggerFactory: (parent) => parent,
    bodyLimit: megabyte,
    // Without these a client that sends or reads one byte a minute keeps its connection for ever.
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 200 },
    // A request that still comes in while the server stops is answered like any other; the store closes after the last one.
    return503OnClosing: false,
    trustProxy: false,
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply.headers(headers)),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, headers),
  })
  app.removeContentTypeParser('text/plain')
  app.setNotFoundHandler((request, reply) => answerProblem(new Refusal('unknown-address'), request, reply))

  const sources = sourcesOf(store, clock, catalogueMemory(), contentStore(config.home))
  const sessions = sessionMemory(store, clock, config.passwordPolicy)
  const displays = displayMemory(store, clock)
  const replies = versionedReplies(sources, build)
  const progress = progressService(sources)
  const cases = caseService(sources)
  const registers = registerService(sources, cases)
  const reportFiles = contentStore(config.home, 'reports')
  const workshop = reportWorkshop({ databaseUrl: config.databaseUrl, home: config.home, build })
  const maker = reportMaker({ store, clock, contents: reportFiles, workshop, logger })
  const reports = reportService(sources, reportFiles, maker)
  app.addHook('onClose', () => maker.close())
  const server = config.mail === null ? null : mailServer(config.mail)
  const byMail = server !== null
  const errands = errandsOf(
    {
      reports: scheduledReportsErrand({ sources, maker, byMail }),
      reminders: remindersErrand({ sources, byMail }),
      // Last, so that what the others tell goes out at the same look.
      mail: mailSender({ store, clock, server, publicUrl: config.publicUrl, logger }),
    },
    logger,
  )
  app.decorate('errands', errands)
  app.addHook('onClose', () => errands.close())

  // For all: order matters. Headers stand on every answer, even on a refusal by what comes after them.
  await app.register(securityHeadersPlugin, { headers })
  await app.register(requestLogPlugin)
  await app.register(problemPlugin)
  await app.register(plainTextPlugin)
  await app.register(validationPlugin)
  await app.register(originCheckPlugin, { publicUrl: config.publicUrl })
  await app.register(sessionPlugin, { publicUrl: config.publicUrl, sessions, displays })
  await app.register(permissionPlugin)
  await app.register(documentationPlugin, { version })

  // The slices.
  await app.register(healthRoutes, { sources })
  await app.register(installationRoutes, { sources, version })
  await app.register(sessionRoutes, {
    service: sessionService({ store, clock, sessions, passwordPolicy: config.passwordPolicy }),
    sessions,
    sources,
    opened: () => withdrawFirstAdministrator(config.home),
  })
  await app.register(securityEventsRoutes, { store })
  await app.register(usersRoutes, { users: userService(sources, sessions) })
  await app.register(messagesRoutes, { store })
  await app.register(programmesRoutes, { sources, replies })
  await app.register(dashboardRoutes, { sources, replies })
  await app.register(ambiguitiesRoutes, { sources, replies })
  await app.register(indicatorsRoutes, { sources, replies })
  await app.register(regionsRoutes, { sources, replies })
  await app.register(groupsRoutes, { sources, replies })
  await app.register(milestonesRoutes, { sources, replies })
  await app.register(progressEntriesRoutes, { progress })
  await app.register(calendarRoutes, { calendar: calendarService(sources), sources })
  await app.register(recordingDeskRoutes, { desk: recordingDeskService(sources, progress) })
  await app.register(registersRoutes, { cases, registers, confirmations: confirmationService(sources) })
  await app.register(goalsRoutes, {
    milestones: milestoneService(sources),
    narratives: narrativeService(sources),
    published: publishedFigureService(sources),
  })
  await app.register(decisionsRoutes, { decisions: decisionService(sources) })
  await app.register(reviewDeskRoutes, { sources, progress })
  await app.register(evidenceRoutes, { evidence: evidenceService(sources) })
  await app.register(exportsRoutes, { sources, registers })
  await app.register(reportsRoutes, {
    reports,
    verification: reportVerificationService({ sources, contents: reportFiles, workshop, reports }),
  })
  await app.register(reportSchedulesRoutes, { schedules: reportScheduleService(sources) })
  await app.register(remindersRoutes, { reminders: reminderService(sources) })
  await app.register(ledgerRoutes, { sources, home: config.home })

  await app.register(screenRoutes, { sources, replies })
  await app.register(displaysRoutes, { displays: displayService(sources, displays) })
  await app.register(eventsRoutes, {
    hub: eventHub({ store, clock, failed: (err) => logger.error({ err }, 'the events cannot be looked after') }),
  })
  await app.register(knownMethods, { contracts })
  await app.register(webFiles, { folder: web, sources })
  return app
}
