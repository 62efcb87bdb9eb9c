import { readFile } from 'node:fs/promises'
import { accessibilityProblems, type Page } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'

/* A report from the wish for it to its number, and what a file of it says of itself: by those whose part each step is. */
const demo = demonstration()

const signed = async (role: string, path: string, width = 1440): Promise<Page> =>
  (await demo.open(path, { role, width })).page
/** The button in a confirmation, not the one that opened it. */
const sure = (page: Page, word: RegExp) => page.locator('.ant-popconfirm').getByRole('button', { name: word }).click()
const ready = (page: Page) => page.getByRole('button', { name: /^DOCX/ }).waitFor({ timeout: 60_000 })

describe('a report', () => {
  let address = ''

  it('is asked for, made while one watches, and read where it stands', async () => {
    const page = await signed('recorder', '/reports?on=2020-10-31')
    await page.getByText('还没有报告').waitFor()
    await page.getByRole('button', { name: '新建报告' }).click()
    await page.getByRole('button', { name: /^生\s*成$/ }).click()
    await page.waitForURL(/\/reports\/[\w-]{20,}/)
    await ready(page)
    address = new URL(page.url()).pathname
    await page.locator('.report-body table').first().waitFor()
    expect(await page.locator('.report-body').textContent()).toMatch(/时间已过78\.7%/)
    expect(await page.locator('h1').textContent()).toBe('推动工业互联网加快发展目标进展月报')
    expect(await accessibilityProblems(page)).toEqual([])

    await page.getByText('前言与说明').click()
    await page.getByLabel('编者说明').fill('本月按期完成。')
    await page.getByRole('button', { name: '保存并重新生成' }).click()
    await page.locator('.report-body', { hasText: '本月按期完成。' }).waitFor({ timeout: 60_000 })
    await page
      .locator('.report-moves')
      .getByRole('button', { name: /送\s*审/ })
      .click()
    await sure(page, /送\s*审/)
    await page.locator('.report-state', { hasText: '待发布' }).waitFor()
    expect(await page.locator('.report-texts').count()).toBe(0)
    await page.close()
  })

  it('is issued by somebody else, with a number, and saved as a file that has its name', async () => {
    const page = await signed('programme-manager', address)
    await page
      .locator('.report-moves')
      .getByRole('button', { name: /发\s*布/ })
      .click()
    await sure(page, /发\s*布/)
    await page
      .getByText(/进展报告〔\d{4}〕1号/)
      .first()
      .waitFor()
    await ready(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^CSV/ }).click(),
    ])
    expect(download.suggestedFilename()).toBe('推动工业互联网加快发展目标进展月报（2020-10）.csv')
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('本月按期完成。')

    await page.goto(`${demo.address()}/reports/verify`)
    await page.getByLabel('报告编号').fill(numberIn(text))
    await page.getByRole('button', { name: /核\s*验/ }).click()
    await page.getByText('一致：与台账重新生成的内容相同').waitFor({ timeout: 60_000 })
    const altered = Buffer.from(text.replace('时间已过78.7%', '时间已过88.7%'))
    await page.setInputFiles('input[type="file"]', { name: 'report.csv', mimeType: 'text/csv', buffer: altered })
    await page.locator('.differences td', { hasText: '88.7%' }).waitFor({ timeout: 60_000 })
    expect(await page.locator('.differences td', { hasText: '78.7%' }).count()).toBeGreaterThan(0)
    await page.setInputFiles('input[type="file"]', { name: 'x.pdf', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByText('文件不是本系统生成的报告').waitFor({ timeout: 60_000 })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.close()
  })

  it('is found on a phone in English, with nothing pushed sideways, and withdrawn with a reason', async () => {
    const page = await signed('programme-manager', `${address}?lang=en`, 390)
    await page.locator('.report-body table').first().waitFor({ timeout: 60_000 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByLabel('Reason').fill('One figure was read wrongly')
    await page.locator('.report-reason').getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText(/^Withdrawn by .*One figure was read wrongly/).waitFor()
    await page.close()
  })
})

const numberIn = (csv: string) => /进展报告〔\d{4}〕\d+号/.exec(csv)?.[0] ?? ''
