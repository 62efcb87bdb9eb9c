import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Names the folder in which the test files of one run share what is costly to make. */
export const runRoomVariable = 'TESTKIT_RUN_ROOM'

/** Global setup of a test run: the folder, until its last file is through. Of several projects the first one makes it. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env[runRoomVariable] !== undefined) return async () => undefined
  const room = await mkdtemp(path.join(tmpdir(), 'xushi-run-'))
  process.env[runRoomVariable] = room
  return () => rm(room, { recursive: true, force: true })
}
