import { Button } from '@fluentui/react-components'
import { useOpenLink, useShareLink } from '../../ui/host.tsx'
import { useText } from '../../ui/text.tsx'
import { appointmentStrings } from './appointment-strings.ts'

/** From Outlook's pane to the whole of it, in Teams. */
export function OpenMine({ primary = false }: { primary?: boolean }) {
  const t = useText(appointmentStrings)
  const open = useOpenLink()
  const href = useShareLink('my-mentoring', t('open')) ?? 'https://teams.microsoft.com/'
  return (
    <Button
      as="a"
      appearance={primary ? 'primary' : 'secondary'}
      href={href}
      onClick={(event) => {
        event.preventDefault()
        open(href)
      }}
    >
      {t('open')}
    </Button>
  )
}
