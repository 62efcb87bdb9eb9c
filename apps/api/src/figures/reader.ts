import { reachOf } from '@xushi/domain'
import type { FastifyRequest } from 'fastify'

/**
 * Whether a reader sees what entries say, or the catalogue and published figures only. Everybody with an account does, once the
 * initial password is changed: the programme shows all figures to all its regions.
 */
export const maySeeEntries = ({ person }: FastifyRequest): boolean =>
  person !== null && !person.mustChangePassword && reachOf(person.role, 'figures:read') !== null
