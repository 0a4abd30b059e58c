import type { Culture } from './names.ts'

export interface Site {
  city: string
  country: string
  /** Windows name, the form most administrators leave. */
  windows: string
  iana: string
  /** Language tag of Entra's preferredLanguage. */
  locale: string
  /** Languages spoken at work there, the most common first. */
  languages: string[]
  cultures: { value: Culture; weight: number }[]
  weight: number
  days: string[]
}

const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

function site(
  weight: number,
  city: string,
  country: string,
  windows: string,
  iana: string,
  locale: string,
  languages: string,
  cultures: Record<string, number>,
  days = MONDAY_TO_FRIDAY,
): Site {
  return {
    weight,
    city,
    country,
    windows,
    iana,
    locale,
    languages: languages.split(' '),
    cultures: Object.entries(cultures).map(([value, share]) => ({ value, weight: share })),
    days,
  }
}

export const SITES: Site[] = [
  site(20, 'London', 'United Kingdom', 'GMT Standard Time', 'Europe/London', 'en-GB', 'en', {
    british: 6,
    indian: 2,
    african: 1,
    polish: 1,
    arab: 0.5,
    french: 0.5,
    chinese: 0.5,
  }),
  site(6, 'Manchester', 'United Kingdom', 'GMT Standard Time', 'Europe/London', 'en-GB', 'en', {
    british: 7,
    indian: 2,
    african: 1,
  }),
  site(5, 'Dublin', 'Ireland', 'GMT Standard Time', 'Europe/Dublin', 'en-IE', 'en', {
    british: 7,
    polish: 1,
    brazilian: 1,
  }),
  site(10, 'Berlin', 'Germany', 'W. Europe Standard Time', 'Europe/Berlin', 'de-DE', 'de', {
    german: 8,
    arab: 1,
    polish: 1,
    spanish: 0.5,
  }),
  site(5, 'Munich', 'Germany', 'W. Europe Standard Time', 'Europe/Berlin', 'de-DE', 'de', {
    german: 9,
    indian: 1,
  }),
  site(8, 'Paris', 'France', 'Romance Standard Time', 'Europe/Paris', 'fr-FR', 'fr', { french: 9, arab: 1 }),
  site(7, 'Madrid', 'Spain', 'Romance Standard Time', 'Europe/Madrid', 'es-ES', 'es', {
    spanish: 9,
    french: 0.5,
  }),
  site(6, 'Warsaw', 'Poland', 'Central European Standard Time', 'Europe/Warsaw', 'pl-PL', 'pl', {
    polish: 10,
  }),
  site(9, 'New York', 'United States', 'Eastern Standard Time', 'America/New_York', 'en-US', 'en', {
    american: 7,
    spanish: 1,
    indian: 1,
    chinese: 1,
  }),
  site(5, 'Chicago', 'United States', 'Central Standard Time', 'America/Chicago', 'en-US', 'en', {
    american: 8,
    polish: 1,
    spanish: 1,
  }),
  site(4, 'San Francisco', 'United States', 'Pacific Standard Time', 'America/Los_Angeles', 'en-US', 'en', {
    american: 5,
    chinese: 2,
    indian: 2,
  }),
  site(4, 'Toronto', 'Canada', 'Eastern Standard Time', 'America/Toronto', 'en-CA', 'en fr', {
    american: 5,
    french: 2,
    indian: 2,
  }),
  site(5, 'São Paulo', 'Brazil', 'E. South America Standard Time', 'America/Sao_Paulo', 'pt-BR', 'pt', {
    brazilian: 10,
    japanese: 0.5,
  }),
  site(4, 'Mexico City', 'Mexico', 'Central Standard Time (Mexico)', 'America/Mexico_City', 'es-MX', 'es', {
    spanish: 10,
  }),
  site(10, 'Bengaluru', 'India', 'India Standard Time', 'Asia/Kolkata', 'en-IN', 'en hi', { indian: 10 }),
  site(5, 'Singapore', 'Singapore', 'Singapore Standard Time', 'Asia/Singapore', 'en-SG', 'en zh', {
    chinese: 7,
    indian: 2,
    british: 1,
  }),
  site(3, 'Tokyo', 'Japan', 'Tokyo Standard Time', 'Asia/Tokyo', 'ja-JP', 'ja', { japanese: 10 }),
  site(3, 'Dubai', 'United Arab Emirates', 'Arabian Standard Time', 'Asia/Dubai', 'ar-AE', 'ar en', {
    arab: 7,
    indian: 2,
    british: 1,
  }),
  site(
    3,
    'Johannesburg',
    'South Africa',
    'South Africa Standard Time',
    'Africa/Johannesburg',
    'en-ZA',
    'en',
    { african: 8, indian: 1, british: 1 },
  ),
  site(2, 'Sydney', 'Australia', 'AUS Eastern Standard Time', 'Australia/Sydney', 'en-AU', 'en', {
    british: 6,
    chinese: 2,
    indian: 1,
  }),
]

export const LONDON = SITES[0]!

/** The site of a zone name (IANA or Windows), for files that state only a zone. */
export function siteOfZone(zone: string): Site | undefined {
  return SITES.find((s) => s.iana === zone || s.windows === zone)
}

/** The site a file names, when we know it. */
export function siteOfCity(city: string): Site | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
  return SITES.find((s) => plain(s.city) === plain(city))
}
