/** In Outlook's pane, beside everything that is no Session of the reader's, or cannot be told. */
import { Button } from '@fluentui/react-components'
import { Empty } from '../../ui/states.tsx'
import { frameStrings } from '../../ui/strings.ts'
import { useText } from '../../ui/text.tsx'
import { appointmentStrings } from './appointment-strings.ts'
import { OpenMine } from './open-mine.tsx'

export default function NoSession({
  why,
  retry,
}: {
  why: 'no-session' | 'unknown' | 'no-sign-in'
  retry?: () => void
}) {
  const t = useText(appointmentStrings)
  const frame = useText(frameStrings)
  return (
    <Empty
      level={1}
      title={t(`${why}.title`)}
      body={t(`${why}.body`)}
      action={
        <>
          {retry && <Button onClick={retry}>{frame('retry')}</Button>}
          <OpenMine primary />
        </>
      }
    />
  )
}
