/** Training: one's own lessons with where one stands, the library of both sides, and the lesson that is open. */
import { Button } from '@fluentui/react-components'
import type { Out } from '../../../../bot/contract/index.ts'
import { useTraining } from '../../api/enrolment/training.ts'
import { hrefOf, useDestination } from '../../navigation.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Reading } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useLanguage, useText } from '../../ui/text.tsx'
import { Library } from './library.tsx'
import { nextOf } from './next.ts'
import { Reader } from './reader.tsx'
import { strings } from './strings.ts'
import { useTrainingStyles } from './styles.ts'
import { TrackPanel } from './track.tsx'

type View = Out<'training'>

export default function Training() {
  const { rest } = useDestination()
  const language = useLanguage()
  const query = useTraining(language)
  return (
    <Reading query={query}>
      {(view) => (rest ? <Reader key={rest} id={rest} view={view} /> : <Page view={view} />)}
    </Reading>
  )
}

function Page({ view }: { view: View }) {
  const styles = useTrainingStyles()
  const t = useText(strings)
  const frame = useText(frameStrings)
  const { tracks, lessons } = view
  const of = tracks.reduce((sum, track) => sum + track.of, 0)
  const finished = tracks.reduce((sum, track) => sum + track.finished, 0)
  const next = nextOf(view)
  const lead =
    of === 0
      ? t('lead.none')
      : finished === of
        ? t('lead.all')
        : finished === 0
          ? t('lead.new')
          : t('lead.on', { finished, of })
  const note =
    of === 0
      ? t('note.none')
      : finished === of
        ? t('note.all')
        : t(tracks.some(({ isFirst }) => isFirst) ? 'note.first' : 'note.free')
  return (
    <div className={styles.page}>
      <PageHeader
        place={frame('place.training')}
        lead={lead}
        note={note}
        action={
          next && (
            <Button as="a" appearance="primary" className={styles.wraps} href={hrefOf('training', next.id)}>
              {t(finished === 0 && next.state === 'new' ? 'begin' : 'go-on', { title: next.title })}
            </Button>
          )
        }
      />
      {tracks.map((track) => (
        <TrackPanel
          key={track.side}
          track={track}
          lessons={lessons.filter(({ side }) => side === track.side)}
        />
      ))}
      <Library all={lessons} />
    </div>
  )
}
