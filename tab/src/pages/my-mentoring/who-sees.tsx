/** "Who can see what": everything the product knows of me, with everyone who can read it, as the table of the bot says it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type KnownOfMe, useWhoSees } from '../../api/records/who-sees.ts'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { useLayout } from './layout.ts'
import { whoSeesStrings } from './who-sees-strings.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0 },
  readers: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    paddingInlineStart: '20px',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  entry: { margin: 0 },
})

export default function WhoSees({ cohort }: { cohort: string | undefined }) {
  const t = useText(whoSeesStrings)
  const [open, setOpen] = useState(false)
  if (open) return <Table cohort={cohort} close={() => setOpen(false)} />
  return (
    <div>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
    </div>
  )
}

function Table({ cohort, close }: { cohort: string | undefined; close: () => void }) {
  const styles = useStyles()
  const layout = useLayout()
  const t = useText(whoSeesStrings)
  const query = useWhoSees(cohort)
  const aside = (
    <Button size="small" onClick={close}>
      {t('hide')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={aside}>
      <p className={layout.quiet}>{t('intro')}</p>
      <Reading query={query}>
        {({ data, contactSees }) => (
          <dl className={styles.list}>
            <div>
              <dt className={styles.what}>{t('contact')}</dt>
              <dd className={styles.entry}>
                {contactSees.length === 0
                  ? t('contact.nothing')
                  : contactSees.map((known) => <p key={known}>{t(`datum.${known}`)}</p>)}
              </dd>
            </div>
            {data.map((known) => (
              <div key={known.datum}>
                <dt className={styles.what}>{t(`datum.${known.datum}`)}</dt>
                <dd className={styles.entry}>
                  <Readers readers={known.readers} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Reading>
      <p className={layout.small}>{t('outlook')}</p>
    </Panel>
  )
}

function Readers({ readers }: Pick<KnownOfMe, 'readers'>) {
  const styles = useStyles()
  const t = useText(whoSeesStrings)
  const named = ({ who, person }: KnownOfMe['readers'][number]) =>
    person ? t('named', { who: t(`who.${who}`), name: person.name }) : t(`who.${who}`)
  const inWords = (reader: KnownOfMe['readers'][number]) =>
    reader.only.reduce((words, name) => t(`only.${name}`, { who: words }), named(reader))
  return (
    <ul className={styles.readers}>
      {readers.length === 0 && <li>{t('nobody')}</li>}
      {readers.map((reader) => (
        <li key={[reader.who, ...reader.only].join(' ')}>{inWords(reader)}</li>
      ))}
    </ul>
  )
}
