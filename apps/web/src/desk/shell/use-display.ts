import { useEffect } from 'react';
import { usePreference } from './preferences';

const SIZES = ['100%', '118%', '140%'] as const;

/** Puts density and size of text where all styles can see them. */
export function useDisplay(): void {
  const [density] = usePreference('density');
  const [textSize] = usePreference('text-size');
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    dataset.density = density;
    style.fontSize = SIZES[textSize] ?? SIZES[0];
  }, [density, textSize]);
}
