import type { Page } from '@xushi/testkit'

/** How somebody uses a page: chooses what a selector names first. */
export type Hand = (page: Page, selector: string) => Promise<void>

/** Points and clicks; fails where something lies over it. */
export const mouse: Hand = async (page, selector) => {
  await page.locator(`${selector} >> visible=true`).first().click()
}

const mostTabs = 500

/** Goes there by the tab key alone, sees where the focus is, and presses Enter. */
export const keyboard: Hand = async (page, selector) => {
  await page.locator(`${selector} >> visible=true`).first().waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      if (!(await hasVisibleFocus(page))) throw new Error(`the focus on ${selector} is not to be seen`)
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`${selector} is not reached by the tab key`)
}

/** Whether a ring of at least 2 px marks where the focus is, around it or around the field that it is the inside of. */
export const hasVisibleFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement ?? document.body
    return [focused, focused.closest('.ant-input-affix-wrapper, .ant-select')].some((part) => {
      if (part === null) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(part)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
  })
