/** An element of the structure of a report, as it is read to those who do not see it. One element may have parts on several pages. */
export type Tag = {
  readonly name: 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Caption' | 'Figure'
  readonly parent: Tag | null
  /** The text in place of a drawing. */
  readonly alt?: string
}

/** Makes the structure of a file while it is drawn, in the order of drawing. */
export type Structure = {
  /** Draws a part of an element. */
  mark(tag: Tag, draw: () => void): void
  /** Draws what is not of the text: page numbers, rules, what is repeated on each page. */
  aside(draw: () => void): void
  end(): void
}

export function structureOf(document: PDFKit.PDFDocument): Structure {
  const elements = new Map<Tag, PDFKit.PDFStructureElement>()

  const elementOf = (tag: Tag): PDFKit.PDFStructureElement => {
    const known = elements.get(tag)
    if (known !== undefined) return known
    const element = document.struct(tag.name, tag.alt === undefined ? {} : { alt: tag.alt })
    elements.set(tag, element)
    if (tag.parent === null) document.addStructure(element)
    else elementOf(tag.parent).add(element)
    return element
  }

  return {
    mark: (tag, draw) => {
      const element = elementOf(tag)
      const content = document.markStructureContent(tag.name)
      draw()
      document.endMarkedContent()
      element.add(content)
    },
    aside: (draw) => {
      document.markContent('Artifact', { type: 'Pagination' })
      draw()
      document.endMarkedContent()
    },
    end: () => {
      for (const element of elements.values()) element.end()
    },
  }
}
