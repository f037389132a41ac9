/** Pages of the portal load nothing but what is ours; the desk's component library sets styles from script. */
export function contentSecurityPolicy(page: 'portal' | 'desk' | 'none'): string {
  if (page === 'none') return "default-src 'none'; frame-ancestors 'none'";
  const styles = page === 'desk' ? "'self' 'unsafe-inline'" : "'self'";
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * A paper as PDF: loads nothing, and only our own pages may show it, to print it. No sandbox as uploads have it: browsers
 * do not show a PDF in one, and these bytes are our own.
 */
export const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

export const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
};
