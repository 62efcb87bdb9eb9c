import type { ProblemEntry } from './problem-table.ts'

/** What the server refuses before any rule is asked: addresses, bodies, origins, limits. And its own faults. */
export const requestProblems = {
  'invalid-request': {
    status: 400,
    title: { zh: '请求填写有误', en: 'The request is not filled in correctly' },
    detail: { zh: '请按 errors 中各项说明修改后再提交。', en: 'Correct what errors points at and send it again.' },
  },
  'malformed-json': {
    status: 400,
    title: { zh: '请求内容不是有效的 JSON', en: 'The body is not valid JSON' },
    detail: {
      zh: '请检查引号、逗号与括号后再提交。',
      en: 'Check quotation marks, commas and brackets and send it again.',
    },
  },
  'hidden-characters': {
    status: 400,
    title: { zh: '文字中有看不见的字符', en: 'A text holds hidden characters' },
    detail: {
      zh: '“{pointer}”的第 {place} 个字符（{sign}）看不见，可能是粘贴时带入的；请删除它，或重新键入后再提交。',
      en: 'Character {place} of "{pointer}" ({sign}) cannot be seen; it may have come with a paste. Remove it, or type the text again.',
    },
  },
  'bad-request': {
    status: 400,
    title: { zh: '请求无法理解', en: 'The request cannot be understood' },
    detail: { zh: '请检查网址与请求内容后再试。', en: 'Check the address and the body and try again.' },
  },
  'period-range': {
    status: 400,
    title: { zh: '报告期范围有误', en: 'The range of periods is wrong' },
    detail: {
      zh: '起始报告期“{from}”晚于结束报告期“{to}”，请对调。',
      en: 'The first period, {from}, is later than the last, {to}; swap them.',
    },
  },
  'cursor-invalid': {
    status: 400,
    title: { zh: '翻页标记无效', en: 'The page marker is not valid' },
    detail: { zh: '请从第一页重新开始。', en: 'Start again from the first page.' },
  },
  'foreign-origin': {
    status: 403,
    title: { zh: '请求来自其他网站', en: 'The request comes from another site' },
    detail: {
      zh: '出于安全，修改数据的请求只能从本系统页面发出；请打开本系统重新操作。',
      en: 'For safety, changes are accepted only from pages of this system; open it and try again.',
    },
  },
  'unknown-address': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    detail: { zh: '请检查网址，或从首页重新进入。', en: 'Check the address, or start from the first page.' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '这个地址不支持该操作', en: 'This address does not take that method' },
    detail: { zh: '可用的方法：{allow}。', en: 'It takes {allow}.' },
  },
  'request-timeout': {
    status: 408,
    title: { zh: '请求超时', en: 'The request took too long' },
    detail: { zh: '请求没有在规定时间内发完，请重试。', en: 'It was not sent in time; send it again.' },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '请求内容太大', en: 'The body is too large' },
    detail: { zh: '一次最多 1 MB，请分几次提交。', en: 'Send at most 1 MB at a time.' },
  },
  'address-too-long': {
    status: 414,
    title: { zh: '网址太长', en: 'The address is too long' },
    detail: { zh: '请缩短查询条件后再试。', en: 'Shorten the query and try again.' },
  },
  'content-type': {
    status: 415,
    title: { zh: '请求内容的类型不对', en: 'The body has a type that is not accepted' },
    detail: { zh: '请以 application/json 提交。', en: 'Send it as application/json.' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    detail: { zh: '请在 {seconds} 秒后再试。', en: 'Try again in {seconds} seconds.' },
  },
  'too-many-connections': {
    status: 429,
    title: { zh: '实时连接已满', en: 'Too many live connections' },
    detail: { zh: '请在 {seconds} 秒后再连接。', en: 'Connect again in {seconds} seconds.' },
  },
  'headers-too-large': {
    status: 431,
    title: { zh: '请求头太大', en: 'The headers are too large' },
    detail: { zh: '请清除本站 Cookie 后再试。', en: 'Remove the cookies of this site and try again.' },
  },
  fault: {
    status: 500,
    title: { zh: '系统出错了', en: 'Something went wrong here' },
    detail: {
      zh: '刚才的操作没有完成，已记录下来；请稍后再试，仍不行请联系系统管理员（编号 {reference}）。',
      en: 'This was not done and has been logged; try again later, or tell an administrator (reference {reference}).',
    },
  },
  'not-ready': {
    status: 503,
    title: { zh: '系统暂时不可用', en: 'Not ready at the moment' },
    detail: { zh: '数据库没有应答，请稍后再试。', en: 'The database does not answer; try again later.' },
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>
