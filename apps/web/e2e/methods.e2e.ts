import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'
import { rawTexts } from './raw-texts.ts'

const names = readdirSync(path.resolve(import.meta.dirname, '../../../docs/methods/zh'))
  .map((file) => path.basename(file, '.md'))
  .filter((name) => name !== 'README')

const demo = demonstration()

/** What a page of a method says in sentences and headings; what has no Chinese in it would be left in English. */
const blocksOf = (page: Page) => page.locator('.method-page :is(h1, h2, h3, p, li)').allTextContents()
const headingsOf = (page: Page) => page.locator('.method-text h3').allTextContents()
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

describe('a page of a method', () => {
  it.each(names)('%s is Chinese for who reads Chinese, and fits a phone', async (name) => {
    const { page, complaints, settled } = await demo.open(`/methods/${name}`)
    await page.locator('.method-text h3').first().waitFor()
    const raw = await rawTexts(page)
    const blocks = await blocksOf(page)
    await page.setViewportSize({ width: 390, height: 900 })
    await settled()
    expect({
      raw,
      english: blocks.filter((text) => !isChinese(text)),
      title: isChinese((await page.title()).replace('序时', '')),
      wide: await page.evaluate('document.documentElement.scrollWidth'),
      complaints,
    }).toEqual({ raw: [], english: [], title: true, wide: 390, complaints: [] })
    await page.close()
  })

  it('is the one of the language, also when that is changed on it', async () => {
    const own = demo.another()
    const { page } = await own.open('/methods/stale')
    await page.getByRole('heading', { name: '数据陈旧', level: 1 }).waitFor()
    expect(await headingsOf(page)).toEqual(['算式', '算例', '边界情形', '出处'])
    await page.locator('button[lang="en"]').first().click()
    await page.getByRole('heading', { name: 'Stale figures (数据陈旧)', level: 1 }).waitFor()
    expect(await headingsOf(page)).toEqual(['Formula', 'Worked example', 'Edge cases', 'Source'])
    expect(await page.title()).toBe('Stale figures (数据陈旧) · Xushi')
    await page.getByRole('button', { name: '中文' }).first().click()
    await page.getByRole('heading', { name: '数据陈旧', level: 1 }).waitFor()
    await page.locator('.method-text').getByRole('link', { name: '期限' }).click()
    await page.getByRole('heading', { name: '填报日历', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/methods/calendar')
    await own.close()
  })

  it('opens from the derivation of a figure', async () => {
    const { page } = await demo.open('/indicators/secondary-nodes/derivation?on=2020-10-29')
    await page.locator('main a[href^="/methods/attainment"]').first().click()
    await page.getByRole('heading', { name: '完成率', level: 1 }).waitFor()
    expect(await headingsOf(page)).toEqual(['算式', '算例', '边界情形', '出处'])
    await page.close()
  })
})
