import type { Language } from './ranking-view';
import type { PageWords } from './words';
import { english } from './words-english';
import { indonesian } from './words-indonesian';

export const wordsIn = (language: Language): PageWords =>
  language === 'en' ? english : indonesian;
