import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCheckDigit, creditCodeFault } from './credit-code.ts'

const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const seventeen = fc.array(fc.constantFrom(...letters), { minLength: 17, maxLength: 17 }).map((code) => code.join(''))

describe('the unified social credit code', () => {
  it.each([
    // The codes of two listed companies, as in their public annual reports.
    { case: '华为技术有限公司', code: '914403001922038216', fault: null },
    { case: '腾讯计算机系统', code: '9144030071526726XG', fault: null },
    { case: 'one digit off', code: '914403001922038217', fault: 'credit-code-check-digit' },
    { case: 'a letter that is never used', code: '91440300I922038216', fault: 'credit-code-characters' },
    { case: 'small letters', code: '9144030071526726xg', fault: 'credit-code-characters' },
    { case: 'seventeen characters', code: '91440300192203821', fault: 'credit-code-length' },
    { case: 'nothing', code: '', fault: 'credit-code-length' },
  ])('says $fault of $case', ({ code, fault }) => {
    expect(creditCodeFault(code)).toBe(fault)
  })

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(seventeen, fc.nat(16), fc.constantFrom(...letters), (first, at, other) => {
        const code = first + creditCheckDigit(first)
        expect(creditCodeFault(code)).toBeNull()
        if (first[at] === other) return
        expect(creditCodeFault(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)).toBe('credit-code-check-digit')
      }),
    )
  })
})
