import type { EntryRow, RecordingDesk, RecordingGrid } from '@xushi/contract'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Demo } from '../app/demo.tsx'
import { useWords } from '../language/language.tsx'
import { Notice } from '../states/states.tsx'
import { isOpen, keyOf, useCellDrafts } from './cell-drafts.ts'
import { CellPanel } from './cell-panel.tsx'
import { cellState, isHeldBack, isReady } from './cell-state.ts'
import { KeyLine } from './key-line.tsx'
import { OpenEntries } from './open-entries.tsx'
import { type Pasted, type PasteTarget, pastedCells } from './paste-cells.ts'
import { PasteSummary } from './paste-summary.tsx'
import { recordingWords } from './recording.words.ts'
import { Grid } from './recording-grid.tsx'
import { ConnectionNotice, StateStrip } from './state-strip.tsx'
import { SubmitCheck } from './submit-check.tsx'

type WorkbenchProps = {
  /** Whose desk it is. */
  readonly account: string
  readonly grid: RecordingGrid
  readonly desk: RecordingDesk
  readonly search: {
    readonly indicator?: string | undefined
    readonly unit?: string | undefined
    readonly region?: string | undefined
  }
  readonly choose: (row: EntryRow) => void
}

/** The grid of one region and month with what was typed into it, the chosen cell beside it, and what is open below. */
export function Workbench({ account, grid, desk, search, choose }: WorkbenchProps) {
  const says = useWords(recordingWords)
  const drafts = useCellDrafts(account)
  const [checking, setChecking] = useState(false)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const rows = grid.rows.filter((row) => row.is === 'entry')
  const ofIndicator = rows.filter(({ indicator }) => indicator === search.indicator)
  const chosen =
    ofIndicator.find(({ unit, region }) => unit.id === search.unit && region === search.region) ??
    ofIndicator[0] ??
    rows.find((row) => !row.yesNo) ??
    rows[0]
  const { adopt, follow } = drafts
  // Once for this grid: what was typed before a reload or a new sign-in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a renewed grid has nothing new to adopt
  useEffect(() => adopt(rows), [adopt])
  useEffect(() => follow(rows), [follow, rows])
  const states = rows.map((row) => cellState(row, drafts))
  const [ready, heldBack] = [states.filter(isReady).length, states.filter(isHeldBack).length]
  const paste = (text: string, from: EntryRow) => {
    const open = rows.filter(isOpen)
    const start = Math.max(
      0,
      open.findIndex((row) => keyOf(row) === keyOf(from)),
    )
    const result = pastedCells(text, open.slice(start).map(target), open.map(target))
    const byKey = new Map(open.map((row) => [keyOf(row), row]))
    const put = (key: string | null, value: string) => {
      const row = byKey.get(key ?? '')
      if (row !== undefined) drafts.type(row, { ...drafts.typedIn(row), text: value, absence: null }, 'now')
    }
    for (const { key, text: value } of result.filled) put(key, value)
    // What is no value stands in its cell as it was pasted, to be mended there; never over a value that was taken.
    const taken = new Set(result.filled.map(({ key }) => key))
    for (const { key, text: value } of result.refused) if (key !== null && !taken.has(key)) put(key, value)
    setPasted(result)
  }
  if (grid.rows.length === 0) return <Notice kind="empty" title={says.emptyGrid} />
  return (
    <>
      <StateStrip grid={grid} drafts={drafts}>
        {rows.some(({ entry }) => entry?.demo === true) && <Demo />}
        <Button type="primary" disabled={ready + heldBack === 0 && !checking} onClick={() => setChecking(true)}>
          {says.check(ready, heldBack)}
        </Button>
      </StateStrip>
      <ConnectionNotice drafts={drafts} />
      {checking && <SubmitCheck rows={rows} drafts={drafts} choose={choose} close={() => setChecking(false)} />}
      {pasted !== null && <PasteSummary pasted={pasted} rows={rows} />}
      <div className="desk">
        <div>
          <Grid
            grid={grid}
            drafts={drafts}
            chosen={chosen === undefined ? null : keyOf(chosen)}
            choose={choose}
            submitAll={() => setChecking(true)}
            paste={paste}
          />
          <KeyLine />
        </div>
        {chosen === undefined ? (
          <p className="second">{says.selectCell}</p>
        ) : (
          <CellPanel key={keyOf(chosen)} row={chosen} grid={grid} drafts={drafts} />
        )}
      </div>
      <OpenEntries desk={desk} />
    </>
  )
}

const target = (row: EntryRow): PasteTarget => ({
  key: keyOf(row),
  goal: row.goal,
  places: [row.region, row.regionName.zh, row.regionName.en],
  decimals: row.decimals,
  yesNo: row.yesNo,
})
