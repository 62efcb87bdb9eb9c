import type { Dashboard } from '@xushi/contract'
import type { Figure } from '@xushi/domain'
import { describe, expect, it } from 'vitest'
import { distanceText } from './target-sentence.ts'

type Distance = Dashboard['indicators'][number]['percentagePoints']

describe('distanceText', () => {
  it.each([
    [{ known: true, value: 61.3 }, '超序时进度61.3个百分点', '61.3 points ahead of plan'],
    [{ known: true, value: -12 }, '低于序时进度12.0个百分点', '12.0 points behind plan'],
    [{ known: true, value: 0 }, '与序时进度持平', 'on plan'],
    [{ known: true, value: 12.2, bound: 'above' }, '超序时进度至少12.2个百分点', 'at least 12.2 points ahead of plan'],
    [{ known: true, value: 10.3, bound: 'below' }, '超序时进度至多10.3个百分点', 'at most 10.3 points ahead of plan'],
    [{ known: true, value: -2.9, bound: 'below' }, '低于序时进度至少2.9个百分点', 'at least 2.9 points behind plan'],
    [{ known: true, value: -2.9, bound: 'above' }, '低于序时进度至多2.9个百分点', 'at most 2.9 points behind plan'],
    [{ known: true, value: 116.3, bound: 'about' }, '超序时进度约116.3个百分点', 'about 116.3 points ahead of plan'],
    [{ known: false, why: 'not-reported' }, null, null],
  ] satisfies readonly (readonly [Figure, string | null, string | null])[])(
    'keeps the bound of %o',
    (figure, zh, en) => {
      const distance: Distance = figure
      expect([distanceText(distance, 'zh'), distanceText(distance, 'en')]).toEqual([zh, en])
    },
  )
})
