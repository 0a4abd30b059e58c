import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { hrefOf } from '../../navigation.ts'

export default function LessonsLink({ children }: { children: ReactNode }) {
  return <Link href={hrefOf('training')}>{children}</Link>
}
