import type { Matrix } from '../matrix.ts'
import { caseMatrix } from './cases.ts'
import { decisionMatrix } from './decisions.ts'
import { entryMatrix } from './entries.ts'
import { fileMatrix, subjectMatrix } from './evidence.ts'
import { filingMatrices } from './filings.ts'
import { officeMatrices } from './offices.ts'
import { reportMatrix } from './reports.ts'

/** Every matrix. Each route of the contract belongs to one, or has nothing to be tried on. */
export const matrices: readonly Matrix[] = [
  entryMatrix,
  ...filingMatrices,
  caseMatrix,
  decisionMatrix,
  subjectMatrix,
  fileMatrix,
  ...officeMatrices,
  reportMatrix,
]
