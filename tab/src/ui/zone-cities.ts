/** Large cities whose names other languages write in their own way; browsers know the country's name but not the city's. */
import type { Language } from '../../../bot/words/sentence.ts'

const cities: Record<string, [es: string, ar: string]> = {
  'Africa/Cairo': ['El Cairo', 'القاهرة'],
  'Africa/Casablanca': ['Casablanca', 'الدار البيضاء'],
  'Africa/Johannesburg': ['Johannesburgo', 'جوهانسبرغ'],
  'America/Argentina/Buenos_Aires': ['Buenos Aires', 'بوينس آيرس'],
  'America/Bogota': ['Bogotá', 'بوغوتا'],
  'America/Buenos_Aires': ['Buenos Aires', 'بوينس آيرس'],
  'America/Chicago': ['Chicago', 'شيكاغو'],
  'America/Los_Angeles': ['Los Ángeles', 'لوس أنجلوس'],
  'America/Mexico_City': ['Ciudad de México', 'مكسيكو سيتي'],
  'America/New_York': ['Nueva York', 'نيويورك'],
  'America/Sao_Paulo': ['São Paulo', 'ساو باولو'],
  'Asia/Baghdad': ['Bagdad', 'بغداد'],
  'Asia/Beirut': ['Beirut', 'بيروت'],
  'Asia/Calcutta': ['Calcuta', 'كولكاتا'],
  'Asia/Dubai': ['Dubái', 'دبي'],
  'Asia/Hong_Kong': ['Hong Kong', 'هونغ كونغ'],
  'Asia/Kolkata': ['Calcuta', 'كولكاتا'],
  'Asia/Kuwait': ['Kuwait', 'الكويت'],
  'Asia/Qatar': ['Catar', 'قطر'],
  'Asia/Riyadh': ['Riad', 'الرياض'],
  'Asia/Shanghai': ['Shanghái', 'شنغهاي'],
  'Asia/Singapore': ['Singapur', 'سنغافورة'],
  'Asia/Tokyo': ['Tokio', 'طوكيو'],
  'Australia/Sydney': ['Sídney', 'سيدني'],
  'Europe/Berlin': ['Berlín', 'برلين'],
  'Europe/Brussels': ['Bruselas', 'بروكسل'],
  'Europe/Istanbul': ['Estambul', 'إسطنبول'],
  'Europe/Lisbon': ['Lisboa', 'لشبونة'],
  'Europe/London': ['Londres', 'لندن'],
  'Europe/Madrid': ['Madrid', 'مدريد'],
  'Europe/Paris': ['París', 'باريس'],
  'Europe/Rome': ['Roma', 'روما'],
  'Europe/Stockholm': ['Estocolmo', 'ستوكهولم'],
  'Europe/Vienna': ['Viena', 'فيينا'],
  'Europe/Warsaw': ['Varsovia', 'وارسو'],
  'Europe/Zurich': ['Zúrich', 'زيورخ'],
}

export function cityIn(language: Language, zone: string): string | undefined {
  return language === 'en' ? undefined : cities[zone]?.[language === 'es' ? 0 : 1]
}
