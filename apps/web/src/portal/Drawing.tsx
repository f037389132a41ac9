/** Line drawings in one colour, hidden from readers: what they show stands beside them in words. */
const PATHS: Readonly<Record<string, string>> = {
  housing: 'M6 30 32 9l26 21M12 26v27h40V26M25 53V37h14v16M44 15V9h6v11M18 44h0M46 44h0',
  livelihood: 'M32 55V27M32 38c-11 0-17-6-17-17 11 0 17 6 17 17ZM32 31c0-9 5-15 15-15 0 10-5 15-15 15ZM16 55h32',
  vocational: 'M12 50 34 28M30 18l16 16 7-7-16-16-7 7ZM26 30l8 8M10 54l6-2-4-4-2 6',
  road: 'M24 8 12 56M40 8l12 48M32 8v8M32 24v10M32 42v12',
};

export function Drawing({ of }: { readonly of: string }) {
  return (
    <svg className="drawing" viewBox="0 0 64 64" aria-hidden="true">
      <path d={PATHS[of] ?? PATHS.road} />
    </svg>
  );
}
