/** A pair is behind me: my certificate, and as a Mentee what my Mentor has shown me. */
import { Button, Checkbox, Field, Link, makeStyles, Select, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { certificateWords } from '../../../../bot/words/certificate.ts'
import {
  useConfirmSkills,
  useGoOnTogether,
  usePairEnd,
  useTakeCertificate,
} from '../../api/meeting/certificates.ts'
import { hrefOf } from '../../navigation.ts'
import { firstNameOf } from '../../ui/first-name.ts'
import { Panel } from '../../ui/panel.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorState } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { useLayout } from './layout.ts'
import type { MyPairing } from './pairings.ts'

type End = Out<'pairEnd'>

const useStyles = makeStyles({
  skills: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
    margin: 0,
    padding: 0,
    border: 'none',
  },
  growth: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
  },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

export default function PairEnd({ pairing }: { pairing: MyPairing }) {
  const t = useText(certificateWords)
  const { data, error, refetch } = usePairEnd(pairing.id)
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : null
  if (!data.isAtEnd) return null
  return (
    <>
      {data.options && (
        <Skills key={String(data.confirmed)} pairing={pairing} end={data} options={data.options} />
      )}
      {data.choice && <Next pairing={pairing} end={data} choice={data.choice} />}
      {data.growth && <GrowthPanel pairing={pairing} growth={data.growth} />}
      <Panel title={t('take.title')}>
        <Certificate pairing={pairing} end={data} />
      </Panel>
    </>
  )
}

const months = [1, 2, 3, 4, 5, 6] as const

/** What the two chose together; those who go on say for how long. */
function Next({
  pairing,
  end: { mayGoOn, more },
  choice,
}: {
  pairing: MyPairing
  end: End
  choice: NonNullable<End['choice']>
}) {
  const layout = useLayout()
  const t = useText(certificateWords)
  const words = useWords()
  const toasts = useToasts()
  const goOn = useGoOnTogether()
  const [chosen, setChosen] = useState(3)
  const act = () =>
    goOn.mutate(
      { id: pairing.id, months: chosen },
      {
        onSuccess: ({ sessions }) => toasts.say(t('next.done', { count: sessions })),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  const isLate = choice === 'continue' && !mayGoOn && !more
  return (
    <Panel title={t('next.title')}>
      <p className={layout.text}>{t(`next.${choice}`)}</p>
      {isLate && <p className={layout.quiet}>{t('next.closed')}</p>}
      {more && (
        <p className={layout.text}>
          {t('next.chosen', { count: more.sessions, months: t('next.month', { count: more.months }) })}
        </p>
      )}
      {mayGoOn && (
        <>
          <Field label={t('next.months')}>
            <Select value={String(chosen)} onChange={(_, { value }) => setChosen(Number(value))}>
              {months.map((count) => (
                <option key={count} value={count}>
                  {t('next.month', { count })}
                </option>
              ))}
            </Select>
          </Field>
          <div className={layout.row}>
            <Button
              appearance="primary"
              disabledFocusable={goOn.isPending}
              onClick={() => !goOn.isPending && act()}
            >
              {t('next.act')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}

/** Equal for both: each with their own goal. */
function GrowthPanel({ pairing, growth }: { pairing: MyPairing; growth: NonNullable<End['growth']> }) {
  const layout = useLayout()
  const styles = useStyles()
  const t = useText(certificateWords)
  const partner = firstNameOf(pairing.partner.name)
  return (
    <Panel title={t('growth.title')}>
      <p className={layout.quiet}>{t('growth.note')}</p>
      <ul className={styles.growth}>
        {(['mine', 'theirs'] as const).map((whose) => {
          const { goal, start, end } = growth[whose]
          return (
            <li key={whose} className={layout.close}>
              <span className={layout.small}>{whose === 'mine' ? t('growth.mine') : partner}</span>
              <span className={layout.big} role="img" aria-label={t('growth.said', { start, end })}>
                {t('growth.from-to', { start, end })}
              </span>
              <span className={layout.text} dir="auto">
                {goal}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Certificate({ pairing, end }: { pairing: MyPairing; end: End }) {
  const layout = useLayout()
  const styles = useStyles()
  const t = useText(certificateWords)
  const format = useFormat()
  const language = useLanguage()
  const words = useWords()
  const toasts = useToasts()
  const take = useTakeCertificate()
  const partner = firstNameOf(pairing.partner.name)
  if (end.sessions === 0) return <p className={layout.text}>{t('take.none')}</p>
  const save = () =>
    take.mutate(
      { id: pairing.id, language },
      {
        onSuccess: ({ code, pdf }) => {
          saveFile([bytesOf(pdf)], 'application/pdf', `${t('file')}-${code.slice(0, 4)}.pdf`)
          toasts.say(t('take.saved'))
        },
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  const skills = format.list(end.confirmed.map((key) => words.spoken.topic(key)))
  return (
    <>
      <p className={layout.text}>{t('take.text', { count: end.sessions })}</p>
      {pairing.mySide === 'mentor' && (
        <p className={layout.quiet}>
          {end.confirmed.length > 0
            ? t('skills.mine', { partner, skills })
            : t('skills.mine.none', { partner })}
        </p>
      )}
      <div className={layout.row}>
        <Button
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={take.isPending}
          onClick={() => !take.isPending && save()}
        >
          {t('take.act')}
        </Button>
      </div>
      {end.code && (
        <p className={layout.small}>
          <span className={styles.code}>{t('take.code', { code: `\u2066${end.code}\u2069` })}</span>{' '}
          <Link href={hrefOf('my-mentoring', `certificate/${end.code}`)}>{t('take.see')}</Link>
        </p>
      )}
    </>
  )
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

function Skills({ pairing, end, options }: { pairing: MyPairing; end: End; options: string[] }) {
  const layout = useLayout()
  const styles = useStyles()
  const t = useText(certificateWords)
  const words = useWords()
  const toasts = useToasts()
  const confirm = useConfirmSkills()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(end.confirmed))
  const partner = firstNameOf(pairing.partner.name)
  const tick = (key: string, isOn: boolean) =>
    setTicked((before) => new Set(isOn ? [...before, key] : [...before].filter((one) => one !== key)))
  const save = () =>
    confirm.mutate(
      { id: pairing.id, skills: options.filter((key) => ticked.has(key)) },
      {
        onSuccess: () =>
          toasts.say(ticked.size > 0 ? t('skills.saved', { partner }) : t('skills.saved.none')),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  return (
    <Panel title={t('skills.ask.title', { partner })}>
      <p className={layout.quiet}>{t('skills.ask.text', { partner })}</p>
      <fieldset className={styles.skills} aria-label={t('skills.ask.title', { partner })}>
        {options.map((key) => (
          <Checkbox
            key={key}
            label={words.topic(key)}
            checked={ticked.has(key)}
            onChange={(_, { checked }) => tick(key, checked === true)}
          />
        ))}
      </fieldset>
      <div>
        <Button disabledFocusable={confirm.isPending} onClick={() => !confirm.isPending && save()}>
          {t('skills.save')}
        </Button>
      </div>
    </Panel>
  )
}
