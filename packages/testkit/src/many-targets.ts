import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ownData = fileURLToPath(new URL('../../../data', import.meta.url))

/** A catalogue of four hundred targets in a folder: the twenty there are, and one of them 380 times more under the measures in turn. */
export async function withManyTargets(folder: string, added = 380): Promise<void> {
  await cp(ownData, folder, { recursive: true })
  const file = path.join(folder, 'programmes/miit-2020-8/targets.yaml')
  const text = await readFile(file, 'utf8')
  const one = /^- id: monitored-platforms\n[\s\S]*?(?=\n\n- id: )/m.exec(text)?.[0] ?? ''
  const more = Array.from({ length: added }, (_, index) =>
    one
      .replace('id: monitored-platforms', `id: monitored-platforms-${index}`)
      .replace('goal: T10', `goal: T${100 + index}`)
      .replace(/measure: m\d+/, `measure: m${1 + (index % 20)}`),
  )
  await writeFile(file, [text.trimEnd(), ...more, ''].join('\n\n'))
}
