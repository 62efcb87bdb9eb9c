import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import type { Token } from 'marked'
import { useTitle } from '../app/title.ts'
import { useLanguage, useWords } from '../language/language.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { methodQuery, methodTitle } from './method-pages.ts'
import { MethodText } from './method-text.tsx'
import { type Method, methodWords } from './methods.words.ts'
import './methods.css'

/** A method: what it means, its formula, what to mind; beneath, the whole page with example, edge cases and source. */
export function MethodPage() {
  const { name } = useParams({ from: '/methods/$name' })
  const says = useWords(methodWords)
  const { language } = useLanguage()
  const query = useQuery(methodQuery(name, language))
  return (
    <QueryState query={query}>
      {(parts) =>
        parts === null ? <Notice kind="empty" title={says.missing} /> : <Content name={name} parts={parts} />
      }
    </QueryState>
  )
}

function Content({ name, parts }: { name: string; parts: readonly Token[] }) {
  const says = useWords(methodWords)
  const router = useRouter()
  const methods: Readonly<Record<string, Method>> = says.methods
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  const title = method?.title ?? methodTitle(parts) ?? name
  useTitle(title)
  return (
    <article className="method-page">
      <p className="label no-print">
        <button type="button" className="button quiet" onClick={() => router.history.back()}>
          ‹ {says.back}
        </button>
      </p>
      <h1>{title}</h1>
      {method !== undefined && (
        <>
          <p className="what">{method.what}</p>
          <dl>
            <dt className="label">{says.formula}</dt>
            <dd className="formula">{method.formula}</dd>
            <dt className="label">{says.mind}</dt>
            <dd>{method.mind}</dd>
          </dl>
        </>
      )}
      <section>
        <div className="section-head">
          <h2>{says.whole}</h2>
          <span className="label">{says.wholeHint}</span>
        </div>
        <div className="method-text">
          <MethodText parts={parts} />
        </div>
      </section>
    </article>
  )
}
