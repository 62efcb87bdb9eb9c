import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsIn, pauseAfter } from './event-text.ts'

const stream = ': \n\nevent: figures\nid: 7\ndata: {"figuresSeq":7}\n\n: \n\nevent: end\ndata: {"why":"stopping"}\n\n'
const events = [
  { event: 'figures', data: '{"figuresSeq":7}' },
  { event: 'end', data: '{"why":"stopping"}' },
]

describe('eventsIn', () => {
  it('gives the events and no comments', () => {
    expect(eventsIn(stream)).toEqual({ events, rest: '' })
  })

  it('gives the same events wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (places) => {
        const cuts = [0, ...places.toSorted((a, b) => a - b), stream.length]
        let rest = ''
        const heard = cuts.slice(1).flatMap((end, index) => {
          const read = eventsIn(rest + stream.slice(cuts[index], end))
          rest = read.rest
          return read.events
        })
        expect(heard).toEqual(events)
      }),
    )
  })
})

describe('pauseAfter', () => {
  it('grows with each failure up to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 15000, 30000, 30000, 30000])
  })
})
