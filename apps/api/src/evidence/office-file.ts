import { type Entry, type LocalFileHeader, openPromise, type ZipFile } from 'yauzl'

/** Parts that an Office file may have, and bytes that it may become when somebody opens it. */
const mostParts = 10_000
const mostUnpacked = 1_073_741_824
/** Below this size a file may be packed as tightly as it likes: large empty tables are. */
const alwaysUnpacked = 64 * 1_048_576
const mostRatio = 200

const contentTypes = '[content_types].xml'
const office = 'application/vnd.openxmlformats-officedocument'
/** The part that makes a package a text, a table or slides. */
const mainParts: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, `${office}.wordprocessingml.document`],
  [/^xl\/workbook\d*\.xml$/, `${office}.spreadsheetml.sheet`],
  [/^ppt\/presentation\d*\.xml$/, `${office}.presentationml.presentation`],
]

/** Why a package is refused that may well be an Office file. */
export type PackageFault = 'file-too-many-parts' | 'file-unpacks-too-large' | 'file-contradicts-itself'

export type OfficeFile =
  | { readonly mediaType: string }
  /** What it is instead. */
  | { readonly refused: string }
  | { readonly fault: PackageFault }

/**
 * Tells what a zip is from its directory alone: nothing is unpacked, and memory does not grow with what it says it holds. Each part's own
 * header is held against the directory, so that a program which trusts the one meets what was checked in the other.
 */
export async function officeFile(file: string): Promise<OfficeFile> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch(() => null)
  if (zip === null) return { fault: 'file-contradicts-itself' }
  try {
    return zip.entryCount > mostParts ? { fault: 'file-too-many-parts' } : await told(zip)
  } catch {
    // The library refuses what no program should open: a broken directory, a path that leads out, lengths that contradict each other.
    return { fault: 'file-contradicts-itself' }
  } finally {
    zip.close()
  }
}

async function told(zip: ZipFile): Promise<OfficeFile> {
  const kinds = new Set<string>()
  const places: { readonly from: number; readonly to: number }[] = []
  let hasContentTypes = false
  let hasMacros = false
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > mostUnpacked) return { fault: 'file-unpacks-too-large' }
    const header = await zip.readLocalFileHeaderPromise(entry)
    if (contradicts(entry, header)) return { fault: 'file-contradicts-itself' }
    places.push({ from: entry.relativeOffsetOfLocalHeader, to: header.fileDataStart + entry.compressedSize })
    const name = entry.fileName.toLowerCase()
    hasContentTypes ||= name === contentTypes
    hasMacros ||= name.endsWith('vbaproject.bin')
    for (const [part, kind] of mainParts) if (part.test(name)) kinds.add(kind)
  }
  if (unpacked > alwaysUnpacked && unpacked > zip.fileSize * mostRatio) return { fault: 'file-unpacks-too-large' }
  if (!isWholeDirectory(zip) || overlap(places)) return { fault: 'file-contradicts-itself' }
  if (hasMacros) return { refused: 'Office + VBA' }
  const [kind, other] = kinds
  return hasContentTypes && kind !== undefined && other === undefined
    ? { mediaType: kind }
    : { refused: 'application/zip' }
}

const sizesFollow = 8
const inZip64 = 0xffffffff

/** Whether a part says other things of itself than the directory does. Sizes may follow the part, and stand as 0 before it. */
function contradicts(entry: Entry, header: LocalFileHeader): boolean {
  const saysNothing = (header.generalPurposeBitFlag & sizesFollow) !== 0
  const agrees = (own: number, listed: number) => own === listed || own === inZip64 || (saysNothing && own === 0)
  return (
    entry.isEncrypted() ||
    !header.fileName.equals(entry.fileNameRaw) ||
    header.compressionMethod !== entry.compressionMethod ||
    !agrees(header.compressedSize, entry.compressedSize) ||
    !agrees(header.uncompressedSize, entry.uncompressedSize)
  )
}

/** Whether two parts lie on the same bytes, which is how a small file unpacks without end. */
function overlap(places: { readonly from: number; readonly to: number }[]): boolean {
  const inOrder = places.toSorted((a, b) => a.from - b.from)
  return inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.to ?? 0))
}

const endRecord = 22
const zip64Records = 56 + 20

/** Whether the directory ends with the entries that were counted: a false count hides what comes after them. */
function isWholeDirectory(zip: ZipFile): boolean {
  // Declared as a boolean by its types; it is a place in the file.
  const cursor = Number(zip.readEntryCursor)
  const rest = zip.fileSize - cursor - endRecord - Buffer.byteLength(zip.comment, 'latin1')
  return rest === 0 || rest === zip64Records
}
