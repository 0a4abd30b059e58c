/** Declining a pairing: once in a Cohort, without a reason, and the partner never learns which of the two it was. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { firstNameOf } from '../../ui/first-name.ts'
import { useText } from '../../ui/text.tsx'
import { choiceStrings } from './choice-strings.ts'
import { useLayout } from './layout.ts'

interface Props {
  /** Of the partner. */
  name: string
  close(): void
  confirm(): void
}

export default function Decline({ name, close, confirm }: Props) {
  const layout = useLayout()
  const t = useText(choiceStrings)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface aria-label={t('decline.title', { name })}>
        <DialogBody>
          <DialogTitle>{t('decline.title', { name })}</DialogTitle>
          <DialogContent className={layout.close}>
            <p className={layout.text}>{t('decline.reason')}</p>
            <p className={layout.text}>{t('decline.who', { name })}</p>
            <p className={layout.quiet}>{t('decline.once')}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('decline.keep', { name: firstNameOf(name) })}</Button>
            <Button appearance="primary" onClick={confirm}>
              {t('decline.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
