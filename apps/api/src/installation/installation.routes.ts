import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { showChecklist, showInstallation } from '@xushi/contract'
import { type Role, reachOf } from '@xushi/domain'
import { countEntries, hasEntries, hasNoAccount, listAccounts } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'

type Options = { readonly sources: Sources; readonly version: string }

export const installationRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { sources: { store }, version }) => {
  app.route({
    ...showInstallation,
    handler: async () =>
      store.read(async (reading) => ({
        version,
        demo: await hasEntries(reading, true),
        needsFirstAdministrator: await hasNoAccount(reading),
      })),
  })

  app.route({
    ...showChecklist,
    handler: async () =>
      store.read(async (reading) => {
        const active = (await listAccounts(reading)).filter(({ disabledAt }) => disabledAt === null)
        const able = (action: 'progress:record' | 'progress:approve') =>
          active.filter(({ role }) => role !== 'unit-reviewer' && reachOf(role as Role, action) !== null).length
        return {
          recorders: able('progress:record'),
          approvers: able('progress:approve'),
          entries: await countEntries(reading, null),
          approvals: await countEntries(reading, ['approved', 'superseded']),
        }
      }),
  })
}
