import { DomainError } from '@xushi/domain'
import { type EvidenceSubject, evidenceOf } from '@xushi/store'
import type { Sources } from '../catalogue/catalogue-now.ts'

/**
 * Refuses to approve what stands on a file that is gone, or is not what was recorded: nobody can look at it any more.
 *
 * @throws DomainError evidence-unsound, naming each such file
 */
export async function checkFiles(
  { store, contents }: Pick<Sources, 'store' | 'contents'>,
  subject: EvidenceSubject,
): Promise<void> {
  const files = await store.read((reading) => evidenceOf(reading, subject))
  const found = await Promise.all(files.map((file) => contents.glance(file)))
  const unsound = files.filter((_, index) => found[index] !== 'sound')
  if (unsound.length === 0) return
  throw new DomainError('evidence-unsound', { files: unsound.map(({ name }) => name).join('、') })
}
