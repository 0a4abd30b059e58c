/**
 * Fingers are wider than pointers: on phones whatever can be pressed measures at least 44 pixels (WCAG 2.2, 2.5.5). Fluent's own
 * sizes are made for a mouse. Links inside a sentence keep their line.
 */
import { makeStaticStyles } from '@fluentui/react-components'

/** Also a narrow window without a finger, so that it can be seen on a desktop. */
export const touched = '@media (pointer: coarse), (max-width: 480px)'

export const useTouchTargets = makeStaticStyles(`
  ${touched} {
    .fui-FluentProvider .fui-Button { min-height: 44px; min-width: 44px; }
    .fui-FluentProvider .fui-Input,
    .fui-FluentProvider .fui-SearchBox,
    .fui-FluentProvider summary { min-height: 44px; }
    .fui-FluentProvider .fui-Select__select { height: 44px; }
    .fui-FluentProvider :is(.fui-Checkbox, .fui-Radio, .fui-Switch) > label { padding-block: 12px; }
    .fui-FluentProvider :is(.fui-Checkbox__indicator, .fui-Radio__indicator) { margin-block: 14px; }
    .fui-FluentProvider .fui-Switch__indicator { margin-block: 12px; }
    .fui-FluentProvider :is(.fui-Checkbox__input, .fui-Radio__input) { min-width: 44px; }
    .fui-FluentProvider .fui-Checkbox:not(:has(> label)) > .fui-Checkbox__indicator { margin-inline: 14px; }
  }
`)
