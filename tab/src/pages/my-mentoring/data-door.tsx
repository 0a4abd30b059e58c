/** Behind a button of its own: most people need it once, or never. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.tsx'
import { yourDataStrings } from './your-data-strings.ts'

const YourData = lazy(() => import('./your-data.tsx'))

export default function DataDoor() {
  const t = useText(yourDataStrings)
  const [open, setOpen] = useState(false)
  if (open)
    return (
      <Suspense fallback={<Loading />}>
        <YourData />
      </Suspense>
    )
  return (
    <div>
      <Button appearance="subtle" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
    </div>
  )
}
