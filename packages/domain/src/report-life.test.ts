import { describe, expect, it } from 'vitest'
import {
  mayMakeReport,
  maySeeReport,
  nextReportState,
  type ReportReader,
  reportMovesOf,
  reportNumber,
  reportStates,
} from './report-life.ts'

const jiangsu = { state: 'draft', region: '320000', authorId: 'author' } as const
const reader = (role: ReportReader['role'], accountId = 'somebody'): ReportReader => ({
  accountId,
  role,
  regions: new Set(['320000', '320500']),
})

describe('a report', () => {
  it.each([
    ['draft', ['edit', 'make', 'delete', 'submit'], []],
    ['submitted', [], ['return', 'issue']],
    ['issued', ['make'], ['make', 'withdraw']],
    ['withdrawn', [], []],
    ['deleted', [], []],
  ] as const)('that is %s is in the hands of its author, and of those who issue', (state, ofAuthor, ofIssuer) => {
    const report = { ...jiangsu, state }
    expect(reportMovesOf(reader('regional-recorder', 'author'), report)).toEqual(ofAuthor)
    expect(reportMovesOf(reader('programme-manager'), report)).toEqual(ofIssuer)
    expect(reportMovesOf(reader('auditor'), report)).toEqual([])
  })

  it('is issued by nobody who wrote it', () => {
    const own = { ...jiangsu, state: 'submitted' } as const
    expect(reportMovesOf(reader('programme-manager', 'author'), own)).toEqual([])
  })

  it('leaves no state but by its moves', () => {
    for (const state of reportStates)
      expect(nextReportState(state, 'submit')).toBe(state === 'draft' ? 'submitted' : undefined)
  })

  it('is seen by its author, then by those who issue, then by the readers of its region', () => {
    const seenBy = (state: (typeof reportStates)[number], region = '320000') =>
      (['auditor', 'programme-manager', 'regional-viewer', 'administrator'] as const).filter((role) =>
        maySeeReport(reader(role), { ...jiangsu, state, region, recipients: [] }),
      )
    expect(seenBy('draft')).toEqual([])
    expect(seenBy('submitted')).toEqual(['programme-manager'])
    expect(seenBy('issued')).toEqual(['auditor', 'programme-manager', 'regional-viewer'])
    expect(seenBy('issued', '330000')).toEqual(['auditor', 'programme-manager'])
    expect(seenBy('withdrawn', '000000')).toEqual(['auditor', 'programme-manager', 'regional-viewer'])
    expect(seenBy('deleted')).toEqual([])
    expect(maySeeReport(reader('regional-recorder', 'author'), { ...jiangsu, recipients: [] })).toBe(true)
  })

  it('is from the first seen by those it was scheduled for, where they read its region', () => {
    const scheduled = { ...jiangsu, recipients: ['regional-viewer', 'approver'] } as const
    const seenBy = (region: string) =>
      (['auditor', 'approver', 'regional-viewer'] as const).filter((role) =>
        maySeeReport(reader(role), { ...scheduled, region }),
      )
    expect(seenBy('320000')).toEqual(['approver', 'regional-viewer'])
    expect(seenBy('330000')).toEqual(['approver'])
  })

  it('is made of the own region, or of any by those who work for the nation', () => {
    expect(mayMakeReport(reader('regional-viewer'), '320500')).toBe(true)
    expect(mayMakeReport(reader('regional-viewer'), '000000')).toBe(false)
    expect(mayMakeReport(reader('auditor'), '330000')).toBe(true)
    expect(mayMakeReport(reader('administrator'), '320000')).toBe(false)
  })

  it('has a number as official papers do', () => {
    expect(reportNumber(2020, 3)).toBe('进展报告〔2020〕3号')
  })
})
