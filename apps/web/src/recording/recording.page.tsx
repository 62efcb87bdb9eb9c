import { useQuery } from '@tanstack/react-query'
import { recordingDeskQuery } from '../api/queries.ts'
import { AntFrame } from '../app/ant-frame.tsx'
import { useTitle } from '../app/title.ts'
import { OpenFilings } from '../filings/open-filings.tsx'
import { useWords } from '../language/language.tsx'
import { PeopleOnly } from '../session/people-only.tsx'
import { Notice, QueryState } from '../states/states.tsx'
import { recordingWords } from './recording.words.ts'
import './recording.css'
import { DeskChoice } from './desk-choice.tsx'
import { ToCorrect } from './to-correct.tsx'

/** 填报工作台: a grid of what one records of a region and month, the chosen cell beside it, and what is open below. */
export function RecordingPage() {
  const says = useWords(recordingWords)
  useTitle(says.title)
  return (
    <AntFrame>
      <PeopleOnly action="progress:record" noRight={says.noRight} title={says.title}>
        {({ id }) => (
          <>
            <Desk account={id} key={id} />
            <OpenFilings of="own" />
          </>
        )}
      </PeopleOnly>
    </AntFrame>
  )
}

function Desk({ account }: { account: string }) {
  const says = useWords(recordingWords)
  const query = useQuery(recordingDeskQuery)
  return (
    <QueryState query={query} saidWithin={query.data?.assignments.length !== 0}>
      {(desk) =>
        desk.assignments.length === 0 ? (
          <>
            <h1>{says.title}</h1>
            <Notice kind="empty" title={says.nothingAssigned} />
            <ToCorrect desk={desk} />
          </>
        ) : (
          <DeskChoice account={account} desk={desk} />
        )
      }
    </QueryState>
  )
}
