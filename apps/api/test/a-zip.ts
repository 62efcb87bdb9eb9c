import { crc32 } from 'node:zlib'

/** A part of a zip as a test wants it, true or not. */
export type ZipPart = {
  readonly name: string
  readonly content: Buffer
  /** The unpacked size that directory and header say. */
  readonly says?: number
  /** What only the header before the part says. */
  readonly headerSays?: number
  readonly headerName?: string
  /** Where the directory says that the part lies. */
  readonly at?: number
  readonly flags?: number
}

type Ending = { readonly count?: number; readonly zip64?: boolean }

/** A zip, written by hand so that it can lie. Parts that say another size than their own are marked as deflated. */
export function aZip(parts: readonly ZipPart[], { count = parts.length, zip64 = false }: Ending = {}): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const header = headerOf(part)
    pieces.push(header, part.content)
    directory.push(entryOf(part, part.at ?? at))
    at += header.length + part.content.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([
    ...pieces,
    listed,
    ...(zip64 ? [zip64End(count, listed.length, at)] : []),
    end(zip64 ? 0xffff : count, listed.length, at),
  ])
}

const methodOf = ({ says, content }: ZipPart) => (says === undefined || says === content.length ? 0 : 8)

/** The fields that header and directory share, from the version needed to the length of the extra fields. */
function shared(part: ZipPart, size: number, name: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE((part.flags ?? 0) | 0x800, 2)
  fields.writeUInt16LE(methodOf(part), 4)
  fields.writeUInt32LE(crc32(part.content), 10)
  fields.writeUInt32LE(part.content.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function headerOf(part: ZipPart): Buffer {
  const name = Buffer.from(part.headerName ?? part.name)
  const size = part.headerSays ?? part.says ?? part.content.length
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared(part, size, name), name])
}

function entryOf(part: ZipPart, at: number): Buffer {
  const name = Buffer.from(part.name)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(at, 10)
  const size = part.says ?? part.content.length
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared(part, size, name), rest, name])
}

function end(count: number, length: number, at: number): Buffer {
  const record = Buffer.alloc(22)
  record.write('PK\x05\x06', 'latin1')
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(at, 16)
  return record
}

function zip64End(count: number, length: number, at: number): Buffer {
  const record = Buffer.alloc(76)
  record.write('PK\x06\x06', 0, 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(length), 40)
  record.writeBigUInt64LE(BigInt(at), 48)
  record.write('PK\x06\x07', 56, 'latin1')
  record.writeBigUInt64LE(BigInt(at + length), 64)
  record.writeUInt32LE(1, 72)
  return record
}
