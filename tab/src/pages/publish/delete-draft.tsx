/** A draft goes for good, so it is asked first, by name. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  useFocusFinders,
} from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useDeleteSummary } from '../../api/publishing/summaries.ts'
import { useText } from '../../ui/text.tsx'
import { useToasts } from '../../ui/toaster.tsx'
import { useWords } from '../../ui/words.ts'
import { dropDraft, type SummaryView } from './kept-drafts.ts'
import { strings } from './strings.ts'

interface Props {
  summary: SummaryView
  /** As it is called while it is written. */
  title: string
  busy: boolean
  /** The revision to delete; undefined when what was typed could not be saved. */
  settle(): Promise<number | undefined>
}

export function DeleteDraft({ summary, title, busy, settle }: Props) {
  const t = useText(strings)
  const words = useWords()
  const toasts = useToasts()
  const remove = useDeleteSummary()
  const [open, setOpen] = useState(false)
  // Keeps Fluent's focus manager beyond the dialog: gone with it, it would leave the page hidden from screen readers.
  useFocusFinders()
  const act = async () => {
    setOpen(false)
    const revision = await settle()
    if (revision === undefined) return
    remove.mutate(
      { id: summary.id, revision },
      {
        onSuccess: ({ id }) => {
          dropDraft(id)
          toasts.say(t('deleted'))
        },
        onError: (fault) => toasts.say(t('failed', { why: words.whyNot(fault) })),
      },
    )
  }
  return (
    <>
      <Button icon={<DeleteRegular />} disabled={busy || remove.isPending} onClick={() => setOpen(true)}>
        {t('delete')}
      </Button>
      {open && (
        <Dialog open onOpenChange={(_, data) => setOpen(data.open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{t('deleteTitle', { title: title.trim() || t('untitled') })}</DialogTitle>
              <DialogContent>{t('deleteNote')}</DialogContent>
              <DialogActions>
                <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
                <Button appearance="primary" onClick={() => void act()}>
                  {t('delete')}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  )
}
