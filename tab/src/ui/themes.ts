/**
 * The host's theme in Fluent's terms: people expect the look of their own surroundings. A theme is 459 values; only the
 * one in use is loaded. In the build it is a style sheet under `data-theme` (`vite.config.ts`) and the object is empty.
 */
import type { Theme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { HostTheme } from '../teams.ts'

const loaders: Record<HostTheme, () => Promise<{ default: Theme }>> = {
  light: () => import('./themes/light.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
}

const loaded = new Map<HostTheme, Theme>()

export async function loadTheme(name: HostTheme): Promise<Theme> {
  const theme = loaded.get(name) ?? (await loaders[name]()).default
  loaded.set(name, theme)
  return theme
}

/** Undefined until the first theme is there; a change keeps the former one until the new one has arrived. */
export function useTheme(name: HostTheme): Theme | undefined {
  const [shown, show] = useState(() => loaded.get(name))
  useEffect(() => {
    let wanted = true
    loadTheme(name).then(
      (theme) => {
        if (!wanted) return
        document.documentElement.dataset['theme'] = name
        show(theme)
      },
      () => {}, // offline while the theme changes: the former one still reads well
    )
    return () => {
      wanted = false
    }
  }, [name])
  return shown
}
