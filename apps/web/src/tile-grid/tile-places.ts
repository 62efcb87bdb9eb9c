/** Where a region's tile stands: column and row from 0, and its letters where a tile is too small for an English name. */
export type TilePlace = {
  readonly code: string
  readonly column: number
  readonly row: number
  /** ISO 3166-2:CN; for 兵团, which has none there, ours. */
  readonly letters: string
}

export const tileColumns = 9
export const tileRows = 8

/** On the grid, and not reporting here: 台湾, 香港, 澳门. */
export const outsideCodes = ['710000', '810000', '820000'] as const

/** 兵团: inside 新疆 geographically, reported separately; our own code. */
export const corpsCode = '660000'
export const xinjiangCode = '650000'

const place = (code: string, letters: string, column: number, row: number): TilePlace => ({
  code,
  column,
  row,
  letters,
})

/**
 * The 34 provincial divisions and 兵团, as equal squares that stand roughly where the regions lie: no border, no area. In the order
 * of reading, row by row.
 */
export const tilePlaces: readonly TilePlace[] = [
  place('230000', 'HL', 8, 0),
  place('150000', 'NM', 5, 1),
  place('220000', 'JL', 8, 1),
  place(xinjiangCode, 'XJ', 0, 2),
  place(corpsCode, 'BT', 1, 2),
  place('640000', 'NX', 4, 2),
  place('140000', 'SX', 5, 2),
  place('110000', 'BJ', 6, 2),
  place('120000', 'TJ', 7, 2),
  place('210000', 'LN', 8, 2),
  place('630000', 'QH', 2, 3),
  place('620000', 'GS', 3, 3),
  place('610000', 'SN', 4, 3),
  place('410000', 'HA', 5, 3),
  place('130000', 'HE', 6, 3),
  place('370000', 'SD', 7, 3),
  place('540000', 'XZ', 2, 4),
  place('510000', 'SC', 3, 4),
  place('500000', 'CQ', 4, 4),
  place('420000', 'HB', 5, 4),
  place('340000', 'AH', 6, 4),
  place('320000', 'JS', 7, 4),
  place('310000', 'SH', 8, 4),
  place('530000', 'YN', 3, 5),
  place('520000', 'GZ', 4, 5),
  place('430000', 'HN', 5, 5),
  place('360000', 'JX', 6, 5),
  place('330000', 'ZJ', 7, 5),
  place('450000', 'GX', 5, 6),
  place('440000', 'GD', 6, 6),
  place('350000', 'FJ', 7, 6),
  place('710000', 'TW', 8, 6),
  place('460000', 'HI', 5, 7),
  place('820000', 'MO', 6, 7),
  place('810000', 'HK', 7, 7),
]
