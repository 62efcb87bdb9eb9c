import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'

/* The least that anybody would write for 12 charts with Recharts: their data in the page, no session, no request, no text. */

const months = Array.from({ length: 24 }, (_, index) => ({
  month: `${2019 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  plan: index * 40,
  actual: index * 43 + (index % 5) * 17,
}))

const line = (dataKey: string) => createElement(Line, { key: dataKey, dataKey, isAnimationActive: false })

const chart = (_: unknown, index: number) =>
  createElement(
    LineChart,
    { key: index, width: 440, height: 220, data: months },
    createElement(CartesianGrid),
    createElement(XAxis, { dataKey: 'month' }),
    createElement(YAxis),
    createElement(Tooltip),
    line('plan'),
    line('actual'),
  )

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no root')
createRoot(place).render(Array.from({ length: 12 }, chart))
