import { type Static, Type } from 'typebox'
import { Person } from './progress-entries.ts'
import type { RouteContract } from './route.ts'
import { Closed, Id, InstantText, OneOf, Problem } from './shapes.ts'

const tags = ['evidence']
const Subject = { subjectKind: OneOf(['progress-entry', 'filing']), subject: Id }

/** A file behind an entry, or behind a filing by its thread (佐证材料). */
export const Evidence = Closed({
  id: Id,
  ...Subject,
  name: Type.String(),
  mediaType: Type.String(),
  size: Type.Integer(),
  sha256: Type.String(),
  uploadedBy: Person,
  uploadedAt: InstantText,
  demo: Type.Boolean(),
  /** Whether the file is there and is what was recorded; large files are told by their size, and read whole when they are sent. */
  file: OneOf(['sound', 'missing', 'altered']),
  mayRemove: Type.Boolean(),
})
export type Evidence = Static<typeof Evidence>

export const listEvidence = {
  method: 'GET',
  url: '/api/evidence',
  permission: 'progress:read',
  schema: {
    operationId: 'listEvidence',
    summary: 'The files behind an entry or a filing',
    tags,
    querystring: Closed(Subject),
    response: { 200: Closed({ evidence: Type.Array(Evidence), mayAttach: Type.Boolean() }), '4xx': Problem },
  },
} as const satisfies RouteContract

/** A multipart form with one file, at most 50 MB. Its type is read from its bytes; nothing else is believed. */
export const attachEvidence = {
  method: 'POST',
  url: '/api/evidence',
  permission: 'progress:edit',
  schema: {
    operationId: 'attachEvidence',
    summary: 'Put a file behind an entry or a filing that is being written',
    tags,
    querystring: Closed(Subject),
    response: { 201: Evidence, '4xx': Problem },
  },
} as const satisfies RouteContract

export const downloadEvidence = {
  method: 'GET',
  url: '/api/evidence/:id',
  permission: 'progress:read',
  schema: {
    operationId: 'downloadEvidence',
    summary: 'The file itself, always as an attachment',
    tags,
    params: Closed({ id: Id }),
    response: { 200: Type.Unknown(), '4xx': Problem },
  },
} as const satisfies RouteContract

export const removeEvidence = {
  method: 'DELETE',
  url: '/api/evidence/:id',
  permission: 'progress:edit',
  schema: {
    operationId: 'removeEvidence',
    summary: 'Take a file away while what it stands behind is being written',
    tags,
    params: Closed({ id: Id }),
    response: { 204: Type.Null(), '4xx': Problem },
  },
} as const satisfies RouteContract
