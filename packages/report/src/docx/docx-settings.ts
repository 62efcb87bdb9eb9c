import { wordNamespace } from './docx-fonts.ts'

/** `word/settings.xml`: pages differ by side; characters keep their place in the grid; laid out as by Word of 2013 and later. */
export function settingsXml(): string {
  const office = 'http://schemas.microsoft.com/office/word'
  const setting = (name: string, value: number) =>
    `<w:compatSetting w:name="${name}" w:uri="${office}" w:val="${value}"/>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>\
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>\
${setting('compatibilityMode', 15)}${setting('overrideTableStyleFontSizeAndJustification', 1)}\
${setting('differentiateMultirowTableHeaders', 1)}</w:compat>\
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`
}
