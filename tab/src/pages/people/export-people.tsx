/** Everybody the filters show, as a file: read to the end first, so that none is left out. */
import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import type { In } from '../../../../bot/contract/index.ts'
import { useApi } from '../../api/query.tsx'
import { saveCsv } from '../../ui/save-file.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { exportStrings } from './export-strings.ts'
import { peopleCsv } from './people-csv.ts'
import type { Row } from './row.ts'

const header = [
  ...(['name', 'id', 'title', 'unit', 'location', 'manager', 'state', 'side'] as const),
  ...(['topics', 'languages', 'partners', 'capacity', 'zone'] as const),
]

export function ExportPeople({ query }: { query: Omit<In<'people'>, 'after' | 'limit'> }) {
  const t = useText(exportStrings)
  const words = useWords()
  const toasts = useToasts()
  const { call } = useApi()
  const read = useMutation({
    mutationFn: async () => {
      const all: Row[] = []
      for (let after: string | undefined, isLast = false; !isLast; ) {
        const page = await call('people', { ...query, limit: 200, ...(after ? { after } : {}) })
        all.push(...page.people)
        after = page.next
        isLast = after === undefined
      }
      return all
    },
    onSuccess: (all) => {
      const csv = peopleCsv(all, {
        header: Object.fromEntries(header.map((key) => [key, t(key)])) as Record<
          (typeof header)[number],
          string
        >,
        stateOf: (state) => words.t(`participant.${state}`),
        sideOf: (side) => words.t(`side.${side}`),
        topicsOf: (topics) => topics.map(({ topic }) => words.topic(topic)).join(', '),
      })
      saveCsv(csv, t('file'))
      toasts.say(t('saved', { count: all.length }))
    },
    onError: (fault) => toasts.say(words.whyNot(fault)),
  })
  return (
    <div>
      <Button
        size="small"
        icon={<ArrowDownloadRegular aria-hidden="true" />}
        disabledFocusable={read.isPending}
        onClick={() => read.mutate()}
      >
        {t('act')}
      </Button>
    </div>
  )
}
