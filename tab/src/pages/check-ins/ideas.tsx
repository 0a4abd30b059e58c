/** Ideas that both of a pair agreed to share, by how far they are: somebody to take each on, a decision and what came of it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { ideaWords } from '../../../../bot/words/ideas.ts'
import { useSharedIdeas } from '../../api/meeting/ideas.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Reading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { CloseForm, DecideForm } from './idea-forms.tsx'

type Idea = Out<'sharedIdeas'>['ideas'][number]

const order = [
  'shared',
  'later',
  'going-ahead',
  'done',
  'not-now',
] as const satisfies readonly Idea['state'][]

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

export default function Ideas() {
  const query = useSharedIdeas(useCohort())
  return <Reading query={query}>{({ ideas }) => <Page ideas={ideas} />}</Reading>
}

function Page({ ideas }: { ideas: Idea[] }) {
  const styles = useStyles()
  const t = useText(ideaWords)
  const waiting = ideas.filter(({ state, mayDecide }) => state === 'shared' && mayDecide).length
  const lead = waiting === 0 ? t('desk.lead.none') : t('desk.lead', { count: waiting })
  return (
    <div className={styles.page}>
      <PageHeader place={t('desk.title')} lead={lead} note={t('desk.note')} />
      {ideas.length === 0 && <p className={styles.text}>{t('desk.empty')}</p>}
      {order.map((state) => {
        const some = ideas.filter((idea) => idea.state === state)
        return some.length === 0 ? null : (
          <section key={state} className={styles.page} aria-labelledby={`ideas-${state}`}>
            <h2 id={`ideas-${state}`} className={styles.heading}>
              {t(`desk.${state}`)}
            </h2>
            <ul className={styles.list}>
              {some.map((idea) => (
                <li key={idea.id}>
                  <IdeaCard idea={idea} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function IdeaCard({ idea }: { idea: Idea }) {
  const styles = useStyles()
  const t = useText(ideaWords)
  const [isOpen, setOpen] = useState(false)
  const { title, what, forWhom, objective, mentor, mentee, reason, owner, outcome } = idea
  const isOnlyRead =
    (idea.state === 'shared' || idea.state === 'going-ahead') && !idea.mayDecide && !idea.mayClose
  const close = () => setOpen(false)
  return (
    <Panel title={<span dir="auto">{title}</span>}>
      <p className={styles.text} dir="auto">
        {what}
      </p>
      {forWhom && <p className={styles.small}>{t('forWhom', { who: forWhom })}</p>}
      {objective && <p className={styles.small}>{t('serves', { objective })}</p>}
      <p className={styles.small}>
        {mentor && mentee ? t('desk.by', { mentor: mentor.name, mentee: mentee.name }) : t('desk.by.nobody')}
      </p>
      {reason && <p className={styles.text}>{t('reason', { reason })}</p>}
      {owner && <p className={styles.text}>{t('owner', { name: owner.name })}</p>}
      {outcome && <p className={styles.text}>{t('outcome', { outcome })}</p>}
      {isOnlyRead && <p className={styles.small}>{t('desk.only-read')}</p>}
      {isOpen && idea.mayDecide && <DecideForm idea={idea} close={close} />}
      {isOpen && idea.mayClose && <CloseForm id={idea.id} close={close} />}
      {!isOpen && (idea.mayDecide || idea.mayClose) && (
        <div>
          <Button onClick={() => setOpen(true)}>{t(idea.mayDecide ? 'desk.decide' : 'desk.close')}</Button>
        </div>
      )}
    </Panel>
  )
}
