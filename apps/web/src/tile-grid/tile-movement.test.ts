import { describe, expect, it } from 'vitest'
import { type TileMove, tileAfter, tileMoveOf } from './tile-movement.ts'
import { tileColumns, tilePlaces, tileRows } from './tile-places.ts'

describe('tilePlaces', () => {
  it('has 34 divisions and 兵团, each in a place of its own within the grid', () => {
    expect(new Set(tilePlaces.map(({ code }) => code)).size).toBe(35)
    expect(new Set(tilePlaces.map(({ column, row }) => `${column} ${row}`)).size).toBe(35)
    expect(new Set(tilePlaces.map(({ letters }) => letters)).size).toBe(35)
    for (const { column, row } of tilePlaces) {
      expect(column).toBeLessThan(tileColumns)
      expect(row).toBeLessThan(tileRows)
    }
  })

  it('stands in the order of reading', () => {
    const order = tilePlaces.map(({ column, row }) => row * tileColumns + column)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
})

describe('tileAfter', () => {
  it.each<[string, TileMove, string]>([
    ['650000', 'right', '660000'],
    ['660000', 'right', '640000'],
    ['320000', 'up', '370000'],
    ['320000', 'left', '340000'],
    ['320000', 'right', '310000'],
    ['320000', 'down', '330000'],
    ['230000', 'left', '150000'],
    ['310000', 'down', '710000'],
    ['710000', 'left', '350000'],
    ['650000', 'left', '650000'],
    ['230000', 'up', '230000'],
    ['320000', 'first', '230000'],
    ['320000', 'last', '810000'],
  ])('from %s %s comes to %s', (from, move, to) => {
    expect(tileAfter(from, move)).toBe(to)
  })

  it('reaches every tile from every other by arrow keys', () => {
    const reached = new Set(['650000'])
    for (const code of reached) {
      for (const move of ['left', 'right', 'up', 'down'] as const) reached.add(tileAfter(code, move))
    }
    expect(reached.size).toBe(tilePlaces.length)
  })

  it('stays on a code that has no tile', () => {
    expect(tileAfter('000000', 'up')).toBe('000000')
  })
})

describe('tileMoveOf', () => {
  it('knows the keys of the grid and no other', () => {
    expect(['ArrowUp', 'Home', 'Enter', 'c'].map(tileMoveOf)).toEqual(['up', 'first', null, null])
  })
})
