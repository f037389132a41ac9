import { useEffect, useRef } from 'react';
import { preference } from './preferences';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'>;

const FIELD = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const isLetter = (key: string) => key.length === 1;
const isFunctionKey = (key: string) => /^F\d+$/.test(key);

/**
 * The name of what was pressed, such as `J` or `Ctrl+Shift+Enter`. Nothing while a word is being composed, and in a
 * field only what goes with Ctrl, and F1 to F12: everything else is somebody writing.
 */
export function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target }: Pressed): string | undefined {
  if (isComposing || altKey) return undefined;
  const withControl = ctrlKey || metaKey;
  if (!withControl && !isFunctionKey(key) && target instanceof Element && target.closest(FIELD) !== null)
    return undefined;
  const name = isLetter(key) ? key.toUpperCase() : key;
  const shift = shiftKey && !isLetter(key) ? ['Shift'] : [];
  return [...(withControl ? ['Ctrl'] : []), ...shift, name].join('+');
}

/** What each key does; a binding that answers false has left the key to the browser. */
export type Bindings = Readonly<Record<string, (() => boolean | void) | undefined>>;

/** Keys of a page, as long as it is there. A dialog or menu in front has the keyboard to itself. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const act = name === undefined ? undefined : latest.current[name];
      if (!act || isBehindDialog() || (isLetter(event.key) && !event.ctrlKey && !preference('letter-keys'))) return;
      if (act() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function isBehindDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}
