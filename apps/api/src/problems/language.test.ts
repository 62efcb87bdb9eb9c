import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('languageOf', () => {
  it.each([
    { header: undefined, language: 'zh' },
    { header: '*', language: 'zh' },
    { header: 'de', language: 'zh' },
    { header: 'en', language: 'en' },
    { header: 'en-GB,en;q=0.9,zh;q=0.8', language: 'en' },
    { header: 'zh-CN,zh;q=0.9,en;q=0.8', language: 'zh' },
    { header: 'zh;q=0.5, EN;q=0.6', language: 'en' },
    { header: 'en;q=0', language: 'zh' },
    { header: 'en;q=abc', language: 'en' },
  ])('is $language for $header', ({ header, language }) => {
    expect(languageOf(header)).toBe(language)
  })
})
