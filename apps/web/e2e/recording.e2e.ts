import {
  type Browser,
  type BrowserContext,
  demonstrationAccount,
  fillSignIn,
  launchBrowser,
  type Page,
  type RunningProduct,
  signInOnPage,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/* The recording desk as its users work: keys in the grid, a connection that is lost, a session that ends, cells from a spreadsheet. */
describe('the recording desk', () => {
  let product: RunningProduct
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    product = await startProduct({ XUSHI_DEMO: '1' })
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    page = await context.newPage()
    await signInOnPage(page, product, 'regional-recorder')
  })
  afterAll(async () => {
    await context.close()
    await browser.close()
    await product.remove()
  })

  const line = (goal: string) => page.locator('.recording-grid tr', { hasText: goal }).first()
  const cell = (goal: string) => line(goal).locator('td[data-cell]')
  const stateOf = (goal: string) => line(goal).locator('.cell-state')
  const says = (goal: string, text: string) => stateOf(goal).filter({ hasText: text }).waitFor()

  it('is worked with keys: typed, saved by itself, warned of a jump, zero confirmed, said why there is none', async () => {
    await page.goto(`${product.address}/recording?period=2020-12`)
    await cell('T07').focus()
    await page.keyboard.type('310000000')
    await page.keyboard.press('Enter')
    await says('T07', '需说明')
    // Nothing can be handed in, and the list of what is wrong opens all the same.
    await page.getByRole('button', { name: '核对1项问题' }).click()
    await page.locator('.submit-check', { hasText: '须在备注中写明情况' }).waitFor()
    await page.getByRole('button', { name: '收起核对' }).click()
    await cell('T07').focus()
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-cell*="monitored-platforms"]:focus').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-cell*="provincial-security-platforms"]:focus').waitFor()
    await page.keyboard.press('1')
    await says('T12', '已存草稿')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('n')
    await says('M31', '已存草稿')
    expect(await cell('M31').textContent()).toContain('不适用')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('w')
    await says('M32', '已存草稿')
    await cell('T07').focus()
    await page.keyboard.press('0')
    await says('T07', '再按一次0')
    await page.keyboard.press('0')
    await cell('T07').filter({ hasText: '零报告' }).waitFor()
    await page.keyboard.press('Control+d')
    await says('T07', '已存草稿')
    expect(await cell('T07').textContent()).toMatch(/^28,/)
  })

  it('marks what is not a number, and goes back to what is saved', async () => {
    await cell('T07').focus()
    await page.keyboard.press('7')
    await page.keyboard.type('02O')
    await page.keyboard.press('Enter')
    await says('T07', '不能提交')
    await cell('T07').focus()
    await page.keyboard.press('Escape')
    await says('T07', '已存草稿')
  })

  it('loses nothing with the connection, and sends it once it is back', async () => {
    await context.setOffline(true)
    await cell('T07').focus()
    await page.keyboard.type('29000000')
    await page.keyboard.press('Enter')
    await page.getByText('连接已断：').waitFor()
    await says('T07', '存在本机')
    await context.setOffline(false)
    await says('T07', '已存草稿')
    await page.reload()
    await cell('T07').filter({ hasText: '29,000,000' }).waitFor()
    await cell('T07').focus()
    expect(await page.locator('#entry-value-says').textContent()).toMatch(/^29,000,000个 ＝ 2900万个/)
    await line('T07')
      .locator('.cell-due', { hasText: /已逾期|截止|补录/ })
      .waitFor()
  })

  it('goes on showing what it saved while the grid is read again, and takes another value once that was deleted', async () => {
    let goOn = () => {}
    const held = new Promise<void>((done) => {
      goOn = done
    })
    await page.route('**/api/recording-grid?*', async (route) => {
      await held
      await route.continue()
    })
    const reading = page.waitForRequest('**/api/recording-grid?*')
    await cell('M33').focus()
    await page.keyboard.press('1')
    await reading
    expect(await cell('M33').textContent()).toContain('已')
    goOn()
    await says('M33', '已存草稿')
    await page.unroute('**/api/recording-grid?*')

    const draft = page.locator('.open-entries li', { hasText: 'M33' })
    await draft.getByRole('button', { name: '删除' }).click()
    await page.locator('.ant-popover .ant-btn-primary').click()
    await says('M33', '未填')
    await cell('M33').focus()
    await page.keyboard.press('w')
    await says('M33', '已存草稿')
    await page.locator('.open-entries li', { hasText: 'M33' }).getByText('暂不公布').waitFor()
  })

  it('loses nothing with the session', async () => {
    await context.clearCookies()
    await cell('T07').focus()
    await page.keyboard.type('28500000')
    await page.keyboard.press('Enter')
    await page.getByText('登录已过期：').waitFor()
    expect(await page.getByText(/连接已断，显示的是/).count()).toBe(0)
    await page.getByRole('link', { name: '重新登录' }).click()
    await fillSignIn(page, await demonstrationAccount(product.home, 'regional-recorder'))
    await page.goto(`${product.address}/recording?period=2020-12`)
    await cell('T07').filter({ hasText: '28,500,000' }).waitFor()
    await says('T07', '已存草稿')
  })

  it('has a calendar page that ends where its content ends', async () => {
    const manager = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signInOnPage(manager, product, 'programme-manager')
    await manager.goto(`${product.address}/reporting`)
    await manager.locator('.calendar .table-window tbody tr').first().waitFor()
    const below = await manager.evaluate(() => {
      const ends = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0
      return document.documentElement.scrollHeight - (ends + window.scrollY)
    })
    expect(below).toBeLessThan(200)
    await manager.close()
  })

  it('gives what one person typed and could not save to nobody else who signs in in the same window', async () => {
    const second = await secondRecorder(product)
    await page.evaluate(() => sessionStorage.clear())
    await context.clearCookies()
    await cell('T07').focus()
    await page.keyboard.type('27700000')
    await page.keyboard.press('Enter')
    await page.getByText('登录已过期：').waitFor()
    await page.getByRole('link', { name: '重新登录' }).click()
    await fillSignIn(page, second)
    await page.getByRole('link', { name: '填报本地区' }).click()
    await cell('T07').waitFor()
    await page.goto(`${product.address}/recording?period=2020-12`)
    await cell('T07').filter({ hasText: '28,500,000' }).waitFor()
    await page.reload()
    await cell('T07').filter({ hasText: '28,500,000' }).waitFor()
    await page.locator('details.account summary').filter({ visible: true }).click()
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByRole('link', { name: '登录' }).first().waitFor()
    await signInOnPage(page, product, 'regional-recorder')
    await page.goto(`${product.address}/recording?period=2020-12`)
    await cell('T07').filter({ hasText: '27,700,000' }).waitFor()
    await says('T07', '已存草稿')
  })

  it('asks before somebody leaves with what is not saved, and then keeps nothing of it', async () => {
    await cell('T07').focus()
    await page.keyboard.type('28x')
    await page.keyboard.press('Enter')
    await says('T07', '不能提交')
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
    expect(await kept()).toContain('28x')
    const leave = async (answer: 'accept' | 'dismiss') => {
      const asked = new Promise<string>((told) =>
        page.once('dialog', async (dialog) => {
          await dialog[answer]()
          told(dialog.message())
        }),
      )
      await page.getByRole('button', { name: '退出', exact: true }).click()
      expect(await asked).toContain('未保存')
    }
    await page.locator('details.account summary').filter({ visible: true }).click()
    await leave('dismiss')
    await says('T07', '不能提交')
    await leave('accept')
    await page.getByRole('link', { name: '登录' }).first().waitFor()
    expect(await kept()).not.toContain('28x')
    await signInOnPage(page, product, 'regional-recorder')
    await page.goto(`${product.address}/recording?period=2020-12`)
    await cell('T07').filter({ hasText: '27,700,000' }).waitFor()
    await cell('T07').focus()
    await page.keyboard.type('28500000')
    await page.keyboard.press('Enter')
    await cell('T07').filter({ hasText: '28,500,000' }).waitFor()
    await says('T07', '已存草稿')
  })

  it('takes cells from a spreadsheet by the number of their goal, and tells those that are wrong', async () => {
    await cell('T07').focus()
    await page.evaluate(() => {
      const clipboard = new DataTransfer()
      clipboard.setData('text/plain', 'M33\t电价\t未\nT07\t标识\t2.9O\nT99\t?\t1\n')
      const target = document.activeElement
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
    })
    await page.getByText('粘贴：已填1格。').waitFor()
    await page.locator('.paste-refused li', { hasText: 'T99' }).waitFor()
    await says('M33', '已存草稿')
    await says('T07', '不能提交')
    await cell('T07').focus()
    await page.keyboard.press('Escape')
    await says('T07', '已存草稿')
  })

  it('submits all that is ready after a check', async () => {
    await cell('T07').focus()
    await page.keyboard.press('Control+Enter')
    const check = page.locator('.submit-check')
    await check.waitFor()
    expect(await check.textContent()).toContain('28,500,000')
    await check.getByRole('button', { name: /提交这\d+项/ }).click()
    await page.getByText(/已提交\d+项/).waitFor()
    await says('T07', '待审')
    await says('T12', '待审')
  })

  it('is reviewed: what was seen is selected, and approved together with a result for each', async () => {
    const desk = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    const review = await desk.newPage()
    await signInOnPage(review, product, 'approver')
    await review.goto(`${product.address}/review`)
    const clean = review.locator('.clean-part .selectable')
    await clean.first().waitFor()
    expect(await clean.count()).toBe(2)
    for (const index of [0, 1]) {
      expect(await clean.nth(index).locator('input').isDisabled()).toBe(true)
      await clean.nth(index).locator('button').click()
      await clean.nth(index).locator('input:enabled').check()
    }
    await review.getByRole('button', { name: '审定已选的2条' }).click()
    await review.getByText('已审定2条。').waitFor()
    await expect.poll(() => clean.count()).toBe(0)
    // What was handed in years later is late, and stands among those to look at one by one.
    const late = review.locator('.queue-line', { hasText: '迟报' })
    await late.filter({ hasText: 'T07' }).click()
    await review.keyboard.press('r')
    await review.getByLabel('退回原因（必填）').fill('请附依据')
    await review.getByRole('button', { name: '确认退回' }).click()
    await review.getByText('已退回填报人。').waitFor()
    await desk.close()
    await page.reload()
    await page.locator('.state-strip').getByText('退回待改').waitFor()
  })

  it('has no input for a count', async () => {
    expect(await line('T05').locator('td[data-cell], input').count()).toBe(0)
  })
})

/** Another recorder of the same unit, with a password of their own. */
async function secondRecorder({ address, cookieOf }: RunningProduct) {
  const ask = async (cookie: string, url: string, body?: unknown, method = 'POST') => {
    const headers = { cookie, origin: address, ...(body !== undefined && { 'content-type': 'application/json' }) }
    const request = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const answer = await fetch(`${address}${url}`, request)
    expect(answer.status, url).toBeLessThan(300)
    return answer
  }
  const session = await ask(await cookieOf('regional-recorder'), '/api/session', undefined, 'GET')
  const { user } = await session.json()
  const [username, password] = ['second-recorder', 'A river without boats 7']
  const account = { username, displayName: '吴录', role: 'regional-recorder', unit: user.unit.id }
  const made = await ask(await cookieOf('administrator'), '/api/users', account)
  const { initialPassword } = await made.json()
  const entered = await ask('', '/api/session', { username, password: initialPassword })
  const cookie = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  await ask(cookie, '/api/session/password', { current: initialPassword, next: password })
  return { username, password }
}
