/**
 * Before somebody has a partner: a private list of whom they would like, and one person at a time whom they ask. The API says
 * which of both is open to them; what they typed into the list is theirs until they save it.
 */
import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Face } from '../../../../bot/contract/index.ts'
import { useMyChoices } from '../../api/preferences/preferences.ts'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { unseen } from '../../ui/unseen.ts'
import { AnswerButtons } from './asked.tsx'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'
import type { MyChoices } from './mine.ts'
import { MyRequest } from './my-request.tsx'
import { Partners } from './partners.tsx'
import { Ranking } from './ranking.tsx'
import { useSavedList } from './saved-list.ts'

export default function Choices({ cohortId }: { cohortId: string }) {
  const t = useText(choiceStrings)
  const query = useMyChoices(cohortId)
  if (query.data) return <Open choices={query.data} cohortId={cohortId} />
  if (query.isError)
    return <ErrorState title={t('error')} error={query.error} retry={() => void query.refetch()} />
  return <Loading />
}

/** Only read out: whoever sees the list move needs no words for it. */
const useStyles = makeStyles({
  said: unseen,
})

function Open({ choices, cohortId }: { choices: MyChoices; cohortId: string }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(choiceStrings)
  const { mayRank, mayRequest, asked, askedOfMe, mostRanked } = choices
  const [said, setSaid] = useState('')
  const saving = useSavedList(cohortId, choices.ranking)
  const { ranked, change } = saving
  const toasts = useToasts()
  const agreed = askedOfMe.filter(({ state }) => state === 'accepted' || state === 'left-open')
  const setAside = askedOfMe.filter(({ state }) => state === 'set-aside')
  const shown = asked.find(({ state }) => state !== 'withdrawn')
  const takeOff = (person: Face) => change((list) => list.filter(({ id }) => id !== person.id))
  const add = (person: Face) => {
    if (ranked.length >= mostRanked || ranked.some(({ id }) => id === person.id)) return
    change((list) => [...list, person])
    toasts.say(t('added', { name: person.name, place: ranked.length + 1 }), () => takeOff(person))
  }
  const remove = (person: Face) => {
    const place = ranked.findIndex(({ id }) => id === person.id)
    takeOff(person)
    toasts.say(t('removed', { name: person.name }), () =>
      change((list) => (list.length < mostRanked ? list.toSpliced(place, 0, person) : list)),
    )
  }
  return (
    <>
      {shown && <MyRequest request={shown} />}
      {agreed.map(({ id, person, state }) => (
        <Panel key={id} title={t('agreed.title', { name: person.name })}>
          <PersonFace person={person} />
          <p className={layout.text}>{t(state === 'accepted' ? 'said.accepted' : 'said.left-open')}</p>
        </Panel>
      ))}
      {setAside.map((request) => (
        <SetAside key={request.id} request={request} />
      ))}
      {(mayRank || mayRequest) && (
        <Panel title={t('title')}>
          {mayRank && <Ranking {...{ saving, mostRanked, setSaid, remove }} />}
          <span role="status" className={styles.said}>
            {said}
          </span>
          <Partners
            {...{ cohortId, mayRank, mayRequest, ranked, add }}
            isFull={ranked.length >= mostRanked}
          />
        </Panel>
      )}
    </>
  )
}

/** I said "not now" and may think again; the other reads that there is no answer yet. */
function SetAside({ request }: { request: MyChoices['askedOfMe'][number] }) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  const { day } = useFormat()
  return (
    <Panel>
      <div className={layout.between}>
        <p className={layout.quiet}>
          {t('asked.set-aside', { name: request.person.name, date: day(request.expiresAt) })}
        </p>
        <AnswerButtons request={request} />
      </div>
    </Panel>
  )
}
