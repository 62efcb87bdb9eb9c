/** Namespaces of ECMA-376, transitional, as programs write them. */
const office = 'http://schemas.openxmlformats.org'
export const spreadsheet = `${office}/spreadsheetml/2006/main`
export const relationships = `${office}/officeDocument/2006/relationships`
export const packageRelationships = `${office}/package/2006/relationships`
export const packageTypes = `${office}/package/2006/content-types`
export const drawing = `${office}/drawingml/2006/main`
export const sheetDrawing = `${office}/drawingml/2006/spreadsheetDrawing`
export const chartNamespace = `${office}/drawingml/2006/chart`
