/** The languages in which captions may be, by their BCP 47 tags: first what most families of a district speak, then by name. */
export const LANGUAGES: Record<string, string> = {
  en: 'English',
  es: 'Spanish',
  ar: 'Arabic',
  'zh-Hans': 'Chinese (simplified)',
  'zh-Hant': 'Chinese (traditional)',
  fr: 'French',
  de: 'German',
  ht: 'Haitian Creole',
  hi: 'Hindi',
  hmn: 'Hmong',
  ja: 'Japanese',
  ko: 'Korean',
  nv: 'Navajo',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  so: 'Somali',
  tl: 'Tagalog',
  uk: 'Ukrainian',
  ur: 'Urdu',
  vi: 'Vietnamese',
};

export const USUAL_LANGUAGE = 'en';
