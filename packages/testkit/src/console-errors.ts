import { format } from 'node:util'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

/*
 * Setup of every test file: what is written to console.error fails the test that wrote it. React and the libraries
 * under it report broken keys, unknown properties, updates after unmount and the like only there. A test that expects
 * such a line spies on console.error itself and checks what was written.
 */
const complaints: string[] = []
let spy: MockInstance<typeof console.error>

beforeEach(() => {
  complaints.length = 0
  spy = vi.spyOn(console, 'error').mockImplementation((...line: unknown[]) => {
    complaints.push(format(...line))
  })
})

afterEach(() => {
  spy.mockRestore()
  expect(complaints.splice(0), 'a test may not write to console.error').toEqual([])
})
