import { useWords } from '../language/language.tsx'
import { evidenceWords } from './evidence.words.ts'
import './evidence.css'

/** The kinds of file that may be chosen; what a file is, its bytes tell the server. */
export const fileEndings = '.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.doc,.docx,.xls,.xlsx,.ppt,.pptx'

type Picked = {
  readonly files: readonly File[]
  readonly change: (files: readonly File[]) => void
  readonly needed: boolean
}

/** Files chosen before there is anything saved for them to stand behind. */
export function EvidencePicker({ files, change, needed }: Picked) {
  const says = useWords(evidenceWords)
  return (
    <section className="evidence">
      <label className="note-field">
        {needed ? says.needed : says.title}
        <input
          type="file"
          multiple
          accept={fileEndings}
          onChange={({ target }) => {
            change([...files, ...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      <p className="label">{says.hint}</p>
      <ul>
        {files.map((file) => (
          <li key={`${file.name} ${file.lastModified} ${file.size}`}>
            {file.name}
            <button
              type="button"
              className="button quiet"
              onClick={() => change(files.filter((other) => other !== file))}
            >
              {says.remove}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
