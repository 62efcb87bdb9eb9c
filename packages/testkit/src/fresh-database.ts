import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type {} from './postgres-broker.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the run's one PostgreSQL server, which starts when it is first asked for. */
    readonly postgresBroker: string
  }
}

/** An empty PostgreSQL database that nobody else uses. */
export type FreshDatabase = {
  /** As `DATABASE_URL` takes it. */
  readonly url: string
  /** Removes it, cutting what is still connected. */
  readonly drop: () => Promise<void>
}

/** Makes an empty database on the test run's one PostgreSQL server (started by the first call of the run, 0.6 s). */
export async function freshDatabase(): Promise<FreshDatabase> {
  // Imported late: the benchmark uses this package outside a test run, where vitest refuses to be loaded.
  const { inject } = await import('vitest')
  const answer = await fetch(inject('postgresBroker'))
  const admin = await answer.text()
  if (!answer.ok) throw new Error(admin)

  const name = `t${randomUUID().replaceAll('-', '')}`
  await administer(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(admin, `drop database ${name} with (force)`) }
}

async function administer(url: string, command: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await connection.unsafe(command)
  } finally {
    await connection.end()
  }
}
