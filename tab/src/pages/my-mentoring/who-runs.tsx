/** Who runs the program, for whoever takes part; and whom to talk to instead. */
import { Button } from '@fluentui/react-components'
import type { Face, Out } from '../../../../bot/contract/index.ts'
import { chatLink } from '../../../../bot/words/chat-link.ts'
import { useWhoRuns } from '../../api/program/seats.ts'
import { useOpenLink } from '../../ui/host.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PersonFace } from '../../ui/person-face.tsx'
import { useText } from '../../ui/text.tsx'
import { useLayout } from './layout.ts'
import { whoRunsStrings } from './who-runs-strings.ts'

export default function WhoRuns({ cohortId }: { cohortId: string }) {
  const layout = useLayout()
  const t = useText(whoRunsStrings)
  const { data } = useWhoRuns(cohortId)
  // It adds to the page, which says itself what is broken.
  if (!data) return null
  const { organizers, sponsor, contacts } = data
  return (
    <Panel title={t('title')}>
      <People title={t('organizers')} people={organizers} />
      {sponsor && <People title={t('sponsor')} people={[sponsor]} />}
      {contacts.length > 0 && (
        <>
          <p className={layout.small}>{t('contacts')}</p>
          <Contacts contacts={contacts} />
        </>
      )}
    </Panel>
  )
}

function People({ title, people }: { title: string; people: Face[] }) {
  const layout = useLayout()
  return (
    <>
      <p className={layout.small}>{title}</p>
      {people.map((person) => (
        <PersonFace key={person.id} person={person} />
      ))}
    </>
  )
}

function Contacts({ contacts }: Pick<Out<'whoRuns'>, 'contacts'>) {
  const layout = useLayout()
  const t = useText(whoRunsStrings)
  const open = useOpenLink()
  return (
    <>
      {contacts.map(({ signInName, ...person }) => (
        <div key={person.id} className={layout.row}>
          <PersonFace person={person} />
          {signInName && (
            <Button onClick={() => open(chatLink(signInName))}>{t('write', { name: person.name })}</Button>
          )}
        </div>
      ))}
      <p className={layout.quiet}>{t('contacts.note')}</p>
    </>
  )
}

/** Where somebody is about to end or leave. */
export function TalkFirst({ cohortId }: { cohortId: string }) {
  const layout = useLayout()
  const t = useText(whoRunsStrings)
  const { data } = useWhoRuns(cohortId)
  if (!data || data.contacts.length === 0) return null
  return (
    <>
      <p className={layout.text}>{t('outside')}</p>
      <Contacts contacts={data.contacts} />
    </>
  )
}
