/** The rules that keep two people apart, by name. They are Refusals too, so the domain's list of those begins with them. */
export const ruleNames = [
  'same-person',
  'line-unknown',
  'below-direct-report',
  'shared-reporting-line',
  'same-manager',
  'dotted-line',
  'former-manager',
  'blocked',
  'conflict',
  'forbidden',
  'earlier-pair',
  'capacity',
  'minimum-service',
  'seniority-gap',
  'common-language',
  'working-hours',
  'zone-distance',
  'location',
] as const
export type RuleName = (typeof ruleNames)[number]
