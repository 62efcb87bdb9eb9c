import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as contract from '@xushi/contract'
import { nation } from '@xushi/store'
import { filingRoutes } from '../filings/filing.routes.ts'
import { signedIn } from '../plugins/permission.ts'
import { asking } from '../progress-entries/progress-entries.routes.ts'
import type { MilestoneService } from './milestones.service.ts'
import type { NarrativeService } from './narratives.service.ts'
import type { PublishedFigureService } from './published-figures.service.ts'

type Parts = {
  readonly milestones: MilestoneService
  readonly narratives: NarrativeService
  readonly published: PublishedFigureService
}

export const goalsRoutes: FastifyPluginAsyncTypebox<Parts> = async (app, { milestones, narratives, published }) => {
  app.route({
    ...contract.recordMilestoneEvent,
    handler: async (request, reply) => {
      const { region = nation, unit, ...body } = request.body
      return reply.code(201).send(await milestones.record(asking(request), request.params.goal, { region, unit, body }))
    },
  })
  app.route({
    ...contract.listMilestoneEvents,
    handler: (request) => milestones.list(signedIn(request), request.params.goal, request.query),
  })
  app.route({
    ...contract.showMilestoneEvent,
    handler: (request) => milestones.show(signedIn(request), request.params.id),
  })
  app.route({
    ...contract.editMilestoneEvent,
    handler: (request) => {
      const { version, ...body } = request.body
      return milestones.edit(asking(request), request.params.id, version, body)
    },
  })
  app.route({
    ...contract.correctMilestoneEvent,
    handler: async (request, reply) => {
      const { version, reason, ...body } = request.body
      const correction = { version, reason, body }
      return reply.code(201).send(await milestones.correct(asking(request), request.params.id, correction))
    },
  })

  app.route({
    ...contract.recordNarrative,
    handler: async (request, reply) => {
      const { region = nation, unit, ...body } = request.body
      return reply.code(201).send(await narratives.record(asking(request), request.params.goal, { region, unit, body }))
    },
  })
  app.route({
    ...contract.listNarratives,
    handler: (request) => narratives.list(signedIn(request), request.params.goal, request.query),
  })
  app.route({
    ...contract.showNarrative,
    handler: (request) => narratives.show(signedIn(request), request.params.id),
  })
  app.route({
    ...contract.editNarrative,
    handler: async (request) => {
      const { version, ...content } = request.body
      const settled = await narratives.settledOf(signedIn(request), request.params.id)
      return narratives.edit(asking(request), request.params.id, version, { ...settled, ...content })
    },
  })
  app.route({
    ...contract.correctNarrative,
    handler: async (request, reply) => {
      const { version, reason, ...content } = request.body
      const settled = await narratives.settledOf(signedIn(request), request.params.id)
      const correction = { version, reason, body: { ...settled, ...content } }
      return reply.code(201).send(await narratives.correct(asking(request), request.params.id, correction))
    },
  })

  app.route({
    ...contract.recordPublishedFigure,
    handler: async (request, reply) => {
      const { indicator, ...body } = request.body
      const made = await published.record(asking(request), indicator, { region: body.region, body })
      return reply.code(201).send(made)
    },
  })
  app.route({
    ...contract.listPublishedFigures,
    handler: (request) => published.list(signedIn(request), request.query),
  })
  app.route({
    ...contract.showPublishedFigure,
    handler: (request) => published.show(signedIn(request), request.params.id),
  })
  app.route({
    ...contract.editPublishedFigure,
    handler: (request) => {
      const { version, ...body } = request.body
      return published.edit(asking(request), request.params.id, version, body)
    },
  })
  app.route({
    ...contract.correctPublishedFigure,
    handler: async (request, reply) => {
      const { version, reason, ...body } = request.body
      const correction = { version, reason, body }
      return reply.code(201).send(await published.correct(asking(request), request.params.id, correction))
    },
  })

  filingRoutes(app, milestones, {
    submit: contract.submitMilestoneEvent,
    approve: contract.approveMilestoneEvent,
    sendBack: contract.returnMilestoneEvent,
    withdraw: contract.withdrawMilestoneEvent,
    askCorrection: contract.askMilestoneEventCorrection,
    remove: contract.deleteMilestoneEvent,
  })
  filingRoutes(app, narratives, {
    submit: contract.submitNarrative,
    approve: contract.approveNarrative,
    sendBack: contract.returnNarrative,
    withdraw: contract.withdrawNarrative,
    askCorrection: contract.askNarrativeCorrection,
    remove: contract.deleteNarrative,
  })
  filingRoutes(app, published, {
    submit: contract.submitPublishedFigure,
    approve: contract.approvePublishedFigure,
    sendBack: contract.returnPublishedFigure,
    withdraw: contract.withdrawPublishedFigure,
    askCorrection: contract.askPublishedFigureCorrection,
    remove: contract.deletePublishedFigure,
  })
}
