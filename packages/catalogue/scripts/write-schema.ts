import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { catalogueJsonSchema } from '../src/json-schema.ts'
import { keyTables } from '../src/key-tables.ts'

/*
 * Writes data/schema.json and the tables of keys in docs/catalogue.md anew:
 *
 *     node packages/catalogue/scripts/write-schema.ts && npm run format
 */
const root = path.resolve(import.meta.dirname, '../../..')
writeFileSync(path.join(root, 'data/schema.json'), `${JSON.stringify(catalogueJsonSchema(), null, 2)}\n`)

const page = path.join(root, 'docs/catalogue.md')
const between = /(?<=<!-- keys -->\n)[\s\S]*(?=<!-- end of keys -->)/
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(between, () => `\n${keyTables()}\n\n`),
)
