/** The page that was asked for, with nothing left in memory of whoever sat here before. */
export function startAfresh(): void {
  location.reload();
}
