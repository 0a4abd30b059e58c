/** The thanks at the end of a Cohort: written by an Organizer or the Sponsor, agreed to by the Sponsor; and how it was closed. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import {
  useAgreeToThanks,
  useAskForThanks,
  useBeforeClose,
  useWriteThanks,
} from '../../api/program/closing.ts'
import { Panel } from '../../ui/panel.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { Kept, useFigure } from './closing.tsx'
import { closingStrings } from './closing-strings.ts'

type Known = Out<'beforeClose'>
const languages = ['en', 'es', 'ar'] as const

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM },
  words: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  text: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Nothing while it is read or cannot be: the page has its own word for that. */
export default function ClosingPanels({ cohortId }: { cohortId: string }) {
  const { data } = useBeforeClose(cohortId)
  if (!data) return null
  return data.closed ? (
    <HowClosed known={data} closed={data.closed} />
  ) : (
    <ThanksPanel id={cohortId} known={data} />
  )
}

function ThanksPanel({ id, known }: { id: string; known: Known }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const language = useLanguage()
  const { date } = useFormat()
  const toasts = useToasts()
  const words = useWords()
  const ask = useAskForThanks()
  const agree = useAgreeToThanks()
  const [isEditing, setEditing] = useState(false)
  const { speaker, thanks, hasSponsor, may } = known
  const failed = (fault: unknown) => toasts.say(words.whyNot(fault))
  if (isEditing) return <Editor id={id} known={known} end={() => setEditing(false)} />
  return (
    <Panel title={t('thanks.title')}>
      <p className={styles.note}>{t('thanks.note')}</p>
      <p className={styles.words} dir="auto">
        {thanks.words[language]}
      </p>
      <p className={styles.note}>
        {speaker
          ? t('thanks.agreed', { name: speaker.name, date: thanks.agreedAt ? date(thanks.agreedAt) : '–' })
          : t('thanks.open')}
      </p>
      <div className={styles.acts}>
        {may.agree && !speaker && (
          <Button
            appearance="primary"
            disabledFocusable={agree.isPending}
            onClick={() =>
              agree.mutate(
                { id, version: thanks.version },
                { onSuccess: () => toasts.say(t('thanks.agreedNow')), onError: failed },
              )
            }
          >
            {t('thanks.agree')}
          </Button>
        )}
        <Button onClick={() => setEditing(true)}>{t('thanks.edit')}</Button>
        {may.close && hasSponsor && !speaker && (
          <Button
            disabledFocusable={ask.isPending}
            onClick={() =>
              ask.mutate(
                { id },
                {
                  onSuccess: ({ isNew }) => toasts.say(t(isNew ? 'thanks.asked' : 'thanks.askedBefore')),
                  onError: failed,
                },
              )
            }
          >
            {t('thanks.ask')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

/** What somebody else saved meanwhile is not overwritten: the service says so. */
function Editor({ id, known, end }: { id: string; known: Known; end: () => void }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const toasts = useToasts()
  const whyNot = useWords()
  const write = useWriteThanks()
  const [seen] = useState(known.thanks.version)
  const [words, setWords] = useState(known.thanks.words)
  const isWhole = languages.every((language) => words[language].trim() !== '')
  const save = () =>
    write.mutate(
      { id, words, seen },
      {
        onSuccess: () => {
          end()
          if (known.speaker) toasts.say(t('thanks.saved'))
        },
        onError: (fault) => toasts.say(whyNot.whyNot(fault)),
      },
    )
  return (
    <Panel title={t('thanks.title')}>
      <div className={styles.stack}>
        {languages.map((language) => (
          <Field key={language} label={t(`thanks.lang.${language}`)}>
            <Textarea
              lang={language}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              rows={5}
              maxLength={1500}
              value={words[language]}
              onChange={(_, { value }) => setWords({ ...words, [language]: value })}
            />
          </Field>
        ))}
        <div className={styles.acts}>
          <Button appearance="primary" disabled={!isWhole} disabledFocusable={write.isPending} onClick={save}>
            {t('thanks.save')}
          </Button>
          <Button onClick={end}>{t('thanks.cancel')}</Button>
        </div>
      </div>
    </Panel>
  )
}

function HowClosed({ known, closed }: { known: Known; closed: NonNullable<Known['closed']> }) {
  const styles = useStyles()
  const t = useText(closingStrings)
  const { date } = useFormat()
  const figure = useFigure(known.challenge)
  const { endReading, speaker } = known
  return (
    <Panel title={t('closed.title')}>
      <p className={styles.text}>{t('closed.by', { name: closed.by.name, date: date(closed.at) })}</p>
      <p className={styles.text}>
        {endReading ? t('closed.measured', { value: figure(endReading.value) }) : t('closed.notMeasured')}
      </p>
      <p className={styles.text}>{t(`closed.${closed.running}`)}</p>
      <p className={styles.text}>
        {speaker ? t('closed.sponsor', { name: speaker.name }) : t('closed.program')}
      </p>
      <Kept known={known} />
    </Panel>
  )
}
