import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  fillSignIn,
  launchBrowser,
  type Page,
  type RunningProduct,
  startProduct,
} from '@xushi/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/* A newcomer's first hour: no demonstration data, one administrator, two people, one entry, one approval. */
let product: RunningProduct
let browser: Browser
const open: BrowserContext[] = []

beforeAll(async () => {
  product = await startProduct()
  browser = await launchBrowser()
})
afterAll(async () => {
  for (const context of open) await context.close()
  await browser.close()
  await product.remove()
})

const newPage = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  open.push(context)
  return context.newPage()
}

const choose = async (page: Page, label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).click()
  await page.keyboard.type(option)
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

/** Adds somebody and gives the initial password that is shown once. */
const add = async (
  page: Page,
  person: { name: string; username: string; role: string; unit: string },
): Promise<string> => {
  await page.getByRole('button', { name: '添加用户' }).click()
  await page.getByLabel('姓名', { exact: true }).fill(person.name)
  await page.getByLabel('用户名', { exact: true }).fill(person.username)
  await choose(page, '角色', person.role)
  await choose(page, '单位', person.unit)
  await page.getByRole('button', { name: '添加', exact: true }).click()
  const password = await page.locator('.secret code').textContent()
  await page.getByRole('button', { name: '我已记下' }).click()
  return password ?? ''
}

/** Signs in with an initial password and is made to choose another one first. */
const enter = async (username: string, initial: string): Promise<Page> => {
  const page = await newPage()
  await page.goto(`${product.address}/sign-in`)
  await fillSignIn(page, { username, password: initial })
  await page.getByText('这是初始密码').waitFor()
  await page.getByLabel('现在的密码').fill(initial)
  await page.getByLabel('新密码', { exact: true }).fill('Jiangnan-Bridge-7')
  await page.getByLabel('再输一次新密码').fill('Jiangnan-Bridge-7')
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByText('密码已修改').waitFor()
  return page
}

describe('a first run', () => {
  let administrator: Page
  const passwords = { recorder: '', approver: '' }

  it('shows the catalogue and the published figures before anybody has an account', async () => {
    const page = await newPage()
    await page.goto(`${product.address}/?on=2020-10-29`)
    await page.getByText('未登录').waitFor()
    expect(await page.locator('article', { hasText: 'T06' }).textContent()).toContain('140%')
    await page.goto(`${product.address}/recording`)
    await page.getByText('请先登录').waitFor()
  })

  it('makes the first administrator by the link of the start, and shows the first steps', async () => {
    const link = (await readFile(path.join(product.home, 'first-administrator'), 'utf8')).trim()
    administrator = await newPage()
    await administrator.goto(link)
    await administrator.getByLabel('姓名').fill('孟安')
    await administrator.getByLabel('用户名').fill('meng')
    await administrator.getByLabel('密码', { exact: true }).fill('123')
    await administrator.getByRole('button', { name: '设置并登录' }).click()
    await administrator.locator('.notice-problem').waitFor()
    expect(await administrator.getByLabel('姓名').inputValue()).toBe('孟安')
    await administrator.getByLabel('密码', { exact: true }).fill('Qiantang-River-2020')
    await administrator.getByRole('button', { name: '设置并登录' }).click()
    await administrator.getByText('开始使用').waitFor()
    expect(await administrator.locator('.first-steps li[data-done="true"]').count()).toBe(0)
  })

  it('adds two people, each with a password that is shown once', async () => {
    passwords.recorder = await add(administrator, {
      name: '周舟',
      username: 'zhou',
      role: '地区填报人',
      unit: '江苏省通信管理局',
    })
    passwords.approver = await add(administrator, {
      name: '陈审',
      username: 'chen',
      role: '审定人',
      unit: '信息通信管理局',
    })
    await administrator.locator('.first-steps li[data-done="true"]').nth(1).waitFor()
  })

  it('records one entry, which survives a reload while it is typed', async () => {
    const page = await enter('zhou', passwords.recorder)
    await page.goto(`${product.address}/recording?indicator=identifier-registrations&period=2020-04`)
    const field = page.getByLabel('本期数（个）')
    await field.fill('1234')
    await page.reload()
    await page.locator('#entry-value-says', { hasText: '1,234个' }).waitFor()
    await page.getByRole('button', { name: '保存草稿' }).click()
    await page.getByText('草稿已保存。').waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('已提交，等待审定。').waitFor()
  })

  it('is complete with one approval', async () => {
    const page = await enter('chen', passwords.approver)
    await page.goto(`${product.address}/review`)
    await page.getByRole('button', { name: '通过', exact: true }).click()
    await page.getByText('已通过，数已计入。').waitFor()
    await administrator.reload()
    await administrator.getByRole('button', { name: '添加用户' }).waitFor()
    expect(await administrator.getByText('开始使用').count()).toBe(0)
  })

  it('tells the administrator who signed in, by name, newest first, and only what they ask for', async () => {
    const log = administrator.locator('#sign-ins')
    await log.locator('tbody tr', { hasText: '陈审 chen' }).first().waitFor()
    const lines = await log.locator('tbody tr').allTextContents()
    expect(lines.map((line) => line.match(/(孟安|周舟|陈审).*?(登录|修改密码)/)?.slice(1))).toEqual([
      ['陈审', '修改密码'],
      ['陈审', '登录'],
      ['周舟', '修改密码'],
      ['周舟', '登录'],
      ['孟安', '登录'],
    ])
    await log.getByRole('button', { name: '登录失败' }).click()
    await log.getByText('没有这样的记录。').waitFor()
  })
})
