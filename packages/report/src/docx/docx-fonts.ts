import type { Text } from '@xushi/domain'

/** What a text is: 仿宋 for the body, 小标宋 for the title, 黑体 for 一、 and for captions, 楷体 for （一）, 宋体 for page numbers and shapes. */
export type DocxFace = 'body' | 'title' | 'heading' | 'subheading' | 'label' | 'plain'

type Named = { readonly latin: string; readonly han: string }

const latinSerif = 'Times New Roman'
const latinSans = 'Arial'

const faces: Readonly<Record<keyof Text, Readonly<Record<DocxFace, Named>>>> = {
  zh: {
    body: { latin: latinSerif, han: '仿宋_GB2312' },
    title: { latin: latinSerif, han: '方正小标宋简体' },
    heading: { latin: latinSans, han: '黑体' },
    subheading: { latin: latinSerif, han: '楷体_GB2312' },
    label: { latin: latinSans, han: '黑体' },
    plain: { latin: latinSerif, han: '宋体' },
  },
  en: {
    body: { latin: latinSerif, han: '仿宋_GB2312' },
    title: { latin: latinSerif, han: '方正小标宋简体' },
    heading: { latin: latinSans, han: '黑体' },
    subheading: { latin: latinSans, han: '黑体' },
    label: { latin: latinSans, han: '黑体' },
    plain: { latin: latinSerif, han: '宋体' },
  },
}

/** The fonts of a style. Marks that Chinese and Latin share (“ ” … —) are those of Chinese in a Chinese report. */
export function fontsXml(face: DocxFace, language: keyof Text): string {
  const { latin, han } = faces[language][face]
  const hint = language === 'zh' ? ' w:hint="eastAsia"' : ''
  return `<w:rFonts${hint} w:ascii="${latin}" w:eastAsia="${han}" w:hAnsi="${latin}" w:cs="${latin}"/>`
}

type Listed = { readonly name: string; readonly instead: string; readonly family: string; readonly charset: string }

/** What is taken where a computer lacks a font: no font travels with the file. */
const listed: readonly Listed[] = [
  { name: '仿宋_GB2312', instead: '仿宋,FangSong,STFangsong,华文仿宋', family: 'modern', charset: '86' },
  {
    name: '方正小标宋简体',
    instead: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体',
    family: 'auto',
    charset: '86',
  },
  { name: '黑体', instead: 'SimHei,STHeiti,华文黑体', family: 'modern', charset: '86' },
  { name: '楷体_GB2312', instead: '楷体,KaiTi,STKaiti,华文楷体', family: 'modern', charset: '86' },
  { name: '宋体', instead: 'SimSun,STSong,华文宋体', family: 'auto', charset: '86' },
  { name: latinSerif, instead: 'Liberation Serif', family: 'roman', charset: '00' },
  { name: latinSans, instead: 'Liberation Sans', family: 'swiss', charset: '00' },
]

export function fontTableXml(): string {
  const fonts = listed.map(
    ({ name, instead, family, charset }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${wordNamespace}">${fonts.join('')}</w:fonts>`
}

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
