import { Avatar, type AvatarProps } from '@fluentui/react-components'
import { initialsOf } from './initials.ts'

interface FaceProps {
  id: string
  name: string
  size?: AvatarProps['size']
}

/** A person's photo from Graph, their initials where there is none. Decorative: the name stands beside it. */
export function Face({ id, name, size = 32 }: FaceProps) {
  return (
    <Avatar
      aria-hidden="true"
      name={name}
      initials={initialsOf(name)}
      size={size ?? 32}
      color="colorful"
      idForColor={id}
      image={{ src: `_demo/photo/${id}` }}
    />
  )
}
