import { readFileSync } from 'node:fs'
import { reportFormats } from '@xushi/domain'
import { reportFile } from '@xushi/report'

/*
 * One format of one report in a process of its own: its second run in seconds and the most memory that the process had, in megabytes.
 * node report-format-process.ts FILE.json FORMAT
 */
const [, , file = '', named] = process.argv
const format = reportFormats.find((one) => one === named)
if (format === undefined) throw new Error(`${named} is no format of a report`)
const { imprint, model } = JSON.parse(readFileSync(file, 'utf8'))
await reportFile(model, imprint, format)
const began = performance.now()
const bytes = await reportFile(model, imprint, format)
const seconds = (performance.now() - began) / 1000
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, bytes: bytes.length }))
