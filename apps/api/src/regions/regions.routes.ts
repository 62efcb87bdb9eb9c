import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listRegions, listUnits, type Region, showRegionsStanding, type Unit } from '@xushi/contract'
import type * as domain from '@xushi/domain'
import { type Sources, viewNow } from '../catalogue/catalogue-now.ts'
import { maySeeEntries } from '../figures/reader.ts'
import type { VersionedReplies } from '../figures/versioned-reply.ts'
import { regionsStanding } from './regions-standing.service.ts'

type Options = { readonly sources: Sources; readonly replies: VersionedReplies }

export const regionsRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources, replies }) => {
  app.route({
    ...listRegions,
    handler: async ({ query: { level, parent } }) => {
      const { regions } = await viewNow(sources)
      const wanted = regions.filter(
        (region) =>
          (level === undefined ? parent !== undefined || region.level !== 'prefecture' : region.level === level) &&
          (parent === undefined || region.parent === parent),
      )
      return { regions: wanted.map(regionWire) }
    },
  })

  app.route({
    ...showRegionsStanding,
    handler: (request, reply) => {
      const asked = { ...request.params, ...request.query, maySeeEntries: maySeeEntries(request) }
      replies.send(request, reply, asked, regionsStanding(sources, asked))
    },
  })

  app.route({
    ...listUnits,
    handler: async () => ({ units: (await viewNow(sources)).units.map(unitWire) }),
  })
}

const regionWire = ({
  code,
  name,
  shortName,
  level,
  parent,
  reporting,
  validFrom,
  validTo,
}: domain.Region): Region => ({
  code,
  name,
  shortName,
  level,
  parent,
  reporting,
  validFrom,
  validTo,
})

const unitWire = ({ id, name, shortName, kind, region, parent, reviewsInside }: domain.ReportingUnit): Unit => ({
  id,
  name,
  shortName,
  kind,
  region,
  parent,
  reviewsInside,
})
