import { PeopleSwapFilled } from '@fluentui/react-icons'

export const BotFace = () => (
  <span className="bot-face" aria-hidden="true">
    <PeopleSwapFilled fontSize={18} />
  </span>
)
