/** The pictures of the navigation. */
import {
  BookOpenRegular,
  CalendarLtrRegular,
  ChatCheckmarkRegular,
  ClipboardTextEditRegular,
  DataTrendingRegular,
  FlagRegular,
  MegaphoneRegular,
  NavigationRegular,
  PeopleRegular,
  PeopleSwapRegular,
  PersonHeartRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { Place } from '../../../bot/contract/index.ts'

const icons: Record<Place | 'menu', ComponentType> = {
  menu: NavigationRegular,
  'my-mentoring': PersonHeartRegular,
  training: BookOpenRegular,
  program: FlagRegular,
  people: PeopleRegular,
  applications: ClipboardTextEditRegular,
  matching: PeopleSwapRegular,
  schedule: CalendarLtrRegular,
  'check-ins': ChatCheckmarkRegular,
  insights: DataTrendingRegular,
  publish: MegaphoneRegular,
}

export default function PlaceIcon({ place }: { place: Place | 'menu' }) {
  const Icon = icons[place]
  return <Icon />
}
