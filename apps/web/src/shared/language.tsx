import type { Language } from '@trinhduyet/text';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

export type { Language };
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The texts of a part of the web: English has every key that Vietnamese has, or it does not compile. */
export type Texts<T> = Readonly<Record<Language, T>>;
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer A) => string
    ? (...given: A) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};

export function defineTexts<const T extends object>(vi: T, en: SameShape<T>): Texts<SameShape<T>> {
  return { vi: vi as unknown as SameShape<T>, en };
}

interface LanguageValue {
  readonly language: Language;
  setLanguage(language: Language): void;
}
const LanguageContext = createContext<LanguageValue>({ language: 'vi', setLanguage: () => undefined });
const KEY = 'language';

/** Read by the API client too, outside of React. */
export function storedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(storedLanguage);
  useEffect(() => {
    localStorage.setItem(KEY, language);
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  return use(LanguageContext);
}

/** The words of a part in the reader's language. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}

/** A text that came as data, such as the title of a request type. */
export function useSay(): (text: Text) => string {
  const { language } = useLanguage();
  return (text) => text[language];
}
