import { words } from '@xushi/wording'

export const correctedWords = words(
  {
    mark: '已更正',
    colon: '：',
    sentence: (on: string, told: string, now: string) => `（数据截至${on}）载为${told}，现为${now}`,
    yes: '已',
    no: '未',
  },
  {
    mark: 'corrected',
    colon: ': ',
    sentence: (on: string, told: string, now: string) => ` (data as of ${on}) says ${told}; now ${now}`,
    yes: 'yes',
    no: 'no',
  },
)
