import { defineStrings } from '../../ui/language.ts'

/** Why two people were paired, as one of them reads it: what they share and where they differ, never what it weighed. */
export const whyUsStrings = defineStrings({
  en: {
    topic: 'Topics in common: {topics}',
    goals: 'You both work on {goals}',
    interests: 'You both like {interests}',
    'different-unit': 'Different units: {mentor} and {mentee}',
    'different-site': 'Different places: {mentor} and {mentee}',
    language: 'You both speak {languages}',
    hours: 'Working hours in common: {hours} a day',
    'seniority-gap': 'You see the organization from different levels',
    style: 'You work in different ways',
  },
  es: {
    topic: 'Temas en común: {topics}',
    goals: 'Objetivos en común: {goals}',
    interests: 'Intereses en común: {interests}',
    'different-unit': 'Unidades distintas: {mentor} y {mentee}',
    'different-site': 'Lugares distintos: {mentor} y {mentee}',
    language: 'Idiomas en común: {languages}',
    hours: 'Horas de trabajo en común: {hours} al día',
    'seniority-gap': 'Cada persona ve la organización desde un nivel distinto',
    style: 'Maneras de trabajar distintas',
  },
  ar: {
    topic: 'مواضيع مشتركة: {topics}',
    goals: 'تعملان على الأهداف نفسها: {goals}',
    interests: 'اهتمامات مشتركة: {interests}',
    'different-unit': 'وحدتان مختلفتان: {mentor} و{mentee}',
    'different-site': 'موقعان مختلفان: {mentor} و{mentee}',
    language: 'لغات مشتركة: {languages}',
    hours: 'ساعات العمل المشتركة يوميًا: {hours}',
    'seniority-gap': 'تريان المؤسسة من مستويين مختلفين',
    style: 'أسلوبا عمل مختلفان',
  },
})
