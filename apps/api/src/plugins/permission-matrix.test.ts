import { afterAll, beforeAll, describe, it } from 'vitest'
import { matrices } from '../../test/matrices/all.ts'
import { walk } from '../../test/matrix.ts'
import { engines, type WholeApp, wholeApp } from '../../test/whole-app.ts'

describe.each(engines)('on %s', (engine) => {
  let whole: WholeApp
  beforeAll(async () => {
    whole = await wholeApp({ engine })
  })
  afterAll(() => whole.close())

  describe.each(matrices)('$noun', (matrix) => {
    it.each(matrix.rows)('that is $is: who may do what', (row) => walk(whole, matrix, row))
  })
})
