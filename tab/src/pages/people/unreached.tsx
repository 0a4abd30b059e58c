/** Whom no card reaches in Teams, and what would help; folded, with their number in sight. */
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useUnreached } from '../../api/organization/people.ts'
import { PersonFace } from '../../ui/person-face.tsx'
import { useFormat, useText } from '../../ui/text.tsx'
import { unreachedStrings } from './unreached-strings.ts'

type Person = Out<'unreached'>['people'][number]

const useStyles = makeStyles({
  title: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  body: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalS },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

export function Unreached({ cohortId }: { cohortId: string | null }) {
  const styles = useStyles()
  const t = useText(unreachedStrings)
  const query = useUnreached(cohortId ?? '', cohortId !== null)
  const people = query.data?.people ?? []
  if (query.isError && !query.data)
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t('unknown')}</MessageBarBody>
      </MessageBar>
    )
  if (people.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <details>
          <summary className={styles.title}>{t('title', { count: people.length })}</summary>
          <div className={styles.body}>
            <p className={styles.small}>{t('lead')}</p>
            <ul className={styles.list}>
              {people.map((one) => (
                <Row key={one.person.id} one={one} />
              ))}
            </ul>
          </div>
        </details>
      </MessageBarBody>
    </MessageBar>
  )
}

function Row({ one: { person, why, since } }: { one: Person }) {
  const styles = useStyles()
  const t = useText(unreachedStrings)
  const format = useFormat()
  return (
    <li>
      <PersonFace person={person} />
      <p className={styles.small}>
        {t(why)} {t('since', { date: format.date(since) })}
      </p>
    </li>
  )
}
