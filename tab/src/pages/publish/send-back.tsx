import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'

/** A note is needed: sent back without a word, nobody knows what to change. */
export function SendBack({ busy, send }: { busy: boolean; send: (note: string) => void }) {
  const t = useText(strings)
  const [note, setNote] = useState('')
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button disabled={busy}>{t('sendBack')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('sendBackTitle')}</DialogTitle>
          <DialogContent>
            <Field label={t('sendBackNote')} hint={t('sendBackHint')} required>
              <Textarea value={note} maxLength={500} rows={5} onChange={(_, { value }) => setNote(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button
              appearance="primary"
              disabled={note.trim().length < 3}
              onClick={() => {
                setOpen(false)
                send(note.trim())
              }}
            >
              {t('sendBack')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
