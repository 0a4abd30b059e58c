/** Whether a certificate is genuine, for whoever was given its code; the link on the paper leads here. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { hourMs, minuteMs } from '../../../../bot/domain/span.ts'
import { certificateWords } from '../../../../bot/words/certificate.ts'
import { ApiProblem } from '../../api/client.ts'
import { useCheckCertificate } from '../../api/meeting/certificates.ts'
import { go, useDestination } from '../../navigation.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useLayout } from './layout.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  code: { flexGrow: 1, maxWidth: '24rem', minWidth: 0, flexBasis: '14rem' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingVerticalL,
    margin: 0,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
})

export default function CheckCertificate() {
  const layout = useLayout()
  const styles = useStyles()
  const t = useText(certificateWords)
  const frame = useText(frameStrings)
  const [, asked = ''] = useDestination().rest.split('/')
  const [code, setCode] = useState(asked)
  const check = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') go('my-mentoring', `certificate/${code.trim()}`)
  }
  return (
    <>
      <PageHeader place={frame('place.my-mentoring')} lead={t('proof.title')} />
      <div className={layout.stack}>
        <form className={styles.form} onSubmit={check}>
          <Field className={styles.code} label={t('proof.label')}>
            <Input value={code} maxLength={60} dir="ltr" onChange={(_, { value }) => setCode(value)} />
          </Field>
          <Button type="submit" appearance={asked ? 'secondary' : 'primary'}>
            {t('proof.act')}
          </Button>
        </form>
        {asked !== '' && <Answer key={asked} code={asked} />}
      </div>
    </>
  )
}

function Answer({ code }: { code: string }) {
  const layout = useLayout()
  const t = useText(certificateWords)
  const { data, error, refetch } = useCheckCertificate(code, useLanguage())
  if (data) return <Genuine certificate={data} />
  if (!error) return <Loading />
  // Too long for a code, or no code at all, is unknown as well.
  const isUnknown = error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  if (!isUnknown) return <ErrorState error={error} retry={() => void refetch()} />
  return (
    <Panel title={t('proof.unknown')}>
      <p className={layout.text} role="status">
        {t('proof.unknown.text')}
      </p>
    </Panel>
  )
}

function Genuine({ certificate }: { certificate: Out<'checkCertificate'> }) {
  const layout = useLayout()
  const styles = useStyles()
  const t = useText(certificateWords)
  const format = useFormat()
  const { name, side, programName, sessions, minutes, from, to, topics, skills, issuedAt, code } = certificate
  const isHours = minutes * minuteMs >= hourMs
  const hours = format.number(isHours ? (minutes * minuteMs) / hourMs : minutes, {
    ...{ style: 'unit', unit: isHours ? 'hour' : 'minute', unitDisplay: 'long', maximumFractionDigits: 1 },
  })
  const period = from === to ? format.date(from) : `${format.date(from)} – ${format.date(to)}`
  const facts: [string, string][] = [
    [t('proof.name'), name],
    [t('proof.role'), t(`proof.${side}`)],
    [t('proof.program'), programName],
    [t('proof.done'), t('done', { count: sessions, hours, period })],
    ...(topics.length > 0 ? [[t('proof.topics'), format.list(topics)] as [string, string]] : []),
    ...(skills.length > 0 ? [[t('proof.skills'), format.list(skills)] as [string, string]] : []),
    [t('proof.issued'), format.date(issuedAt)],
  ]
  return (
    <Panel title={t('proof.valid')} aside={<span dir="ltr">{code}</span>}>
      <p className={layout.quiet} role="status">
        {t('proof.note')}
      </p>
      <dl className={styles.facts}>
        {facts.map(([label, said]) => (
          <div key={label}>
            <dt className={layout.small}>{label}</dt>
            <dd className={styles.fact} dir="auto">
              {said}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
