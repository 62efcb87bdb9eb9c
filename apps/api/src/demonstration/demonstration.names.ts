import type { PlannedCase } from './demonstration.plan.ts'

/** Words that firms are named with. The firms are invented, and marked 演示数据 wherever they show. */
const firsts =
  '恒瑞 华盛 鼎力 新程 天工 远大 同创 博远 金驰 宏图 长风 中晟 卓越 信达 东联 嘉禾 立诚 兴邦 海纳 明德 凯信 启航 汇通 永固 星河 锦程 泰和 万象 光华 致远'.split(
    ' ',
  )
const trades = [
  { industry: 'equipment', words: ['重工', '数控机床', '装备制造', '精密机械'] },
  { industry: 'electronics', words: ['电子', '半导体', '通信设备'] },
  { industry: 'automotive', words: ['汽车零部件', '新能源汽车'] },
  { industry: 'steel', words: ['钢铁', '特种钢'] },
  { industry: 'petrochemical', words: ['化工', '新材料'] },
  { industry: 'home-appliances', words: ['电器', '家电'] },
  { industry: 'textile', words: ['纺织', '服装'] },
  { industry: 'building-materials', words: ['水泥', '建材'] },
  { industry: 'power', words: ['电力设备', '能源'] },
  { industry: 'mining', words: ['矿业', '煤业'] },
]

/** The invented name of a case's enterprise, the same in every run, and its industry. */
export function caseName({ number }: Pick<PlannedCase, 'number'>, region: string): { name: string; industry: string } {
  const first = firsts[(number * 13) % firsts.length] ?? ''
  const trade = trades[(number * 7 + Math.floor(number / 30)) % trades.length] ?? trades[0]
  const word = trade?.words[Math.floor(number / 10) % trade.words.length] ?? ''
  return { name: `${region}${first}${word}有限公司`, industry: trade?.industry ?? 'other' }
}
