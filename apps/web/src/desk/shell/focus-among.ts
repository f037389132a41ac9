/** Moves the focus from one of many to the next, or back; at either end it stays. Answers where it went. */
export function focusAmong<T extends HTMLElement>(items: readonly T[], from: number, by: number): T | undefined {
  const item = items[Math.min(Math.max(from + by, 0), items.length - 1)];
  item?.focus();
  return item;
}
