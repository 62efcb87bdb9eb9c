import { describe, expect, it } from 'vitest'
import { MissingGlyphError } from '../fonts/missing-glyph.ts'
import { sampleReport } from '../model/report-model.fixture.ts'
import type { ReportChart, ReportChartData } from '../model/report-model.ts'
import { chartParts } from './chart-parts.ts'
import { chartPng } from './chart-png.ts'
import { chartSvg } from './chart-svg.ts'
import { drawnTexts, overlaps } from './drawn-texts.fixture.ts'
import { outlinedTexts } from './outlined-texts.ts'

const samples = sampleReport.sections.flatMap(({ blocks }) =>
  blocks.flatMap((block) => (block.is === 'chart' ? [block.chart] : [])),
)
const long = '具有全球影响力的国家工业互联网大数据中心体系（含区域分中心与行业分中心）'

function chart(data: ReportChartData): ReportChart {
  return { id: 'one', caption: '图', sentence: '一句话。', data }
}

function lines(values: readonly (number | null)[], names: readonly string[] = ['实际']): ReportChart {
  const dates = values.map((_, index) => `2020-${String(index + 1).padStart(2, '0')}-28`)
  return chart({
    draws: 'lines',
    unit: '个',
    dates,
    series: names.map((name) => ({ name, role: 'actual', values })),
  })
}

const bars = (rows: readonly (readonly [string, number | null, string])[]) =>
  chart({ draws: 'bars', unit: '个', decimals: 0, rows: rows.map(([label, value, text]) => ({ label, value, text })) })

/** The paths of the line of what was measured. */
const blueLines = (svg: string) =>
  [...svg.matchAll(/<path d="([^"]*)"[^>]*stroke="#1F63A8" stroke-width="2.2"/g)].map(([, path = '']) => path)

describe('chartSvg', () => {
  it.each(samples)('is the same text again, whatever was drawn before: $id', async (sample) => {
    const before = await chartSvg(sample, 'zh', 442)
    for (const other of samples) await chartSvg(other, 'en', 300)
    expect(await chartSvg(sample, 'zh', 442)).toEqual(before)
  })

  it('breaks the line where a value is missing, and never goes down to zero', async () => {
    const { svg } = await chartSvg(lines([40, 44, null, 60, 66]), 'zh', 442)
    const [path = ''] = blueLines(svg)
    expect(path.match(/M/g)).toHaveLength(2)
    const whole = blueLines((await chartSvg(lines([40, 44, 0, 60, 66]), 'zh', 442)).svg)[0] ?? ''
    expect(whole.match(/M/g)).toHaveLength(1)
  })

  it('draws no bar for what is not reported, and a mark for a zero', async () => {
    const count = async (rows: Parameters<typeof bars>[0]) =>
      (await chartSvg(bars(rows), 'zh', 442)).svg.match(/fill="#1F63A8"/g)?.length ?? 0
    expect(await count([['江苏', null, '未报']])).toBe(0)
    expect(await count([['江苏', 0, '0个']])).toBe(1)
  })

  it('leaves the track of an unknown attainment empty', async () => {
    const row = { label: '平台', plan: null, text: '未报', status: 'no-data' } as const
    const names = { ratio: '完成率', plan: '序时进度' }
    const blue = async (ratio: number | null) =>
      (await chartSvg(chart({ draws: 'bullets', names, rows: [{ ...row, ratio }] }), 'zh', 442)).svg.match(/#1F63A8/g)
        ?.length
    expect(await blue(null)).toBe(1) // The legend alone.
    expect(await blue(0.5)).toBe(2)
    expect(await blue(-0.2)).toBe(2)
  })

  it('joins a plan over the dates at which nobody states it, and dashes it', async () => {
    const sample = samples.find(({ id }) => id === 'nodes-line')
    const { svg } = await chartSvg(sample ?? lines([]), 'zh', 442)
    expect(svg).toMatch(/stroke="#14202B" stroke-width="1.3"[^>]* stroke-dasharray="7,4"/)
  })

  it('says caption and sentence to those who do not see it, and carries no script, style or address', async () => {
    const { svg } = await chartSvg({ ...lines([1]), caption: 'a<b', sentence: '“句”' }, 'zh', 442)
    expect(svg).toContain('<title>a&lt;b</title><desc>“句”</desc>')
    expect(svg).not.toMatch(/<(script|style|image|a|foreignObject)\b|href|class=|https?:(?!\/\/www\.w3\.org)/)
  })

  it.each<{ readonly case: string; readonly one: ReportChart }>([
    ...samples.map((one) => ({ case: one.id, one })),
    { case: 'nothing at all', one: lines([]) },
    { case: 'no value', one: lines([null, null]) },
    { case: 'one value', one: lines([310_000_000]) },
    {
      case: 'many long names that end together',
      one: lines(
        [1, 2, 3],
        Array.from({ length: 5 }, () => long),
      ),
    },
    { case: 'many dates', one: lines(Array.from({ length: 12 }, (_, index) => index * 1e9)) },
    {
      case: 'values below zero',
      one: bars([
        [long, -12_000, '−1.2万个'],
        ['甲', 8000, '8000个'],
      ]),
    },
    { case: 'no rows', one: bars([]) },
    {
      case: 'long labels of targets',
      one: chart({
        draws: 'bullets',
        names: { ratio: 'Attainment', plan: 'Plan by time' },
        rows: [
          { label: long, ratio: 12, plan: 1.4, text: '至少1200.0%', status: 'not-started' },
          {
            label: 'Platforms for monitoring of industrial safety',
            ratio: 0.1,
            plan: -1,
            text: '10%',
            status: 'overdue',
          },
        ],
      }),
    },
  ])('cuts off no text and lays none on another: $case', async ({ one }) => {
    for (const language of ['zh', 'en'] as const) {
      for (const width of [442, 360]) {
        const drawing = await chartSvg(one, language, width)
        const texts = await drawnTexts(drawing.svg)
        expect(overlaps(texts)).toEqual([])
        const outside = texts.filter(
          ({ left, right, middle, size }) =>
            left < -0.5 || right > width + 0.5 || middle < size / 2 - 0.5 || middle > drawing.height - size / 2 + 0.5,
        )
        expect(outside).toEqual([])
      }
    }
  })

  it('refuses a label for which it has no glyph, by the name of the character', async () => {
    await expect(chartSvg(bars([['𠮷林', 1, '1个']]), 'zh', 442)).rejects.toThrow(MissingGlyphError)
    await expect(chartSvg(bars([['𠮷林', 1, '1个']]), 'zh', 442)).rejects.toMatchObject({
      codePoint: 'U+20BB7',
      place: { part: 'chart', id: 'one' },
    })
  })
})

describe('chartParts', () => {
  it('divides rows evenly, none lost, and draws them on the axis of the whole', async () => {
    const whole = bars(Array.from({ length: 70 }, (_, index) => [`地区${index}`, index, `${index}个`] as const))
    const parts = chartParts(whole, 30)
    const labels = parts.flatMap(({ data }) => (data.draws === 'bars' ? data.rows.map(({ label }) => label) : []))
    expect(parts).toHaveLength(3)
    expect(labels).toEqual(Array.from({ length: 70 }, (_, index) => `地区${index}`))
    const [first = whole] = parts
    expect((await chartSvg(first, 'zh', 442, whole)).svg).toContain('>80</text>')
    expect((await chartSvg(first, 'zh', 442)).svg).not.toContain('>80</text>')
    expect(chartParts(lines([1, 2, 3]), 1)).toHaveLength(1)
  })
})

describe('chartPng', () => {
  it('is the drawing at twice its size, the same bytes again, with text drawn by the embedded face', async () => {
    const picture = await chartPng(await chartSvg(bars([['江苏', 3, '3个']]), 'zh', 442))
    expect(picture.png.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.png.readUInt32BE(16)).toBe(884)
    expect(picture.png.readUInt32BE(20)).toBe(picture.height * 2)
    expect(await chartPng(await chartSvg(bars([['江苏', 3, '3个']]), 'zh', 442))).toEqual(picture)
    const other = await chartPng(await chartSvg(bars([['江西', 3, '3个']]), 'zh', 442))
    expect(other.png.equals(picture.png)).toBe(false)
  })

  it('has three dots to the point where paper wants them', async () => {
    const { png } = await chartPng(await chartSvg(bars([['江苏', 3, '3个']]), 'zh', 442), 3)
    expect(png.readUInt32BE(16)).toBe(1326)
  })
})

describe('outlinedTexts', () => {
  it('leaves no text to be set, and one outline for each character that has ink', async () => {
    const { svg } = await chartSvg(bars([['江 苏', 3, '3个']]), 'zh', 442)
    const characters = [...svg.matchAll(/<text[^>]*>([^<]*)</g)]
      .map(([, text = '']) => text.replace(/\s/g, ''))
      .join('')
    const outlined = await outlinedTexts(svg)
    expect(outlined).not.toContain('<text')
    expect(outlined.match(/<path transform/g)).toHaveLength([...characters].length)
  })

  it('writes what markup stands for', async () => {
    const one = await outlinedTexts('<text style="font-size:10px" x="1" y="2">&lt;</text>')
    const other = await outlinedTexts('<text style="font-size:10px" x="1" y="2">l</text>')
    expect(one.match(/<path/g)).toHaveLength(1)
    expect(one).not.toBe(other)
  })

  it('begins a text that ends at its place by its width before it', async () => {
    const at = async (anchor: string) =>
      Number(/translate\(([-\d.]+)/.exec(await outlinedTexts(`<text text-anchor="${anchor}" x="100">个</text>`))?.[1])
    expect([await at('start'), await at('middle'), await at('end')]).toEqual([100, 94, 88])
  })
})
