import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import type { Address } from './address.ts'
import type { TabContext } from './host-protocol.ts'

export const FLUENT_THEMES: Record<Address['theme'], Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}

/** How hosts name their themes to a tab. */
export const HOST_THEMES: Record<Address['theme'], TabContext['theme']> = {
  light: 'default',
  dark: 'dark',
  contrast: 'contrast',
}
