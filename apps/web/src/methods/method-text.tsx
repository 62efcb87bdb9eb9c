import { Link } from '@tanstack/react-router'
import type { Token, Tokens } from 'marked'
import type { ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import { methodWords } from './methods.words.ts'

/** A method page drawn from its parts. Links to other methods stay inside; what has no shape here shows its text. */
export function MethodText({ parts }: { parts: readonly Token[] }) {
  return parts.map((part, index) => <Part key={keyOf(part.type, index)} part={part} />)
}

/** A page never changes while it is shown, so that a place in it is a good name. */
const keyOf = (name: string | undefined, index: number) => `${index}-${name}`

function Part({ part }: { part: Token }): ReactNode {
  const inner = 'tokens' in part && part.tokens !== undefined ? <MethodText parts={part.tokens} /> : null
  switch (part.type) {
    case 'space':
      return null
    case 'heading':
      return (part as Tokens.Heading).depth === 1 ? null : <h3>{inner}</h3>
    case 'paragraph':
      return <p>{inner}</p>
    case 'code':
      return <Formula text={(part as Tokens.Code).text} />
    case 'codespan':
      return <code>{(part as Tokens.Codespan).text}</code>
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'link':
      return <MethodLink href={(part as Tokens.Link).href}>{inner}</MethodLink>
    case 'list':
      return <List list={part as Tokens.List} />
    case 'table':
      return <Table table={part as Tokens.Table} />
    default:
      return inner ?? ('text' in part ? part.text : null)
  }
}

/** A formula keeps its lines, so that a narrow page moves it sideways: by key, too. */
function Formula({ text }: { text: string }) {
  const says = useWords(methodWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section className="method-formula" tabIndex={0} aria-label={`${says.formula}：${text.split('\n')[0]}`}>
      <pre>{text}</pre>
    </section>
  )
}

function MethodLink({ href, children }: { href: string; children: ReactNode }) {
  const name = /^([a-z-]+)\.md$/.exec(href)?.[1]
  if (name === undefined) return <span>{children}</span>
  return (
    <Link to="/methods/$name" params={{ name }}>
      {children}
    </Link>
  )
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    <li key={keyOf(item.type, index)}>
      <MethodText parts={item.tokens} />
    </li>
  ))
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Table({ table }: { table: Tokens.Table }) {
  const row = (cells: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    cells.map((cell, index) => (
      <Cell key={keyOf(cell.text, index)}>
        <MethodText parts={cell.tokens} />
      </Cell>
    ))
  return (
    <div className="scroll-x">
      <table>
        <thead>
          <tr>{row(table.header, 'th')}</tr>
        </thead>
        <tbody>
          {table.rows.map((cells, index) => (
            <tr key={keyOf(cells[0]?.text, index)}>{row(cells, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
