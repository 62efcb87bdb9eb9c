import { ledgerActions, ledgerSubjects } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { actionText, actionWords, subjectText } from './action.words.ts'

describe.each(['zh', 'en'] as const)('the words of the ledger in %s', (language) => {
  it('tell every action, each differently', () => {
    const told = ledgerActions.map((action) => actionText(action, actionWords[language]))
    expect(told.filter((text) => /^[a-z-]+$/.test(text))).toEqual([])
    expect(new Set(told).size).toBe(ledgerActions.length)
  })

  it('tell every subject', () => {
    const told = ledgerSubjects.map((kind) => subjectText(kind, actionWords[language]))
    expect(new Set(told).size).toBe(ledgerSubjects.length)
  })

  it('leave what they do not know as it is', () => {
    expect(actionText('case-teleported', actionWords[language])).toBe('case-teleported')
    expect(actionText('new-thing', actionWords[language])).toBe('new-thing')
    expect(subjectText('thing', actionWords[language])).toBe('thing')
  })
})
