/** The host's theme in Fluent's terms. Teams, Outlook and Microsoft 365 users expect the look of their own surroundings. */
import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components'
import type { HostTheme } from '../teams.ts'

export const themes: Record<HostTheme, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}
