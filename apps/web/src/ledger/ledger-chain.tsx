import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type LedgerChain as ChainState, verifyLedgerChain } from '@xushi/contract'
import { call } from '../api/call.ts'
import { useWords } from '../language/language.tsx'
import { Notice, ProblemState, QueryState } from '../states/states.tsx'
import { chainQuery } from './ledger.queries.ts'
import { ledgerWords } from './ledger.words.ts'
import { exactTime, utcTime } from './ledger-time.ts'

/** How far the chain was checked and when, said quietly while it holds; and the key that signs exports. */
export function LedgerChain() {
  const says = useWords(ledgerWords)
  const client = useQueryClient()
  const query = useQuery(chainQuery)
  const checking = useMutation({
    mutationFn: () => call(verifyLedgerChain, {}),
    onSuccess: (chain) => client.setQueryData(chainQuery.queryKey, chain),
  })
  return (
    <section className="ledger-chain" aria-label={says.chain}>
      <QueryState query={query}>
        {(chain) => (
          <>
            <Told chain={chain} />
            <button
              type="button"
              className="button no-print"
              disabled={checking.isPending}
              onClick={() => checking.mutate()}
            >
              {checking.isPending ? says.verifying : says.verify}
            </button>
            {checking.isError && <ProblemState error={checking.error} />}
            <p className="label ledger-key" title={says.keyHint}>
              {says.key} <code>{chain.key}</code>
            </p>
          </>
        )}
      </QueryState>
    </section>
  )
}

function Told({ chain: { broken, events, verifiedTo, checkedAt, wholeAt } }: { chain: ChainState }) {
  const says = useWords(ledgerWords)
  if (broken !== null) {
    return (
      <Notice kind="problem" title={says.broken(told(broken.seq))}>
        <p>{says.why[broken.why]}</p>
        <p>{says.brokenDo}</p>
        <p className="label">
          {says.checkedAt} <Time at={checkedAt} />
        </p>
      </Notice>
    )
  }
  const isThrough = verifiedTo === events
  return (
    <p className="second" role="status">
      {isThrough ? says.holds(told(verifiedTo), told(events)) : says.checking(told(verifiedTo), told(events))}
      <br />
      <span className="label">
        {says.checkedAt} <Time at={checkedAt} />
        {wholeAt !== null && (
          <span className="ledger-whole">
            {says.wholeAt} <Time at={wholeAt} />
          </span>
        )}
      </span>
    </p>
  )
}

/** Exact in China's time, and in UTC where the pointer rests or a screen reader asks. */
export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={utcTime(at)} className="nowrap">
      {exactTime(at)}
    </time>
  )
}

const told = (count: number) => count.toLocaleString('en-US')
