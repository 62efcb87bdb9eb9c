import type { Text } from '@xushi/domain'
import type { FastifySchemaValidationError } from 'fastify'

/** One thing that is wrong with a request: where (JSON Pointer) and what to do about it. */
export type FieldError = { readonly pointer: string; readonly detail: Text }

/** A request with a thousand mistakes is told the first ones. */
const mostErrors = 20

/**
 * The sentences for what a schema found wrong. Where the schema leaves a choice between several shapes, the shape that
 * fits best speaks alone: the others would ask for fields that the caller never meant to send.
 */
export function fieldErrors(found: readonly FastifySchemaValidationError[]): FieldError[] {
  const sentences = bestShape(found).map(fieldError)
  const different = new Map(sentences.map((error) => [`${error.pointer} ${error.detail.zh}`, error]))
  return [...different.values()].slice(0, mostErrors)
}

function bestShape(found: readonly FastifySchemaValidationError[]): readonly FastifySchemaValidationError[] {
  const shapes = new Map<string, FastifySchemaValidationError[]>()
  for (const error of found) {
    const shape = /^#\/anyOf\/(\d+)\//.exec(error.schemaPath)?.[1]
    if (shape !== undefined) shapes.set(shape, [...(shapes.get(shape) ?? []), error])
  }
  if (shapes.size === 0) return found.filter(({ keyword }) => keyword !== 'anyOf')

  const fewest = Math.min(...[...shapes.values()].map((errors) => errors.length))
  const best = [...shapes.values()].filter((errors) => errors.length === fewest)
  const [first = []] = best
  return best.length === 1 ? first : tie(best)
}

/** Several shapes fit equally badly: what all complain of is wrong for certain, the rest is a choice still to be made. */
function tie(best: readonly (readonly FastifySchemaValidationError[])[]): readonly FastifySchemaValidationError[] {
  const everywhere = (best[0] ?? []).filter((error) =>
    best.every((errors) => errors.some((other) => isSame(error, other))),
  )
  const missing = best.flatMap((errors) => errors.filter(({ keyword }) => keyword === 'required'))
  const choice = [...new Set(missing.map(({ params }) => String(params.missingProperty)))]
  const surplus = best.flatMap((errors) => errors.filter(({ keyword }) => keyword === 'additionalProperties'))
  const first = missing[0] ?? surplus[0]
  if (first === undefined || everywhere.includes(first)) return everywhere
  const names = missing.length > 0 ? choice : surplus.map(({ params }) => String(params.additionalProperty))
  const keyword = missing.length > 0 ? 'one-needed' : 'one-only'
  return [...everywhere, { ...first, keyword, params: { names: [...new Set(names)] } }]
}

const isSame = (one: FastifySchemaValidationError, other: FastifySchemaValidationError) =>
  one.keyword === other.keyword &&
  one.instancePath === other.instancePath &&
  JSON.stringify(one.params) === JSON.stringify(other.params)

function fieldError(error: FastifySchemaValidationError): FieldError {
  const { keyword, params, instancePath } = error
  if (keyword === 'required') {
    const name = String(params.missingProperty)
    return {
      pointer: `${instancePath}/${name}`,
      detail: { zh: `缺少“${name}”，请填写。`, en: `"${name}" is missing.` },
    }
  }
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty)
    const zh = `没有“${name}”这个字段，请检查拼写。`
    return {
      pointer: `${instancePath}/${escaped(name)}`,
      detail: { zh, en: `There is no field "${name}"; check the spelling.` },
    }
  }
  return { pointer: instancePath, detail: sentence(keyword, params) }
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

function sentence(keyword: string, params: Readonly<Record<string, unknown>>): Text {
  const limit = String(params.limit)
  switch (keyword) {
    case 'type':
      return typeSentence(String(params.type))
    case 'minimum':
      return { zh: `不能小于 ${limit}。`, en: `Give at least ${limit}.` }
    case 'maximum':
      if (Number(params.limit) < Number.MAX_SAFE_INTEGER)
        return { zh: `不能大于 ${limit}。`, en: `Give at most ${limit}.` }
      return {
        zh: `不能大于 ${limit}；更大的数无法准确保存。`,
        en: `Give at most ${limit}; larger numbers cannot be kept exactly.`,
      }
    case 'minLength':
      return { zh: `至少 ${limit} 个字符。`, en: `Give at least ${limit} characters.` }
    case 'maxLength':
      return { zh: `最多 ${limit} 个字符。`, en: `Give at most ${limit} characters.` }
    case 'minItems':
      return { zh: `至少选 ${limit} 项。`, en: `Choose at least ${limit}.` }
    case 'maxItems':
      return { zh: `最多 ${limit} 项。`, en: `Give at most ${limit} of them.` }
    case 'enum': {
      const words = list(params.allowedValues)
      return { zh: `只能是下列之一：${words.join('、')}。`, en: `Give one of ${words.join(', ')}.` }
    }
    case 'pattern':
      if (params.pattern === '\\S') return { zh: '不能只有空格。', en: 'Give more than blanks.' }
      return { zh: '格式不对，请对照接口文档检查。', en: 'The form is wrong; see the documentation of the API.' }
    case 'one-needed': {
      const words = list(params.names)
      return { zh: `请填写 ${words.join(' 或 ')} 之一。`, en: `Give one of ${words.join(' or ')}.` }
    }
    case 'one-only': {
      const words = list(params.names)
      return { zh: `${words.join(' 与 ')} 只能填一个。`, en: `Give only one of ${words.join(' and ')}.` }
    }
    default:
      return { zh: '填写有误，请对照接口文档检查。', en: 'This is not accepted; see the documentation of the API.' }
  }
}

function typeSentence(type: string): Text {
  switch (type) {
    case 'number':
      return { zh: '应为数字（不加引号，不能为空）。', en: 'Give a number (no quotation marks, not null).' }
    case 'integer':
      return { zh: '应为整数。', en: 'Give a whole number.' }
    case 'string':
      return { zh: '应为一段文字，且只给一次。', en: 'Give one text, once.' }
    case 'boolean':
      return { zh: '应为 true 或 false。', en: 'Give true or false.' }
    case 'object':
      return { zh: '请求内容应为一个 JSON 对象。', en: 'Send a JSON object.' }
    default:
      return { zh: `应为 ${type}。`, en: `Give a value of type ${type}.` }
  }
}

const list = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : [])
