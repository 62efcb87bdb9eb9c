import { accessibilityProblems } from '@xushi/testkit'
import { describe, expect, it } from 'vitest'
import { demonstration } from './demonstration.ts'
import { chineseLeft, rawTexts } from './raw-texts.ts'

const identifiers = '/indicators/identifier-registrations?on=2020-10-29'
const cases = '/regions?on=2020-10-29&indicator=local-enterprise-cases'

/** Every page, and every way of looking at one that changes what is on it. The screen has a file of its own. */
const pages = [
  ['/?on=2020-10-29', 'approver'],
  ['/?on=2020-10-29&status=not-started', null],
  ['/indicators?on=2020-10-29', null],
  [identifiers, 'approver'],
  [`${identifiers}&chart=whole&zoom=2020-05-01..2020-09-30`, 'approver'],
  [`${identifiers}&chart=period`, 'regional-viewer'],
  [`${identifiers}&by=region`, 'approver'],
  [`${identifiers}&by=share`, 'approver'],
  ['/indicators/cross-industry-platforms?on=2021-01-27', null],
  ['/indicators/secondary-nodes/derivation?on=2020-10-29', 'auditor'],
  ['/indicators/monitored-platforms/derivation?on=2020-10-29', null],
  ['/methods/status', null],
  [`${cases}&region=320000&compare=320000,330000`, 'approver'],
  [`${cases}&view=status`, null],
  ['/regions?on=2020-10-29&indicator=identifier-registrations&compare=320000', 'regional-recorder'],
  ['/regions/320000?on=2020-10-29', 'approver'],
  ['/groups?on=2020-12-31', 'approver'],
  ['/milestones?on=2020-10-29&show=all', 'approver'],
  ['/ambiguities?on=2020-10-29', 'programme-manager'],
  ['/registers?on=2020-10-29', 'auditor'],
  ['/registers/local-enterprise-cases?on=2020-10-29&region=320000', 'recorder'],
  ['/registers/benchmark-networks', 'approver'],
  ['/registers/local-enterprise-cases/new', 'regional-recorder'],
  ['/goals/national-data-centre', 'recorder'],
  ['/goals/local-enterprise-cases', 'regional-recorder'],
  ['/decisions', 'programme-manager'],
  ['/reporting', 'programme-manager'],
  ['/reports', 'programme-manager'],
  ['/reports/verify', 'programme-manager'],
  ['/reporting?period=2020-09', 'auditor'],
  ['/recording', 'regional-recorder'],
  ['/review', 'approver'],
  ['/password', 'approver'],
  ['/users', 'administrator'],
  ['/displays', 'programme-manager'],
  ['/audit', 'auditor'],
  ['/sign-in', null],
  ['/nowhere', null],
] as const

const demo = demonstration()

const inLanguage = (path: string, language: 'zh' | 'en') =>
  language === 'zh' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=en`

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it.each(pages)('%s is accessible, light and dark, in words, and fits 1440, 1280, 720 and 390', async (path, role) => {
    const { page, complaints, settled } = await demo.open(inLanguage(path, language), { role })
    const found = {
      light: await accessibilityProblems(page),
      raw: await rawTexts(page),
      chinese: language === 'en' ? await chineseLeft(page) : [],
      wide: await page.evaluate('document.documentElement.scrollWidth'),
      headings: await page.locator('main h2').allTextContents(),
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-theme="dark"]').waitFor()
    const dark = await accessibilityProblems(page, ['color-contrast'])

    // A zoom of 200 % leaves half the width.
    const at = async (width: number) => {
      await page.setViewportSize({ width, height: 900 })
      await settled()
      return {
        wide: await page.evaluate('document.documentElement.scrollWidth'),
        headings: await page.locator('main h2').allTextContents(),
      }
    }
    expect({ ...found, dark, laptop: await at(1280), zoomed: await at(720), phone: await at(390), complaints }).toEqual(
      {
        light: [],
        raw: [],
        chinese: [],
        wide: 1440,
        headings: found.headings,
        dark: [],
        laptop: { wide: 1280, headings: found.headings },
        zoomed: { wide: 720, headings: found.headings },
        phone: { wide: 390, headings: expect.anything() },
        complaints: path === '/nowhere' ? expect.anything() : [],
      },
    )
    await page.close()
  })
})

describe('the address', () => {
  it('keeps the language, so that a link shows the same; Chinese is left out', async () => {
    const own = demo.another()
    const { page } = await own.open('/?on=2020-10-29')
    await page.getByRole('button', { name: 'English' }).first().click()
    await page.waitForURL('**/?on=2020-10-29&lang=en')
    await page.getByRole('link', { name: 'Indicators', exact: true }).first().click()
    await page.waitForURL('**/indicators?on=2020-10-29&lang=en')
    await page.getByRole('button', { name: '中文' }).first().click()
    await page.waitForURL('**/indicators?on=2020-10-29')
    await own.close()
  })
})

describe('the theme', () => {
  it.each([
    ['signed out, in the bar', null],
    ['signed in, in the menu of the account', 'approver'],
  ] as const)('follows the system while nobody has chosen; %s', async (_where, role) => {
    const own = demo.another()
    const { page } = await own.open('/methods/status', { role })
    const theme = () => page.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe('light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-theme="dark"]').waitFor()
    if (role !== null) await page.locator('.who .account summary').click()
    await page.locator('.who').getByRole('button', { name: '浅色' }).click()
    await page.locator('html[data-theme="light"]').waitFor()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await theme()).toBe('light')
    await own.close()
  })
})
