import type { ReportKind, Text } from '@xushi/domain'
import { headingWords } from './heading.words.ts'

/** 江苏工业互联网加快发展目标进展月报: how a report is called. @param region null for the nation */
export function reportTitle(kind: ReportKind, name: Text, region: Text | null): Text {
  const { zh, en } = headingWords
  return {
    zh: zh.titles[kind](region === null ? name.zh : zh.ofRegion(region.zh, name.zh)),
    en: en.titles[kind](region === null ? name.en : en.ofRegion(region.en, name.en)),
  }
}
