import type { BrowserContext, Page } from 'playwright-core'
import { demonstrationAccount, type RunningProduct } from './running-product.ts'

/** What somebody signs in with. */
export type Account = { readonly username: string; readonly password: string }

/** Signs in through the form of the sign-in page that is open, in whichever language it speaks. */
export async function fillSignIn(page: Page, { username, password }: Account): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(username)
  await page.locator('input[autocomplete="current-password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Goes to the sign-in page and signs a demonstration account in through its form. */
export async function signInOnPage(
  page: Page,
  product: RunningProduct,
  role: string,
  language: 'zh' | 'en' = 'zh',
): Promise<void> {
  await page.goto(`${product.address}/sign-in?lang=${language}`)
  await fillSignIn(page, await demonstrationAccount(product.home, role))
}

/** Gives every page of a context the session of an account, by default a demonstration account, without showing the form. */
export async function signInContext(
  context: BrowserContext,
  product: RunningProduct,
  who: string | Account,
): Promise<void> {
  const { username, password } = typeof who === 'string' ? await demonstrationAccount(product.home, who) : who
  const answer = await context.request.post(`${product.address}/api/session`, {
    data: { username, password },
    headers: { origin: product.address },
  })
  if (answer.status() !== 201) throw new Error(`signing in as ${username} answered ${answer.status()}`)
}
