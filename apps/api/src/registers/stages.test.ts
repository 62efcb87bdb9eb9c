import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attached, pdf } from '../../test/attached.ts'
import { enterprise, type RegisterDesk, registerDesk, thousand } from '../../test/register-desk.ts'
import { engines, type Someone, type WholeApp, wholeApp } from '../../test/whole-app.ts'

const way = {
  application: '2020-05-06',
  screening: '2020-05-08',
  recommendation: '2020-05-12',
  assessment: '2020-05-20',
  announcement: '2020-05-25',
  publication: '2020-06-01',
}
const invalid = (...errors: readonly (readonly [stage: string, says: string])[]) => ({
  status: 422,
  body: {
    type: 'urn:xushi:problem:case-invalid',
    errors: errors.map(([stage, says]) => ({ pointer: `/stages/${stage}`, detail: expect.stringContaining(says) })),
  },
})

describe.each(engines)('the stages of a case, on %s', (engine) => {
  let whole: WholeApp
  let desk: RegisterDesk
  beforeAll(async () => {
    whole = await wholeApp({ engine })
    desk = registerDesk(whole)
    await desk.open(thousand)
  })
  afterAll(() => whole.close())

  const drafted = async (number: number, stages: object, who: Someone = 'recorder') => {
    const unit = who === 'recorder' ? { unit: 'industry-320000' } : {}
    const draft = await desk.recorded(enterprise(number, { stages, ...unit }), thousand, who)
    expect(
      (await attached(whole, who, { subject: draft.id }, { name: '函.pdf', content: pdf(`${number}`) })).status,
    ).toBe(201)
    return draft
  }
  const changed = (of: { id: string; version: number }, more: object, who: Someone = 'recorder') =>
    whole.as(who).send('PATCH', `/api/cases/${of.id}`, { version: of.version, ...more })

  it('are recorded all at once for a case of the past, and none is skipped', async () => {
    const draft = await drafted(1, { application: way.application, publication: way.publication })
    const gap = '此环节不能跳过'
    expect(await desk.move(whole.as('recorder'), draft, 'submission')).toMatchObject(
      invalid(['screening', gap], ['recommendation', gap], ['assessment', gap], ['announcement', gap]),
    )
    const filled = await changed(draft, { stages: way })
    const submitted = await desk.move(whole.as('recorder'), filled.body, 'submission')
    expect(submitted).toMatchObject({ status: 200, body: { stage: 'publication' } })
    const approved = await desk.move(whole.as('approver'), submitted.body, 'approval')
    expect(approved).toMatchObject({ body: { validFrom: '2020-06-01', inForce: true } })
  })

  it('are dated in their order', async () => {
    const draft = await drafted(2, way)
    expect(await changed(draft, { stages: { ...way, screening: '2020-05-13' } })).toMatchObject(
      invalid(['recommendation', '不能早于上一环节']),
    )
  })

  it('are moved by their own: the unit to its recommendation, the ministry from the assessment on', async () => {
    const who = 'industry-recorder'
    const { application, screening, recommendation } = way
    const draft = await drafted(3, { application, screening, recommendation }, who)
    expect(await changed(draft, { stages: way }, who)).toMatchObject(
      invalid(['assessment', '由部里登记'], ['announcement', '由部里登记'], ['publication', '由部里登记']),
    )
    const submitted = await desk.move(whole.as(who), draft, 'submission')
    const approved = await desk.move(whole.as('approver'), submitted.body, 'approval')
    const stages = { application, screening, recommendation, announcement: way.announcement }
    const ahead = await changed(approved.body, { stages, reason: '进入公示' })
    expect(await desk.move(whole.as('recorder'), ahead.body, 'submission')).toMatchObject(
      invalid(['assessment', '此环节不能跳过']),
    )
  })

  it('go back with a reason alone, from the end, and by two people', async () => {
    const draft = await drafted(4, way)
    const submitted = await desk.move(whole.as('recorder'), draft, 'submission')
    const approved = (await desk.move(whole.as('approver'), submitted.body, 'approval')).body
    const { publication: _, ...stages } = way
    expect(await changed(approved, { stages })).toMatchObject({
      status: 422,
      body: { type: 'urn:xushi:problem:reason-required' },
    })
    const back = await changed(approved, { stages, reason: '公示期内有异议' })
    expect(back).toMatchObject({ status: 200, body: { state: 'draft', stage: 'announcement' } })
    const { announcement: __, ...hole } = { ...stages, publication: way.publication }
    const torn = await changed(back.body, { stages: hole })
    expect(await desk.move(whole.as('recorder'), torn.body, 'submission')).toMatchObject(
      invalid(['announcement', '此环节不能跳过']),
    )
    const mended = await changed(torn.body, { stages })
    const again = await desk.move(whole.as('recorder'), mended.body, 'submission')
    expect(await desk.move(whole.as('approver'), again.body, 'approval')).toMatchObject({
      body: { stage: 'announcement', validFrom: null, inForce: false, correctionReason: '公示期内有异议' },
    })
  })
})
