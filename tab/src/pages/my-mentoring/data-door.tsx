import { lazy } from 'react'
import { BehindButton } from '../../ui/behind-button.tsx'
import { useText } from '../../ui/text.tsx'
import { yourDataStrings } from './your-data-strings.ts'

const YourData = lazy(() => import('./your-data.tsx'))

export default function DataDoor() {
  const t = useText(yourDataStrings)
  return (
    <BehindButton label={t('open')}>
      <YourData />
    </BehindButton>
  )
}
