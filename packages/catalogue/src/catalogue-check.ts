import type { Catalogue } from '@xushi/domain'
import { assembled } from './catalogue-assembly.ts'
import { type CatalogueRows, catalogueRows } from './catalogue-rows.ts'
import { indicatorMistakes } from './checks/indicator.check.ts'
import { nameMistakes } from './checks/names.check.ts'
import { planMistakes } from './checks/plan.check.ts'
import { programmeMistakes } from './checks/programme.check.ts'
import { recordedCheck } from './checks/recorded.check.ts'
import { referenceMistakes } from './checks/references.check.ts'
import { regionMistakes } from './checks/region.check.ts'
import { registerMistakes } from './checks/register.check.ts'
import { targetMistakes } from './checks/target.check.ts'
import { inOrder, type Mistake } from './mistake.ts'
import { recording } from './recording.ts'
import type { SourceFile } from './source-file.ts'

/**
 * The catalogue, or every mistake in it. `notes` are not mistakes: parts that should be recorded. `recordings` are the
 * recorded.yaml files as they would be written now.
 */
export type CatalogueReading =
  | {
      readonly clean: true
      readonly catalogue: Catalogue
      readonly notes: readonly Mistake[]
      readonly recordings: readonly SourceFile[]
    }
  | { readonly clean: false; readonly mistakes: readonly Mistake[] }

/**
 * Checks the files of `data/` and puts the catalogue together. All mistakes are told, not the first alone; a row whose shape
 * is wrong is not checked further, and its name stays known to the others.
 *
 * @param files YAML files with their paths inside the data folder
 * @returns the catalogue with its digest (SHA-256 over the canonical JSON of everything else in it), or the mistakes by file
 *   and line
 */
export function checkCatalogue(files: readonly SourceFile[]): CatalogueReading {
  const shape: Mistake[] = []
  const rows = catalogueRows(files, shape)
  const recorded = rows.programmes.map(recordedCheck)
  const mistakes = [...shape, ...ruleMistakes(rows), ...recorded.flatMap((check) => check.mistakes)]
  if (mistakes.length > 0) return { clean: false, mistakes: inOrder(mistakes) }

  return {
    clean: true,
    catalogue: assembled(rows),
    notes: recorded.flatMap((check) => check.notes),
    recordings: rows.programmes.map(recording),
  }
}

function* ruleMistakes(rows: CatalogueRows): Generator<Mistake> {
  yield* nameMistakes(rows)
  yield* referenceMistakes(rows)
  yield* regionMistakes(rows)
  for (const programme of rows.programmes) {
    yield* programmeMistakes(programme)
    yield* indicatorMistakes(programme)
    yield* targetMistakes(programme)
    yield* planMistakes(programme)
    yield* registerMistakes(programme)
  }
}
