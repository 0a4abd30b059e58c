import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
  useFocusFinders,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../ui/text.tsx'
import { strings } from './strings.ts'

/** A note is needed: sent back without a word, nobody knows what to change. */
export function SendBack({ busy, send }: { busy: boolean; send: (note: string) => void }) {
  const t = useText(strings)
  const [note, setNote] = useState('')
  const [open, setOpen] = useState(false)
  // Keeps Fluent's focus manager beyond the dialog: gone with it, it would leave the page hidden from screen readers.
  useFocusFinders()
  return (
    <>
      <Button disabled={busy} onClick={() => setOpen(true)}>
        {t('sendBack')}
      </Button>
      {open && (
        <Dialog open onOpenChange={(_, data) => setOpen(data.open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{t('sendBackTitle')}</DialogTitle>
              <DialogContent>
                <Field label={t('sendBackNote')} hint={t('sendBackHint')} required>
                  <Textarea
                    value={note}
                    maxLength={500}
                    rows={5}
                    onChange={(_, { value }) => setNote(value)}
                  />
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
      )}
    </>
  )
}
