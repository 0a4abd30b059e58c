import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { Empty } from '../../tab/src/ui/states.tsx'
import { show } from './support/show.tsx'

test('works', async () => {
  show(<Empty title="Hello" />, { locale: 'ar-SA' })
  expect(await screen.findByText('Hello')).toBeTruthy()
  expect(document.documentElement.dir).toBe('rtl')
})
