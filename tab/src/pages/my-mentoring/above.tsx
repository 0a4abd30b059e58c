/** What stands above the rest for the few who are asked for something. */
import SpeedBanner from '../../ui/speed-banner.tsx'
import Seats from './seats.tsx'
import Talks from './talks.tsx'

export default function Above() {
  return (
    <>
      <Seats />
      <Talks />
      <SpeedBanner />
    </>
  )
}
