import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { hiddenCharacter } from '../plugins/plain-text.ts'
import { officeFile, type PackageFault } from './office-file.ts'

/** Kinds of file that are taken, by the type their bytes tell, with the endings their names may have. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/x-cfb': ['doc', 'xls', 'ppt'],
}

/** What a file is: its type and, where it is refused, what it was found to be or what is wrong with it. */
export type FileKind = { readonly mediaType: string } | { readonly refused: string } | { readonly fault: PackageFault }

/** Tells a file's kind from its bytes. Its name only has to agree. */
export async function fileKind(file: string, name: string): Promise<FileKind> {
  const found = (await isZip(file)) ? await officeFile(file) : await simpleFile(file)
  if (!('mediaType' in found)) return found
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return kinds[found.mediaType]?.includes(ending) ? found : { refused: found.mediaType }
}

/** Whether a file begins as a zip does, one with parts or an empty one. A zip is never handed on: the other reader unpacks parts of it. */
async function isZip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return [0x504b0304, 0x504b0506, 0x504b0708].includes(buffer.readUInt32BE())
  } finally {
    await handle.close()
  }
}

async function simpleFile(file: string): Promise<FileKind> {
  const found = await fileTypeFromFile(file)
  if (found === undefined) return { refused: 'text' }
  return found.mime in kinds ? { mediaType: found.mime } : { refused: found.mime }
}

const hidden = new RegExp(`${hiddenCharacter.source}|[\\t\\n\\r]`, 'gu')

/** A name as it may be shown and sent: its last part, composed, without hidden characters, at most 200 characters with its ending. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').replace(hidden, '').split(/[\\/]/).at(-1)?.trim() ?? ''
  const dot = last.lastIndexOf('.')
  const ending = dot < 0 ? '' : last.slice(dot).slice(0, 10)
  const stem = (dot < 0 ? last : last.slice(0, dot)).replace(/^\.+/, '').slice(0, 190)
  return `${stem === '' ? 'file' : stem}${ending}`
}
