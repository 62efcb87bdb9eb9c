import { afterEach, describe, expect, it } from 'vitest'
import { type MailBox, mailBox, refusal } from '../../test/mail-box.ts'
import { mailServer } from './mail-server.ts'

const from = 'xushi@example.gov.cn'
const mail = { id: 'm-1', to: 'wu@example.gov.cn', subject: '月报已生成 / The report is made', text: '正文\n\nText\n' }

describe('a mail', () => {
  let box: MailBox
  afterEach(() => box.close())

  it('is plain text in UTF-8 with a name of its own, marked as sent by a machine', async () => {
    box = await mailBox()
    expect(await mailServer({ url: box.url, from }).send(mail)).toBeNull()
    const [arrived] = box.arrived
    expect(arrived?.to).toEqual(['wu@example.gov.cn'])
    expect(arrived?.raw).toContain('Message-ID: <m-1@example.gov.cn>')
    expect(arrived?.raw).toContain('Auto-Submitted: auto-generated')
    expect(arrived?.raw).toContain('Content-Type: text/plain; charset=utf-8')
  })

  it.each([
    ['a line break', '李\r\nBcc: everybody@example.gov.cn'],
    ['a line feed', '李\nBcc: everybody@example.gov.cn'],
    ['a separator', '李\u2028Bcc: everybody@example.gov.cn'],
    ['an encoded word', '=?utf-8?Q?=0ABcc:_everybody@example.gov.cn?='],
    ['a null character', '李\0\r\n\r\nBody'],
  ])('keeps its headers whatever a name holds: %s', async (_, name) => {
    box = await mailBox()
    expect(await mailServer({ url: box.url, from }).send({ ...mail, subject: `${name} 催报` })).toBeNull()
    const [head = ''] = box.arrived[0]?.raw.split('\r\n\r\n') ?? []
    const names = head.split('\r\n').flatMap((line) => /^([A-Za-z-]+):/.exec(line)?.[1] ?? [])
    expect(names.toSorted()).toEqual(
      [
        'Auto-Submitted',
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ].toSorted(),
    )
    expect(box.arrived[0]?.to).toEqual(['wu@example.gov.cn'])
  })

  it('that the server refuses for its recipient says so in the words of the server', async () => {
    box = await mailBox({ onRcptTo: (_address, _session, done) => done(refusal(550, 'No such user here')) })
    const failure = await mailServer({ url: box.url, from }).send(mail)
    expect(failure).toEqual({ kind: 'refused', detail: expect.stringContaining('No such user here') })
  })

  it('that the server does not take now is deferred', async () => {
    box = await mailBox({ onRcptTo: (_address, _session, done) => done(refusal(450, 'Greylisted')) })
    expect(await mailServer({ url: box.url, from }).send(mail)).toMatchObject({ kind: 'deferred' })
  })

  it('is not sent where the password is wrong, and no message repeats it', async () => {
    const onAuth: NonNullable<Parameters<typeof mailBox>[0]>['onAuth'] = ({ password }, _session, done) =>
      done(refusal(535, `Wrong password ${password}`))
    box = await mailBox({ authOptional: false, allowInsecureAuth: true, onAuth })
    const url = box.url.replace('smtp://', 'smtp://xushi:s%23cret-7@')
    const failure = await mailServer({ url, from }).send(mail)
    expect(failure).toMatchObject({ kind: 'unreachable', detail: expect.stringContaining('Wrong password …') })
    expect(JSON.stringify(failure)).not.toContain('s#cret-7')
  })

  it('whose connection breaks after it was handed over may have arrived', async () => {
    box = await mailBox({
      onData: (stream, session) => {
        stream.resume()
        stream.on('end', () => box.cut(session.id))
      },
    })
    expect(await mailServer({ url: box.url, from }).send(mail)).toMatchObject({ kind: 'unsure' })
  })

  it('is unreachable where nobody listens', async () => {
    box = await mailBox()
    const { url } = box
    await box.close()
    expect(await mailServer({ url, from }).send(mail)).toMatchObject({ kind: 'unreachable' })
  })
})
