import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { made } from '../../test/made-report.ts'
import { type MailBox, mailBox } from '../../test/mail-box.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const from = 'xushi@example.gov.cn'
const programme = 'miit-2020-8'

/* From the wish to the mail: a real SMTP server takes what the product sends, and the mail is read as its reader would. */
describe.each(engines)('by mail, on %s', (engine) => {
  let box: MailBox
  let whole: WholeApp
  beforeEach(async () => {
    box = await mailBox()
    const mail = { url: box.url, from }
    whole = await wholeApp({ engine, now: '2020-10-09T02:00:00.000Z', publicUrl: 'http://xushi.test', mail })
  })
  afterEach(async () => {
    await whole.close()
    await box.close()
  })

  const on = async (day: string) => {
    const instant = `${day}T02:00:00.000Z`
    whole.clock.moveTo(instant)
    await whole.store.write(({ db, t }) => db.update(t.session).set({ lastSeenAt: instant }))
    await whole.app.errands.look()
  }
  const addressed = async (...people: readonly Someone[]) => {
    const { body } = await whole.as('administrator').get('/api/users')
    for (const who of people) {
      const { id, version } = body.users.find(({ username }: { username: string }) => username === who)
      const change = { version, email: `${who}@example.gov.cn` }
      expect(await whole.as('administrator').send('PATCH', `/api/users/${id}`, change)).toMatchObject({ status: 200 })
    }
  }
  const read = () =>
    Promise.all(
      box.arrived.map(async ({ to, raw }) => {
        const { subject, text } = await PostalMime.parse(raw)
        return { to, subject, text }
      }),
    )

  it('a scheduled 月报 is told with its title and the way to it', async () => {
    await addressed('approver', 'regional-viewer')
    const asked = { programme, kind: 'monthly', language: 'zh', regions: ['000000'], day: 5, recipients: ['approver'] }
    await whole.as('programme-manager').post('/api/report-schedules', asked)
    await on('2020-11-05')
    const { body } = await whole.as('programme-manager').get('/api/report-schedules')
    const { id } = body.schedules[0].outcomes[0].report
    expect((await made(whole, 'programme-manager', id)).making.state).toBe('ready')
    await whole.app.errands.look()
    await whole.app.errands.look()
    const [mail, ...more] = await read()
    expect([mail?.to, more]).toEqual([['approver@example.gov.cn'], []])
    expect(mail?.subject).toMatch(/^已生成：推动工业互联网加快发展目标进展月报（2020-10）/)
    expect(mail?.text).toContain(`http://xushi.test/reports/${id}`)
    expect(await whole.as('approver').get(`/api/reports/${id}`)).toMatchObject({ status: 200 })
  })

  it('催报 comes to the recorders of a unit before and after its deadline', async () => {
    await addressed('industry-recorder')
    await whole.as('programme-manager').send('PATCH', '/api/reminders', { programme, active: true })
    await on('2020-11-13')
    await on('2020-11-14')
    await on('2020-11-17')
    const mails = await read()
    expect(mails.map(({ to }) => to)).toEqual([
      ['industry-recorder@example.gov.cn'],
      ['industry-recorder@example.gov.cn'],
    ])
    const [before, after] = mails
    expect(before?.subject).toMatch(/^请于2020-11-16前报送：/)
    expect(after?.subject).toMatch(/^已逾期：/)
    expect(before?.text).toContain('http://xushi.test/recording')
    const { body } = await whole.as('approver').get(`/api/reminders?programme=${programme}`)
    expect(body.sent.map(({ kind, mail }: { kind: string; mail: object }) => ({ kind, mail }))).toEqual([
      { kind: 'reminder-after', mail: { sent: 1, waiting: 0, failed: 0, none: 5 } },
      { kind: 'reminder-before', mail: { sent: 1, waiting: 0, failed: 0, none: 5 } },
    ])
  })
})
