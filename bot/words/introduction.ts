/** What stands on the card that introduces two people to each other. */
import { fill, languageOf, type Values } from './sentence.ts'

const en = {
  hello: 'Say hello',
  'brings.mine': 'You bring what {partner} wants to learn: {topics}',
  'brings.theirs': '{partner} brings what you want to learn: {topics}',
  more: 'More',
}

export type IntroductionKey = keyof typeof en

const es: Record<IntroductionKey, string> = {
  hello: 'Saludar',
  'brings.mine': 'Tú aportas lo que {partner} quiere aprender: {topics}',
  'brings.theirs': '{partner} aporta lo que quieres aprender: {topics}',
  more: 'Más',
}

const ar: Record<IntroductionKey, string> = {
  hello: 'ألقِ التحية',
  'brings.mine': 'لديك ما يودّ {partner} تعلّمه: {topics}',
  'brings.theirs': 'لدى {partner} ما تودّ تعلّمه: {topics}',
  more: 'المزيد',
}

export const introductionWords = { en, es, ar } as const

export function introductionIn(locale: string): (key: IntroductionKey, gaps?: Values) => string {
  const language = languageOf(locale)
  return (key, gaps = {}) => fill(introductionWords[language][key], gaps, language)
}
