/**
 * The one place where the counter prints: the paper that the page shows is what the print view keeps. A stored file of the
 * paper would be opened from here instead.
 */
export function printPaper(): void {
  window.print();
}
