import { nameOf } from './keys';

const field = (tag: string) => document.createElement(tag);
const pressed = (key: string, more: Partial<Parameters<typeof nameOf>[0]> = {}) =>
  nameOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    target: document.body,
    ...more,
  });

describe('the name of a key', () => {
  it.each([
    ['j', 'J'],
    ['J', 'J'],
    ['?', '?'],
    ['ArrowDown', 'ArrowDown'],
  ])('%s is %s', (key, name) => {
    expect(pressed(key)).toBe(name);
  });

  it('says what was held down with it', () => {
    expect(pressed('Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
    expect(pressed('Enter', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Enter');
    expect(pressed('Enter', { metaKey: true })).toBe('Ctrl+Enter');
  });

  it.each(['input', 'textarea', 'select'])('is nobody’s in the field %s, where it is a letter', (tag) => {
    expect(pressed('j', { target: field(tag) })).toBeUndefined();
    expect(pressed('Escape', { target: field(tag) })).toBeUndefined();
    expect(pressed('Enter', { ctrlKey: true, target: field(tag) })).toBe('Ctrl+Enter');
  });

  it('of a function key is the same in a field: nobody writes with it', () => {
    expect(pressed('F8', { target: field('input') })).toBe('F8');
    expect(pressed('f', { target: field('input') })).toBeUndefined();
  });

  it('counts on a tick box, which takes no letters', () => {
    const box = document.createElement('input');
    box.setAttribute('type', 'checkbox');

    expect(pressed('j', { target: box })).toBe('J');
  });

  it('is none while a Vietnamese word is being composed, or with Alt', () => {
    expect(pressed('Enter', { ctrlKey: true, isComposing: true })).toBeUndefined();
    expect(pressed('j', { altKey: true })).toBeUndefined();
  });
});
