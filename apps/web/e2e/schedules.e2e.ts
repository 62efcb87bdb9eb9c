import { accessibilityProblems, type Page } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'
import { hasVisibleFocus, keyboard } from './hands.ts'

/* What is done by itself, as a programme manager arranges it: reports on a day of the month, and reminders of what is owed. */
const demo = demonstration()

const opened = async (path: string, width = 1440, role = 'programme-manager'): Promise<Page> =>
  (await demo.open(path, { role, width })).page
const item = (page: Page) => page.locator('.schedules > ul > li')

describe('reports that are scheduled', () => {
  it('are arranged, changed and paused, by the keyboard as well', async () => {
    const page = await opened('/reports')
    await keyboard(page, '.schedules > summary')
    await page.getByText('没有安排').waitFor()
    await page.getByRole('button', { name: '新增一项' }).click()
    await page.getByLabel('每月几日（1至28）').fill('40')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请填1至28。').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByLabel('每月几日（1至28）').fill('7')
    await page.getByRole('button', { name: '保存' }).click()
    await item(page).getByText('月报 · 中文 · 每月7日').waitFor()
    expect(await item(page).textContent()).toContain('审定人、业务主管')
    expect(await page.locator('.schedules > summary').textContent()).toMatch(/1项，下次\d{4}-\d{2}-07/)
    expect(await accessibilityProblems(page)).toEqual([])

    await item(page).getByRole('button', { name: '修改' }).click()
    await page.getByRole('button', { name: '全部地区' }).click()
    await page.getByLabel('每月几日（1至28）').fill('9')
    await page.getByLabel('每月几日（1至28）').press('Enter')
    await item(page).getByText('每月9日').waitFor()
    expect(await item(page).textContent()).toContain('新疆')

    await item(page).getByRole('button', { name: '暂停' }).focus()
    expect(await hasVisibleFocus(page)).toBe(true)
    await page.keyboard.press('Enter')
    await item(page).getByText('已暂停').waitFor()
    await page.getByText('1项，都已暂停').waitFor()
    await page.close()
  })

  it('are deleted on a phone in English once that is confirmed, with nothing pushed sideways', async () => {
    const page = await opened('/reports?lang=en', 390)
    await page.locator('.schedules > summary').click()
    await item(page).getByText('Monthly · 中文 · Day 9 of each month').waitFor()
    await item(page).getByRole('button', { name: 'Change' }).click()
    await page.getByLabel('Day of the month (1 to 28)').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await item(page).getByRole('button', { name: 'Delete' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Not now' }).click()
    expect(await item(page).count()).toBe(1)
    await item(page).getByRole('button', { name: 'Delete' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('nothing is scheduled').waitFor()
    await page.close()
  })

  it('are no part of the page of somebody who may not arrange them', async () => {
    const page = await opened('/reports?lang=zh', 1440, 'approver')
    await page.getByRole('button', { name: '新建报告' }).waitFor()
    expect(await page.locator('.schedules').count()).toBe(0)
    await page.close()
  })
})

describe('reminders', () => {
  it('are switched on by a manager and seen to be on by everybody else', async () => {
    const page = await opened('/reporting?lang=zh')
    const turn = page.getByRole('switch', { name: '到期前3天与逾期次日自动催报' })
    await turn.focus()
    expect(await turn.getAttribute('aria-checked')).toBe('false')
    await page.keyboard.press('Space')
    await page.locator('.auto-switch', { hasText: '已开启' }).waitFor()
    expect(await turn.getAttribute('aria-checked')).toBe('true')
    await page.getByText('还没有发出过。').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.close()

    const reader = await opened('/reporting?lang=en', 390, 'regional-viewer')
    await reader.locator('.auto-switch', { hasText: 'on' }).waitFor()
    expect(await reader.getByRole('switch').count()).toBe(0)
    expect(await reader.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await reader.close()
  })
})
