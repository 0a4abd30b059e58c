/** How Teams draws Adaptive Cards, in Fluent's own tokens, so that every theme of the page is a theme of the cards. */

const tones = (usual: string, quiet: string) => ({ default: usual, subtle: quiet })

const colors = {
  default: tones('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground2)'),
  dark: tones('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground2)'),
  light: tones('var(--colorNeutralForegroundOnBrand)', 'var(--colorNeutralForeground3)'),
  accent: tones('var(--colorBrandForeground1)', 'var(--colorBrandForeground2)'),
  good: tones('var(--colorStatusSuccessForeground1)', 'var(--colorStatusSuccessForeground1)'),
  warning: tones('var(--colorStatusWarningForeground1)', 'var(--colorStatusWarningForeground1)'),
  attention: tones('var(--colorStatusDangerForeground1)', 'var(--colorStatusDangerForeground1)'),
}

const container = (backgroundColor: string) => ({
  backgroundColor,
  borderColor: 'var(--colorNeutralStroke2)',
  foregroundColors: colors,
})

export const cardHostConfig = {
  supportsInteractivity: true,
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  containerStyles: {
    default: container('var(--colorNeutralBackground1)'),
    emphasis: container('var(--colorNeutralBackground3)'),
    accent: container('var(--colorBrandBackground2)'),
    good: container('var(--colorStatusSuccessBackground1)'),
    warning: container('var(--colorStatusWarningBackground1)'),
    attention: container('var(--colorStatusDangerBackground1)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 16 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  textBlock: { headingLevel: 4 },
  inputs: { label: { requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
  factSet: { title: { weight: 'bolder', maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
}
