import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'

const indicator = '/indicators/identifier-registrations?on=2020-10-29'

const demo = demonstration()

/** What the table beside the chart holds, and what the chart says of itself. */
async function looked(search: string) {
  const { page } = await demo.open(indicator + search, { role: 'approver' })
  const window = page.locator('.progress-table')
  const found = {
    heads: await window.locator('th').allTextContents(),
    first: await window.locator('tbody td:first-child').allTextContents(),
    drawn: await page.locator('.multiples a > span:first-child, .shares li > span:first-child').allTextContents(),
    heard: (await page.locator('.progress > [aria-live]').textContent()) ?? '',
    wide: await page.evaluate('document.documentElement.scrollWidth'),
  }
  await page.close()
  return found
}

describe('the table beside the chart', () => {
  it('holds the dates of the zoom and no others', async () => {
    const { first, wide } = await looked('&zoom=2020-05-01..2020-09-30')
    expect(first.length).toBeGreaterThan(4)
    for (const day of first) expect(day >= '2020-05-01' && day <= '2020-09-30', day).toBe(true)
    expect(wide).toBe(1440)
  })

  it('holds each period that has a bar', async () => {
    const { heads, first, heard } = await looked('&chart=period&zoom=2020-05-01..2020-09-30')
    expect(first).toEqual(['2020-05', '2020-06', '2020-07', '2020-08', '2020-09'])
    expect(heads).toEqual(['报告期', '地区合计（万）', '已报'])
    expect(heard).toContain('最近2020-09 至少9000万（28/31）')
  })

  it.each(['region', 'share'])('holds the regions in the order of the chart, by %s', async (by) => {
    const { first, drawn, heard, wide } = await looked(`&chart=period&by=${by}`)
    expect(first).toHaveLength(31)
    expect(drawn.filter((name) => first.includes(name))).toEqual(first)
    expect(heard).toContain('江苏')
    expect(heard).toContain('3个地区未报')
    expect(wide).toBe(1440)
  })
})

describe('another picture than the chart of the nation', () => {
  it('is not loaded with the page, and is there once the page stands, though the connection is lost', async () => {
    const own = demo.another()
    const { page } = await own.open(indicator, { role: 'approver' })
    const fetched = async () =>
      String(
        await page.evaluate(
          "performance.getEntriesByType('resource').filter((one) => one.responseEnd > 0).map((one) => one.name).join(' ')",
        ),
      )
    const { link = '' } = (await page.request.get(page.url())).headers()
    expect(link).toContain('indicator.page')
    expect(link).not.toContain('other-pictures')
    await expect.poll(fetched, { timeout: 20_000 }).toContain('other-pictures')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '每期' }).click()
    await page.locator('.period-chart').waitFor()
    await own.close()
  })
})
