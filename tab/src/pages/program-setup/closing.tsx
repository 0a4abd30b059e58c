/** Before a Cohort closes: what is open, what the challenge came to, what becomes of pairs, who is told what. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { In, Out } from '../../../../bot/contract/index.ts'
import { useBeforeClose, useCloseCohort } from '../../api/program/closing.ts'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { closingStrings } from './closing-strings.ts'

type Known = Out<'beforeClose'>
type How = Omit<In<'closeCohort'>, 'id' | 'thanksVersion'>

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
  part: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  words: {
    margin: 0,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  act: { whiteSpace: 'nowrap' },
})

/** Stays mounted when closed: taken away while open, it would leave the page behind it hidden from screen readers. */
export default function CloseDialog({
  cohortId,
  cohortName,
  open,
  close,
  done,
}: {
  cohortId: string
  cohortName: string
  open: boolean
  close: () => void
  /** The cohort is closed, and the button that led here is gone. */
  done: () => void
}) {
  const t = useText(closingStrings)
  const title = t('title', { cohort: cohortName })
  return (
    <Dialog open={open} onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={title}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <Looked cohortId={cohortId} close={close} done={done} />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Looked({ cohortId, close, done }: { cohortId: string; close: () => void; done: () => void }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const known = useBeforeClose(cohortId)
  if (known.data) return <Gate cohortId={cohortId} known={known.data} close={close} done={done} />
  return (
    <>
      <DialogContent>
        {known.isPending && <Loading label={t('looking')} />}
        {known.isError && <ErrorState level={2} error={known.error} retry={() => void known.refetch()} />}
      </DialogContent>
      <DialogActions>
        <Button className={styles.act} onClick={close}>
          {t('back')}
        </Button>
      </DialogActions>
    </>
  )
}

function Gate({
  cohortId,
  known,
  close,
  done,
}: {
  cohortId: string
  known: Known
  close: () => void
  done: () => void
}) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const toasts = useToasts()
  const words = useWords()
  const closing = useCloseCohort()
  const [typed, setTyped] = useState('')
  const [measured, setMeasured] = useState<'value' | 'not-measured'>()
  const [isWrong, setWrong] = useState(false)
  const [running, setRunning] = useState<How['running']>()
  const isClosed = known.closed !== undefined
  const isPressed = closing.isPending
  const isTold = useRef(false)
  const tell = (how: 'done' | 'already') => {
    if (isTold.current) return
    isTold.current = true
    done()
    toasts.say(t(how))
  }
  // Whoever pressed hears from the answer whether it was they.
  useEffect(() => {
    if (isClosed && !isPressed) tell('already')
  })
  const meets = known.open.meeting > 0
  const isAnswered =
    (known.endReading !== undefined || measured !== undefined) && (!meets || running !== undefined)
  const act = () => {
    const value = numberIn(typed)
    const asksValue = known.endReading === undefined && measured === 'value'
    setWrong(asksValue && value === undefined)
    if (asksValue && value === undefined) return
    const endReading: How['endReading'] = known.endReading
      ? 'as-entered'
      : value !== undefined && asksValue
        ? { value }
        : 'not-measured'
    closing.mutate(
      { id: cohortId, endReading, running: running ?? 'end', thanksVersion: known.thanks.version },
      {
        onSuccess: ({ isNew }) => tell(isNew ? 'done' : 'already'),
        onError: (fault) => toasts.say(words.whyNot(fault)),
      },
    )
  }
  return (
    <>
      <DialogContent>
        <div className={styles.stack}>
          <Open known={known} />
          <Reading
            {...{ known, measured, typed, isWrong }}
            choose={setMeasured}
            type={(text) => {
              setTyped(text)
              setMeasured('value')
            }}
          />
          {meets && (
            <Field label={t('running.title')}>
              <RadioGroup
                value={running ?? ''}
                onChange={(_, { value }) => setRunning(value === 'end' ? 'end' : 'run-on')}
              >
                <Radio value="end" label={t('running.end')} />
                <Radio value="run-on" label={t('running.run-on')} />
              </RadioGroup>
            </Field>
          )}
          <Told known={known} running={running} />
          <Kept known={known} />
        </div>
      </DialogContent>
      <DialogActions>
        <Button className={styles.act} onClick={close}>
          {t('back')}
        </Button>
        <Button
          className={styles.act}
          appearance="primary"
          disabled={!isAnswered || closing.isPending}
          onClick={act}
        >
          {t('close')}
        </Button>
      </DialogActions>
    </>
  )
}

function Open({ known: { open } }: { known: Known }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const { date } = useFormat()
  const lines = [
    ...(open.meeting > 0
      ? [t('open.meeting', { count: open.meeting, date: open.meetingUntil ? date(open.meetingUntil) : '–' })]
      : []),
    ...(open.lastWords ? [t('open.lastWords', { count: open.lastWords })] : []),
    ...(open.answers ? [t('open.answers', { count: open.answers })] : []),
    ...(['proposed', 'untold', 'summaries', 'undecided'] as const).flatMap((key) =>
      open[key] > 0 ? [t(`open.${key}`, { count: open[key] })] : [],
    ),
  ]
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('open.title')}</h3>
      {lines.length === 0 ? <p className={styles.text}>{t('open.nothing')}</p> : <Lines lines={lines} />}
    </div>
  )
}

function Lines({ lines }: { lines: string[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Reading({
  known: { challenge, endReading },
  measured,
  typed,
  isWrong,
  choose,
  type,
}: {
  known: Known
  measured: 'value' | 'not-measured' | undefined
  typed: string
  isWrong: boolean
  choose: (measured: 'value' | 'not-measured') => void
  type: (text: string) => void
}) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const { date } = useFormat()
  const figure = useFigure(challenge)
  const { baseline, target, measure } = challenge
  if (endReading)
    return (
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('reading.title')}</h3>
        <p className={styles.text}>
          {t('reading.entered', {
            ...{ value: figure(endReading.value), name: endReading.by.name, date: date(endReading.at) },
          })}
        </p>
      </div>
    )
  return (
    <div className={styles.part}>
      <Field label={t('reading.title')}>
        <RadioGroup
          value={measured ?? ''}
          onChange={(_, { value }) => choose(value === 'value' ? 'value' : 'not-measured')}
        >
          <Radio value="value" label={t('reading.value', { measure })} />
          <Radio value="not-measured" label={t('reading.none')} />
        </RadioGroup>
      </Field>
      {measured === 'value' && (
        <Field
          label={measure}
          hint={t('reading.note', { baseline: figure(baseline), target: figure(target) })}
          {...(isWrong ? { validationMessage: t('reading.notNumber') } : {})}
        >
          <Input inputMode="decimal" value={typed} onChange={(_, data) => type(data.value)} />
        </Field>
      )}
    </div>
  )
}

function Told({ known, running }: { known: Known; running: How['running'] | undefined }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const language = useLanguage()
  const { ending, open, thanked, speaker, thanks } = known
  const now = running === 'run-on' ? ending - open.meeting : ending
  const lines = [
    ...(now > 0 ? [t('told.ending', { count: now })] : []),
    ...(running === 'run-on' ? [t('told.later')] : []),
    ...(known.writer ? [t('told.writer', { name: known.writer.name })] : []),
    ...(['took-part', 'left', 'left-out', 'nobody'] as const).flatMap((as) =>
      thanked[as] > 0 ? [t(`told.${as}`, { count: thanked[as] })] : [],
    ),
  ]
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('told.title')}</h3>
      <Lines lines={lines} />
      <p className={styles.words} dir="auto">
        {thanks.words[language]}
      </p>
      <p className={styles.note}>{speaker ? t('name.sponsor', { name: speaker.name }) : t('name.program')}</p>
    </div>
  )
}

export function Kept({ known: { forgottenOn, closed } }: { known: Known }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const { date } = useFormat()
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('kept.title')}</h3>
      <p className={styles.note}>{t('kept.gone', { date: date(forgottenOn) })}</p>
      <p className={styles.note}>{t('kept.stays')}</p>
      {!closed && <p className={styles.note}>{t('kept.readOnly')}</p>}
    </div>
  )
}

export function useFigure({ unit }: Known['challenge']) {
  const { number } = useFormat()
  return (value: number) => [number(value), unit].filter(Boolean).join(unit === '%' ? '' : ' ')
}

/** With a point or a comma before the fraction; undefined when it is no number. */
function numberIn(typed: string): number | undefined {
  const value = /^[+-]?\d+([.,]\d+)?$/.test(typed.trim())
    ? Number(typed.trim().replace(',', '.'))
    : Number.NaN
  return Number.isFinite(value) ? value : undefined
}
