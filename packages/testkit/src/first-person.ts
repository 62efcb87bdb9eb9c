import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RunningProduct } from './running-product.ts'
import type { Account } from './sign-in.ts'

const passwords = { initial: 'Qiantang-River-2020', chosen: 'Jiangnan-Bridge-7' } as const

/**
 * Makes the first administrator of a product without accounts, by the link that its operator finds, and one person more.
 *
 * @returns the person, who has already chosen a password
 */
export async function firstPerson(
  product: RunningProduct,
  person: { readonly username: string; readonly displayName: string; readonly role: string; readonly unit: string },
): Promise<Account> {
  let cookie = ''
  const ask = async <Answer>(address: string, body: object): Promise<Answer> => {
    const response = await fetch(product.address + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.address, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response.json() as Promise<Answer>
  }
  const link = await readFile(path.join(product.home, 'first-administrator'), 'utf8')
  const token = new URL(link.trim()).hash.slice(1)
  const administrator = { username: 'meng', displayName: '孟安', password: passwords.initial }
  await ask('/api/first-administrator', { token, ...administrator })
  const { initialPassword } = await ask<{ initialPassword: string }>('/api/users', person)
  cookie = ''
  await ask('/api/session', { username: person.username, password: initialPassword })
  await ask('/api/session/password', { current: initialPassword, next: passwords.chosen })
  return { username: person.username, password: passwords.chosen }
}
