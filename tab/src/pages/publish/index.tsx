/** Publish: draft, approve and post the success Summary, and see the post before anybody else does. */
import { Button } from '@fluentui/react-components'
import { AddRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Out } from '../../../../bot/contract/index.ts'
import { useDraftSummary, useSummaries } from '../../api/publishing/summaries.ts'
import { useCohort } from '../../ui/cohort.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Reading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { Desk } from './desk.tsx'
import { SentBack } from './sent-back.tsx'
import { strings } from './strings.ts'
import { SummaryList } from './summary-list.tsx'

type View = Out<'summaries'>

export default function Publish() {
  const cohortId = useCohort()
  return (
    <Reading query={useSummaries(cohortId)}>{(view) => <Page view={view} cohortId={cohortId} />}</Reading>
  )
}

function Page({ view, cohortId }: { view: View; cohortId: string }) {
  const t = useText(strings)
  const [chosen, setChosen] = useState<string>()
  const summary = view.summaries.find(({ id }) => id === chosen) ?? firstOf(view)
  const [returned] = view.sentBack
  const add = view.may.draft && (
    <>
      <NewDraft cohortId={cohortId} main={!summary} made={setChosen} />
      {summary?.state === 'withdrawn' && (
        <NewDraft cohortId={cohortId} main made={setChosen} from={summary.id} />
      )}
    </>
  )
  const sentBack = <SentBack sentBack={view.sentBack} />
  if (!summary) {
    const reads = returned ? t('nowReturned', { author: returned.author.name }) : t('nowNoneReader')
    return (
      <>
        <PageHeader place={t('title')} lead={view.may.draft ? t('nowNone') : reads} action={add} />
        {sentBack}
      </>
    )
  }
  return (
    <Desk
      key={summary.id}
      view={view}
      summary={summary}
      aside={add}
      list={
        <>
          {sentBack}
          {view.summaries.length > 1 && (
            <SummaryList summaries={view.summaries} chosen={summary.id} choose={setChosen} />
          )}
        </>
      }
    />
  )
}

/** What waits for this reader: an approval for the Sponsor, a draft for the author; else the newest. */
function firstOf({ summaries, may }: View) {
  const decides = summaries.find(({ mayDecide }) => mayDecide)
  const waiting = may.approve ? 'submitted' : 'drafted'
  return decides ?? summaries.find(({ state }) => state === waiting) ?? summaries[0]
}

interface NewDraftProps {
  cohortId: string
  main: boolean
  made: (id: string) => void
  /** Another one, whose words it begins with. */
  from?: string
}

function NewDraft({ cohortId, main, made, from }: NewDraftProps) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const language = useLanguage()
  const draft = useDraftSummary()
  const start = () =>
    draft.mutate(
      { id: cohortId, language, ...(from ? { from } : {}) },
      {
        onSuccess: ({ id }) => made(id),
        onError: (fault) => toasts.say(t('failed', { why: words.whyNot(fault) })),
      },
    )
  return (
    <Button
      appearance={main ? 'primary' : 'secondary'}
      icon={from ? <CopyRegular /> : <AddRegular />}
      disabled={draft.isPending}
      onClick={start}
    >
      {t(from ? 'newDraftFrom' : 'newDraft')}
    </Button>
  )
}
