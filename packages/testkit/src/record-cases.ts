import { demonstrationAccount, type RunningProduct } from './running-product.ts'

/** Registers drafts of cases in the region of the demonstration recorder, one after the other, each under the name that its number gives. */
export async function recordCases(
  product: RunningProduct,
  register: string,
  count: number,
  nameOf: (number: number) => string,
): Promise<void> {
  const { region } = await demonstrationAccount(product.home, 'regional-recorder')
  const headers = {
    cookie: await product.cookieOf('regional-recorder'),
    origin: product.address,
    'content-type': 'application/json',
  }
  for (let number = 1; number <= count; number += 1) {
    const body = JSON.stringify({ region, fields: { enterprise: nameOf(number) } })
    const answer = await fetch(`${product.address}/api/registers/${register}/cases`, { method: 'POST', headers, body })
    if (answer.status !== 201) throw new Error(`registering a case answered ${answer.status}: ${await answer.text()}`)
  }
}
